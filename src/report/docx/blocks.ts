/** Paragraphs and tables of the Word report. Every text that a document could hold goes through here. */

import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { TEXT_WIDTH } from './styles.ts';
import { safe } from './text.ts';

/** Words, bold where they begin with a label. */
export interface Words {
  label?: string;
  text: string;
}

type Content = string | Words;

function runs(content: Content): TextRun[] {
  if (typeof content === 'string') return [new TextRun(safe(content))];
  const { label, text } = content;
  if (label === undefined) return [new TextRun(safe(text))];
  return [new TextRun({ text: `${safe(label)} `, bold: true }), new TextRun(safe(text))];
}

export function paragraph(content: Content, options: Omit<IParagraphOptions, 'children' | 'text'> = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(content) });
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** `depth` counts from 1. */
export function heading(text: string, depth: number, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return paragraph(text, { ...options, heading: HEADINGS[Math.min(depth, HEADINGS.length) - 1]! });
}

export const bullet = (content: Content): Paragraph => paragraph(content, { bullet: { level: 0 } });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A7ADA6' };

export interface Column {
  head: string;
  /** Part of the width of the page. */
  share: number;
  number?: true;
}

/** A table whose head is repeated on every page and whose rows are not torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / all) * TEXT_WIDTH));
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8EBE6', color: 'auto' } } : {}),
      children: [
        paragraph(text, {
          style: isHead ? 'TableHead' : 'TableText',
          ...(columns[column]!.number ? { alignment: AlignmentType.END } : {}),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.head, index, true)),
  });
  const body = rows.map(
    (row) =>
      new TableRow({ cantSplit: true, children: columns.map((_, index) => cell(row[index] ?? '', index, false)) }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [head, ...body],
  });
}
