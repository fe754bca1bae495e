/** From sentence numbers to quotations with their places. */
import type { Reading } from '../evidence/reading.ts';
import type { EvidenceReport } from './types.ts';

/** A quotation stops after so many characters, at a word's end. */
const LONGEST_QUOTE = 600;

/** The headings over a section, outermost first. */
export function headingsOver(reading: Reading, section: number): string[] {
  const { sections } = reading.document;
  const headings: string[] = [];
  for (let at = section; at >= 0; at = sections[at]!.parent) {
    const { heading } = sections[at]!;
    if (heading !== '') headings.unshift(heading);
  }
  return headings;
}

/** One quotation for each run of neighbouring sentences of a block. */
export function quotesOf(
  reading: Reading,
  sentences: readonly number[],
  strength: EvidenceReport['strength'],
  signals: readonly string[],
): EvidenceReport[] {
  const runs: number[][] = [];
  for (const index of sentences) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run !== undefined &&
      last !== undefined &&
      index === last + 1 &&
      reading.document.sentences[last]!.block === reading.document.sentences[index]!.block
    ) {
      run.push(index);
    } else runs.push([index]);
  }
  return runs.map((run) => quoteOf(reading, run, strength, signals));
}

function quoteOf(
  reading: Reading,
  run: readonly number[],
  strength: EvidenceReport['strength'],
  signals: readonly string[],
): EvidenceReport {
  const first = reading.document.sentences[run[0]!]!;
  const last = reading.document.sentences[run.at(-1)!]!;
  const text = run.map((index) => reading.document.sentences[index]!.text).join(' ');
  const { page, paragraph } = first.place;
  return {
    quote: shorten(text),
    line: first.place.start.line,
    column: first.place.start.column,
    endLine: last.place.end.line,
    endColumn: last.place.end.column,
    ...(page === undefined ? {} : { page }),
    ...(paragraph === undefined ? {} : { paragraph }),
    headings: headingsOver(reading, first.section),
    strength,
    signals: [...signals],
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const cut = text.lastIndexOf(' ', LONGEST_QUOTE);
  return `${text.slice(0, cut > 0 ? cut : LONGEST_QUOTE)} …`;
}
