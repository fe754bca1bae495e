/** Plain text as lines: what stands where, on which page, and after how much white space. */

import { ReadError } from '../errors.ts';

export interface Line {
  /** The printed part: no indentation, no white space at the end. */
  text: string;
  /** Offsets of the printed part in the source. */
  from: number;
  to: number;
  /** 1-based line number in the source. */
  number: number;
  /** Offset of the line's first character. */
  start: number;
  /** Columns of white space before the printed part. */
  indent: number;
  /** Page by form feeds, from 1; 0 if the text has none. */
  page: number;
  /** Blank lines directly before. */
  blanks: number;
  /** A page ended between the line before and this one. */
  pageBreak: boolean;
  /** The first line of a page. */
  pageTop: boolean;
  /** The line before was only a bullet, which belongs here: its glyph. */
  looseBullet?: string;
  /** The line after was a rule of `=` or `-`. */
  underlined?: boolean;
}

const MOST_LINES = 80_000;

/** The printed lines of a text, in order. */
export function splitLines(path: string, text: string): Line[] {
  const lines: Line[] = [];
  const paged = text.includes('\f');
  let page = 1;
  let blanks = 0;
  let pageBreak = false;
  let pageTop = true;
  let number = 0;
  let feed = -1;
  let at = 0;
  while (at < text.length) {
    const start = at;
    let end = at;
    let code = text.charCodeAt(end);
    while (end < text.length && code !== 10 && code !== 13) {
      end++;
      code = text.charCodeAt(end);
    }
    at = code === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    number++;
    // A form feed may stand alone, before the first line of the next page, or after the last line of this one.
    let from = start;
    let segment = start;
    while (segment <= end) {
      // Looked for only when it is behind: each search may run to the end of the text.
      if (feed < segment) {
        const found = text.indexOf('\f', segment);
        feed = found < 0 ? text.length : found;
      }
      const stop = Math.min(feed, end);
      from = segment;
      let indent = 0;
      while (from < stop && isBlank(text.charCodeAt(from))) {
        indent += text.charCodeAt(from) === 9 ? 4 - (indent % 4) : 1;
        from++;
      }
      let to = stop;
      while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
      if (to > from) {
        if (lines.length >= MOST_LINES) {
          throw new ReadError(
            'too-large',
            path,
            `${path} has more than ${MOST_LINES.toLocaleString('en-GB')} lines; give the arrangements alone, without appendices of data.`,
          );
        }
        lines.push({
          text: text.slice(from, to),
          from,
          to,
          number,
          start,
          indent,
          page: paged ? page : 0,
          blanks,
          pageBreak,
          pageTop,
        });
        blanks = 0;
        pageBreak = false;
        pageTop = false;
      } else if (stop === end && segment === start) {
        blanks++;
      }
      if (stop === end) break;
      page++;
      pageBreak = lines.length > 0;
      pageTop = true;
      segment = stop + 1;
    }
  }
  if (lines[0] !== undefined) lines[0].pageTop = true;
  return lines;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 11 || code === 12;
}
