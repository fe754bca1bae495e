/**
 * The parts of the Word file that are written here and take the place of the package's own, and what makes the same
 * report the same bytes: no clock in the properties and none in the zip.
 */

import { crc32, deflateRawSync } from 'node:zlib';
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
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

/** One file of a zip, as it stands there. */
interface Entry {
  name: string;
  /** Its record in the zip's directory, a copy. */
  central: DataView;
  /** Its own head, a copy; and what follows, packed. */
  local: DataView;
  data: Uint8Array;
}

/**
 * A copy of the zip with the words of some of its files put in, and no date in it. The words are packed by Node's own
 * zlib: the package packs in JavaScript, which takes longer than all the rest of the report.
 */
export function withTexts(zip: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const entries = entriesOf(zip);
  for (const [path, text] of Object.entries(texts)) {
    const entry = entries.find(({ name }) => name === path);
    if (entry === undefined) throw new Error(`${path} is not in the file`);
    putText(entry, text);
  }
  return zipOf(entries);
}

function putText(entry: Entry, text: string): void {
  const bytes = Buffer.from(text);
  entry.data = deflateRawSync(bytes);
  const checksum = crc32(bytes);
  for (const [head, at] of [[entry.local, 0] as const, [entry.central, 2] as const]) {
    head.setUint16(at + 8, DEFLATED, true);
    head.setUint32(at + 14, checksum, true);
    head.setUint32(at + 18, entry.data.length, true);
    head.setUint32(at + 22, bytes.length, true);
  }
}

function copy(bytes: Uint8Array, from: number, length: number): DataView {
  const copied = bytes.slice(from, from + length);
  return new DataView(copied.buffer, copied.byteOffset, length);
}

function entriesOf(zip: Uint8Array): Entry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_BYTES;
  while (view.getUint32(end, true) !== END) end--;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const length = CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = Buffer.from(zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength)).toString();
    const start = view.getUint32(at + 42, true);
    const head = LOCAL_BYTES + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const size = view.getUint32(at + 20, true);
    const data = zip.subarray(start + head, start + head + size);
    entries.push({ name, central: copy(zip, at, length), local: copy(zip, start, head), data });
    at += length;
  }
  return entries;
}

function zipOf(entries: readonly Entry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  const add = (part: DataView | Uint8Array): void => {
    parts.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    at += part.byteLength;
  };
  for (const { central, local, data } of entries) {
    central.setUint32(42, at, true);
    for (const [head, place] of [[local, 10] as const, [central, 12] as const]) {
      head.setUint16(place, DOS_TIME, true);
      head.setUint16(place + 2, DOS_DATE, true);
    }
    add(local);
    add(data);
  }
  const directory = at;
  for (const { central } of entries) add(central);
  const end = new DataView(new ArrayBuffer(END_BYTES));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, at - directory, true);
  end.setUint32(16, directory, true);
  add(end);
  return new Uint8Array(Buffer.concat(parts));
}
