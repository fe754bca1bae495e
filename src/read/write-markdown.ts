/** An mdast tree to Markdown that reads back as the same tree. */

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const processor = unified()
  .use(remarkGfm, { tablePipeAlign: false, stringLength: (text: string) => text.length })
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    bulletOrdered: '.',
    emphasis: '_',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '*',
    strong: '*',
  })
  .freeze();

export function writeMarkdown(tree: Root): string {
  return processor.stringify(tree).replace(DELIMITERS, (row) => row.replace(/-/g, '---'));
}

/** The line under a table's headings; its single hyphens are right, and look like cells. */
const DELIMITERS = /(?<=(?:^|\n(?![ \t]*\|)[^\n]*\n)[ \t>-]*\|[^\n]*\n)[ \t>]*\|(?: - \|)+(?=\n|$)/g;
