/** How sure a finding of the rules alone is, by its wording and its place: for elements of which nothing was learnt. */
import { hasAnyBit, hasBit } from '../evidence/bits.ts';
import type { CompiledElement } from '../evidence/compile.ts';
import type { ElementEvidence, Passage } from '../evidence/find.ts';
import type { Reading } from '../evidence/reading.ts';
import type { Need, Within } from '../rules/types.ts';
import type { Confidence } from './types.ts';

export interface ElementConfidence {
  level: Confidence;
  checkByEye?: string;
}

/** Further apart than so many sentences, the parts of a passage may not belong together. */
const FAR_APART = 6;

/** On a subject of which so many sentences speak, words were perhaps not known. Of what is essential more words are known. */
const MUCH_SPOKEN_OF = { essential: 15, supporting: 12 };

/** So many passages that each go half the way may together go the whole. */
const MANY_HALVES = 3;

/** Signals that read a sentence's wording and can misread it; the others are plain to see. */
const OPEN_TO_DOUBT = new Set([
  'general-duty',
  'question',
  'pointer',
  'past-event',
  'long-past',
  'negation',
  'elsewhere',
]);

/** Windows in which what stands together need not belong together. */
const WIDE: ReadonlySet<Within> = new Set(['section', 'chapter', 'document']);

const doubt = (checkByEye: string): ElementConfidence => ({ level: 'low', checkByEye });

/** @param need how much the element weighs in the edition judged against */
export function ofWording(
  reading: Reading,
  element: CompiledElement,
  need: Need,
  found: ElementEvidence,
): ElementConfidence {
  const best = found.evidence[0];
  if (best && found.status === 'full') return ofFull(reading, best, found);
  const cancelled = found.nearest.find(
    ({ pattern, signals }) => pattern && element.full.includes(pattern) && signals.length > 0,
  );
  const misread = cancelled?.signals.every((signal) => OPEN_TO_DOUBT.has(signal)) ?? false;
  if (best && found.status === 'partial') {
    if (best.outOfPlace) {
      return doubt(
        'The words are there, but under a heading about something else: see whether they are meant to set this out.',
      );
    }
    if (misread)
      return doubt(
        'Another passage would be enough if it says what is done here, and not only what should be: read it.',
      );
    if (found.stopped)
      return doubt(
        'One sentence seems to hold all that is asked, but in an unusual place: see whether it is meant so.',
      );
    if (found.evidence.length >= MANY_HALVES)
      return doubt('Several passages each go part of the way: see whether together they set it all out.');
    if (found.evidence.every(({ pattern }) => pattern?.within !== 'sentence'))
      return doubt('It is put together from sentences that stand beside each other: see whether they belong together.');
    return { level: best.signals.length > 0 ? 'medium' : 'high' };
  }
  if (misread)
    return doubt('A passage would be enough if it says what is done here: read the nearest passage and decide.');
  const spokenOf = liveSentencesOn(reading, element);
  if (spokenOf.length >= MUCH_SPOKEN_OF[need] && found.nearest[0]?.signals.length === 0) {
    return doubt('The document says much on this subject, perhaps this too in words of its own: search for it.');
  }
  const ofThisPlace = element.topic.length === 0 || spokenOf.some((index) => isLocal(reading, index));
  return { level: ofThisPlace ? 'medium' : 'high' };
}

function ofFull(reading: Reading, best: Passage, found: ElementEvidence): ElementConfidence {
  const wide = WIDE.has(best.pattern?.within ?? 'sentence');
  const apart = best.sentences.at(-1)! - best.sentences[0]! > FAR_APART;
  if (wide && apart) return doubt('The parts of this stand far apart in the document and may not belong together.');
  const topic = best.pattern?.topic ?? [];
  const inOwnWords = topic.every((choice) => best.sentences.some((index) => hasAnyBit(reading.own[index]!, choice)));
  return { level: inOwnWords && (found.evidence.length > 1 || !wide) ? 'high' : 'medium' };
}

/** Live sentences that speak of the topic in their own words. */
const liveSentencesOn = (reading: Reading, { topic }: CompiledElement): number[] =>
  topic.length === 0
    ? []
    : reading.places
        .ofChoice(topic[0]!)
        .filter(
          (index) =>
            reading.signals[index]!.length === 0 && topic.every((choice) => hasAnyBit(reading.own[index]!, choice)),
        );

/** True where a sentence speaks of something of the partnership's own. */
const isLocal = ({ own, compiled }: Reading, index: number): boolean =>
  hasBit(own[index]!, compiled.name('local')!) || hasBit(own[index]!, compiled.name('we')!);
