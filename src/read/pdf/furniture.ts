/**
 * Running headers, footers and page numbers: what stands at the edge of a page, at the same height and with the same
 * words, whatever its numbers, on page after page.
 */

import type { ReadingNote } from '../../document/types.ts';
import type { Row } from './line.ts';
import type { PdfPage } from './page.ts';

/** The part of a page, from either edge, where furniture can stand. */
const EDGE = 0.13;
/** How far its height may differ between pages, in points. */
const PLAY = 4;
const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—|](?:\s*page)?)?$/i;

export function findFurniture(pages: readonly { page: PdfPage; rows: readonly Row[] }[]): Set<Row> {
  const places = new Map<string, { row: Row; page: number }[]>();
  const furniture = new Set<Row>();
  /** Rows of several pieces in the middle of pages: column headings, which may stand at the top of others. */
  const inside = new Set<string>();
  for (const { page, rows } of pages) {
    for (const row of rows) if (row.pieces.length > 1 && !isAtEdge(row, page)) inside.add(rowText(row));
  }
  pages.forEach(({ page, rows }, index) => {
    for (const row of rows) {
      if (!isAtEdge(row, page)) continue;
      const text = rowText(row);
      if (inside.has(text)) continue;
      const bottom = row.y > page.height / 2;
      const isNumber = PAGE_NUMBER.test(text);
      if (isNumber && (bottom || /page/i.test(text)) && isOutermost(row, rows)) furniture.add(row);
      const key = `${Math.round(page.width)} ${bottom} ${text.toLowerCase().replace(/\d+|\b[ivxl]+\b/g, '#')}`;
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ row, page: index }]);
      else known.push({ row, page: index });
    }
  });
  const enough = pages.length < 6 ? 2 : Math.max(3, Math.ceil(pages.length * 0.15));
  for (const found of places.values()) {
    for (const { row } of found) {
      const alike = new Set(found.filter((other) => Math.abs(other.row.y - row.y) <= PLAY).map((other) => other.page));
      if (alike.size >= enough) furniture.add(row);
    }
  }
  keepTitle(pages, furniture);
  return furniture;
}

/** The document's own title may be its header too: if it is printed nowhere else, its first printing stays. */
function keepTitle(pages: readonly { rows: readonly Row[] }[], furniture: Set<Row>): void {
  const [first] = pages;
  if (first === undefined) return;
  const own = first.rows.filter((row) => furniture.has(row));
  const rest = first.rows.filter((row) => !furniture.has(row));
  const largest = Math.max(0, ...rest.flatMap((row) => row.pieces.map((piece) => piece.size)));
  for (const row of own) if (row.pieces.some((piece) => piece.size > largest * 1.2)) furniture.delete(row);
}

function isAtEdge(row: Row, page: PdfPage): boolean {
  return row.y < page.height * EDGE || row.y > page.height * (1 - EDGE);
}

function isOutermost(row: Row, rows: readonly Row[]): boolean {
  return !rows.some((other) => other.y > row.y + 1) || !rows.some((other) => other.y < row.y - 1);
}

export function rowText(row: Row): string {
  return row.pieces.map((piece) => piece.text).join('  ');
}

export function furnitureNote(count: number): ReadingNote[] {
  if (count === 0) return [];
  const what =
    count === 1
      ? '1 running header, footer or page number was'
      : `${count} running headers, footers and page numbers were`;
  return [{ code: 'page-furniture', message: `${what} left out.` }];
}
