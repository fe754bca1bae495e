/**
 * Which stretches of a text are somebody's words. Only a stretch of six words or more counts: shorter ones are names,
 * titles and scare quotes. Double quotation marks may run across sentences; an apostrophe must not open anything.
 */

import type { Range } from './sentences.ts';

const FEWEST_WORDS = 6;
/** More than this share of a sentence's words inside the marks, and the sentence is a quotation. */
const QUOTED_SHARE = 0.6;

/** The quoted stretches of a block's text, marks excluded, in order. */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let double = -1;
  let single = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    switch (code) {
      case 0x201c: // “
      case 0xab: // «
        if (double < 0) double = i + 1;
        break;
      case 0x201d: // ”
      case 0xbb: // »
        if (double >= 0) keep(text, ranges, double, i);
        double = -1;
        single = -1;
        break;
      case 0x22: // "
        if (double < 0) {
          if (opens(text, i)) double = i + 1;
        } else if (!opens(text, i) || closes(text, i)) {
          keep(text, ranges, double, i);
          double = -1;
          single = -1;
        }
        break;
      case 0x2018: // ‘
        if (double < 0 && opens(text, i)) single = i + 1;
        break;
      case 0x27: // '
      case 0x2019: // ’
        if (double >= 0) break;
        if (single < 0) {
          if (code === 0x27 && opens(text, i)) single = i + 1;
        } else if (closes(text, i)) {
          // A plural's apostrophe ("the partners' budget") may close too early; better short than long.
          keep(text, ranges, single, i);
          single = -1;
        }
        break;
      default:
    }
  }
  // A paragraph that opens with a mark and never closes it runs on into the next: all of it is quoted.
  const first = text.charCodeAt(0);
  if (double === 1 && (first === 0x201c || first === 0x22)) keep(text, ranges, double, text.length);
  return ranges;
}

function opens(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1];
  return ' ([—–-/“"'.includes(before) && after !== undefined && after !== ' ';
}

function closes(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1];
  return before !== ' ' && (after === undefined || ' .,;:!?)]—–-”"'.includes(after));
}

function keep(text: string, ranges: Range[], from: number, to: number): void {
  if (wordsIn(text, from, to) >= FEWEST_WORDS) ranges.push({ from, to });
}

/** How many runs of printing characters stand between two offsets. */
export function wordsIn(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const isWord =
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      (code > 0xbf && !(code >= 0x2000 && code <= 0x2bff));
    const joins = inside && (code === 39 || code === 0x2019 || code === 45 || code === 46 || code === 64);
    if (isWord) {
      if (!inside) words++;
      inside = true;
    } else if (!joins) {
      inside = false;
    }
  }
  return words;
}

/** Asks, sentence by sentence and in order, whether most of it stands inside quoted stretches. */
export class QuoteCursor {
  private at = 0;
  private readonly text: string;
  private readonly ranges: readonly Range[];

  constructor(text: string, ranges: readonly Range[]) {
    this.text = text;
    this.ranges = ranges;
  }

  /** The quoted stretches of a sentence, as offsets into it. */
  within(sentence: Range): Range[] {
    const found: Range[] = [];
    for (let i = this.at; i < this.ranges.length && this.ranges[i]!.from < sentence.to; i++) {
      const from = Math.max(this.ranges[i]!.from, sentence.from) - sentence.from;
      const to = Math.min(this.ranges[i]!.to, sentence.to) - sentence.from;
      if (to > from) found.push({ from, to });
    }
    return found;
  }

  covers(sentence: Range): boolean {
    const { ranges, text } = this;
    while (this.at < ranges.length && ranges[this.at]!.to <= sentence.from) this.at++;
    if (this.at === ranges.length || ranges[this.at]!.from >= sentence.to) return false;
    let inside = 0;
    for (let i = this.at; i < ranges.length && ranges[i]!.from < sentence.to; i++) {
      const range = ranges[i]!;
      inside += wordsIn(text, Math.max(range.from, sentence.from), Math.min(range.to, sentence.to));
    }
    return inside > wordsIn(text, sentence.from, sentence.to) * QUOTED_SHARE;
  }
}

/** Whether what stands outside the marks is only punctuation or a short attribution. */
export function isWhollyQuoted(text: string, ranges: readonly Range[]): boolean {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || wordsIn(text, 0, first.from) > 0) return false;
  // From the last sign inside the marks on: a stop there and a sentence after it is more than an attribution.
  const after = text.slice(last.to - 1, last.to + 400);
  return (
    last.to + 400 >= text.length &&
    wordsIn(after, 0, after.length) <= 12 &&
    !/[.!?]["”’)]?\s+[A-ZÀ-ÖØ-ÞĀ-ž][^.!?]*[.!?]\s*$/u.test(after)
  );
}
