/**
 * What is printed on every page and belongs to none: running headers, footers and page numbers. They cut sentences in
 * two, so they go before anything else is looked at. What was left out is told in a note.
 */

import type { ReadingNote } from '../../document/types.ts';
import type { Line } from './line.ts';
import { leansOn } from './words.ts';

/** Fewer lines than this on a page, on average, and what comes back is no header. */
const SHORTEST_PAGE = 5;

/** How deep into a page, from either edge, furniture can stand. */
const EDGE = 3;

export interface Cleaned {
  lines: Line[];
  notes: ReadingNote[];
}

export function removeFurniture(lines: Line[]): Cleaned {
  const furniture = new Set<Line>();
  if (lines.some((line) => line.page > 1)) byPages(lines, furniture);
  else byRepetition(lines, furniture);
  loosePageNumbers(lines, furniture);
  if (furniture.size === 0) return { lines, notes: [] };

  const kept: Line[] = [];
  let blanks = 0;
  let pageTop = false;
  let removed = false;
  for (const line of lines) {
    if (furniture.has(line)) {
      blanks = Math.max(blanks, line.blanks);
      pageTop ||= line.pageTop;
      removed = true;
      continue;
    }
    if (removed) {
      line.blanks = Math.max(line.blanks, blanks);
      // Furniture between two lines is the end of a page, form feed or not.
      line.pageBreak = kept.length > 0;
      line.pageTop ||= pageTop;
    }
    kept.push(line);
    blanks = 0;
    pageTop = false;
    removed = false;
  }
  const count = furniture.size;
  return {
    lines: kept,
    notes: [
      {
        code: 'page-furniture',
        message: `${count} running header${count === 1 ? '' : 's'}, footers and page numbers were left out.`.replace(
          '1 running header, footers and page numbers were',
          '1 running header, footer or page number was',
        ),
      },
    ],
  };
}

/** The same words on different pages, whatever their numbers. */
function keyOf(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/^[ivxl]{1,6}$/, '#');
}

const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlIVXL]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$/i;
const NAMED_PAGE_NUMBER =
  /^(?:[-–—|]\s*)?page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|])?$|^\d{1,4}\s*\|\s*page$/i;

function byPages(lines: Line[], furniture: Set<Line>): void {
  const pages: Line[][] = [];
  for (const line of lines) {
    pages[line.page] ??= [];
    pages[line.page]!.push(line);
  }
  const filled = pages.filter((page) => page !== undefined && page.length > 0);
  const seen = new Map<string, number>();
  const edges = (page: Line[]): { top: Line[]; bottom: Line[] } => ({
    top: page.slice(0, EDGE),
    bottom: page.slice(-EDGE).reverse(),
  });
  for (const page of filled) {
    const keys = new Set<string>();
    for (const line of edges(page).top) keys.add(`top ${keyOf(line.text)}`);
    for (const line of edges(page).bottom) keys.add(`bottom ${keyOf(line.text)}`);
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const enough = filled.length < 4 ? 2 : Math.max(3, Math.ceil(filled.length * 0.25));
  const repeats = (edge: 'top' | 'bottom', line: Line): boolean =>
    (seen.get(`${edge} ${keyOf(line.text)}`) ?? 0) >= enough;
  for (const page of filled) {
    const { top, bottom } = edges(page);
    for (const line of top) {
      // The document's own title may be its header too: its first printing stays.
      if (line === lines[0] && !PAGE_NUMBER.test(line.text)) continue;
      if (!repeats('top', line) && !NAMED_PAGE_NUMBER.test(line.text)) break;
      furniture.add(line);
    }
    for (const line of bottom) {
      const isNumber = PAGE_NUMBER.test(line.text) && (line.text.length > 1 || /\d/.test(line.text));
      if (!repeats('bottom', line) && !isNumber) break;
      furniture.add(line);
    }
  }
}

/** Text that lost its form feeds: a line that keeps coming back, next to page numbers or in the middle of sentences. */
function byRepetition(lines: Line[], furniture: Set<Line>): void {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.text.length > 160) return;
    if (NAMED_PAGE_NUMBER.test(line.text)) furniture.add(line);
    const key = keyOf(line.text);
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  });
  for (const [key, indexes] of places) {
    if (indexes.length < 3 || key.length < 6 || !/[a-z]{3}/.test(key) || /[.!?:;,]$/.test(key) || leansOn(key))
      continue;
    // Pages are long: "Action 1", "Action 2" a few lines apart are no headers.
    if (indexes.at(-1)! - indexes[0]! < (indexes.length - 1) * SHORTEST_PAGE) continue;
    let evidence = 0;
    for (const index of indexes) if (standsAtPageEnd(lines, index)) evidence++;
    const numbers = indexes.map((index) => Number(/\d+(?=\D*$)/.exec(lines[index]!.text)?.[0] ?? Number.NaN));
    const counts = key.includes('#') && numbers.every((number, i) => i === 0 || number > numbers[i - 1]!);
    if ((counts && evidence > 0) || evidence >= Math.max(2, indexes.length * 0.5)) {
      for (const index of indexes) if (index > 0) furniture.add(lines[index]!);
    }
  }
}

