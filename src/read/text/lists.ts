/** Items to lists: how deep each item stands, and lists whose bullets were lost on the way out of a PDF. */

import type { List, ListItem } from 'mdast';
import type { Chunk } from './chunk.ts';
import type { Emitter, Span } from './emit.ts';
import { endsSentence } from './words.ts';

/** The spans of a chunk's lines, its marker left out. */
export function spansOf(chunk: Chunk, keepMarker = false): Span[] {
  return chunk.lines.map((line, index) => ({
    from: line.from + (index === 0 && !keepMarker ? (chunk.marker?.length ?? 0) : 0),
    to: line.to,
    page: line.page,
  }));
}

interface Level {
  styles: Set<string>;
  indent: number;
  list: List;
}

/** One run of items as a list, nested by indentation, by a colon above, or by bullets that come back. */
export function buildList(chunks: readonly Chunk[], emit: Emitter): List {
  const lastOf = new Map<string, number>();
  chunks.forEach((chunk, index) => lastOf.set(styleOf(chunk), index));
  const top = emptyList(chunks[0]!);
  const levels: Level[] = [{ styles: new Set([styleOf(chunks[0]!)]), indent: chunks[0]!.lines[0]!.indent, list: top }];
  chunks.forEach((chunk, index) => {
    const style = styleOf(chunk);
    const indent = chunk.lines[0]!.indent;
    const previous = chunks[index - 1];
    let level = levels.findLastIndex((candidate) => candidate.styles.has(style) && indent <= candidate.indent + 1);
    if (previous !== undefined && level < 0) {
      const deepest = levels.at(-1)!;
      const introduced = previous.lines.at(-1)!.text.endsWith(':');
      const comesBack = [...deepest.styles].some((other) => (lastOf.get(other) ?? -1) > index);
      const deeper = indent > deepest.indent + 1;
      const shallower = indent < deepest.indent - 1;
      if (shallower) {
        level = Math.max(levels.findLastIndex((candidate) => candidate.indent <= indent + 1), 0);
        levels[level]!.styles.add(style);
      } else if ((deeper || introduced || comesBack) && levels.length < 8) {
        const parent = deepest.list.children.at(-1)!;
        const list = emptyList(chunk);
        parent.children.push(list);
        levels.push({ styles: new Set([style]), indent, list });
        level = levels.length - 1;
      } else {
        deepest.styles.add(style);
        level = levels.length - 1;
      }
    }
    level = Math.max(level, 0);
    levels.length = level + 1;
    levels[level]!.list.children.push(emit.item([emit.paragraph(spansOf(chunk))]));
  });
  place(top);
  return top;
}

function styleOf(chunk: Chunk): string {
  return chunk.marker?.style ?? '';
}

function emptyList(first: Chunk): List {
  return { type: 'list', ordered: first.marker !== undefined && first.marker.kind !== 'bullet', spread: false, children: [] };
}

function place(list: List): void {
  for (const item of list.children) {
    for (const child of item.children) if (child.type === 'list') place(child);
    spread(item);
  }
  spread(list);
}

function spread(node: List | ListItem): void {
  const first = node.children[0]?.position;
  const last = node.children.at(-1)?.position;
  if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
}

/**
 * Chunks [from, to) that are a list without bullets: each after wide white space, introduced by what stands before.
 * The text of slides and of some PDF tools comes out so.
 */
export function lostList(chunks: readonly Chunk[], from: number, isFree: (index: number) => boolean): number {
  const lead = chunks[from - 1];
  if (lead === undefined || endsSentence(lead.lines.at(-1)!.text)) return from;
  const introduced = lead.lines.at(-1)!.text.endsWith(':');
  let to = from;
  let unstopped = 0;
  let wide = 0;
  while (to < chunks.length && isFree(to)) {
    const chunk = chunks[to]!;
    if (chunk.marker !== undefined) break;
    if (to > from && chunk.blanks < 2 && !chunk.pageBreak) break;
    if (to > from && chunk.pageBreak && chunks[to + 1]?.blanks !== undefined && chunks[to + 1]!.blanks < 2) break;
    const text = chunk.lines.map((line) => line.text).join(' ');
    if (text.length > 600) break;
    if (chunk.blanks >= 2) wide++;
    if (!endsSentence(text)) unstopped++;
    to++;
  }
  const count = to - from;
  if (count < 2 || wide < count - 1) return from;
  const ends = to < chunks.length && (chunks[to]!.blanks < 2 || !isFree(to));
  if (unstopped >= count * 0.5 || (introduced && ends && count <= 12)) return to;
  return from;
}
