/** Tables by where their words stand: rows of pieces that keep to the same columns, with white strips between. */

import { isCaption } from '../../document/shapes.ts';
import { endsSentence, startsLower } from '../text/words.ts';
import { block, type PdfBlock, textOf } from './block.ts';
import { joined, type LineMaker, type PdfLine, type Row } from './line.ts';
import { columnsOf } from './tagged.ts';

/** White space between two columns, in points. */
const STRIP = 4;
/** Rows of a table stand no further apart, in lines. */
const FURTHEST = 4.5;

export interface PdfTable {
  /** Rows [from, to). */
  from: number;
  to: number;
  block: PdfBlock;
}

type Finer = (row: Row) => PdfLine[];

interface Strip {
  from: number;
  to: number;
}

/** A table that begins at a row, if one does. */
export function tableAt(rows: readonly Row[], from: number, leading: number, given: Given): PdfTable | undefined {
  const start = headedAt(rows, from, leading);
  if (start < 0) return undefined;
  const first = rows[start]!;
  const comesBack = given.headers.has(keyOf(first));
  const starts = startsOf(rows, start, leading);
  let covered: Strip[] = [];
  const parted = new Map<Row, PdfLine[]>();
  // Words that reach into the next column are cut only where the rows above leave no doubt that it begins there.
  const finer = (row: Row): PdfLine[] => {
    let pieces = parted.get(row);
    if (pieces === undefined) {
      const edges = starts.filter((x) => covered.slice(1).some((strip) => Math.abs(strip.from - x) <= 1));
      pieces = given.make.finer(row, starts, parted.size > 1 ? edges : []);
      parted.set(row, pieces);
    }
    return pieces;
  };
  let to = from;
  let split = 0;
  let widest = 0;
  let lastSplit = start;
  for (; to < rows.length; to++) {
    const row = rows[to]!;
    const previous = rows[to - 1];
    if (to > from && previous !== undefined && row.y - previous.y > leading * sizeOf(row) * FURTHEST) break;
    const step = to > from ? row.y - previous!.y : 0;
    // More columns after a wider gap are the next table.
    const more = row.pieces.length > covered.length;
    if (to > start + 1 && more && (step > widest * 1.2 || (to > start + 2 && step > widest * 0.95))) break;
    if (to > start) widest = Math.max(widest, step);
    const next = cover(covered, finer(row), starts);
    if (next.length < 2 && to >= start) break;
    // A line of its own, larger or alone in bold, is no cell.
    if (row.pieces.length === 1 && to > start && isHeading(row.pieces[0]!, rows, start, to)) break;
    if (to > start + 1 && next.length < covered.length - 1) break;
    covered = next;
    if (row.pieces.length > 1) {
      split++;
      lastSplit = to;
    }
  }
  // Lines under the last full row belong to it while they stand close.
  let end = lastSplit + 1;
  const close = leading * (comesBack && split === 1 ? 1.6 : 1.2);
  while (end < to && rows[end]!.y - rows[end - 1]!.y < close * sizeOf(rows[end]!)) end++;
  // The last row of a page may be cut off after its first cell.
  if (end === rows.length - 1 && rows[end]!.pieces.length === 1 && end < to) end++;
  if (split < (comesBack ? 1 : 2)) return undefined;
  const own = rows.slice(from, end);
  const columns = own.reduce<Strip[]>((strips, row) => cover(strips, finer(row), starts), []);
  if (columns.length < 2 || columns.length > 12) return undefined;
  const cells = rowsOf(own, columns, leading, finer);
  if (cells.length < 2 && !comesBack) return undefined;
  const filled = cells.filter((row) => row.filter((cell) => cell.length > 0).length > 1).length;
  if (!comesBack && (filled < 2 || filled < cells.length * 0.5)) return undefined;
  const header = comesBack || headerOf(cells);
  if (header !== false) given.headers.add(keyOf(first));
  const lines = cells.flat(2);
  return { from, to: end, block: block('table', lines, { rows: cells, columns: columnsOf(cells), header }) };
}

/** What is known from the whole document. */
export interface Given {
  make: LineMaker;
  /** First rows of the tables so far. */
  headers: Set<string>;
  /** Where white strips part columns of text. */
  gutters: Set<number>;
}

