/**
 * Inline nodes to running text: emphasis and links are plain text, HTML tags and footnote marks are not there at all.
 */

import type { Node, Parent, PhrasingContent } from 'mdast';
import { type Flow, FlowBuilder } from './flow.ts';
import type { Vocabulary } from './hyphen.ts';
import './node-data.ts';

export interface InlineContext {
  source: string;
  vocabulary: () => Vocabulary;
  /** Called for text that was struck out, which is left out. */
  onStruck(node: Node): void;
}

export function startOffset(node: Node): number {
  return node.position?.start.offset ?? -1;
}

export function endOffset(node: Node): number {
  return node.position?.end.offset ?? -1;
}

/** The running text of a node that holds inline nodes. `page` is the page of the node around it. */
export function flowOf(node: Node, page: number, context: InlineContext): Flow {
  const from = Math.max(startOffset(node), 0);
  const builder = new FlowBuilder(context.source, from, context.vocabulary);
  const end = endOffset(node);
  addChildren(node, builder, end < 0 ? context.source.length : end, page, context);
  return builder.finish();
}

function addChildren(node: Node, builder: FlowBuilder, limit: number, page: number, context: InlineContext): void {
  if (!('children' in node)) return;
  let inSuperscript = false;
  for (const child of (node as Parent).children as PhrasingContent[]) {
    if (child.type === 'html') {
      if (/^<sup\b/i.test(child.value)) inSuperscript = true;
      else if (/^<\/sup\b/i.test(child.value)) inSuperscript = false;
      else if (/^<(?:br|p|div|li|hr)\b/i.test(child.value)) builder.hardBreak();
      continue;
    }
    // A raised number is a footnote's mark.
    if (inSuperscript && child.type === 'text' && /^\s*[\d*†,]+\s*$/.test(child.value)) continue;
    addInline(child, builder, limit, page, context);
  }
}

function addInline(
  node: PhrasingContent,
  builder: FlowBuilder,
  limit: number,
  page: number,
  context: InlineContext,
): void {
  const own = node.data?.page ?? page;
  const end = endOffset(node);
  switch (node.type) {
    case 'text':
      builder.add(node.value, startOffset(node), end < 0 ? limit : end, own);
      break;
    case 'inlineCode':
      builder.add(node.value, startOffset(node), end < 0 ? limit : end, own);
      break;
    case 'image':
    case 'imageReference':
      if (node.alt) builder.add(node.alt, startOffset(node), end < 0 ? limit : end, own);
      break;
    case 'break':
      builder.hardBreak();
      break;
    case 'delete':
      context.onStruck(node);
      builder.space();
      break;
    case 'html':
    case 'footnoteReference':
      break;
    default:
      addChildren(node, builder, end < 0 ? limit : end, own, context);
  }
}
