/** HTML's tree to Markdown's, by rehype-remark, in the manner that the document builder wants it. */

import type { Element, Root as HastRoot, Nodes } from 'hast';
import type { Link, Nodes as MdastNodes, PhrasingContent, Root } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { tidy } from './tidy.ts';

export type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/** `own` holds handlers that come before the usual ones; `first` sees the tree before it is put in order. */
export function toMdast(tree: HastRoot, own: Options['handlers'] = {}, first?: (tree: Root) => void): Root {
  prepareTables(tree);
  const processor = unified().use(rehypeRemark, { handlers: { ...handlers, ...own }, newlines: false });
  const root = processor.runSync(tree) as unknown as Root;
  first?.(root);
  tidy(root);
  return root;
}

/** Links that stay links; others, such as `javascript:`, are their words. */
const isSafe = (href: string): boolean => /^(?:https?:|mailto:|tel:|#|\.{0,2}\/|[\w-]+(?:[./?#]|$))/i.test(href);

const nothing: Handle = () => undefined;

/** A raised number is a note's mark; a raised "st" belongs to its word. */
export function raised(state: Parameters<Handle>[0], node: Element): PhrasingContent[] {
  const children = state.all(node) as PhrasingContent[];
  if (!/^\s*\[?[\d*†‡,]+\]?\s*$/.test(textOf(node))) return children;
  return [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }];
}

const handlers: Record<string, Handle> = {
  img: nothing,
  image: nothing,
  input: nothing,
  select: nothing,
  textarea: nothing,
  iframe: nothing,
  audio: nothing,
  video: nothing,
  /** A line break has no sign of its own in a table's cell. */
  br: (state, node) => {
    const result: MdastNodes = state.inTable ? { type: 'html', value: '<br>' } : { type: 'break' };
    state.patch(node, result);
    return result;
  },
  sup: (state, node) => raised(state, node),
  /** Quotation marks belong to the words. */
  q: (state, node) => [{ type: 'text', value: '“' }, ...state.all(node), { type: 'text', value: '”' }],
  /** Underlined or marked words are no more than words. */
  u: (state, node) => state.all(node),
  mark: (state, node) => state.all(node),
  ins: (state, node) => state.all(node),
  /** Computers' type is no code in such documents, so that its words count. */
  code: (state, node) => state.all(node),
  tt: (state, node) => state.all(node),
  kbd: (state, node) => state.all(node),
  samp: (state, node) => state.all(node),
  var: (state, node) => state.all(node),
  a: (state, node) => {
    const { href } = node.properties;
    const children = state.all(node) as PhrasingContent[];
    if (typeof href !== 'string' || !isSafe(href)) return children;
    const result: Link = { type: 'link', url: href, children };
    state.patch(node, result);
    return result;
  },
};

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
function prepareTables(tree: HastRoot): void {
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
