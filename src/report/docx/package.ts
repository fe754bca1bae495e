/** What makes the same report the same bytes: no clock in the properties and none in the zip. */

import { xml } from './text.ts';

/** The oldest date that a zip can hold; it says plainly that it means nothing. */
const DATE = '1980-01-01T00:00:00Z';
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;

/** `docProps/core.xml`. */
export function coreProperties(title: string, creator: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator><dc:language>en-GB</dc:language><cp:lastModifiedBy>${xml(creator)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${DATE}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${DATE}</dcterms:modified></cp:coreProperties>`;
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
