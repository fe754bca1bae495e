/**
 * Bytes -> text. Documents come from Word, from old web pages and from PDF tools: UTF-8 mostly, UTF-16 from Windows
 * tools, Windows-1252 from everything old. A wrong guess would spoil apostrophes and so phrases.
 */

import type { ReadingNote } from '../document/types.ts';
import { ReadError } from './errors.ts';

export interface Decoded {
  /** Without a byte order mark; line ends as they were. */
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  notes: ReadingNote[];
}

/** What Windows-1252 puts at 0x80 to 0x9F; Node 20's decoder leaves control characters there. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const SAMPLE = 16_384;

export function decode(path: string, bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw new ReadError(
      'encoding',
      path,
      `${path} is encoded as UTF-32, which is not read; save it as UTF-8 and try again.`,
    );
  }
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return utf8(path, bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(path, bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(path, bytes.subarray(2), 'utf-16be');
  const guess = guessUtf16(bytes);
  if (guess !== undefined) return utf16(path, bytes, guess);
  refuseBinary(path, bytes);
  return utf8(path, bytes);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}

/** English in UTF-16 has a zero in every other byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

function refuseBinary(path: string, bytes: Uint8Array): void {
  const length = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) controls += length;
    else if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127) controls++;
  }
  if (controls > length * 0.05) throw binary(path);
}

function binary(path: string): ReadError {
  return new ReadError(
    'binary',
    path,
    `${path} is not a text document; give the arrangements as Markdown, plain text, Word, HTML or PDF.`,
  );
}

function utf16(path: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (text.includes('\0')) throw binary(path);
  return { text, encoding, notes: [] };
}

function utf8(path: string, bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) throw binary(path);
    return { text, encoding: 'utf-8', notes: [] };
  } catch (error) {
    if (error instanceof ReadError) throw error;
  }
  if (bytes.includes(0)) throw binary(path);
  const { valid, invalid } = countSequences(bytes);
  if (valid > invalid) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return {
      text,
      encoding: 'utf-8',
      notes: [
        {
          code: 'bad-utf-8',
          message: `${count(invalid, 'byte')} that ${invalid === 1 ? 'is' : 'are'} not valid UTF-8 could not be read.`,
        },
      ],
    };
  }
  return {
    text: windows1252(bytes),
    encoding: 'windows-1252',
    notes: [{ code: 'windows-1252', message: 'The file is not UTF-8; it was read as Windows-1252.' }],
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** How many well-formed and ill-formed sequences of bytes beyond ASCII there are. */
function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let k = 1;
    while (k <= length && (bytes[i + k]! & 0xc0) === 0x80) k++;
    if (length > 0 && k > length) {
      valid++;
      i += length;
    } else {
      invalid++;
    }
  }
  return { valid, invalid };
}

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  const units = new Uint16Array(Math.min(bytes.length, 8192));
  for (let from = 0; from < bytes.length; from += units.length) {
    const length = Math.min(units.length, bytes.length - from);
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + i]!;
      units[i] = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
    }
    parts.push(String.fromCharCode(...units.subarray(0, length)));
  }
  return parts.join('');
}
