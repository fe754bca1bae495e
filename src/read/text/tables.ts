/**
 * Tables in plain text: columns kept apart by wide gaps or tabs, rows of pipes, and cells that a PDF tool has put one
 * under the other. A table that cannot be told for certain stays lines.
 */

import type { Span } from './emit.ts';
import type { Line } from './line.ts';
import { readMarker } from './marker.ts';
import { endsClause, endsSentence, namesOrganisation, namesRole, startsLower } from './words.ts';

export interface TextTable {
  /** Lines [from, to). */
  from: number;
  to: number;
  rows: Span[][][];
  headless: boolean;
}

const CAPTION = /^(?:table|figure|box)\s+(?:\d{1,2}|[A-Z])\b/i;

export function isTableCaption(line: Line): boolean {
  return line.text.length <= 120 && CAPTION.test(line.text) && !endsSentence(line.text);
}

/** All the tables, in order; `taken` tells the lines that are spoken for. */
export function findTables(lines: readonly Line[], taken: (index: number) => boolean): TextTable[] {
  const tables: TextTable[] = [];
  let i = 0;
  while (i < lines.length) {
    if (taken(i)) {
      i++;
      continue;
    }
    const table =
      pipes(lines, i, taken) ??
      hanging(lines, i, taken) ??
      columns(lines, i, taken) ??
      (i > 0 && isTableCaption(lines[i - 1]!) ? stacked(lines, i, taken) : undefined);
    if (table === undefined) {
      i++;
      continue;
    }
    tables.push(table);
    i = table.to;
  }
  return tables;
}

/** `| a | b |` */
function pipes(lines: readonly Line[], from: number, taken: (index: number) => boolean): TextTable | undefined {
  if (!lines[from]!.text.includes('|')) return undefined;
  const rows: Span[][][] = [];
  let width = 0;
  let ruled = false;
  let to = from;
  for (; to < lines.length && !taken(to); to++) {
    const line = lines[to]!;
    if (to > from && (line.blanks > 0 || line.pageBreak)) break;
    if (/^\|?[\s:|-]+\|?$/.test(line.text) && line.text.includes('-')) {
      ruled ||= rows.length === 1;
      continue;
    }
    const cells = splitAt(line, /\|/g);
    if (cells.length < 2 || (width > 0 && Math.abs(cells.length - width) > 1)) break;
    if (width === 0) width = cells.length;
    while (cells.length < width) cells.push([]);
    rows.push(cells.slice(0, width));
  }
  if (rows.length < 2) return undefined;
  if (!ruled && !lines[from]!.text.startsWith('|') && rows.length < 3) return undefined;
  return { from, to, rows, headless: !ruled && !looksLikeHeader(textOf(rows[0]!, lines), rows, lines) };
}

function splitAt(line: Line, separator: RegExp): Span[][] {
  let body = line.text;
  let offset = line.from;
  if (body.startsWith('|')) {
    body = body.slice(1);
    offset++;
  }
  if (body.endsWith('|')) body = body.slice(0, -1);
  const cells: Span[][] = [];
  let at = 0;
  const push = (to: number): void => {
    let a = at;
    let b = to;
    while (a < b && /\s/.test(body[a]!)) a++;
    while (b > a && /\s/.test(body[b - 1]!)) b--;
    cells.push(b > a ? [{ from: offset + a, to: offset + b, page: line.page }] : []);
  };
  for (const match of body.matchAll(separator)) {
    push(match.index);
    at = match.index + match[0].length;
  }
  push(body.length);
  return cells;
}

interface Cell {
  span: Span;
  column: number;
}

/** The parts of a line between tabs or wide gaps; a gap after a stop is only wide spacing. */
function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [];
  if (line.text.length > 600 || !/\t|\S {2,}\S/.test(line.text)) return cells;
  let at = 0;
  const gaps = [...line.text.matchAll(/\t+ *| {2,}\t*/g)];
  // The gap after a bullet or a number is no column; but a version number before two more columns is a cell.
  const first = gaps.length > 2 ? 0 : (readMarker(line.text)?.length ?? 0);
  for (const match of gaps) {
    if (match.index < first) continue;
    const narrow = match[0].length === 2 && !match[0].includes('\t');
    if (narrow && /[.!?:;,]$/.test(line.text.slice(0, match.index))) continue;
    cells.push({
      span: { from: line.from + at, to: line.from + match.index, page: line.page },
      column: line.indent + at,
    });
    at = match.index + match[0].length;
  }
  cells.push({ span: { from: line.from + at, to: line.to, page: line.page }, column: line.indent + at });
  return cells.length > 1 ? cells : [];
}

