/** Files whose pages show text and hold none that can be read. */

import { ReadError } from '../errors.ts';
import type { PdfPage } from './page.ts';

/** "Page 3", "Pages 1 to 4 and 7". */
export function pageList(numbers: readonly number[]): string {
  const ranges: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = numbers[i]!;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    const to = numbers[i]!;
    ranges.push(from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`);
  }
  const shown = ranges.length > 12 ? [...ranges.slice(0, 12), 'others'] : ranges.join(', ').split(', ');
  const last = shown.pop()!;
  const list = shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
  return `${numbers.length === 1 ? 'Page' : 'Pages'} ${list}`;
}

export function scannedError(path: string, empty: readonly number[], pages: number): ReadError {
  if (empty.length === 0) {
    return new ReadError('empty', path, `${path} holds no text; give a file that holds the published arrangements.`);
  }
  const which = empty.length === pages && pages > 1 ? `pages 1 to ${pages}` : pageList(empty).toLowerCase();
  return new ReadError(
    'scanned',
    path,
    `${path} was scanned: ${which} ${empty.length === 1 ? 'is a picture' : 'are pictures'} without text; give the document it was made from, or run text recognition (OCR) on it first.`,
  );
}

/** Fonts that do not say which letters they print give private-use characters, or signs where letters should be. */
export function hasReadableText(path: string, pages: readonly PdfPage[]): void {
  let letters = 0;
  let unknown = 0;
  let all = 0;
  for (const page of pages) {
    for (const { text } of page.runs) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code <= 32 || code === 0xa0) continue;
        all++;
        if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || (code >= 0x7f && code < 0xa0)) unknown++;
        else if (code > 47 && (code < 58 || (code > 64 && code < 91) || (code > 96 && code < 123) || code >= 0xc0))
          letters++;
      }
    }
  }
  if (all < 40 || (unknown < all * 0.3 && letters > all * 0.4)) return;
  throw new ReadError(
    'encoding',
    path,
    `The text of ${path} cannot be read, because its fonts do not say which letters they show; give the document it was made from, or run text recognition (OCR) on it first.`,
  );
}
