/** Reading order of a page that does not tell it: bands from the top down, and in each band column after column. */

import { endsSentence, startsLower } from '../text/words.ts';
import type { Row } from './line.ts';

/** Lines that belong to one column of text. */
export interface Region {
  rows: Row[];
  left: number;
  right: number;
}

/** A column of text has this many lines at the least. */
const FEWEST = 5;
/** Beside so many lines, a list may be a column too. */
const MANY = 12;
const DEEPEST = 3;

/** `known` holds where white strips parted columns on the pages before. */
export function regionsOf(rows: readonly Row[], known: Set<number>, depth = 0): Region[] {
  if (rows.length === 0) return [];
  if (depth >= DEEPEST) return [region(rows)];
  for (const gutter of [...(depth === 0 ? known : []), gutterOf(rows)]) {
    if (gutter === undefined) continue;
    const regions = byGutter(rows, gutter, known, depth);
    if (regions !== undefined) return regions;
  }
  return [region(rows)];
}

function byGutter(rows: readonly Row[], gutter: number, known: Set<number>, depth: number): Region[] | undefined {
  const isKnown = known.has(gutter);
  let found = false;
  const regions: Region[] = [];
  let from = 0;
  let whole: Row[] = [];
  const flush = (): void => {
    if (whole.length > 0) regions.push(region(whole));
    whole = [];
  };
  while (from < rows.length) {
    let to = from;
    while (to < rows.length && isClear(rows[to]!, gutter)) to++;
    if (to > from && areColumns(rows.slice(from, to), gutter, isKnown)) {
      found = true;
      if (depth === 0) known.add(gutter);
      flush();
      const [left, right] = cut(rows.slice(from, to), gutter);
      regions.push(...regionsOf(left, known, depth + 1), ...regionsOf(right, known, depth + 1));
      from = to;
      continue;
    }
    const end = Math.max(to, from + 1);
    whole.push(...rows.slice(from, end));
    from = end;
  }
  flush();
  return found ? regions : undefined;
}

function region(rows: readonly Row[]): Region {
  const pieces = rows.flatMap((row) => row.pieces);
  return {
    rows: [...rows],
    left: Math.min(...pieces.map((piece) => piece.x)),
    right: Math.max(...pieces.map((piece) => piece.x1)),
  };
}

function isClear(row: Row, x: number): boolean {
  return row.pieces.every((piece) => piece.x1 <= x + 1 || piece.x >= x - 1);
}

function cut(rows: readonly Row[], x: number): [Row[], Row[]] {
  const sides: [Row[], Row[]] = [[], []];
  for (const row of rows) {
    const left = row.pieces.filter((piece) => piece.x < x);
    const right = row.pieces.filter((piece) => piece.x >= x - 1);
    if (left.length > 0) sides[0].push({ y: Math.max(...left.map((piece) => piece.y)), pieces: left });
    if (right.length > 0) sides[1].push({ y: Math.max(...right.map((piece) => piece.y)), pieces: right });
  }
  return sides;
}

/** Where a white strip could part two columns: before the x at which most right-hand pieces begin. */
function gutterOf(rows: readonly Row[]): number | undefined {
  const starts = new Map<number, number>();
  for (const row of rows) {
    row.pieces.forEach((piece, index) => {
      if (index === 0) return;
      const key = Math.round(piece.x / 3);
      starts.set(key, (starts.get(key) ?? 0) + 1);
    });
  }
  let best: number | undefined;
  let most = FEWEST - 1;
  for (const [key, count] of starts) {
    const near = count + (starts.get(key - 1) ?? 0) + (starts.get(key + 1) ?? 0);
    if (near > most) {
      most = near;
      best = key;
    }
  }
  return best === undefined ? undefined : best * 3 - 4.5;
}

/** Columns of text, and not of a table, whose rows begin at the same height in each. */
function areColumns(rows: readonly Row[], x: number, isKnown: boolean): boolean {
  const [left, right] = cut(rows, x);
  const fewest = isKnown ? 2 : FEWEST;
  if (left.length < fewest || right.length < fewest) return false;
  const [a, b] = [isProse(left) && flows(left), isProse(right) && flows(right)];
  if (!(a && b) && !((a || b) && Math.min(left.length, right.length) >= (isKnown ? fewest : MANY))) return false;
  const [starts, others] = [startsOf(left), startsOf(right)];
  const own = Math.min(starts.length, others.length);
  const both = starts.filter((y) => others.some((other) => Math.abs(other - y) < 1.5)).length;
  return both < Math.max(2, own * 0.5);
}

function isProse(rows: readonly Row[]): boolean {
  const lines = rows.flatMap((row) => row.pieces);
  const from = Math.min(...lines.map((line) => line.x));
  const to = Math.max(...lines.map((line) => line.x1));
  const full = lines.filter((line) => line.x1 - from > (to - from) * 0.75).length;
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0);
  return full >= lines.length * 0.45 && letters / lines.length >= 18;
}

/** Whether sentences run on from line to line. */
function flows(rows: readonly Row[]): boolean {
  const lines = rows.flatMap((row) => row.pieces);
  let runsOn = 0;
  for (let i = 1; i < lines.length; i++) if (startsLower(lines[i]!.text) && !endsSentence(lines[i - 1]!.text)) runsOn++;
  return runsOn >= lines.length * 0.2;
}

/** The heights of lines that have more white space above them than stands within a paragraph. */
function startsOf(rows: readonly Row[]): number[] {
  const wide = usualStep(rows) * 1.15;
  return rows.flatMap((row, index) => (index > 0 && row.y - rows[index - 1]!.y > wide ? [row.y] : []));
}

/** The distance of two lines of one paragraph. */
function usualStep(rows: readonly Row[]): number {
  const steps = rows.slice(1).map((row, index) => row.y - rows[index]!.y);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length * 0.2)] ?? 12;
}
