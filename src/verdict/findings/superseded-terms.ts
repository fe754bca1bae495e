/** Bodies, reviews, provisions and posts that had gone by the document's date, used as if they were current. */
import { countsAsText, isSuperseded } from '../../evidence/reading.ts';
import type { Finding } from '../types.ts';
import { at, more } from './at.ts';
import type { FindingInput } from './index.ts';

/** Words that make a mention historical, and so right. */
const HISTORICAL =
  /\b(?:former(?:ly)?|previous(?:ly)?|old|predecessor|replac(?:e|es|ed|ing)|supersed\w+|was|were|had been|abolish\w+|dissol\w+|wound up|until|no longer|transition\w*|succe(?:ed|eds|eded)|now|became|merged|renamed|disband\w+|transfer\w*|legacy|histor\w+)\b/i;

export function supersededTerms({ reading, date, edition }: FindingInput): Finding[] {
  const { terminology, editions } = reading.compiled.rules;
  // Judged against an edition later than itself, a document is told what has gone since.
  const until = editions.find(({ id }) => id === edition)?.inForceFrom;
  const asOf = [date?.iso, until]
    .filter((iso): iso is string => iso !== undefined)
    .sort()
    .at(-1);
  const places = new Map<number, number[]>();
  reading.document.sentences.forEach((sentence, index) => {
    if (!countsAsText(sentence) && sentence.kind !== 'heading') return;
    for (const term of reading.terms[index]!) {
      if (!isSuperseded(terminology[term]!, asOf)) continue;
      if (HISTORICAL.test(sentence.text) || reading.signals[index]!.some(({ id }) => id === 'past')) continue;
      places.set(term, [...(places.get(term) ?? []), index]);
    }
  });
  return [...places].map(([number, sentences]) => {
    const term = terminology[number]!;
    return {
      code: `superseded-term/${term.id}`,
      level: term.level,
      message: `${term.says}${more(sentences.length - 1)}`,
      advice: `Use instead: ${term.useInstead}.`,
      ...at(reading, sentences[0]!),
    };
  });
}