function standsAtPageEnd(lines: Line[], index: number): boolean {
  const before = lines[index - 1];
  const after = lines[index + 1];
  if (before === undefined || after === undefined) return false;
  if (PAGE_NUMBER.test(before.text) || PAGE_NUMBER.test(after.text)) return true;
  return cutsSentence(before, after);
}

/** The nearest line that is no furniture, one way or the other. */
function beyond(lines: readonly Line[], from: number, step: number, furniture: ReadonlySet<Line>): Line | undefined {
  for (let i = from + step, left = EDGE; left > 0; i += step, left--) {
    const line = lines[i];
    if (line === undefined || !furniture.has(line)) return line;
  }
  return undefined;
}

function cutsSentence(before: Line | undefined, after: Line | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return before.text.length > 40 && !/[.!?:;]["”’)]?$/.test(before.text) && /^[a-z]/.test(after.text);
}

/** Numbers alone on a line, white space around them, that grow through the document. */
function loosePageNumbers(lines: Line[], furniture: Set<Line>): void {
  const sure: { line: Line; value: number }[] = [];
  const unsure: { line: Line; value: number }[] = [];
  lines.forEach((line, index) => {
    if (furniture.has(line) || !/^[-–—]?\s*\d{1,3}\s*[-–—]?$/.test(line.text)) return;
    const after = lines[index + 1];
    const before = lines[index - 1];
    const openBefore = line.blanks > 0 || before === undefined || furniture.has(before);
    const openAfter = after === undefined || after.blanks > 0 || after.pageTop || furniture.has(after);
    const cuts = cutsSentence(beyond(lines, index, -1, furniture), beyond(lines, index, 1, furniture));
    const candidate = { line, value: Number(/\d+/.exec(line.text)![0]) };
    if ((openBefore && openAfter) || cuts) sure.push(candidate);
    else if (openBefore || openAfter) unsure.push(candidate);
  });
  if (sure.length < 2) return;
  const growing = sure.filter(({ value }, i) => i === 0 || value > sure[i - 1]!.value);
  if (growing.length < sure.length * 0.8) return;
  for (const { line } of growing) furniture.add(line);
  // A number that fits between two page numbers is one too.
  if (growing.length > 2000) return;
  for (const { line, value } of unsure) {
    const next = growing.findIndex((other) => other.line.number > line.number);
    const lower = next < 0 ? growing.at(-1)!.value : (growing[next - 1]?.value ?? 0);
    const upper = next < 0 ? Number.POSITIVE_INFINITY : growing[next]!.value;
    if (value > lower && value < upper) furniture.add(line);
  }
}
