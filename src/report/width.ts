/**
 * How many columns a piece of text takes on a terminal.
 *
 * Counting characters is wrong for a Chinese name (two columns each), an accent written separately (none) and an emoji
 * made of five characters (two columns), and a table that counts wrong falls apart.
 */

/** Western text and ordinary punctuation: one column each, so the slow way is not needed. */
const SIMPLE = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*$/;

const NO_WIDTH = /^(?:[\p{Mn}\p{Me}\p{Cc}\p{Cf}]|[\u{1160}-\u{11ff}\u{d7b0}-\u{d7ff}])$/u;

const EMOJI =
  /^(?:\p{Regional_Indicator}{2}|(?!\p{Regional_Indicator})\p{Emoji_Presentation}|(?![0-9#*])\p{Emoji}\ufe0f|[0-9#*]\ufe0f?\u20e3)/u;

/** Characters that Unicode's East Asian Width table calls wide or full-width. */
const WIDE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]$/u;

let segmenter: Intl.Segmenter | undefined;

/** The text cut into what a reader calls characters: a letter with its accents, a whole emoji. */
export function graphemes(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) {
    if (NO_WIDTH.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Columns that `text` takes; it must hold no colour codes and no line ends. */
export function width(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let total = 0;
  for (const grapheme of graphemes(text)) total += graphemeWidth(grapheme);
  return total;
}

/** Cuts a word that is wider than a whole line into pieces that fit. */
function cut(word: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    const columns = graphemeWidth(grapheme);
    if (used + columns > limit && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme;
    used += columns;
  }
  pieces.push(piece);
  return pieces;
}

/** Breaks text at spaces into lines of at most `limit` columns; a longer word is cut. Always at least one line. */
export function wrap(text: string, limit: number): string[] {
  const room = Math.max(limit, 2);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const columns = width(word);
    if (line !== '' && used + 1 + columns <= room) {
      line += ` ${word}`;
      used += 1 + columns;
      continue;
    }
    if (line !== '') lines.push(line);
    if (columns <= room) {
      line = word;
      used = columns;
      continue;
    }
    const pieces = cut(word, room);
    line = pieces.pop() ?? '';
    used = width(line);
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

/** Text with spaces added on the right up to `columns`; longer text is left as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Text with spaces added on the left up to `columns`. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** Text of at most `limit` characters, ended at a word with an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let short = '';
  // Some more than can be used, so that the last character looked at is a whole one.
  for (const grapheme of graphemes(text.slice(0, limit + 50))) {
    if (short.length + grapheme.length >= limit) break;
    short += grapheme;
  }
  const space = short.lastIndexOf(' ');
  return `${(space > limit * 0.6 ? short.slice(0, space) : short).trimEnd()}…`;
}
