/**
 * What the checker saw of a document, as Markdown: to look at, to correct and to check again with the same result. What
 * Markdown has no sign for is written so that the Markdown reader takes it for the same.
 */

import type { Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import '../document/node-data.ts';
import type { Source } from '../document/types.ts';
import { writeMarkdown } from './write-markdown.ts';

export function markdownOf(source: Source): string {
  // These are read from Markdown, or turned into it when they are read.
  if (source.format === 'markdown' || source.format === 'docx') return withEnd(source.text);
  const tree: Root = { type: 'root', children: marked(source.tree.children) };
  const front =
    source.frontMatter === undefined ? undefined : /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(source.text)?.[0];
  const body = withEnd(writeMarkdown(tree));
  return front === undefined ? body : `${withEnd(front)}\n${body}`;
}

const withEnd = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** The blocks, with a mark where a page begins. */
function marked(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let page = 0;
  for (const child of children) {
    if (child.data?.role === 'hidden') continue;
    const own = pageOf(child);
    if (own !== undefined && own !== page) {
      page = own;
      out.push({ type: 'html', value: `<!-- page ${page} -->` });
    }
    const plain = plainNode(child);
    const last = out.at(-1);
    // Two lists in a row would read back as one.
    if (plain.type === 'list' && last?.type === 'list') out.push({ type: 'html', value: '<!-- -->' });
    out.push(plain);
  }
  return out;
}

/** A block's page: its own, or that of the first thing in it that has one. */
function pageOf(node: RootContent): number | undefined {
  if (node.data?.page !== undefined) return node.data.page;
  const [first] = 'children' in node ? node.children : [];
  return first === undefined ? undefined : pageOf(first as RootContent);
}

function plainNode(node: RootContent): RootContent {
  switch (node.data?.role) {
    case 'contents':
      return { type: 'html', value: '<!-- contents left out -->' };
    case 'caption':
      return node.type === 'paragraph' ? caption(node) : node;
    case 'quotation':
      return { type: 'blockquote', children: [node as Paragraph] };
    default:
      return node.type === 'table' && node.data?.headless === true ? headed(node) : node;
  }
}

const caption = (node: Paragraph): Paragraph => ({
  ...node,
  children: [{ type: 'emphasis', children: node.children.map(unemphasised) }],
});

const unemphasised = (node: PhrasingContent): PhrasingContent =>
  node.type === 'emphasis' ? { type: 'strong', children: node.children } : node;

/** An empty row of headings over a table that has none. */
function headed(table: Table): Table {
  const cells = (table.children[0]?.children ?? []).map(() => ({ type: 'tableCell' as const, children: [] }));
  return { ...table, children: [{ type: 'tableRow', children: cells }, ...table.children] };
}
