/**
 * Where sentences end. A stop ends a sentence unless it belongs to an abbreviation, an initial, a number, an address or
 * a list label; closing quotation marks and brackets go with the sentence they close. One pass, no backtracking.
 */

import { isSpace } from './flow.ts';

/** Never end a sentence, whatever follows. */
const ALWAYS_ABBREVIATED = new Set(
  `dr mr mrs ms prof rev revd cllr cllrs supt insp sgt det dci cfo hon sir st messrs e.g i.e eg ie cf viz vs
  para paras pp ch chap sec sch reg regs art arts fig figs vol nos approx incl esp ref refs tel ext dept gov
  retd capt col lt maj brig gen cmdr asst assoc`.split(/\s+/),
);

/** End no sentence when a number follows. */
const BEFORE_NUMBER = new Set(['no', 'p', 's', 'ss', 'c', 'r', 'n', 'v', 'cl', 'pt', 'ed', 'eds', 'min', 'max']);

/** Abbreviations that often stand last in a sentence: a capital after them starts a new one. */
const MAY_END = new Set(['etc', 'ltd', 'inc', 'plc', 'co', 'a.m', 'p.m', 'am', 'pm', 'al', 'bros', 'jr', 'sr']);

const MONTHS = new Set(['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec']);

/** Words before a single capital letter that show it to be a label and not an initial: "Annex A." */
const LABELLED = new Set(
  `annex appendix part section table schedule category option tier level band plan grade group block type class
  step phase hepatitis vitamin unit chapter box figure year key`.split(/\s+/),
);

const LONGEST = 6000;

export interface Range {
  from: number;
  to: number;
}

/** The sentences of a text, as ranges that start and end on something that prints. `breaks` force a new sentence. */
export function splitSentences(text: string, breaks: readonly number[] = []): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let nextBreak = 0;
  const push = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text.charCodeAt(a))) a++;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
    while (b - a > LONGEST) {
      let cut = text.lastIndexOf(' ', a + LONGEST);
      if (cut <= a) cut = a + LONGEST;
      ranges.push({ from: a, to: cut });
      a = cut;
      while (a < b && isSpace(text.charCodeAt(a))) a++;
    }
    const last = ranges.at(-1);
    // Signs alone are no sentence: they go with the one before.
    if (b > a && last !== undefined && b - last.from <= LONGEST && !hasWord(text, a, b)) last.to = b;
    else if (b > a) ranges.push({ from: a, to: b });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    while (nextBreak < breaks.length && breaks[nextBreak]! <= i) {
      if (breaks[nextBreak]! > from) push(breaks[nextBreak]!);
      nextBreak++;
    }
    const code = text.charCodeAt(i);
    if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) continue;
    let end = i + 1;
    while (end < text.length && isStop(text.charCodeAt(end))) end++;
    const stops = end - i;
    end = footnoteEnd(text, i, end);
    while (end < text.length && isCloser(text, end)) end++;
    if (end < text.length) {
      const runsOn = !isSpace(text.charCodeAt(end));
      if (runsOn ? !startsUnspaced(text, i, end) : !startsAfter(text, from, i, end, stops)) {
        i = end - 1;
        continue;
      }
    }
    push(end);
    i = end - 1;
  }
  push(text.length);
  return ranges;
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true;
    if (code > 0xbf && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0xe000 && code <= 0xf8ff)) return true;
  }
  return false;
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026;
}

/** A closing mark, or a straight quotation mark that has no letter after it. */
function isCloser(text: string, at: number): boolean {
  const char = text[at]!;
  if ('⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(char)) return true;
  if (char === ')' || char === ']' || char === '”' || char === '’' || char === '»' || char === '*' || char === '_')
    return true;
  if (char !== '"' && char !== "'") return false;
  const next = text[at + 1];
  return next === undefined || next === ' ' || next === ')' || next === '"' || next === "'" || next === '.';
}

/** "... the board.3 It ...": a footnote's number goes with the sentence it follows. */
function footnoteEnd(text: string, stop: number, end: number): number {
  const first = text.charCodeAt(end);
  if (first < 48 || first > 57 || end !== stop + 1) return end;
  let after = end;
  while (after < end + 3 && text.charCodeAt(after) >= 48 && text.charCodeAt(after) <= 57) after++;
  const before = text.slice(Math.max(0, stop - 3), stop);
  const next = text.charCodeAt(after);
  return /^[a-z]{3}$/.test(before) && (Number.isNaN(next) || isSpace(next)) ? after : end;
}

/** A stop with no space after it ends a sentence only between "word" and "Word", and not in an address. */
function startsUnspaced(text: string, stop: number, end: number): boolean {
  if (end !== stop + 1 || text[stop] !== '.') return false;
  const next = text.charCodeAt(end);
  const after = text.charCodeAt(end + 1);
  if (!(next >= 65 && next <= 90)) return false;
  if (!(after >= 97 && after <= 122) && after !== 32) return false;
  const before = text.charCodeAt(stop - 1);
  if (before === 32) return true;
  if (!(before >= 97 && before <= 122)) return false;
  const near = text.slice(Math.max(0, stop - 32), stop);
  const token = near.slice(near.lastIndexOf(' ') + 1);
  return token.length >= 3 && token.length < 30 && /^[("'‘“]?[A-Za-zÀ-ɏ’'-]+$/u.test(token) && token !== 'www';
}

/** Whether what follows the stop and a space can start a sentence, given what stands before the stop. */
function startsAfter(text: string, from: number, stop: number, end: number, stops: number): boolean {
  let next = end;
  while (next < text.length && (isSpace(text.charCodeAt(next)) || isOpener(text[next]!))) next++;
  if (next >= text.length) return true;
  const char = text[next]!;
  const code = char.charCodeAt(0);
  const isDigit = code >= 48 && code <= 57;
  if (!isDigit && char !== char.toUpperCase()) return false;
  if (text[stop] !== '.') return true;
  if (stops > 1) return !isDigit;
  const word = wordBefore(text, from, stop);
  if (word.text === '') return true;
  const lower = word.text.toLowerCase();
  if (word.from <= from && isLabel(word.text)) return false;
  if (ALWAYS_ABBREVIATED.has(lower)) return false;
  if (isDigit) return !BEFORE_NUMBER.has(lower) && !MONTHS.has(lower);
  if (MAY_END.has(lower)) return true;
  if (word.text.length === 1 && word.text !== 'I' && word.text >= 'A' && word.text <= 'Z') {
    const label = wordBefore(text, from, word.from - 1).text.toLowerCase();
    return LABELLED.has(label) || /[a-z]-$/.test(text.slice(word.from - 2, word.from));
  }
  if (/^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word.text))
    return /^(?:The|This|It|We|In|A|An|They|Each|All)\b/.test(text.slice(next, next + 6));
  return true;
}

function isOpener(char: string): boolean {
  return '([“‘"\'«*_'.includes(char);
}

/** The run of letters, digits and inner stops directly before an offset. */
function wordBefore(text: string, from: number, end: number): { text: string; from: number } {
  let i = end;
  while (i > from && end - i < 24) {
    const code = text.charCodeAt(i - 1);
    const isWord =
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === 46 ||
      code > 0xbf;
    if (!isWord || (code >= 0x2000 && code <= 0x206f)) break;
    i--;
  }
  return { text: text.slice(i, end), from: i };
}

/** "1", "2.3", "iv", "b" at the start of a sentence number it and do not end it. */
function isLabel(word: string): boolean {
  return /^(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[A-Za-z])$/.test(word);
}
