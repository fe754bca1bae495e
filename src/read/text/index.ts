import type { Paragraph, Root } from 'mdast';
import { LineIndex } from '../../document/lines.ts';
import type { Source } from '../../document/types.ts';

/** Placeholder until the real reader lands: paragraphs at blank lines. */
export function readText(path: string, text: string): Source {
  const lines = new LineIndex(text);
  const children: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n\r\f]+(?:\r?\n[^\n\r\f]+)*/g)) {
    const position = { start: lines.pointAt(match.index), end: lines.pointAt(match.index + match[0].length) };
    children.push({ type: 'paragraph', position, children: [{ type: 'text', value: match[0], position }] });
  }
  const tree: Root = { type: 'root', children };
  return { path, format: 'text', tree, text, declared: [], notes: [] };
}
