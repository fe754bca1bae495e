/** What is refused before it is parsed, because no published arrangements look like it and parsing it would not end. */

import { ReadError } from './errors.ts';

export const MAX_BYTES = 20 * 1024 * 1024;

export function checkNotEmpty(path: string, hasContent: boolean): void {
  if (hasContent) return;
  throw new ReadError('empty', path, `${path} is empty; give a file that holds the published arrangements.`);
}

export function checkSize(path: string, bytes: number): void {
  if (bytes <= MAX_BYTES) return;
  throw new ReadError(
    'too-large',
    path,
    `${path} is ${megabytes(bytes)} MB and the limit is ${megabytes(MAX_BYTES)} MB; give the arrangements alone, without images or appendices of data.`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
