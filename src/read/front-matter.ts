/** The YAML block at the head of a Markdown file. */

import type { DeclaredValue } from '../document/types.ts';
import { ReadError } from './errors.ts';
import { readYamlData } from './yaml-data.ts';

export interface FrontMatter {
  data: Record<string, unknown>;
  declared: DeclaredValue[];
}

const OPENING = /^---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;

/** The front matter of a text, or undefined if it has none. Throws a ReadError if it is broken. */
export function readFrontMatter(path: string, text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const from = opening[0].length;
  const to = closingAt(text, from);
  // A rule across the page, then a paragraph, is no front matter; a block of keys is, and so is anything that touches
  // the rule: better an error than a title page silently gone.
  const looksYaml = /^\s*(?:#[^\n]*\n\s*)*["']?[\w-]+["']?\s*:(?:\s|$)/.test(text.slice(from, from + 2000));
  if (!looksYaml && (to < 0 || /^[ \t]*(?:\r|\n)/.test(text.slice(from, from + 80)))) return undefined;
  if (to < 0) {
    throw new ReadError(
      'front-matter',
      path,
      `${path}, line 1: the front matter opened by "---" is never closed; add a line "---" after its last key.`,
      { line: 1, column: 1 },
    );
  }
  return readYamlData(path, text, from, to, 'front-matter');
}

function closingAt(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    let end = at;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    if (end - at < 40 && CLOSING.test(text.slice(at, end))) return at;
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return -1;
}
