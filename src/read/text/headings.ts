/**
 * Which chunks are headings. A heading has text under it: in a run of short lines with nothing between, such as the
 * cells of a table or the names under a foreword, only those that are headings by their own words stay.
 */

import { titleKey } from '../../document/contents.ts';
import type { Chunk, Layout } from './chunk.ts';
import { isTitleCase } from './heading-shape.ts';
import type { Line } from './line.ts';
import { isTableCaption } from './tables.ts';
import { looksLikeName, namesRole, startsLower } from './words.ts';

/** Chunk index -> depth, for the chunks that are headings. `taken` tells the chunks that are something else. */
export function findHeadings(
  chunks: readonly Chunk[],
  layout: Layout,
  pageHints: ReadonlySet<Line>,
  taken: (index: number) => boolean,
): Map<number, number> {
  const labels = labelRegions(chunks, layout);
  const candidates = chunks.map((chunk, index) => {
    if (taken(index)) return 0;
    const strength = strengthOf(chunk, index, chunks, layout, pageHints);
    return strength < 3 && labels[index] === true && !pageHints.has(chunk.lines[0]!) ? 0 : strength;
  });
  const chosen = new Set<number>();
  let i = 0;
  while (i < chunks.length) {
    if (candidates[i] === 0) {
      i++;
      continue;
    }
    let end = i;
    while (end < chunks.length && candidates[end]! > 0) end++;
    chooseFromRun(chunks, candidates, i, end, chosen);
    i = end;
  }
  return depths(chunks, chosen, candidates, layout);
}

/** The fewest short lines in a row that make the cells of a table. */
const MOST_LABELS = 6;

/** Where nearly every chunk is a short line: the cells of a table that came out one under the other. */
function labelRegions(chunks: readonly Chunk[], layout: Layout): boolean[] {
  const labels = chunks.map((chunk) => {
    const { text } = chunk.lines[0]!;
    return (
      chunk.lines.length === 1 &&
      chunk.fixed === undefined &&
      chunk.marker === undefined &&
      text.length < layout.width * 0.6 &&
      !/[.!?:;,]$/.test(text)
    );
  });
  const inside = chunks.map(() => false);
  const sums = [0];
  for (const label of labels) sums.push(sums.at(-1)! + (label ? 1 : 0));
  for (let i = 0; i + 9 <= chunks.length; i++) if (sums[i + 9]! - sums[i]! >= 7) inside[i + 4] = true;
  let from = 0;
  for (let i = 0; i <= chunks.length; i++) {
    if (labels[i] === true) continue;
    // The last of them may be the heading of what follows, and then has to show it by its own words.
    if (i - from >= MOST_LABELS) inside.fill(true, from, chunks[i - 1]!.shape === 'strong' ? i - 1 : i);
    from = i + 1;
  }
  return inside;
}

/** 0 no heading, 1 perhaps, 2 likely, 3 by number or by the contents page. */
function strengthOf(
  chunk: Chunk,
  index: number,
  chunks: readonly Chunk[],
  layout: Layout,
  pageHints: ReadonlySet<Line>,
): number {
  if (chunk.shape === 'none' || isTableCaption(chunk.lines[0]!)) return 0;
  const line = chunk.lines[0]!;
  const text = chunk.lines.map((part) => part.text).join(' ');
  const next = chunks[index + 1];
  const previous = chunks[index - 1];
  // The last words of a title page do not head the contents page after them.
  if (next === undefined || next.fixed?.[0]?.type === 'heading') return 0;
  if (
    looksLikeName(text) &&
    next.lines.length === 1 &&
    namesRole(next.lines[0]!.text) &&
    next.lines[0]!.text.length < 90 &&
    next.shape !== 'strong'
  )
    return 0;
  if (
    namesRole(text) &&
    previous !== undefined &&
    looksLikeName(previous.lines.at(-1)!.text) &&
    chunk.shape !== 'strong'
  )
    return 0;
  const nextIsItem = next.marker !== undefined && next.marker.kind !== 'number';
  if (namesPostHolder(text)) return 0;
  if (text.endsWith(':')) {
    if (nextIsItem || next.blanks >= 2 || startsLower(next.lines[0]!.text) || !isTitleCase(text)) return 0;
  }
  if (chunk.marker?.kind === 'number') return isNumberedHeading(chunk, index, chunks) ? 3 : 0;
  if (layout.titles.has(titleKey(text))) return 3;
  if (chunk.shape === 'strong') return 2;
  if (pageHints.has(line) && isTitleCase(text)) return 2;
  if (pageHints.has(line)) return 2;
  const open =
    chunk.blanks > 0 ||
    chunk.pageBreak ||
    previous === undefined ||
    (previous.shape !== 'none' && previous.lines.length === 1);
  if (!open && !isTitleCase(text) && text.split(' ').length > 6 && !nextIsItem) return 0;
  return 1;
}

