/** Contents pages in plain text: titles with leaders and page numbers, or bare titles that come back later as headings. */

import { isContentsHeading, isContentsLine, titleKey } from '../../document/contents.ts';
import type { Line } from './line.ts';
import { endsSentence, startsLower } from './words.ts';

export interface ContentsRange {
  /** Index of the "Contents" heading, or -1. */
  heading: number;
  /** Lines [from, to) are entries. */
  from: number;
  to: number;
}

/** A title, a space and a page number: an entry, but only inside a contents page. */
const NUMBERED_ENTRY = /\S(?:\s{2,}|\s+|\t+)(?:\d{1,3}|[ivxl]{1,5})$/;

export function findContents(lines: readonly Line[]): ContentsRange[] {
  const ranges: ContentsRange[] = [];
  let known: Map<string, number> | undefined;
  const keys = (): ReadonlyMap<string, number> => {
    known ??= countTitles(lines);
    return known;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.text.length <= 80 && isContentsHeading(line.text) && i + 1 < lines.length) {
      const to = endOfEntries(lines, i + 1, keys);
      if (to > i + 1) {
        ranges.push({ heading: i, from: i + 1, to });
        i = to - 1;
        continue;
      }
    }
    if (isContentsLine(line.text)) {
      let to = i;
      while (to < lines.length && isContentsLine(lines[to]!.text)) to++;
      if (to - i >= 3) {
        ranges.push({ heading: -1, from: i, to });
        i = to - 1;
      }
    }
  }
  return ranges;
}

/** How often each short line stands in the document, as a title. */
function countTitles(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.text.length > 140) continue;
    const key = titleKey(line.text);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function endOfEntries(lines: readonly Line[], from: number, keys: () => ReadonlyMap<string, number>): number {
  const paged = isPaged(lines, from);
  let at = from;
  let misses = 0;
  let end = from;
  const seen = new Set<string>();
  while (at < lines.length && at - from < 400) {
    const line = lines[at]!;
    if (line.text.length > 200) break;
    // The first title to come back is the first heading of the body.
    const key = titleKey(line.text);
    if (seen.has(key) && !isContentsLine(line.text)) break;
    seen.add(key);
    if (paged ? isPagedEntry(lines, at) : isBareEntry(line, keys())) {
      end = at + 1;
      misses = 0;
    } else {
      // One entry may be worded unlike its heading, but two in a row are the body.
      if (paged || ++misses > 1 || !isShort(line)) break;
    }
    at++;
  }
  return end;
}

/** Whether most of the lines after the heading end in a page number. */
function isPaged(lines: readonly Line[], from: number): boolean {
  let entries = 0;
  const sample = lines.slice(from, from + 6);
  for (const { text } of sample)
    if (isContentsLine(text) || NUMBERED_ENTRY.test(text.slice(-40)) || /^\d{1,3}$/.test(text)) entries++;
  return entries >= Math.max(2, sample.length * 0.5);
}

function isPagedEntry(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (isContentsLine(text) || NUMBERED_ENTRY.test(text.slice(-40)) || /^\d{1,3}$/.test(text)) return true;
  // A long title runs on to the line that has its number.
  const next = lines[at + 1];
  return (
    next !== undefined &&
    next.blanks === 0 &&
    !endsSentence(text) &&
    (isContentsLine(next.text) ||
      /^\d{1,3}$/.test(next.text) ||
      (startsLower(next.text) && NUMBERED_ENTRY.test(next.text.slice(-40))))
  );
}

function isBareEntry(line: Line, keys: ReadonlyMap<string, number>): boolean {
  return isShort(line) && (keys.get(titleKey(line.text)) ?? 0) > 1;
}

function isShort(line: Line): boolean {
  return line.text.length <= 120 && !endsSentence(line.text);
}
