/** Reads Word files: their parts, and the words and styles of their paragraphs. */

import { promisify } from 'node:util';
import { XmlDocument } from 'libxml2-wasm';
import yauzl from 'yauzl';

export interface Part {
  name: string;
  modified: Date;
  text: string;
}

const fromBuffer = promisify(yauzl.fromBuffer) as (bytes: Buffer, options: yauzl.Options) => Promise<yauzl.ZipFile>;

export async function partsOf(bytes: Uint8Array): Promise<Map<string, Part>> {
  const zip = await fromBuffer(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, Part>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const text = Buffer.concat(pieces).toString('utf8');
          parts.set(entry.fileName, { name: entry.fileName, modified: entry.getLastModDate(), text });
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

const NAMES = { w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };

/** Each paragraph as "style: words". Throws when the XML is not well-formed. */
export function paragraphsOf(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find('//w:p', NAMES).map((paragraph) => {
      const style = paragraph.find('w:pPr/w:pStyle/@w:val', NAMES)[0]?.content ?? 'Normal';
      const words = paragraph.find('.//w:t', NAMES).map((run) => run.content);
      return `${style}: ${words.join('')}`;
    });
  } finally {
    document.dispose();
  }
}

/** How many of each element a part has. */
export function shapeOf(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    return document
      .find('//*')
      .map((node) => ('name' in node ? String(node.name) : ''))
      .join(' ');
  } finally {
    document.dispose();
  }
}
