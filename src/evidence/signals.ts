/**
 * Signals: what makes a sentence not count, or count less. The wordings are data (`rules/signals`); what is here is
 * how a signal carries from the sentence that shows it to those that depend on that sentence.
 */
import type { Document } from '../document/types.ts';
import type { SignalEffect } from '../rules/types.ts';
import { type Bits, hasAnyBit } from './bits.ts';
import type { Choice, CompiledRules, CompiledSignal, CompiledSignalPattern } from './compile.ts';
import { isLongPast } from './long-past.ts';
import type { Places } from './sieve.ts';

export interface SignalHit {
  id: string;
  effect: SignalEffect;
  /** True where another sentence showed the signal and this one depends on it. */
  carried: boolean;
}

type Mark = CompiledSignalPattern['mark'][number];

/** A gap in a form: a run of underscores, or square brackets round an instruction or nothing. */
const BLANK =
  /_{4,}|_ ?\/|\/\/ ?20|£\s?\[|£0{1,3},?000\b|\[\s*(?:x+|\.{2,}|…|[A-Z][A-Z ]{2,}|(?:insert|name|date|list|add|section|text|wording|post|month|year|number|table|to be|to follow|tbc|details|address|provider|audience|phase|paragraph|map|diagram|council|chief|police)\b[^\]]*)\s*\]|\[[^\]]{0,120}\bto (?:complete|agree|add|confirm|supply|provide|insert|write|draft|follow)\b[^\]]{0,120}\]|\bX{2,}\b|\bX years\b|DD\/MM|\| (?:to follow|pending|awaited|not yet (?:set|agreed|known|decided)|(?:see|as in|in) (?:the )?(?:covering|accompanying) letter|n\/k|\?+)\.?(?: \||$)|[:|–] [^.|:]{0,60}\bto follow\.?$|^\[[A-Z][^\]]*[.:]?$|^[^[(]+\]$/i;

/** Sentences of a note to the author that runs on in square brackets: "[Section to be completed. Include: ...]". */
function insideBrackets(sentences: Document['sentences']): boolean[] {
  let open = -1;
  return sentences.map(({ text, block }) => {
    if (open !== block) open = /^\[[^\]]*$/.test(text) ? block : -1;
    const inside = open === block;
    if (text.includes(']')) open = -1;
    return inside;
  });
}

/** A line of a contents page that stands outside any: dot leaders, or a page number that ends the line. */
const CONTENTS_LINE =
  /(?:\.{3,}|…|(?: \.){3,})\s*\d{1,3}\b|^(?:page|p\.)\s?\d{1,3}\b|[(|,–-]\s?(?:page|p\.)\s?\d{1,3}\)?(?: \/|$)|^(?:figure|table|appendix|annex|part|section|chapter) [a-z0-9]{1,3}\s?[:|–-] |^(?:in this (?:document|plan|page|section)|on this page|jump to|contents)\b[^.]{0,60}(?:[·|•;›][^·|•;›.]{3,60}){2,}$|(?:[·•;] ?\d{1,2}[.)]? [A-Z][^·•;.]{2,60}){3,}|^(?:[A-Z][A-Za-z ,'’&-]{3,60} \d{1,3}(?: |$)){2,}$/i;

const meets = (bits: Bits, choices: readonly Choice[]): boolean => choices.every((choice) => hasAnyBit(bits, choice));

/** True where nothing about a sentence that has a pattern's words keeps them from being the signal. */
const fits = (pattern: CompiledSignalPattern, own: Bits, headings: Bits, marks: Record<Mark, boolean>): boolean =>
  (pattern.mark.length === 0 || pattern.mark.some((mark) => marks[mark])) &&
  meets(headings, pattern.heading) &&
  !hasAnyBit(own, pattern.without);

const hasWords = ({ has, some }: CompiledSignalPattern, bits: Bits): boolean =>
  meets(bits, has) &&
  some.every(({ of, atLeast }) => {
    let count = 0;
    for (const choice of of) if (hasAnyBit(bits, choice)) count++;
    return count >= atLeast;
  });

/** A sentence that opens so goes on about what the one before it was about. */
const PRONOUN =
  /^["“'‘*]*(?:it|they|this|that|these|those|he|she|its|their|his|her|such|both|each|all of (?:this|these|them)|the (?:same|latter|former)|there|also|in addition)\b/i;

/** What is known of the sentences, blocks and sections before signals are looked for. */
export interface SignalInput {
  /** By sentence. */
  own: readonly Bits[];
  /** Where the words that signals are known by stand, headings and marks left aside. */
  places: Places;
  /** By section. */
  headings: readonly Bits[];
  /** By block; only tables with column headings have any. */
  columns: readonly (Bits | undefined)[];
  /** By sentence: whether it names a body that no longer existed. */
  abolished: readonly boolean[];
  /** By sentence, the group that it names and that nothing else defines. */
  undefinedGroups: ReadonlyMap<number, string>;
  /** Sentences in which front matter declares what cannot be right. */
  mistaken: ReadonlySet<number>;
  /** The document's own date (ISO, any precision). */
  date: string | undefined;
}

export function findSignals(document: Document, compiled: CompiledRules, input: SignalInput): SignalHit[][] {
  const { own, places, headings, columns, abolished, undefinedGroups, mistaken, date } = input;
  const { sentences, blocks } = document;
  const result: SignalHit[][] = sentences.map(() => []);
  const bracketed = insideBrackets(sentences);
  const marks = sentences.map(
    ({ kind, quoted, text }, index): Record<Mark, boolean> => ({
      quoted,
      contents: kind === 'contents' || (kind !== 'heading' && CONTENTS_LINE.test(text)),
      heading: kind === 'heading',
      code: kind === 'code',
      blank: bracketed[index]! || BLANK.test(text),
      question: text.endsWith('?') && !text.includes(':'),
      'abolished-body': abolished[index]!,
      'undefined-group': undefinedGroups.has(index),
      mistaken: mistaken.has(index),
      'long-past': isLongPast(text, date),
    }),
  );
  for (const compiledSignal of compiled.signals) {
    carry(compiledSignal);
  }
  for (const { signal } of compiled.signals) {
    const stronger = signal.yieldsTo;
    if (!stronger) continue;
    result.forEach((hits, index) => {
      if (hits.some(({ id }) => stronger.includes(id))) result[index] = hits.filter(({ id }) => id !== signal.id);
    });
  }
  return result;

  function carry({ signal, when, until }: CompiledSignal): void {
    const shows: boolean[] = new Array(sentences.length).fill(false);
    const direct: boolean[] = new Array(sentences.length).fill(false);
    for (const pattern of when)
      for (const index of places.sentences(pattern.number))
        if (!direct[index])
          direct[index] = fits(pattern, own[index]!, headings[sentences[index]!.section]!, marks[index]!);
    const add = (index: number, carried: boolean): void => {
      shows[index] = true;
      result[index]!.push({ id: signal.id, effect: signal.effect, carried });
    };
    sentences.forEach((sentence, index) => {
      const { kind } = sentence;
      const bits = own[index]!;
      if (direct[index]) {
        add(index, false);
        return;
      }
      const column = kind === 'row' ? columns[sentence.block] : undefined;
      if (
        column &&
        when.some(
          (pattern) =>
            pattern.has.length > 0 &&
            hasWords(pattern, column) &&
            fits(pattern, column, headings[sentence.section]!, marks[index]!),
        )
      ) {
        add(index, true);
        return;
      }
      if (until.length > 0 && hasAnyBit(bits, until)) return;
      if (signal.carries.includes('list')) {
        const leadIn = kind === 'item' || kind === 'row' ? blocks[sentence.block]!.leadIn : -1;
        if (sentence.leads.some((lead) => shows[lead]) || (leadIn >= 0 && shows[leadIn])) {
          add(index, true);
          return;
        }
      }
      const before = sentences[index - 1];
      if (
        kind === 'row' ||
        !before ||
        before.block !== sentence.block ||
        before.item !== sentence.item ||
        !shows[index - 1]
      )
        return;
      if (signal.carries.includes('paragraph') || (signal.carries.includes('pronoun') && PRONOUN.test(sentence.text)))
        add(index, true);
    });
  }
}