/** How far a line that goes on with the row above may stand in. */
const MOST_HANGING = 6;

/** Rows whose parts start anywhere, each with its further lines set in a little under it. */
function hanging(lines: readonly Line[], from: number, taken: (index: number) => boolean): TextTable | undefined {
  const margin = lines[from]!.indent;
  const rows: Span[][][] = [];
  let hangs = false;
  let to = from;
  for (; to < lines.length && !taken(to); to++) {
    const line = lines[to]!;
    if (to > from && (line.blanks > 0 || line.pageBreak)) break;
    const cells = cellsOf(line).map(({ span }) => span);
    const last = rows.at(-1);
    if (last !== undefined && line.indent > margin && line.indent <= margin + MOST_HANGING) {
      const [first = { from: line.from, to: line.to, page: line.page }, ...more] = cells;
      last.at(-1)!.push(first);
      last.push(...more.map((span) => [span]));
      hangs = true;
    } else if (cells.length > 1 && line.indent === margin) rows.push(cells.map((span) => [span]));
    else break;
  }
  const width = rows[0]?.length ?? 0;
  if (!hangs || rows.length < 2 || width < 3 || rows.some((cells) => cells.length !== width)) return undefined;
  return tableOf(lines, from, to, rows);
}

/** Two or more lines in a row that fall into the same number of parts, or whose parts start in the same columns. */
function columns(lines: readonly Line[], from: number, taken: (index: number) => boolean): TextTable | undefined {
  const first = cellsOf(lines[from]!);
  if (first.length < 2 || readMarker(lines[from]!.text)?.kind === 'bullet') return undefined;
  const group: Cell[][] = [first];
  let to = from + 1;
  let same = true;
  let wasRow = true;
  for (; to < lines.length && !taken(to); to++) {
    const line = lines[to]!;
    if (line.pageBreak || line.blanks > 1) break;
    const cells = cellsOf(line);
    if (cells.length === 0) {
      // A cell that wraps: it stands under a column, not at the margin.
      const column = first.findIndex((cell) => Math.abs(cell.column - line.indent) <= 2);
      const under =
        column > 0 ||
        (column === 0 &&
          line.text.length < first[1]!.column - first[0]!.column &&
          line.blanks === 0 &&
          (startsLower(line.text) || (!endsClause(line.text) && wasRow && standsAlone(lines[to + 1]))));
      if (!under || line.indent + line.text.length > 200) break;
      same = false;
      wasRow = false;
      group.push([{ span: { from: line.from, to: line.to, page: line.page }, column: line.indent }]);
      continue;
    }
    if (cells.length !== first.length) same = false;
    if (cells.length !== first.length && !sharesColumns(cells, first)) break;
    group.push(cells);
    wasRow = true;
  }
  const full = group.filter((cells) => cells.length > 1).length;
  if (full < 2) return undefined;
  const rows = same ? group.map((cells) => cells.map((cell) => [cell.span])) : alignRows(group, first);
  if (rows.length < 2 || rows.some((cells) => cells.length !== first.length)) return undefined;
  return tableOf(lines, from, to, rows);
}

function tableOf(lines: readonly Line[], from: number, to: number, rows: Span[][][]): TextTable {
  const captioned = from > 0 && isTableCaption(lines[from - 1]!);
  return { from, to, rows, headless: !(captioned || looksLikeHeader(textOf(rows[0]!, lines), rows, lines)) };
}

/** Whether a row, or nothing, comes next: then the line above it can end a cell. */
function standsAlone(next: Line | undefined): boolean {
  return next === undefined || next.blanks > 0 || next.pageBreak || cellsOf(next).length > 1;
}

function sharesColumns(cells: readonly Cell[], first: readonly Cell[]): boolean {
  return cells.every((cell) => first.some((other) => Math.abs(other.column - cell.column) <= 2));
}

/** Wrapped cells go to the row above: a row starts where the first column does. */
function alignRows(group: readonly Cell[][], first: readonly Cell[]): Span[][][] {
  const rows: Span[][][] = [];
  for (const cells of group) {
    const row: Span[][] = first.map(() => []);
    for (const cell of cells) {
      let best = 0;
      first.forEach((other, index) => {
        if (Math.abs(other.column - cell.column) < Math.abs(first[best]!.column - cell.column)) best = index;
      });
      row[best]!.push(cell.span);
    }
    const last = rows.at(-1);
    const starts = row[0]!.length > 0 && cells.length > 1;
    if (starts || last === undefined) rows.push(row);
    else for (const [index, spans] of row.entries()) last[index]!.push(...spans);
  }
  return rows;
}

