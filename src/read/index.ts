/**
 * Any file -> Document. Each format is one file, loaded when first needed, so that checking plain text never loads a
 * Markdown parser and checking Markdown never loads a PDF reader.
 */

import { buildDocument } from '../document/build.ts';
import type { Document, DocumentFormat, Source } from '../document/types.ts';
import { decode } from './decode.ts';
import { detectContainer, detectText, misnamed } from './detect.ts';
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
  if (load === undefined) return fromBytes(name, bytes, 'html');
  const source = await (await load())(name, decoded.text);
  source.notes.unshift(...decoded.notes);
  return source;
}

async function fromBytes(path: string, bytes: Uint8Array, format: WorkerFormat): Promise<Source> {
  const { readInWorker } = await import('./worker.ts');
  const source = await readInWorker(format, path, bytes);
  const note = misnamed(path, source.format);
  if (note !== undefined) source.notes.unshift(note);
  return source;
}
