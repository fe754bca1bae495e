/** The bytes of a named document, or of standard input. */

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { Failure } from './failure.ts';
import { STDIN } from './files.ts';
import type { Io } from './io.ts';

/** No arrangements document comes near this; a disk image or an endless device does. */
const MOST_BYTES = 200 * 1024 * 1024;

export class TooLarge extends Failure {}

export async function readBytes(path: string, io: Pick<Io, 'stdin'>): Promise<Uint8Array> {
  if (path === STDIN) return collect(io.stdin, 'Standard input');
  const stats = statSync(path);
  // A pipe or a device has no size to look at beforehand.
  if (!stats.isFile()) return collect(createReadStream(path), `“${path}”`);
  if (stats.size > MOST_BYTES) throw tooLarge(`“${path}”`);
  return readFileSync(path);
}

async function collect(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MOST_BYTES) throw tooLarge(name);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string): TooLarge =>
  new TooLarge(
    `${name} is too large to be read: more than ${MOST_BYTES / 1024 / 1024} MB; check that it is a document.`,
  );
