/** The lines of a column to paragraphs, items, tables and notes, by their places and type. */

import { readMarker } from '../text/marker.ts';
import { endsClause, endsSentence, leansOn, startsLower } from '../text/words.ts';
import { block, endsEarly, type PdfBlock } from './block.ts';
import type { Region } from './layout.ts';
import { joined, type PdfLine, type Row } from './line.ts';
import { type Given, tableAt } from './tables.ts';
import { noteMarker } from './tagged.ts';

/** What holds for the whole document. */
export interface Measures {
  /** The size that most of the text is set in. */
  body: number;
  /** Distance of two lines of a paragraph, in sizes. */
  leading: number;
}

export function measure(rows: readonly Row[]): Measures {
  const sizes = new Map<number, number>();
  for (const row of rows) {
    for (const piece of row.pieces) {
      const size = Math.round(piece.size * 4) / 4;
      sizes.set(size, (sizes.get(size) ?? 0) + piece.text.length);
    }
  }
  const body = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const ratios: number[] = [];
  for (let i = 1; i < rows.length; i++) {
    const a = rows[i - 1]!.pieces[0]!;
    const b = rows[i]!.pieces[0]!;
    const gap = b.y - a.y;
    if (a.page === b.page && gap > 0 && gap < a.size * 3 && startsLower(b.text) && !endsClause(a.text))
      ratios.push(gap / a.size);
  }
  ratios.sort((a, b) => a - b);
  return { body, leading: ratios[ratios.length >> 1] ?? 1.2 };
}

export function paragraphsOf(region: Region, measures: Measures, given: Given): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const { rows, right } = region;
  let current: PdfBlock | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const table = tableAt(rows, i, measures.leading, given);
    if (table !== undefined) {
      blocks.push(table.block);
      current = undefined;
      i = table.to - 1;
      continue;
    }
    const line = joined(row.pieces);
    if (line.text === '') continue;
    const marker = markerOf(line, current, measures);
    if (current !== undefined && marker === 0 && continues(current, line, right, measures, region.left)) {
      current.lines.push(line);
      continue;
    }
    current = start(line, marker, measures, right, i, rows);
    blocks.push(current);
  }
  nest(blocks);
  return blocks;
}

function start(
  line: PdfLine,
  marker: number,
  measures: Measures,
  right: number,
  index: number,
  rows: readonly Row[],
): PdfBlock {
  const isNote =
    index >= rows.length * 0.4 &&
    (line.note !== undefined || (line.size < measures.body * 0.93 && noteMarker([line]) > 0));
  if (isNote) return block('note', [line], { right, marker: line.note === undefined ? noteMarker([line]) : 0 });
  if (marker === 0) return block('paragraph', [line], { right });
  const ordered = /^\(?(?:\d|[a-zA-Z]{1,4}[.)])/.test(line.text) && !/^o\s/.test(line.text);
  return block('item', [line], { right, marker, ordered });
}

/** Letters that a bullet or label takes, or 0 where the line has none. */
function markerOf(line: PdfLine, current: PdfBlock | undefined, measures: Measures): number {
  const marker = readMarker(line.text);
  if (marker === undefined || marker.length >= line.text.length) return 0;
  if (line.size > measures.body * 1.08) return 0;
  if (marker.kind === 'bullet') {
    const weak = /^[-–—*+o]$/.test(marker.style);
    const previous = current?.lines.at(-1);
    if (
      weak &&
      previous !== undefined &&
      !endsClause(previous.text) &&
      line.x <= current!.lines[0]!.x + 1 &&
      current!.kind !== 'item'
    )
      return 0;
    return marker.length;
  }
  if (line.bold && !endsSentence(line.text)) return 0;
  if (marker.parts.length > 1) return 0;
  const rest = line.text.slice(marker.length);
  const hangs = line.bodyX > line.x + line.size * 0.8;
  // "12 Weir Lane".
  if (marker.style === '1' && !hangs) return 0;
  const previous = current?.lines.at(-1);
  if (previous !== undefined && !endsClause(previous.text) && current?.kind !== 'item' && startsLower(rest) && !hangs)
    return 0;
  // "2024. The review": the end of a sentence that wrapped.
  if (previous !== undefined && leansOn(previous.text) && !hangs) return 0;
  return marker.length;
}

function continues(current: PdfBlock, line: PdfLine, right: number, measures: Measures, left: number): boolean {
  const previous = current.lines.at(-1)!;
  const gap = line.y - previous.y;
  if (line.page !== previous.page || gap < 0) return false;
  if (line.note !== undefined && gap > previous.size * measures.leading * 1.1) return false;
  if (Math.abs(line.size - previous.size) > previous.size * 0.08) return false;
  if (gap > previous.size * measures.leading * 1.22) {
    // A line of larger type may stand wider.
    if (!(previous.size > measures.body * 1.15 && gap < previous.size * 1.6 && previous.bold === line.bold))
      return false;
  }
  const lower = startsLower(line.text);
  if (line.bold !== previous.bold && !lower) {
    const early = endsEarly(previous, line, right);
    if (current.lines.every((own) => own.bold) && (early || line.x < previous.x - 2)) return false;
    if (line.bold && early && endsClause(previous.text)) return false;
  }
  if (current.kind === 'note') return noteMarker([line]) === 0 || lower;
  if (current.kind === 'item') {
    const first = current.lines[0]!;
    if (lower) return true;
    // Under the item's words, or under its bullet with no gap.
    if (line.x >= first.bodyX - 2 && line.x < first.bodyX + 12) return true;
    return !endsSentence(previous.text) && line.x > left - 1 && !endsEarly(previous, line, right);
  }
  if (lower && !endsSentence(previous.text)) return true;
  // A first line set in.
  if (line.x > previous.x + line.size && current.lines.length > 1 && endsSentence(previous.text)) return false;
  if (endsSentence(previous.text) && endsEarly(previous, line, right)) {
    return gap <= previous.size * measures.leading * 1.08 && current.lines.length < 2 && previous.text.length < 60;
  }
  return true;
}

/** How deep each item stands, by where its bullet is. */
function nest(blocks: readonly PdfBlock[]): void {
  const stack: number[] = [];
  for (const one of blocks) {
    if (one.kind !== 'item') {
      if (one.kind !== 'note') stack.length = 0;
      continue;
    }
    const { x } = one.lines[0]!;
    while (stack.length > 0 && x < stack.at(-1)! - 4) stack.pop();
    if (stack.length === 0 || x > stack.at(-1)! + 6) stack.push(x);
    one.level = stack.length - 1;
  }
}
