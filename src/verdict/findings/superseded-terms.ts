/** Bodies, reviews, provisions and posts that had gone by the document's date, used as if they were current. */
import { hasBit } from '../../evidence/bits.ts';
import { countsAsText } from '../../evidence/counts-as-text.ts';
import { isSuperseded, type Reading } from '../../evidence/reading.ts';
import type { Finding } from '../types.ts';
import { at, more } from './at.ts';
import type { FindingInput } from './index.ts';

/** True where the sentence speaks of what was, so that the old name is the right one. */
function isHistory(reading: Reading, sentence: number): boolean {
  const history = reading.compiled.concept('history');
  if (history !== undefined && hasBit(reading.own[sentence]!, history)) return true;
  return reading.signals[sentence]!.some(({ id }) => id === 'past' || id === 'predecessor');
}

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
      if (isHistory(reading, index)) continue;
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