/** Cells one under the other, as a PDF tool reads a table cell by cell. The right width makes columns of a kind. */
function stacked(lines: readonly Line[], from: number, taken: (index: number) => boolean): TextTable | undefined {
  let to = from;
  while (to < lines.length && !taken(to) && to - from < 240) {
    const line = lines[to]!;
    if (to > from && (line.blanks > 0 || line.pageBreak)) break;
    if (line.text.length > 100 || readMarker(line.text)?.kind === 'bullet') break;
    to++;
  }
  const count = to - from;
  if (count < 4) return undefined;
  const kinds = lines.slice(from, to).map((line) => kindOf(line.text));
  let best = 0;
  let bestScore = 0.55;
  for (let width = 2; width <= 6 && width * 2 <= count; width++) {
    if (count % width !== 0) continue;
    const score = likeness(kinds, width);
    // A wider table explains more, but it must do so clearly better.
    if (score > bestScore + 0.02) {
      best = width;
      bestScore = score;
    }
  }
  if (best === 0) return undefined;
  const rows: Span[][][] = [];
  for (let i = from; i < to; i += best) {
    rows.push(lines.slice(i, i + best).map((line) => [{ from: line.from, to: line.to, page: line.page }]));
  }
  return { from, to, rows, headless: false };
}

interface Kind {
  organisation: boolean;
  role: boolean;
  digits: boolean;
  share: boolean;
  comma: boolean;
  length: number;
}

function kindOf(text: string): Kind {
  return {
    organisation: namesOrganisation(text),
    role: namesRole(text),
    digits: /\d/.test(text),
    share: /[%£]/.test(text),
    comma: text.includes(','),
    length: Math.log2(text.length + 1),
  };
}

/** How alike the cells of one column are, header row left out, from 0 to 1. */
function likeness(kinds: readonly Kind[], width: number): number {
  let total = 0;
  let pairs = 0;
  for (let i = width; i + width < kinds.length; i++) {
    const a = kinds[i]!;
    const b = kinds[i + width]!;
    let alike = 0;
    if (a.organisation === b.organisation) alike += 0.25;
    if (a.role === b.role) alike += 0.25;
    if (a.digits === b.digits) alike += 0.15;
    if (a.share === b.share) alike += 0.15;
    if (a.comma === b.comma) alike += 0.05;
    alike += 0.15 * Math.max(0, 1 - Math.abs(a.length - b.length) / 2);
    total += alike;
    pairs++;
  }
  return pairs === 0 ? 0 : total / pairs;
}

const HEADER_WORDS =
  /\b(?:name|role|organisation|organization|agency|partner|contribution|share|date|when|who|what|how|why|frequency|group|chair|members?|membership|purpose|title|post|contact|body|sector|lead|representative|grade|amount|budget|total|year|measure|priority|stage|step|version|author|item|detail|details|owner|status|responsibility|function|action|outcome|area|description|type|telephone|email|delegate|deputy|level|theme|column|percentage|cost|income|expenditure|sum|meets|reports)\b/i;

function looksLikeHeader(cells: readonly string[], rows: readonly Span[][][], lines: readonly Line[]): boolean {
  return readsAsHeader(cells, textOf(rows[1] ?? [], lines));
}

/** Whether a table's first row, by its words and those of the second, names the columns. */
export function readsAsHeader(cells: readonly string[], second: readonly string[]): boolean {
  if (cells.some((cell) => /\d|[%£@]/.test(cell) && !/^20\d\d/.test(cell))) return false;
  if (cells.some((cell) => cell.length > 60 || endsSentence(cell))) return false;
  const worded = cells.filter(
    (cell) => HEADER_WORDS.test(cell) && cell.split(' ').length <= 5 && !/\b(?:Dr|Mr|Ms|Mrs)\b/.test(cell),
  ).length;
  if (
    worded >= cells.length * 0.5 &&
    !cells.some((cell) => /^(?:Chief Executive|Accountable Officer|Chief Constable)$/.test(cell))
  )
    return true;
  // Words over figures.
  return (
    second.some((cell, index) => /\d/.test(cell) && index > 0) && !cells.some((cell) => /\d/.test(cell)) && worded > 0
  );
}

function textOf(row: readonly Span[][], lines: readonly Line[]): string[] {
  return row.map((spans) =>
    spans
      .map((span) => {
        const line = findLine(lines, span.from);
        return line === undefined ? '' : line.text.slice(span.from - line.from, span.to - line.from);
      })
      .join(' '),
  );
}

function findLine(lines: readonly Line[], offset: number): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle]!;
    if (offset < line.from) high = middle - 1;
    else if (offset >= line.to) low = middle + 1;
    else return line;
  }
  return undefined;
}
