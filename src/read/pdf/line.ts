/** Runs to lines: what stands on one baseline, in pieces where wide gaps part it. */

import type { Line } from '../text/line.ts';
import { readMarker } from '../text/marker.ts';
import type { Run, Typeface } from './page.ts';

/** A line of one paragraph, heading or cell. Its offsets are given when the text is put together. */
export interface PdfLine extends Line {
  x: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** Where the text begins after a bullet or number. */
  bodyX: number;
  /** The number of a footnote, raised before its first word. */
  note: string | undefined;
  runs: readonly Run[];
}

/** What stands at one height, from left to right. */
export interface Row {
  y: number;
  pieces: PdfLine[];
}

export class LineMaker {
  private readonly fonts: ReadonlyMap<string, Typeface>;
  private readonly printersHyphen: boolean;

  /** `printersHyphen`: U+2010 stands only where a line's end breaks a word. */
  constructor(fonts: ReadonlyMap<string, Typeface>, printersHyphen: boolean) {
    this.fonts = fonts;
    this.printersHyphen = printersHyphen;
  }

  /** All that stands on a page, or in a cell, by height. */
  rows(runs: readonly Run[], page: number): Row[] {
    return baselines(runs).map((own) => {
      const pieces = split(own, WIDE).map((piece) => this.line(piece, page));
      return { y: Math.max(...pieces.map((piece) => piece.y)), pieces };
    });
  }

  /** The same pieces, parted also at `starts` and where the gaps are only a little wider than between words. */
  finer(row: Row, starts: readonly number[], edges: readonly number[]): PdfLine[] {
    const runs = row.pieces.flatMap((piece) => piece.runs);
    return split(row.pieces.length > 1 ? runs.flatMap((run) => cutAt(run, edges)) : runs, NARROW, starts).map((piece) =>
      this.line(piece, row.pieces[0]!.page),
    );
  }

  /** The same, each height being one line. */
  lines(runs: readonly Run[], page: number): PdfLine[] {
    return baselines(runs).map((own) => this.line(own, page));
  }

  /** One line of runs that stand from left to right. */
  line(runs: readonly Run[], page: number): PdfLine {
    const size = mainSize(runs);
    const y = runs.find((run) => run.size > size * 0.9)?.y ?? runs[0]!.y;
    let text = '';
    let bold = 0;
    let letters = 0;
    let end = Number.NaN;
    let bodyX = Number.NaN;
    let note: string | undefined;
    let from = Number.NaN;
    let wide = false;
    for (const run of runs) {
      const raised =
        run.size < size * 0.9 && run.y < y - size * 0.15 && /^\s*\[?[\d*†‡§,\s]{1,8}\]?\s*$/.test(run.text);
      if (raised) {
        if (text === '') note ??= run.text.trim();
        if (Number.isNaN(from)) from = run.x;
        end = run.x1;
        wide = true;
        continue;
      }
      if (text !== '') {
        const gap = run.x - end;
        const spaced = /\s$/.test(text) || /^\s/.test(run.text);
        // A raised mark may have stood between.
        if (!spaced && gap > size * 0.15 && !(wide && /^[.,;:)]/.test(run.text))) text += ' ';
        if (Number.isNaN(bodyX) && readMarker(`${text.trim()} x`)?.length === text.trim().length + 1) bodyX = run.x;
      }
      wide = false;
      if (Number.isNaN(from)) from = run.x;
      text += run.text;
      end = run.x1;
      const count = run.text.replace(/\s/g, '').length;
      letters += count;
      if (this.fonts.get(run.font)?.bold === true) bold += count;
    }
    text = text
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/\s*↩\ufe0e?/g, '')
      .trim();
    if (this.printersHyphen && text.endsWith('\u2010')) text = `${text.slice(0, -1)}\u00ad`;
    return {
      text,
      from: 0,
      to: 0,
      number: 0,
      start: 0,
      indent: 0,
      page,
      blanks: 0,
      pageBreak: false,
      pageTop: false,
      x: from,
      x1: Number.isNaN(end) ? from : end,
      y,
      size,
      bold: letters > 0 && bold >= letters * 0.9,
      bodyX: Number.isNaN(bodyX) ? from : bodyX,
      note,
      runs,
    };
  }
}

