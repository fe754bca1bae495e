/**
 * Paragraphs and tables of the Word report, as WordprocessingML. Written here and not by the package that makes the
 * rest of the file, which takes half as long as checking the document. Every text goes through `run`.
 */

import { BULLETS, numberOf, TEXT_WIDTH } from './styles.ts';
import { xml } from './text.ts';

/** A paragraph or a table. */
export type Part = string;

/** Words, bold where they begin with a label. */
export type Content = string | { label: string; text: string };

export interface Look {
  /** Id of a style; `Normal` when left out. */
  style?: string;
  /** Stands under the words of a list item. */
  under?: true;
  /** Set to the right, as numbers are. */
  end?: true;
  /** On a page of its own. */
  pageBreak?: true;
  /** Id of a list in `numbering.xml`. */
  list?: number;
}

function run(text: string, bold = false): string {
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
}

export function paragraph(content: Content, { style, under, end, pageBreak, list }: Look = {}): Part {
  // In the order that the schema asks for.
  const looks = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    pageBreak ? '<w:pageBreakBefore/>' : '',
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    under ? '<w:ind w:left="560"/>' : '',
    end ? '<w:jc w:val="right"/>' : '',
  ].join('');
  const runs = typeof content === 'string' ? run(content) : run(`${content.label} `, true) + run(content.text);
  return `<w:p>${looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`}${runs}</w:p>`;
}

/** `depth` counts from 1. */
export const heading = (text: string, depth: number, look: Look = {}): Part =>
  paragraph(text, { ...look, style: `Heading${Math.min(depth, 4)}` });

export const bullet = (content: Content): Part => paragraph(content, { style: 'ListParagraph', list: BULLETS });

/** An item of the numbered list that belongs to the `list`-th document. */
export const step = (content: Content, list: number): Part =>
  paragraph(content, { style: 'ListParagraph', list: numberOf(list) });

export interface Column {
  head: string;
  /** Part of the width of the page. */
  share: number;
  number?: true;
}

const edge = (name: string): string => `<w:${name} w:val="single" w:color="A7ADA6" w:sz="4"/>`;
const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('');
const MARGINS = Object.entries({ top: 50, left: 90, bottom: 50, right: 90 })
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('');
const TABLE = `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>`;
const SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E8EBE6"/>';

/** A table whose head is repeated on every page and whose rows are not torn apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Part {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / all) * TEXT_WIDTH));
  const row = (cells: readonly string[], isHead: boolean): string => {
    const inside = columns.map(({ number }, index) => {
      const look: Look = { style: isHead ? 'TableHead' : 'TableText', ...(number ? { end: true } : {}) };
      const width = `<w:tcW w:w="${widths[index]}" w:type="dxa"/>`;
      return `<w:tc><w:tcPr>${width}${isHead ? SHADE : ''}</w:tcPr>${paragraph(cells[index] ?? '', look)}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${inside.join('')}</w:tr>`;
  };
  const heads = columns.map(({ head }) => head);
  const body = rows.map((cells) => row(cells, false)).join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  // A paragraph after it, as two tables with nothing between would be one.
  return `<w:tbl>${TABLE}<w:tblGrid>${grid}</w:tblGrid>${row(heads, true)}${body}</w:tbl>${paragraph('', { style: 'TableText' })}`;
}