/** Where the pieces of several rows begin: the left edges of columns. */
function startsOf(rows: readonly Row[], from: number, leading: number): number[] {
  const counts = new Map<number, number>();
  for (let i = from; i < rows.length && i < from + 60; i++) {
    const row = rows[i]!;
    if (i > from && row.y - rows[i - 1]!.y > leading * sizeOf(row) * FURTHEST) break;
    for (const piece of row.pieces.slice(1)) {
      const x = Math.round(piece.x);
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= 2).map(([x]) => x);
}

function keyOf(row: Row): string {
  return row.pieces
    .map((piece) => piece.text)
    .join(' ')
    .toLowerCase();
}

/** The first row with more than one piece: the row itself, or one under the upper lines of tall column headings. */
function headedAt(rows: readonly Row[], from: number, leading: number): number {
  const first = rows[from]!;
  if (first.pieces.length > 1) return from;
  const line = first.pieces[0]!;
  for (let i = from + 1; i < rows.length && i <= from + 3; i++) {
    const row = rows[i]!;
    if (row.y - rows[i - 1]!.y > leading * sizeOf(row) * 1.15 || line.text.length > 40 || endsSentence(line.text))
      return -1;
    if (row.pieces.length < 2) continue;
    const under = row.pieces.findIndex((piece) => Math.abs(piece.x - line.x) < 3 && piece.bold === line.bold);
    return under > 0 || (under === 0 && line.x1 < row.pieces[1]!.x && line.bold) ? i : -1;
  }
  return -1;
}

function sizeOf(row: Row): number {
  return row.pieces.reduce((size, piece) => Math.max(size, piece.size), 1);
}

/** A line that stands between two tables, or after one. */
function isHeading(line: PdfLine, rows: readonly Row[], from: number, at: number): boolean {
  const first = rows[from]!.pieces;
  const size = Math.max(...rows.slice(from, from + 3).flatMap((row) => row.pieces.map((piece) => piece.size)));
  if (line.size > size * 1.08 || isCaption(line.text)) return true;
  if (!line.bold || endsSentence(line.text) || line.x > first[0]!.x + 1) return false;
  return !rows[at - 1]!.pieces.every((piece) => piece.bold);
}

/** The stretches that words cover, once these pieces are there too. */
function cover(strips: readonly Strip[], pieces: readonly PdfLine[], starts: readonly number[]): Strip[] {
  const all = [...strips, ...pieces.map((piece) => ({ from: piece.x, to: piece.x1 }))].sort((a, b) => a.from - b.from);
  const out: Strip[] = [];
  for (const strip of all) {
    const last = out.at(-1);
    // A column's left edge is one however near the words before it come.
    const white = starts.some((x) => Math.abs(x - strip.from) <= 1) ? 0.5 : STRIP;
    if (last !== undefined && strip.from < last.to + white) last.to = Math.max(last.to, strip.to);
    else out.push({ ...strip });
  }
  return out;
}

/** Lines to rows: by the white space between rows, or where there is none, by the first column. */
function rowsOf(rows: readonly Row[], columns: readonly Strip[], leading: number, finer: Finer): PdfLine[][][] {
  const spaced = isSpaced(rows, leading, columns, finer);
  const out: PdfLine[][][] = [];
  const begins = rows.findIndex((row) => row.pieces.length > 1);
  rows.forEach((row, index) => {
    const pieces = finer(row);
    const cells = columns.map((column) => {
      const own = pieces.filter((piece) => piece.x >= column.from - 1 && piece.x <= column.to);
      return own.length === 0 ? undefined : joined(own);
    });
    const previous = rows[index - 1];
    const gap = previous === undefined ? Number.POSITIVE_INFINITY : row.y - previous.y;
    const [key] = cells;
    const partly = cells.includes(undefined) && cells.some((cell) => cell !== undefined && startsLower(cell.text));
    const wraps = (key !== undefined && startsLower(key.text)) || partly || (index > 0 && index <= begins);
    const starts = spaced
      ? gap > spaced && !(index > 0 && index <= begins)
      : key !== undefined && !wraps && cells.filter(Boolean).length > 1;
    const last = out.at(-1);
    if (last === undefined || starts) out.push(cells.map((cell) => (cell === undefined ? [] : [cell])));
    else for (const [column, cell] of cells.entries()) if (cell !== undefined) last[column]!.push(cell);
  });
  return out;
}

/** The distance that parts two rows, if it can be told from that of two lines; else 0. */
function isSpaced(rows: readonly Row[], leading: number, columns: readonly Strip[], finer: Finer): number {
  const steps = rows.slice(1).map((row, index) => row.y - rows[index]!.y);
  const distances = [...steps].sort((a, b) => a - b);
  const size = sizeOf(rows[0]!);
  const line = Math.min(leading * size, Math.max(distances[0] ?? 0, size));
  let best = 0;
  let widest = size * 0.15;
  for (let i = 1; i < distances.length; i++) {
    const jump = distances[i]! - distances[i - 1]!;
    if (distances[i - 1]! < line * 1.25 && jump > widest) {
      widest = jump;
      best = (distances[i]! + distances[i - 1]!) / 2;
    }
  }
  if (best > 0) {
    if (widest > size * 0.3 && steps.filter((step) => step > best).length > 1) return best;
    // Perhaps only the column headings stand off: then each full line is a row.
    const full = rows.filter((row, index) => index > 0 && steps[index - 1]! < best && isFull(row, columns, finer));
    return full.length > 1 ? 0 : best;
  }
  // All the same: either every line is a row, or rows are not parted at all.
  return (distances[0] ?? 0) > line * 1.25 || (distances[0] ?? 0) > size * 1.6 ? (distances[0] ?? 0) - 0.5 : 0;
}

/** A line with the beginning of a cell in every column. */
function isFull(row: Row, columns: readonly Strip[], finer: Finer): boolean {
  const pieces = finer(row);
  return (
    columns.every((column) => pieces.some((piece) => piece.x >= column.from - 1 && piece.x <= column.to)) &&
    !startsLower(pieces[0]!.text)
  );
}

function headerOf(rows: readonly PdfLine[][][]): boolean | undefined {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return undefined;
  const isBold = (row: readonly PdfLine[][]): boolean => row.flat().length > 0 && row.flat().every((line) => line.bold);
  if (isBold(first) && !isBold(second)) return true;
  const names = first.map(textOf);
  if (names.some((name) => name.length > 60 || endsSentence(name))) return false;
  return undefined;
}
