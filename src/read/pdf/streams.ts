/**
 * Refuses a PDF whose text would unpack to more than any document has: a file of a few hundred kilobytes can hold
 * gigabytes. Pictures and fonts are passed over, as they are not unpacked.
 */

import { inflateSync } from 'node:zlib';
import { ReadError } from '../errors.ts';

/** A page of dense text takes 100 kB, a map of vectors a few MB. */
const MOST_BYTES = 48 * 1024 * 1024;
/** Deflate makes at most 1,032 bytes out of one. */
const HARMLESS = MOST_BYTES / 1032;
const HEAD = 1_024;

export function checkContentStreams(path: string, bytes: Uint8Array): void {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = data.indexOf('stream'); at >= 0; at = data.indexOf('stream', at + 6)) {
    if (data.toString('latin1', at - 3, at) === 'end') continue;
    const head = data.toString('latin1', Math.max(0, at - HEAD), at);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    if (filters === 0) continue;
    let from = at + 6;
    if (data[from] === 13) from++;
    if (data[from] === 10) from++;
    const end = data.indexOf('endstream', from);
    const to = end < 0 ? data.length : end;
    at = to;
    if (filters === 1 && (to - from < HARMLESS || /\/Subtype\s*\/Image\b|\/Length1\b|\/FontFile/.test(dictionary)))
      continue;
    total += unpackedSize(path, data.subarray(from, to), filters);
    if (total > MOST_BYTES * 2) throw tooMuch(path);
  }
}

function unpackedSize(path: string, packed: Buffer, filters: number): number {
  let bytes = packed;
  try {
    for (let i = 0; i < Math.min(filters, 4); i++) {
      bytes = inflateSync(bytes, { maxOutputLength: MOST_BYTES, finishFlush: 2 });
    }
    return bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(path);
    // Damaged or encrypted: the parser will say.
    return 0;
  }
}

export function tooMuch(path: string): ReadError {
  return new ReadError(
    'too-large',
    path,
    `${path} unpacks to more than a document should; save its text as .docx or .txt and try again.`,
  );
}
