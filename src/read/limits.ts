/**
 * What is refused before it is parsed, because no published arrangements look like it and parsing it would not end.
 * Every limit was set by measuring: at it, the slowest input of its kind takes a few seconds.
 */

import { ReadError } from './errors.ts';

/** Any file. A PDF or Word file carries images; text never comes near. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** Plain text, in characters. */
export const MAX_TEXT = 3_000_000;
/** Front matter, or a whole document in YAML, in characters and lines. */
export const MAX_YAML = 400_000;
export const MAX_YAML_LINES = 8_000;
/** Markdown, in characters: the longest known arrangements have a quarter of a million. */
export const MAX_MARKDOWN = 1_000_000;
/** Lines of Markdown that are not blank, and all of them. */
const MAX_LINES = 20_000;
const MAX_ALL_LINES = 100_000;
/** Markers of quotations and lists one inside the other. */
const MAX_DEPTH = 40;
const MAX_INDENT = 240;
/** Headings underlined with `=` or `-`, which cost the parser the square of their number. */
const MAX_UNDERLINED = 1_500;
/** The sum over all paragraphs of the square of the number of signs that may be markup. */
const MAX_SIGNS = 1.5e8;
/** The same for the lines of a paragraph. */
const MAX_PARAGRAPH_LINES = 1e8;

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

export function checkTextSize(path: string, length: number, limit: number): void {
  if (length <= limit) return;
  throw new ReadError(
    'too-large',
    path,
    `${path} has ${count(length)} characters and the limit is ${count(limit)}; give the arrangements alone, without appendices of data.`,
  );
}

/** Refuses Markdown that would take the parser more than a few seconds, or overflow its stack. One pass, no parsing. */
export function checkMarkdown(path: string, text: string): void {
  checkTextSize(path, text.length, MAX_MARKDOWN);
  let number = 0;
  let filled = 0;
  let underlined = 0;
  let signs = 0;
  let lines = 0;
  let signCost = 0;
  let lineCost = 0;
  let at = 0;
  const refuse = (what: string): never => {
    throw new ReadError(
      'too-deep',
      path,
      `${path}, line ${number}: ${what}; correct the file or save it as plain text.`,
      {
        line: number,
        column: 1,
      },
    );
  };
  while (at < text.length) {
    if (++number > MAX_ALL_LINES) refuse(`the file has more than ${count(MAX_ALL_LINES)} lines`);
    const shape = readLine(text, at);
    at = shape.next;
    if (shape.depth > MAX_DEPTH || (shape.depth > 0 && shape.indent > MAX_INDENT)) {
      refuse(`lists or quotations are nested more than ${MAX_DEPTH} deep`);
    }
    if (shape.blank) {
      signCost += signs * signs;
      lineCost += lines * lines;
      signs = 0;
      lines = 0;
      continue;
    }
    if (++filled > MAX_LINES) refuse(`the file has more than ${count(MAX_LINES)} lines of text`);
    if (shape.underline && lines > 0 && ++underlined > MAX_UNDERLINED) {
      refuse(`the file has more than ${count(MAX_UNDERLINED)} underlined headings`);
    }
    signs += shape.signs;
    lines++;
    if (signCost + signs * signs > MAX_SIGNS)
      refuse('one paragraph has more brackets, stars and other signs than can be markup');
    if (lineCost + lines * lines > MAX_PARAGRAPH_LINES) refuse('one paragraph has more lines than can be read');
  }
}

interface LineShape {
  next: number;
  blank: boolean;
  /** Markers of lists and quotations at its start. */
  depth: number;
  /** Columns before the last of them. */
  indent: number;
  signs: number;
  underline: boolean;
}

function readLine(text: string, from: number): LineShape {
  const shape: LineShape = { next: text.length, blank: true, depth: 0, indent: 0, signs: 0, underline: true };
  let leading = true;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      shape.next = code === 13 && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
      break;
    }
    if (code === 32 || code === 9) continue;
    shape.blank = false;
    if (code !== 61 && code !== 45) shape.underline = false;
    if (leading) {
      const next = text.charCodeAt(i + 1);
      const spaced = next === 32 || next === 9 || next === 10 || next === 13 || i + 1 === text.length;
      const isMarker = code === 62 || ((code === 45 || code === 42 || code === 43) && spaced);
      const isNumber = code >= 48 && code <= 57;
      if (isMarker || ((code === 46 || code === 41) && i > from && isDigit(text.charCodeAt(i - 1)) && spaced)) {
        shape.depth++;
        shape.indent = i - from;
      } else if (!isNumber) {
        leading = false;
      }
    }
    if (isSign(code)) shape.signs++;
  }
  if (shape.blank) shape.underline = false;
  return shape;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `[` `]` `*` `_` `` ` `` `<` `&` `~` `!` `\` `|` `@`, and `:` and `w` of addresses left out as harmless. */
function isSign(code: number): boolean {
  return (
    code === 91 ||
    code === 93 ||
    code === 42 ||
    code === 95 ||
    code === 96 ||
    code === 60 ||
    code === 38 ||
    code === 126 ||
    code === 33 ||
    code === 92 ||
    code === 124 ||
    code === 64
  );
}

function count(number: number): string {
  return number.toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}
