/** A whole document in YAML: keys are headings, text is body, lists are lists. */

import type { BlockContent, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { LineIndex } from '../document/lines.ts';
import type { Source } from '../document/types.ts';
import { checkTextSize, MAX_YAML } from './limits.ts';
import { readYamlData } from './yaml-data.ts';

export function readYaml(path: string, text: string): Source {
  checkTextSize(path, text.length, MAX_YAML);
  const from = /^(?:\s*#[^\n]*\n)*---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const { data, declared, document } = readYamlData(path, text, from, text.length, 'yaml');
  const lines = new LineIndex(text);
  const position = (start: number, end: number) => ({
    start: lines.pointAt(from + start),
    end: lines.pointAt(from + end),
  });

  const paragraph = (node: Scalar): Paragraph[] => {
    const [start, end] = node.range ?? [0, 0, 0];
    const value = node.value === null ? '' : String(node.value);
    if (value.trim() === '') return [];
    // Blank lines in a block of text part paragraphs.
    const pieces = value.split(/\n[ \t]*\n+/);
    const paragraphs: Paragraph[] = [];
    let cursor = from + start;
    for (const piece of pieces) {
      const first = piece.trimStart().split(/[\n]/, 1)[0]!.slice(0, 60);
      const found = text.indexOf(first, cursor);
      const at = found >= 0 && found < from + end ? found : cursor;
      paragraphs.push({
        type: 'paragraph',
        position: { start: lines.pointAt(at), end: lines.pointAt(from + end) },
        children: [
          { type: 'text', value: piece.trim(), position: { start: lines.pointAt(at), end: lines.pointAt(from + end) } },
        ],
      });
      cursor = at + Math.min(piece.length, end);
    }
    return paragraphs;
  };

  const list = (node: Node): List => {
    const items: ListItem[] = [];
    if (isSeq(node)) {
      for (const item of node.items as Node[]) items.push(listItem(item));
    }
    const [start, end] = node.range ?? [0, 0, 0];
    return { type: 'list', ordered: false, children: items, position: position(start, end) };
  };

  const listItem = (node: Node): ListItem => {
    const [start, end] = node?.range ?? [0, 0, 0];
    const children: BlockContent[] = [];
    if (isScalar(node)) children.push(...paragraph(node));
    else if (isSeq(node)) children.push(list(node));
    else if (isMap(node)) {
      for (const pair of node.items) children.push(...keyed(pair.key as Scalar, pair.value as Node | null));
    }
    return { type: 'listItem', children, position: position(start, end) };
  };

  /** "key: value" inside a list: one line of text. */
  const keyed = (key: Scalar, value: Node | null): BlockContent[] => {
    const [start, keyEnd] = key.range ?? [0, 0, 0];
    const label: Paragraph = {
      type: 'paragraph',
      position: position(start, keyEnd),
      children: [{ type: 'text', value: `${humanise(String(key.value))}`, position: position(start, keyEnd) }],
    };
    if (value === null) return [label];
    if (isScalar(value)) {
      const [body] = paragraph(value);
      if (body === undefined) return [label];
      const merged: Paragraph = {
        type: 'paragraph',
        position: { start: label.position!.start, end: body.position!.end },
        children: [
          ...label.children,
          { type: 'text', value: ': ', position: position(keyEnd, keyEnd + 2) },
          ...body.children,
        ],
      };
      return [merged];
    }
    return [
      label,
      isSeq(value) ? list(value) : { type: 'list', children: [listItem(value)], position: position(start, keyEnd) },
    ];
  };

  const section = (node: Node, depth: number, out: RootContent[]): void => {
    if (isScalar(node)) out.push(...paragraph(node));
    else if (isSeq(node)) out.push(list(node));
    else if (isMap(node)) {
      for (const pair of node.items) {
        const key = pair.key as Scalar;
        const value = pair.value as Node | null;
        const [start, end] = key.range ?? [0, 0, 0];
        out.push({
          type: 'heading',
          depth: Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6,
          position: position(start, end),
          children: [{ type: 'text', value: humanise(String(key.value)), position: position(start, end) }],
        });
        if (value !== null) section(value, depth + 1, out);
      }
    }
  };

  const children: RootContent[] = [];
  if (document.contents !== null) section(document.contents as Node, 1, children);
  const tree: Root = { type: 'root', children, position: { start: lines.pointAt(0), end: lines.pointAt(text.length) } };
  return { path, format: 'yaml', tree, text, frontMatter: data, declared, notes: [] };
}

/** "review_due" -> "review due": as long as the key, so that places stay exact. */
function humanise(key: string): string {
  return key.replace(/[_-]/g, ' ');
}
