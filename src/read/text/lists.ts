/** Items to lists: how deep each item stands, and lists whose bullets were lost on the way out of a PDF. */

import type { List, ListItem } from 'mdast';
import type { Chunk, Layout } from './chunk.ts';
import type { Emitter, Span } from './emit.ts';
import { endsClause, endsSentence } from './words.ts';

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
  for (const [index, chunk] of chunks.entries()) lastOf.set(styleOf(chunk), index);
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
        level = Math.max(
          levels.findLastIndex((candidate) => candidate.indent <= indent + 1),
          0,
        );
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
  return {
    type: 'list',
    ordered: first.marker !== undefined && first.marker.kind !== 'bullet',
    spread: false,
    children: [],
  };
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

/** A list whose items are each one or more chunks, without bullets. */
export function buildLostList(items: readonly (readonly Chunk[])[], emit: Emitter): List {
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((chunks) => emit.item(chunks.map((chunk) => emit.paragraph(spansOf(chunk))))),
  };
  spread(list);
  return list;
}

/** Hangs a list under the last item of another, which introduces it. */
export function nest(outer: List, inner: List): void {
  const item = outer.children.at(-1)!;
  item.children.push(inner);
  spread(item);
  spread(outer);
}

/** Lists that lost their bullets: the index of the first chunk -> the chunks of each item. */
export function findLostLists(
  chunks: readonly Chunk[],
  isFree: (index: number) => boolean,
  layout: Layout,
): Map<number, Chunk[][]> {
  const lists = new Map<number, Chunk[][]>();
  for (let i = 1; i < chunks.length; i++) {
    const items = lostList(chunks, i, isFree, layout);
    if (items === undefined) continue;
    lists.set(i, items);
    i += items.reduce((sum, item) => sum + item.length, 0) - 1;
  }
  return lists;
}

/**
 * A list without bullets that starts at a chunk: each item after wide white space, introduced by what stands before.
 * The text of slides and of some PDF tools comes out so.
 */
function lostList(
  chunks: readonly Chunk[],
  from: number,
  isFree: (index: number) => boolean,
  layout: Layout,
): Chunk[][] | undefined {
  const lead = chunks[from - 1]!;
  const leadText = lead.lines.at(-1)!.text;
  if (lead.fixed !== undefined || endsSentence(leadText) || !isFree(from)) return undefined;
  const introduced = leadText.endsWith(':');
  if (!introduced && (layout.doubleSpaced || chunks[from]!.blanks < 2 || leadText.length < layout.width * 0.4))
    return undefined;
  const items: Chunk[][] = [];
  let unstopped = 0;
  let semicolons = 0;
  let wide = 0;
  let at = from;
  for (; at < chunks.length && isFree(at) && items.length < 60; at++) {
    const chunk = chunks[at]!;
    if (chunk.marker !== undefined || lengthOf(chunk) > 600) break;
    const text = chunk.lines.at(-1)!.text;
    if (at > from && chunk.blanks < 2) {
      // Where wide gaps follow, a narrow one parts items too, and none makes a second line of the same item.
      const next = chunks[at + 1];
      const nextButOne = chunks[at + 2];
      const widens = (next?.blanks ?? 0) >= 2 || (nextButOne?.blanks ?? 0) >= 2;
      const goesOn = next !== undefined && widens && isFree(at + 1) && !endsClause(text);
      if (!goesOn || chunk.pageBreak || (chunk.blanks === 0 && text.length > layout.width * 0.8)) break;
      if (chunk.blanks === 0) {
        items.at(-1)!.push(chunk);
      } else {
        items.push([chunk]);
        wide++;
        unstopped++;
      }
      continue;
    }
    items.push([chunk]);
    if (chunk.blanks >= 2) wide++;
    if (!endsSentence(text)) unstopped++;
    if (/(?:;|; and|; or|,)$/.test(text)) semicolons++;
    else if (semicolons > 0 && endsSentence(text)) {
      at++;
      break;
    }
  }
  const count = items.length;
  if (count < 2 || wide < count - 1) return undefined;
  if (!introduced) return count >= 3 && unstopped === count ? items : undefined;
  if (semicolons >= count - 1) return items;
  if (layout.doubleSpaced) return undefined;
  const ends = at >= chunks.length || chunks[at]!.blanks < 2 || !isFree(at);
  return unstopped >= count * 0.5 || (ends && count <= 12) ? items : undefined;
}

function lengthOf(chunk: Chunk): number {
  return chunk.lines.reduce((sum, line) => sum + line.text.length, 0);
}
