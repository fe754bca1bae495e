/**
 * Which format a file is in: by its first bytes, then by its name, then, for text, by what the text looks like. A `.txt`
 * may hold Markdown and a `.md` may hold the bare text of a PDF; the wrong reader would find no headings or too many.
 */

import type { DocumentFormat, ReadingNote } from '../document/types.ts';
import { ReadError } from './errors.ts';

/** How a zip begins, an empty one too. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** A format known from bytes and name alone, or `text` for anything that has to be decoded and looked at. */
export function detectContainer(path: string, bytes: Uint8Array): 'docx' | 'pdf' | 'decode' {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const extension = extensionOf(path);
  if (head.startsWith('%PDF-') || (extension === 'pdf' && head.includes('%PDF-'))) return 'pdf';
  if (ZIP.some((start) => head.startsWith(start))) return zipped(path, bytes, head, extension);
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    if (holds(bytes, 'EncryptedPackage', 'utf16le')) throw protectedFile(path);
    throw unsupported(path, 'an old Word document (.doc)');
  }
  if (head.startsWith('{\\rtf')) throw unsupported(path, 'a rich text (.rtf) document');
  if ((extension === 'pdf' || extension === 'docx') && !looksLikeHtml(head)) {
    throw new ReadError(
      'binary',
      path,
      `${path} is named .${extension} but does not hold ${extension === 'pdf' ? 'a PDF' : 'a Word document'}; the file may be damaged, so save it again and retry.`,
    );
  }
  return 'decode';
}

/** What a zip is: by what it holds, and by its name where that says nothing. */
function zipped(path: string, bytes: Uint8Array, head: string, extension: string): 'docx' {
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.')) throw unsupported(path, 'an OpenDocument text');
  if (holds(bytes, 'word/', 'latin1')) return 'docx';
  if (extension === 'odt') throw unsupported(path, 'an OpenDocument text');
  if (holds(bytes, 'xl/workbook', 'latin1')) throw unsupported(path, 'a spreadsheet');
  if (holds(bytes, 'ppt/presentation', 'latin1')) throw unsupported(path, 'a presentation');
  if (extension !== 'docx' && extension !== '') throw unsupported(path, `a .${extension} file`);
  return 'docx';
}

function holds(bytes: Uint8Array, text: string, encoding: 'latin1' | 'utf16le'): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding));
}

export function protectedFile(path: string): ReadError {
  return new ReadError('protected', path, `${path} is protected by a password; save it without one and try again.`);
}

const KINDS: Partial<Record<DocumentFormat, { endings: readonly string[]; name: string }>> = {
  docx: { endings: ['docx', 'docm', 'dotx', 'dotm'], name: 'a Word document' },
  pdf: { endings: ['pdf'], name: 'a PDF' },
  html: { endings: ['html', 'htm', 'xhtml', 'shtml', 'mht', 'aspx', 'php'], name: 'a web page' },
};

/** What to say where a file's name promises something else than it holds. */
export function misnamed(path: string, format: DocumentFormat): ReadingNote | undefined {
  const kind = KINDS[format];
  const extension = extensionOf(path);
  if (kind === undefined || extension === '' || kind.endings.includes(extension)) return undefined;
  return { code: 'renamed', message: `The file is named .${extension} but holds ${kind.name}; it was read as that.` };
}

function unsupported(path: string, what: string): ReadError {
  return new ReadError(
    'unsupported',
    path,
    `${path} is ${what}, which cannot be read; save it as .docx and try again.`,
  );
}

/** The format of decoded text. */
export function detectText(path: string, text: string): DocumentFormat {
  const extension = extensionOf(path);
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml' || looksLikeHtml(text)) return 'html';
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  const shape = shapeOf(text);
  if (extension === 'md' || extension === 'markdown' || extension === 'mdown' || extension === 'mkd') {
    return shape.strong === 0 && shape.weak === 0 && shape.paged ? 'text' : 'markdown';
  }
  if (shape.frontMatter) return 'markdown';
  if (shape.paged) return shape.strong >= 5 ? 'markdown' : 'text';
  return shape.strong >= 2 || (shape.strong >= 1 && shape.weak >= 2) ? 'markdown' : 'text';
}

export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 2000),
  );
}

interface Shape {
  /** Lines only Markdown has: `## ...`, `|---|`, fences. */
  strong: number;
  /** Lines Markdown has and plain text may have: bold type, links, quotation marks at the margin. */
  weak: number;
  /** Signs of a page layout: form feeds, dot leaders, bullets no keyboard has. */
  paged: boolean;
  frontMatter: boolean;
}

function shapeOf(text: string): Shape {
  const shape: Shape = { strong: 0, weak: 0, paged: text.includes('\f'), frontMatter: /^---[ \t]*\r?\n/.test(text) };
  let pagedLines = 0;
  let from = 0;
  for (let lines = 0; from < text.length && lines < 3000; lines++) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    const line = text.slice(from, Math.min(end, from + 400));
    from = end + 1;
    if (
      /^ {0,3}#{1,6}\s+\S/.test(line) ||
      /^ {0,3}\|?(?:\s*:?-{3,}:?\s*\|)+/.test(line) ||
      /^ {0,3}(?:```|~~~)/.test(line)
    ) {
      shape.strong++;
    } else if (/\*\*\S|\]\((?:https?:|[/#])|^ {0,3}>\s|^\[\^/.test(line)) {
      shape.weak++;
    } else if (/\.{5,}\s*\d+\s*$|^\s*[\uf000-\uf0ff•▪]/.test(line)) {
      pagedLines++;
    }
  }
  if (pagedLines >= 3) shape.paged = true;
  return shape;
}
