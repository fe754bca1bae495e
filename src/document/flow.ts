/**
 * The running text of one block: white space folded, markup gone, and a map from every character back to the source.
 * Kept as runs, so that a long paragraph costs a handful of numbers and not one for each character.
 */

import { align, entityEnd } from './align.ts';
import { hyphenAtLineEnd, type Vocabulary } from './hyphen.ts';

export interface Flow {
  text: string;
  /** Offsets in `text` before which a sentence must start: hard line breaks. */
  breaks: number[];
  /** Offsets in `text` just after a source line ended inside the block. */
  lineStarts: number[];
  /** The source offset of a character. */
  startOf(at: number): number;
  /** The source offset just after the character before `at`. */
  endOf(at: number): number;
  /** The page a character stands on, or 0. */
  pageOf(at: number): number;
}

const NO_MARK = 0;
const SOFT = 1;
const HARD = 2;

/** Words that can all be seen, with single spaces between: nothing to fold and nothing to leave out. */
const PLAIN_WORDS = /^[!-~£À-ɏ‘’“”–—•…]+(?: [!-~£À-ɏ‘’“”–—•…]+)*$/;

export class FlowBuilder {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly runAt: number[] = [];
  private readonly runSource: number[] = [];
  private readonly runEnd: number[] = [];
  private readonly runPage: number[] = [];
  private readonly breaks: number[] = [];
  private readonly lineStarts: number[] = [];
  /** White space was seen and not yet written. */
  private gap = false;
  private mark = NO_MARK;
  private source: string;
  private vocabulary: () => Vocabulary;
  /** How far the source has been used: where a node with no place of its own is looked for. */
  cursor: number;

  constructor(source: string, from: number, vocabulary: () => Vocabulary) {
    this.source = source;
    this.cursor = from;
    this.vocabulary = vocabulary;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  /** A line break the writer made on purpose. */
  hardBreak(): void {
    this.gap = true;
    this.mark = HARD;
  }

  /** A gap that no text of its own stands in. */
  space(): void {
    this.gap = true;
  }

  /** Adds a node's value, which stands in the source between two offsets (or somewhere before `end`, if `start` < 0). */
  add(value: string, start: number, end: number, page: number): void {
    if (value === ' ') {
      // What a reader put between two lines.
      this.gap = true;
      this.cursor = Math.max(this.cursor, end);
      return;
    }
    let from = start;
    if (from < 0) {
      const found = this.source.indexOf(value, this.cursor);
      from = found >= 0 && found < Math.min(end, this.cursor + 400) ? found : this.cursor;
    }
    const identical = this.source.startsWith(value, from);
    const at = identical ? undefined : align(value, this.source, from, Math.max(end, from));
    if (identical && PLAIN_WORDS.test(value)) this.push(value, 0, value.length, from, undefined, page);
    else this.addBySign(value, from, at, page);
    this.cursor = at === undefined ? from + value.length : (at.at(-1) ?? from) + 1;
    if (start >= 0 && end > this.cursor) this.cursor = end;
  }

  /** Folds spaces and leaves out what cannot be seen. */
  private addBySign(value: string, from: number, at: number[] | undefined, page: number): void {
    let segment = -1;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      const folds = isSpace(code);
      if (!folds && !isInvisible(code)) {
        if (segment < 0) segment = i;
        continue;
      }
      // A single plain space between two words of the same run needs no new run.
      if (code === 32 && segment >= 0 && at === undefined && isPlainAfterSpace(value, i)) continue;
      if (segment >= 0) this.push(value, segment, i, from, at, page);
      segment = -1;
      if (folds) {
        this.gap = true;
        if (code === 10 || code === 13) this.mark = Math.max(this.mark, SOFT);
      }
    }
    if (segment >= 0) this.push(value, segment, value.length, from, at, page);
  }

