/**
 * The parts of the Word file that are written here and take the place of the package's own, and what makes the same
 * report the same bytes: no clock in the properties and none in the zip.
 */

import { strToU8, unzipSync, zipSync } from 'fflate';
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
/** `docProps/core.xml`. */
export function coreProperties(title: string, creator: string): string {
  const name = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const dates = ['created', 'modified'].map(
    (property) => `<dcterms:${property} xsi:type="dcterms:W3CDTF">${DATE}</dcterms:${property}>`,
  );
  return `${HEAD}<cp:coreProperties xmlns:cp="${name}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy>${dates.join('')}</cp:coreProperties>`;
}

/** The oldest date that a zip can hold, by any clock. */
const ZIP_DATE = new Date(1980, 0, 1);
/** The least packing: the words of a report become a fifth, and taking more pains would cost more than all the rest. */
const LEVEL = 1;

/** A copy of the zip with other words in some of its files, and no date in it. */
export function withTexts(zip: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(zip);
  for (const [path, text] of Object.entries(texts)) {
    if (files[path] === undefined) throw new Error(`${path} is not in the file`);
    files[path] = strToU8(text);
  }
  return zipSync(files, { level: LEVEL, mtime: ZIP_DATE });
}