/** "Ada Quill, Chief Executive": a line of a signature or a list of members. */
function namesPostHolder(text: string): boolean {
  const comma = text.indexOf(', ');
  return comma > 0 && looksLikeName(text.slice(0, comma)) && namesRole(text.slice(comma));
}

/** "3 Who leads" is a heading; "1. To provide leadership" before "2. To chair" is an item. */
function isNumberedHeading(chunk: Chunk, index: number, chunks: readonly Chunk[]): boolean {
  const marker = chunk.marker!;
  const isSibling = (other: Chunk | undefined, step: number): boolean =>
    other?.marker?.kind === 'number' &&
    other.marker.style === marker.style &&
    other.marker.parts.length === 1 &&
    marker.parts.length === 1 &&
    other.marker.value === marker.value + step;
  return !isSibling(chunks[index + 1], 1) && !isSibling(chunks[index - 1], -1);
}

function chooseFromRun(
  chunks: readonly Chunk[],
  candidates: readonly number[],
  from: number,
  to: number,
  chosen: Set<number>,
): void {
  const bodied = to < chunks.length;
  for (let i = from; i < to; i++) {
    const strength = candidates[i]!;
    const isLast = i === to - 1;
    if (strength >= 3) chosen.add(i);
    else if (strength === 2) {
      if (isLast ? bodied : to - from <= 3 || candidates[i + 1]! !== 2 || i === from) chosen.add(i);
    } else if (isLast && bodied) {
      // The only weak line before a body, or the last of a pair.
      if (to - from <= 2 || chunks[i]!.blanks > 0 || chunks[i]!.pageBreak) chosen.add(i);
    }
  }
}

function depths(
  chunks: readonly Chunk[],
  chosen: ReadonlySet<number>,
  candidates: readonly number[],
  layout: Layout,
): Map<number, number> {
  const result = new Map<number, number>();
  const numbered = [...chosen].some((index) => chunks[index]!.marker !== undefined);
  const strong = [...chosen].filter((index) => candidates[index]! >= 2).length;
  let lastNumbered = 0;
  for (const index of chosen) {
    const chunk = chunks[index]!;
    const marker = chunk.marker;
    const text = chunk.lines[0]!.text;
    if (marker !== undefined) {
      // "1.0 Introduction" is as high as "1 Introduction".
      const parts = marker.parts.at(-1) === 0 ? marker.parts.length - 1 : marker.parts.length;
      lastNumbered = 1 + Math.max(parts, 1);
      result.set(index, lastNumbered);
    } else if (candidates[index]! >= 2 && !(numbered && candidates[index] === 2 && !isTop(text))) {
      result.set(index, 2);
      if (index > 0) lastNumbered = layout.titles.has(titleKey(text)) || isTop(text) ? 2 : lastNumbered;
    } else if (numbered) {
      result.set(index, Math.min(Math.max(lastNumbered, 1) + 1, 6));
    } else {
      result.set(index, strong >= 2 ? 3 : 2);
    }
  }
  return result;
}

function isTop(text: string): boolean {
  return (
    /^(?:appendix|annexe?|schedule|part|chapter|foreword|introduction|glossary|contents|approval|signature)/i.test(
      text,
    ) || text === text.toUpperCase()
  );
}