  private push(value: string, from: number, to: number, base: number, at: number[] | undefined, page: number): void {
    this.writeGap(value, from);
    if (at === undefined) {
      this.run(value.slice(from, to), base + from, base + to, page);
      return;
    }
    let start = from;
    for (let i = from + 1; i <= to; i++) {
      if (i < to && at[i] === at[i - 1]! + 1) continue;
      const last = at[i - 1]!;
      const literal = this.source.charCodeAt(last) === value.charCodeAt(i - 1);
      const reference = literal && value.charCodeAt(i - 1) !== 38 ? -1 : entityEnd(this.source, last);
      const isReference = reference >= 0 && (at[i] === undefined || at[i]! > reference || at[i] === last);
      this.run(value.slice(start, i), at[start]!, isReference ? reference + 1 : last + 1, page);
      start = i;
    }
  }

  private run(text: string, source: number, end: number, page: number): void {
    const previous = this.runAt.length - 1;
    const adjoins =
      previous >= 0 &&
      this.runEnd[previous] === source &&
      this.runPage[previous] === page &&
      source - this.runSource[previous]! === this.length - this.runAt[previous]!;
    if (adjoins) {
      this.runEnd[previous] = end;
    } else {
      this.runAt.push(this.length);
      this.runSource.push(source);
      this.runEnd.push(end);
      this.runPage.push(page);
    }
    this.parts.push(text);
    this.length += text.length;
  }

  private writeGap(value: string, from: number): void {
    if (!this.gap) return;
    const mark = this.mark;
    this.gap = false;
    this.mark = NO_MARK;
    if (this.length === 0) return;
    if (mark === SOFT && this.joinsHyphen(value, from)) return;
    this.parts.push(' ');
    this.length++;
    if (mark === HARD) this.breaks.push(this.length);
    if (mark !== NO_MARK) this.lineStarts.push(this.length);
  }

  /** Repairs a word broken at a line end. True if the two lines join with no space. */
  private joinsHyphen(value: string, from: number): boolean {
    const last = this.parts.at(-1)!;
    if (last.charCodeAt(last.length - 1) !== 45) return false;
    const left = /[A-Za-zÀ-ɏ0-9]+(?:-[A-Za-zÀ-ɏ0-9]+)*(?=-$)/u.exec(last.slice(-60))?.[0];
    const right = /^[A-Za-zÀ-ɏ0-9]+/u.exec(value.slice(from, from + 60))?.[0];
    if (left === undefined || right === undefined) return false;
    if (hyphenAtLineEnd(left, right, this.vocabulary()) === 'drop') {
      this.parts[this.parts.length - 1] = last.slice(0, -1);
      this.length--;
      this.runEnd[this.runEnd.length - 1]!--;
    }
    return true;
  }

  finish(): Flow {
    const text = this.parts.join('');
    const { runAt, runSource, runEnd, runPage } = this;
    let hint = 0;
    const runOf = (at: number): number => {
      let low = 0;
      let high = runAt.length - 1;
      if (hint <= high && runAt[hint]! <= at) {
        if (hint === high || runAt[hint + 1]! > at) return hint;
        low = hint;
      }
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (runAt[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      hint = low;
      return low;
    };
    return {
      text,
      breaks: this.breaks,
      lineStarts: this.lineStarts,
      startOf(at) {
        if (runAt.length === 0) return 0;
        const run = runOf(at);
        return Math.min(runSource[run]! + at - runAt[run]!, runEnd[run]!);
      },
      endOf(at) {
        if (runAt.length === 0) return 0;
        const run = runOf(at - 1);
        const runTextEnd = runAt[run + 1] ?? text.length;
        const end = runSource[run]! + at - runAt[run]!;
        return at >= runTextEnd ? runEnd[run]! : Math.min(end, runEnd[run]!);
      },
      pageOf(at) {
        return runAt.length === 0 ? 0 : runPage[runOf(at)]!;
      },
    };
  }
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x85 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Characters that print nothing: soft hyphens, zero-width spaces and joiners, direction marks, controls. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code < 32 ||
    code === 0x7f
  );
}

function isPlainAfterSpace(value: string, at: number): boolean {
  if (at + 1 >= value.length) return false;
  const next = value.charCodeAt(at + 1);
  return !isSpace(next) && !isInvisible(next);
}
