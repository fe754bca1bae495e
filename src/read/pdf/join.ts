/** What a page's end cut in two: paragraphs, items and tables go on where they left off; notes wait for their end. */

import { endsClause, leansOn, startsLower } from '../text/words.ts';
import { endsEarly, type PdfBlock, textOf } from './block.ts';
import type { PdfLine } from './line.ts';

export function joinPages(blocks: readonly PdfBlock[]): PdfBlock[] {
  const out: PdfBlock[] = [];
  let notes: PdfBlock[] = [];
  for (const one of blocks) {
    if (one.kind === 'note') {
      notes.push(one);
      continue;
    }
    const last = out.at(-1);
    if (last !== undefined && isCut(last.lines.at(-1)!, one.lines[0]!) && goesOn(last, one)) {
      if (one.kind === 'table') joinTables(last, one);
      else last.lines.push(...one.lines);
      continue;
    }
    if (one.kind === 'heading' || one.kind === 'paragraph') {
      out.push(...notes);
      notes = [];
    }
    out.push(one);
  }
  out.push(...notes);
  return out;
}

/** Whether a page or a column ended between two lines. */
function isCut(a: PdfLine, b: PdfLine): boolean {
  return a.page !== b.page || b.y < a.y - a.size;
}

function goesOn(last: PdfBlock, next: PdfBlock): boolean {
  if (next.kind === 'table') return last.kind === 'table' && sameColumns(last, next);
  if (last.kind !== 'paragraph' && last.kind !== 'item' && last.kind !== 'quotation') return false;
  const isItem = next.kind === 'item' && next.goesOn && last.kind === 'item';
  if (next.kind !== 'paragraph' && next.kind !== last.kind) return false;
  if (next.kind === 'item' && !isItem) return false;
  if (next.strong || last.strong) return false;
  const a = last.lines.at(-1)!;
  const b = next.lines[0]!;
  if (Math.abs(a.size - b.size) > a.size * 0.08) return false;
  if (isItem && startsLower(b.text)) return true;
  if (endsClause(a.text)) return false;
  if (startsLower(b.text) || leansOn(a.text) || /[,\u00ad-]$/.test(a.text)) return true;
  return a.bold === b.bold && last.lines.length > 1 && !endsEarly(a, b, last.right);
}

function sameColumns(a: PdfBlock, b: PdfBlock): boolean {
  if (a.columns.length !== b.columns.length) return false;
  if (a.tagged && b.tagged) return true;
  return a.columns.every((x, index) => Math.abs(x - (b.columns[index] ?? -99)) < 12);
}

function joinTables(table: PdfBlock, more: PdfBlock): void {
  const rows = [...more.rows];
  const text = (row: readonly PdfLine[][] | undefined): string => (row ?? []).map(textOf).join('|');
  if (text(rows[0]) === text(table.rows[0])) {
    rows.shift();
    table.header ??= true;
  }
  const [first] = rows;
  const last = table.rows.at(-1)!;
  if (first !== undefined && isRest(first, last)) {
    for (const [index, cell] of first.entries()) last[index]!.push(...cell);
    rows.shift();
  }
  table.rows.push(...rows);
  table.lines = table.rows.flat(2);
}

/** Whether a row is the rest of the one before: its cells begin in the middle of a sentence. */
function isRest(row: readonly PdfLine[][], before: readonly PdfLine[][]): boolean {
  const filled = row.flatMap((cell, index) => (cell.length > 0 ? [{ cell, index }] : []));
  if (filled.length === 0) return false;
  if (row[0]!.length === 0 && filled.length < row.length) return true;
  const runsOn = filled.filter(({ cell, index }) => {
    const own = before[index]?.at(-1)?.text ?? '';
    return startsLower(cell[0]!.text) || leansOn(own) || own.endsWith(',');
  });
  return runsOn.length >= filled.length * 0.5;
}
