/** Reads pages as a browser does. */

import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse);

export const treeOf = (page: string): Root => parser.parse(page);

const nodesOf = (from: string | Nodes): Nodes => (typeof from === 'string' ? treeOf(from) : from);

/** Every element, or those of one name, in the order of the page. */
export function elementsOf(from: string | Nodes, name?: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element' && (name === undefined || node.tagName === name)) found.push(node);
    if ('children' in node) for (const child of node.children) walk(child as Nodes);
  };
  const start = nodesOf(from);
  if ('children' in start) for (const child of start.children) walk(child as Nodes);
  return found;
}

const INLINE = new Set(['a', 'bdi', 'code', 'mark', 'span', 'strong']);

/** What a reader reads, white space folded. */
export function textOf(from: string | Nodes): string {
  const walk = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) return '';
    const inside = 'children' in node ? node.children.map((child) => walk(child as Nodes)).join('') : '';
    return node.type === 'element' && !INLINE.has(node.tagName) ? ` ${inside} ` : inside;
  };
  return walk(nodesOf(from)).replace(/\s+/g, ' ').trim();
}

/** Elements with the names of their attributes: what a document's words must not be able to change. */
export const shapeOf = (page: string): string[] =>
  elementsOf(page).map(({ tagName, properties }) => `${tagName}[${Object.keys(properties).join(' ')}]`);
