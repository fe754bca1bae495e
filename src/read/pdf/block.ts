/** What a page is made of, before it is text: the same for tagged and untagged files. */

import type { PdfLine } from './line.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'table' | 'note' | 'caption' | 'contents' | 'quotation';

export interface PdfBlock {
  kind: BlockKind;
  page: number;
  lines: PdfLine[];
  /** Depth of a heading, 0 where it is not settled; nesting of an item, from 0. */
  level: number;
  /** Letters before the text that belong to a bullet, number or note mark. */
  marker: number;
  ordered: boolean;
  /** An item that began before: on the page before, or with another paragraph. */
  goesOn: boolean;
  /** All of it is in bold type, at the size of the text. */
  strong: boolean;
  /** How far lines run before they wrap. */
  right: number;
  rows: PdfLine[][][];
  /** The first row holds column headings, as far as is known. */
  header: boolean | undefined;
  /** Where the columns of a table begin. */
  columns: number[];
  /** By the structure tree. */
  tagged: boolean;
}

export function block(kind: BlockKind, lines: PdfLine[], more: Partial<PdfBlock> = {}): PdfBlock {
  return {
    kind,
    page: lines[0]?.page ?? 0,
    lines,
    level: 0,
    marker: 0,
    ordered: false,
    goesOn: false,
    strong: false,
    right: lines.reduce((right, line) => Math.max(right, line.x1), 0),
    rows: [],
    header: undefined,
    columns: [],
    tagged: false,
    ...more,
  };
}

export function textOf(lines: readonly PdfLine[]): string {
  return lines.map((line) => line.text).join(' ');
}

/** Whether a line ended though the next word would have fitted on it. */
export function endsEarly(line: PdfLine, next: PdfLine, right: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const width = next.text === '' ? 0 : ((next.x1 - next.x) / next.text.length) * (word.length + 1);
  return line.x1 + width * 1.15 < right;
}
