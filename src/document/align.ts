/**
 * Where each character of a node's value stands in the source. Parsers decode `&amp;` and `\*`, and strip the `> ` and
 * the indentation that a quotation or list puts before each line, so value and source drift apart; this walks both.
 */

const NEWLINE = 10;
const RETURN = 13;
const AMPERSAND = 38;
const SEMICOLON = 59;
const BACKSLASH = 92;
const LONGEST_ENTITY = 34;
const LESS_THAN = 60;
const SPACE = 32;
const TAB = 9;
const LONGEST_TAG = 2_000;

/** The offset of the `;` that ends the character reference at `at`, or -1. */
export function entityEnd(source: string, at: number): number {
  if (source.charCodeAt(at) !== AMPERSAND) return -1;
  const limit = Math.min(source.length, at + LONGEST_ENTITY);
  for (let i = at + 1; i < limit; i++) {
    const code = source.charCodeAt(i);
    if (code === SEMICOLON) return i > at + 1 ? i : -1;
    const alphanumeric =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 35;
    if (!alphanumeric) return -1;
  }
  return -1;
}

/** One source offset for each UTF-16 unit of `value`, looked for in `source` from `from` up to `to`. */
export function align(value: string, source: string, from: number, to: number): number[] {
  const at: number[] = new Array(value.length);
  let p = from;
  for (let i = 0; i < value.length; i++) {
    const wanted = value.charCodeAt(i);
    if (wanted === NEWLINE || wanted === RETURN) {
      while (p < to && source.charCodeAt(p) !== NEWLINE && source.charCodeAt(p) !== RETURN) p++;
    } else {
      p = seek(source, p, to, wanted);
    }
    at[i] = Math.min(p, to > from ? to - 1 : from);
    const end = source.charCodeAt(p) === AMPERSAND && wanted !== AMPERSAND ? entityEnd(source, p) : -1;
    if (end >= 0) {
      // A reference may stand for two units; the next unit looks again only if it does not belong to this one.
      const isHighSurrogate = wanted >= 0xd800 && wanted <= 0xdbff;
      if (isHighSurrogate && i + 1 < value.length) at[++i] = p;
      p = end + 1;
    } else if (
      wanted === AMPERSAND &&
      isEscapedAmpersand(source, p) &&
      // In Markdown a backslash, unless it stands in the value itself, says that what follows is no reference.
      (source.charCodeAt(p - 1) !== BACKSLASH || value.charCodeAt(i - 1) === BACKSLASH)
    ) {
      p = entityEnd(source, p) + 1;
    } else {
      p++;
    }
  }
  return at;
}

/** The next place that can stand for the wanted character: itself, or a reference when it is not to be found close by. */
function seek(source: string, from: number, to: number, wanted: number): number {
  for (let p = from; p < to; p++) {
    const code = source.charCodeAt(p);
    // In a web page a tag may stand between two characters, and a line end for a space.
    if (code === LESS_THAN && wanted !== LESS_THAN) {
      p = tagEnd(source, p, to);
      continue;
    }
    if (wanted === SPACE && (code === TAB || code === NEWLINE || code === RETURN)) return p;
    if (code === wanted) {
      // `\\` stands for one backslash: take the second.
      if (wanted === BACKSLASH && source.charCodeAt(p + 1) === BACKSLASH && p + 1 < to) return p + 1;
      return p;
    }
    if (code === AMPERSAND && entityEnd(source, p) >= 0) return p;
  }
  return from;
}

/** The last character of the tag or comment that begins at `at`, or `at` where none does. */
function tagEnd(source: string, at: number, to: number): number {
  const next = source.charCodeAt(at + 1) | 32;
  const begins = (next >= 97 && next <= 122) || source[at + 1] === '/' || source[at + 1] === '!';
  if (!begins) return at;
  const limit = Math.min(to, at + LONGEST_TAG);
  for (let i = at + 1; i < limit; i++) if (source.charCodeAt(i) === 62) return i;
  return at;
}

function isEscapedAmpersand(source: string, at: number): boolean {
  return source.startsWith('&amp;', at) || source.startsWith('&#38;', at) || source.startsWith('&AMP;', at);
}
