/**
 * The parts of a Word file, which is a zip. A small zip can hold gigabytes, entries named `../x`, or the same name
 * twice; sizes are counted as they are declared and again as they come out.
 */

import yauzl from 'yauzl';
import { protectedFile } from '../detect.ts';
import { ReadError } from '../errors.ts';

/** Everything in the file together, as it says of itself: images too. */
const MAX_DECLARED = 300 * 1024 * 1024;
/** The parts that hold text and are read, together. The longest known arrangements have two megabytes. */
const MAX_PARTS = 16 * 1024 * 1024;
const MAX_ENTRIES = 5_000;

/** Headers, footers, fonts, themes and pictures say nothing that arrangements set out. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i;
const UNWANTED = /\/(?:header|footer|theme|fontTable|webSettings|settings|people|comments\w+)\d*\.xml/i;

export type Parts = Map<string, string>;

export async function readParts(path: string, bytes: Uint8Array): Promise<Parts> {
  const parts: Parts = new Map();
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: true,
    });
    let declared = 0;
    let left = MAX_PARTS;
    if (zip.entryCount > MAX_ENTRIES) throw tooLarge(path);
    const names = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      if (declared > MAX_DECLARED) throw tooLarge(path);
      const name = entry.fileName;
      if (names.has(name.toLowerCase())) throw damaged(path, `it holds “${name.slice(0, 60)}” twice`);
      names.add(name.toLowerCase());
      if (entry.isEncrypted()) throw protectedFile(path);
      if (!WANTED.test(name) || UNWANTED.test(name)) continue;
      if (entry.uncompressedSize > left) throw tooLarge(path);
      const part = await inflate(path, zip, entry, left);
      left -= part.length;
      parts.set(name, decodeXml(part));
    }
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw fromZip(path, error);
  }
  return parts;
}

async function inflate(path: string, zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      stream.destroy();
      throw tooLarge(path);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function damaged(path: string, why: string): ReadError {
  return new ReadError(
    'damaged',
    path,
    `${path} is a damaged Word file (${why}); open it in Word, save it again and retry.`,
  );
}

function tooLarge(path: string): ReadError {
  return new ReadError(
    'too-large',
    path,
    `${path} unpacks to more than can be read (${MAX_PARTS / 1024 / 1024} MB of text, ${MAX_DECLARED / 1024 / 1024} MB in all); give the arrangements alone, without appendices of data.`,
  );
}

function fromZip(path: string, error: unknown): ReadError {
  const message = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters in fileName/i.test(message)) {
    return damaged(path, 'names inside it lead out of the file');
  }
  if (/too many bytes|uncompressed size/i.test(message)) {
    return damaged(path, 'what it says of its own size is wrong');
  }
  if (/central directory|end of file|unexpected end|EOF/i.test(message)) return damaged(path, 'its end is missing');
  return damaged(path, 'its contents cannot be unpacked');
}
