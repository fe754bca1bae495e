/**
 * Any file -> Document. Each format is one file, loaded when first needed, so that checking plain text never loads a
 * Markdown parser and checking Markdown never loads a PDF reader.
 */

import { buildDocument } from '../document/build.ts';
import type { Document, DocumentFormat, Source } from '../document/types.ts';
import { decode } from './decode.ts';
import { detectContainer, detectText, misnamed } from './detect.ts';
import { ReadError } from './errors.ts';
import type { FrontMatter } from './front-matter.ts';
import { checkNotEmpty, checkSize } from './limits.ts';
import type { WorkerFormat } from './worker.ts';

export type { ReadErrorCode } from './errors.ts';
export { ReadError } from './errors.ts';

export interface ReadOptions {
  /** Read as this format, whatever the file looks like. */
  format?: DocumentFormat;
}

/** Text formats turn a text into a source; the others start from bytes. */
type TextReader = (path: string, text: string) => Source | Promise<Source>;

const TEXT_READERS: Partial<Record<DocumentFormat, () => Promise<TextReader>>> = {
  text: async () => (await import('./text/index.ts')).readText,
  markdown: async () => {
    const { readMarkdown } = await import('./markdown.ts');
    return async (path, text) => readMarkdown(path, text, await frontMatterOf(path, text));
  },
  yaml: async () => (await import('./yaml.ts')).readYaml,
};

/** The YAML parser is loaded only for a file that may have front matter. */
async function frontMatterOf(path: string, text: string): Promise<FrontMatter | undefined> {
  return text.startsWith('---') ? (await import('./front-matter.ts')).readFrontMatter(path, text) : undefined;
}

type BytesReader = (path: string, bytes: Uint8Array) => Promise<Source>;

/** Add a format here and nowhere else: a function that loads its reader. */
const BYTES_READERS: Partial<Record<DocumentFormat, () => Promise<BytesReader>>> = {
  docx: async () => inWorker('docx'),
  html: async () => inWorker('html'),
  pdf: async () => inWorker('pdf'),
};

async function inWorker(format: WorkerFormat): Promise<BytesReader> {
  const { readInWorker } = await import('./worker.ts');
  return (path, bytes) => readInWorker(format, path, bytes);
}

export async function readDocument(path: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Document> {
  return buildDocument(await readSource(path, bytes, options));
}

/** The tree and text of a file, before sentences are found in it. */
export async function readSource(path: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Source> {
  const name = path.replaceAll('\\', '/');
  checkNotEmpty(name, bytes.length > 0);
  checkSize(name, bytes.length);
  const container = options.format ?? detectContainer(name, bytes);
  if (container === 'docx' || container === 'pdf' || container === 'html') return fromBytes(name, bytes, container);
  const decoded = decode(name, bytes);
  checkNotEmpty(name, /\S/.test(decoded.text));
  const format = container === 'decode' ? detectText(name, decoded.text) : container;
  const load = TEXT_READERS[format];
  if (load === undefined) return fromBytes(name, bytes, format);
  const source = await (await load())(name, decoded.text);
  source.notes.unshift(...decoded.notes);
  return source;
}

async function fromBytes(path: string, bytes: Uint8Array, format: DocumentFormat): Promise<Source> {
  const load = BYTES_READERS[format];
  if (load === undefined) {
    const name = { docx: 'Word', pdf: 'PDF', html: 'HTML' }[format as 'docx' | 'pdf' | 'html'];
    throw new ReadError(
      'not-yet',
      path,
      `${path} is ${name === 'HTML' ? 'an' : 'a'} ${name} file, which cannot be read yet; save its text as .txt or .md and try again.`,
    );
  }
  const source = await (await load())(path, bytes);
  const note = misnamed(path, source.format);
  if (note !== undefined) source.notes.unshift(note);
  return source;
}
