/** Looking at HTML's tree, and tables made ready to become Markdown's. */

import type { Element, Root as HastRoot, Nodes } from 'hast';

export function textOf(node: Nodes): string {
  const parts: string[] = [];
  const stack: Nodes[] = [node];
  while (stack.length > 0) {
    const one = stack.pop()!;
    if (one.type === 'text') parts.push(one.value);
    else if ('children' in one) for (let i = one.children.length - 1; i >= 0; i--) stack.push(one.children[i]!);
  }
  return parts.join('');
}

export const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && isNamed(node, ...names);

export const isNamed = (node: Element, ...names: string[]): boolean =>
  names.length === 0 || names.includes(node.tagName);

const HEADINGS = /^h[1-6]$/;

export const isHeading = (node: Nodes): node is Element => node.type === 'element' && HEADINGS.test(node.tagName);

/** Elements of a tree in order, parents first. */
export function* elements(tree: Nodes): Generator<Element> {
  const stack: Nodes[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.type === 'element') yield node;
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
}

/** Tables that only lay out a page become what they hold; cells of the others become single runs of words. */
export function prepareTables(tree: HastRoot): void {
  const tables = [...elements(tree)].filter((node) => node.tagName === 'table');
  // Inner tables first.
  for (const table of tables.reverse()) {
    const cells = [...elements(table)].filter((node) => isElement(node, 'td', 'th'));
    if (isLayout(table, cells)) {
      table.tagName = 'div';
      for (const node of elements(table)) {
        if (isNamed(node, 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th')) node.tagName = 'div';
        else if (isNamed(node, 'colgroup', 'col')) node.children = [];
      }
      continue;
    }
    for (const cell of cells) if (cell.children.some(isBlock)) cell.children = inlined(cell);
  }
}

function isLayout(table: Element, cells: readonly Element[]): boolean {
  if (table.properties.role === 'presentation') return true;
  if (cells.some((cell) => cell.children.some((child) => isElement(child, 'table') || isHeading(child)))) return true;
  const rows = [...elements(table)].filter((node) => node.tagName === 'tr');
  return rows.every((row) => row.children.filter((child) => isElement(child, 'td', 'th')).length <= 1);
}

const BLOCKS =
  /^(?:p|div|ul|ol|li|dl|dt|dd|h[1-6]|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|section|article|address|figure|figcaption|center|header|hr)$/;

const isBlock = (node: Nodes): boolean => node.type === 'element' && BLOCKS.test(node.tagName);

/** The words of a cell, a line break between blocks. */
function inlined(cell: Element): Element['children'] {
  const out: Element['children'] = [];
  let broken = true;
  const visit = (nodes: Element['children']): void => {
    for (const node of nodes) {
      if (isBlock(node)) {
        breakLine();
        visit((node as Element).children);
        breakLine();
      } else if (node.type === 'text' && /^\s*$/.test(node.value) && broken) {
      } else {
        out.push(node);
        broken = isElement(node, 'br');
      }
    }
  };
  const breakLine = (): void => {
    if (!broken) out.push({ type: 'element', tagName: 'br', properties: {}, children: [] });
    broken = true;
  };
  visit(cell.children);
  while (isElement(out.at(-1), 'br')) out.pop();
  return out;
}
