/** Notes at the foot of a page: they stand in the middle of a sentence that runs on, so they are lifted out. */

import type { FootnoteDefinition } from 'mdast';
import type { Emitter } from './emit.ts';
import type { Line } from './line.ts';

export interface Lifted {
  lines: Line[];
  footnotes: FootnoteDefinition[];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NOTE = /^(?:\[?(\d{1,3})\]?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s+(?=["“‘(]?[A-ZÀ-ÖØ-ÞĀ-ž]|https?:|www\.)/u;

/** Only text with form feeds has page feet; only a note whose number is cited on its page is a note. */
export function takeFootnotes(lines: Line[], emit: Emitter): Lifted {
  const footnotes: FootnoteDefinition[] = [];
  const taken = new Set<Line>();
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && lines[to]!.page === lines[from]!.page) to++;
    if (lines[from]!.page > 0) takeFromPage(lines, from, to, emit, footnotes, taken);
    from = to;
  }
  return { lines: taken.size === 0 ? lines : lift(lines, taken), footnotes };
}

function takeFromPage(
  lines: readonly Line[],
  from: number,
  to: number,
  emit: Emitter,
  footnotes: FootnoteDefinition[],
  taken: Set<Line>,
): void {
  let end = to;
  for (let i = to - 1; i > from && to - i <= 30; i--) {
    const line = lines[i]!;
    const match = NOTE.exec(line.text.slice(0, 40));
    if (match === null) continue;
    const number = match[1] ?? [...match[2]!].map((char) => RAISED.indexOf(char)).join('');
    if (!isCited(lines, from, i, number, match[2] !== undefined)) continue;
    const note = lines.slice(i, end);
    // A note is one block: white space inside it means that the page's text goes on below.
    if (note.some((part, index) => index > 0 && part.blanks > 0)) break;
    for (const part of note) taken.add(part);
    const spans = note.map((part, index) => ({
      from: part.from + (index === 0 ? match[0].length : 0),
      to: part.to,
      page: part.page,
    }));
    footnotes.push({
      type: 'footnoteDefinition',
      identifier: number,
      label: number,
      children: [emit.paragraph(spans)],
    });
    end = i;
  }
}

/** "... the executive.3" or "... the executive³": the number right after a word or a stop. */
function isCited(lines: readonly Line[], from: number, to: number, number: string, raised: boolean): boolean {
  const sign = raised ? [...number].map((digit) => RAISED[Number(digit)]).join('') : number;
  for (let i = from; i < to; i++) {
    const { text } = lines[i]!;
    if (text.length > 4000) continue;
    let at = text.indexOf(sign);
    while (at > 0) {
      const before = text[at - 1]!;
      const after = text[at + sign.length] ?? ' ';
      if (/[a-zß-öø-ÿ.,;:)”’"'\]]/u.test(before) && !/[\d.%]/.test(after) && !/\d[.,]$/.test(text.slice(0, at)))
        return true;
      at = text.indexOf(sign, at + 1);
    }
  }
  return false;
}

function lift(lines: readonly Line[], taken: ReadonlySet<Line>): Line[] {
  const kept: Line[] = [];
  let pageBreak = false;
  for (const line of lines) {
    if (taken.has(line)) {
      pageBreak = true;
      continue;
    }
    if (pageBreak) line.pageBreak = kept.length > 0;
    pageBreak = false;
    kept.push(line);
  }
  return kept;
}
