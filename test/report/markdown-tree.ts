/** Markdown as GitHub reads it. */

import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

export function nodesOf(text: string): Nodes[] {
  const all: Nodes[] = [];
  const walk = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parser.parse(text));
  return all;
}

/** The kinds of everything in the text, in order: two texts with the same shape differ in words alone. */
export const shapeOf = (text: string): string[] => nodesOf(text).map((node) => node.type);

/** All words that a reader sees as text, outside code. */
export const textsOf = (text: string): string =>
  nodesOf(text)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('\n');
