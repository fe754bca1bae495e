/**
 * The parts of the Word file that are written here and take the place of the package's own, and what makes the same
 * report the same bytes: no clock in the properties and none in the zip.
 */

import type { Part } from './blocks.ts';
import { BULLETS, numberOf, PAGE } from './styles.ts';
import { xml } from './text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The name that the package gives to the one footer; a test holds it to that. */
const FOOTER = 'rId6';

/** `word/document.xml`. */
export function body(parts: readonly Part[]): string {
  const { width, height, margin } = PAGE;
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${margin}"`).join(' ');
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER}"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar ${sides} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
  return `${HEAD}<w:document ${W} ${R}><w:body>${parts.join('')}${section}</w:body></w:document>`;
}

/** `word/numbering.xml`: one bulleted list, and a numbered one for each document that begins at 1 again. */
export function lists(documents: number): string {
  const level = (format: string, text: string, indent: number): string =>
    `<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${indent}" w:hanging="${indent - 130}"/></w:pPr></w:lvl>`;
  const numbers = Array.from({ length: documents }, (_, index) => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    return `<w:num w:numId="${numberOf(index)}"><w:abstractNumId w:val="1"/>${start}</w:num>`;
  });
  return `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level('bullet', '•', 430)}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1.', 530)}</w:abstractNum><w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${numbers.join('')}</w:numbering>`;
}

/** The oldest date that a zip can hold; it says plainly that it means nothing. */
const DATE = '1980-01-01T00:00:00Z';
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;

/** `docProps/core.xml`. */
export function coreProperties(title: string, creator: string): string {
  const name = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const dates = ['created', 'modified'].map(
    (property) => `<dcterms:${property} xsi:type="dcterms:W3CDTF">${DATE}</dcterms:${property}>`,
  );
  return `${HEAD}<cp:coreProperties xmlns:cp="${name}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy>${dates.join('')}</cp:coreProperties>`;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;

/** Sets the date of every file in a zip, in place. */
export function withoutDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return zip;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    setDate(view, at + 12);
    setDate(view, view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, DOS_TIME, true);
  view.setUint16(at + 2, DOS_DATE, true);
}