/** Pieces of one row as one line. */
export function joined(pieces: readonly PdfLine[]): PdfLine {
  const [first] = pieces;
  if (pieces.length === 1) return first!;
  const last = pieces.at(-1)!;
  return {
    ...first!,
    text: pieces.map((piece) => piece.text).join(' '),
    x1: last.x1,
    bold: pieces.every((piece) => piece.bold),
    size: Math.max(...pieces.map((piece) => piece.size)),
    runs: pieces.flatMap((piece) => piece.runs),
  };
}

/** The type that most of the letters are set in. */
function mainSize(runs: readonly Run[]): number {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run.size, (counts.get(run.size) ?? 0) + run.text.length);
  let best = runs[0]!.size;
  for (const [size, count] of counts) {
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && size > best)) best = size;
  }
  return best;
}

function baselines(runs: readonly Run[]): Run[][] {
  // Large type first would take small notes with it: by height, then each to the line it stands nearest.
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of sorted) {
    const group = groups.at(-1);
    const reach =
      group === undefined ? 0 : Math.min(Math.max(group.size, run.size) * 0.5, Math.min(group.size, run.size) * 0.9);
    if (group !== undefined && run.y - group.y < reach) {
      group.runs.push(run);
      if (run.size > group.size * 1.05) {
        group.size = run.size;
        group.y = run.y;
      }
    } else {
      groups.push({ y: run.y, size: run.size, runs: [run] });
    }
  }
  return groups.map((group) => group.runs.sort((a, b) => a.x - b.x));
}

/** A gap as wide as this, in the size of the type, parts two cells or columns. */
const WIDE = 0.85;
/** A gap between words is narrower than this, unless the line is stretched to its margin. */
const NARROW = 0.5;

const BULLET = /^(?:[•·∙●○◦▪▫■□▶►▸▹➢➤➔→✓✔❖◆◇♦⁃‣o*–—-]|[\ue000-\uf8ff])$/u;
/** Bullets and labels stand well before their words. */
const MARKER =
  /^(?:[•·∙●○◦▪▫■□▶►▸▹➢➤➔→✓✔❖◆◇♦⁃‣o*–—-]|[\ue000-\uf8ff]|\(?(?:[ivxIVX]{1,5}|[a-zA-Z]|\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$/u;

/** A run that reaches over the left edge of a column, in two: at the space that stands nearest to the edge. */
function cutAt(run: Run, edges: readonly number[]): Run[] {
  const edge = edges.find((x) => x > run.x + run.size && x < run.x1 - run.size);
  if (edge === undefined) return [run];
  const each = (run.x1 - run.x) / run.text.length;
  const at = Math.round((edge - run.x) / each) - 1;
  for (const index of [at, at - 1, at + 1, at - 2, at + 2, at - 3, at + 3]) {
    if (run.text[index] !== ' ') continue;
    const left = { ...run, text: run.text.slice(0, index), x1: edge - run.size * 0.2 };
    return [left, { ...run, text: run.text.slice(index + 1), x: edge }];
  }
  return [run];
}

function split(runs: readonly Run[], wide: number, starts: readonly number[] = []): Run[][] {
  const pieces: Run[][] = [];
  let text = '';
  let end = Number.NaN;
  for (const run of runs) {
    const last = pieces.at(-1);
    const gap = run.x - end;
    const isMarker = (wide === WIDE ? MARKER : BULLET).test(text.trim());
    const isStart = gap > run.size * 0.15 && starts.some((x) => Math.abs(x - run.x) <= 1);
    if (last !== undefined && ((gap < Math.max(run.size, 8) * wide && !isStart) || (isMarker && gap < run.size * 5))) {
      last.push(run);
      text += run.text;
    } else {
      pieces.push([run]);
      text = run.text;
    }
    end = Number.isNaN(end) ? run.x1 : Math.max(end, run.x1);
  }
  return pieces;
}
