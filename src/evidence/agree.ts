/**
 * What both readings come to. The rules find passages by what they hold; the second reading asks whether any passage reads
 * like those in which people found the element set out. What does not, counts for less, down to nothing. What reads very
 * much like it is raised by one step: to a part where the rules found nothing, and to the whole where they found the whole
 * and did not count it for its place or a signal. So nothing is met unless both say so.
 */
import type { Status } from '../rules/types.ts';
import type { ElementEvidence, Passage } from './find.ts';
import type { Reading } from './reading.ts';
import type { Best } from './second-reading/comparison.ts';
import type { Likeness } from './second-reading/reader.ts';

/** Told of a passage as signals are. */
export const UNLIKE = {
  id: 'second-reading',
  says: 'it has words of this, but does not read like arrangements that set it out',
};

/** So much like it must be what is raised; for much is a little like everything. */
const VERY_MUCH = 0.4;

export interface AgreedEvidence extends ElementEvidence {
  /** How the passages of the document read that are most like the element; undefined where nothing was learnt of it. */
  likeness: Likeness | undefined;
  /** Evidence that reads less like it than this was lowered: 0, and below it in a strange document. */
  line: number;
  /** What the rules found, where the second reading changed it. */
  before?: Status;
  /** True where the rules found nothing, and a passage reads as if there were something. */
  unnoticed?: true;
}

/** An element of a requirement, with what the rules found of it. */
export interface FoundElement {
  requirement: string;
  element: string;
  found: ElementEvidence;
}

/** What is agreed of each element, in their order. */
export function agree(reading: Reading, elements: readonly FoundElement[]): AgreedEvidence[] {
  const second = reading.compiled.secondReader?.read(reading);
  if (second === undefined) return elements.map(({ found }) => ({ ...found, likeness: undefined, line: 0 }));
  const likenesses = elements.map(({ requirement, element, found }) =>
    // The sentences of a passage that the rules put together can stand in several paragraphs.
    second.likeness(
      requirement,
      element,
      found.evidence.map(({ sentences }) => sentences),
    ),
  );
  const line = -strangeness(elements, likenesses);
  return elements.map(({ found }, index) => {
    const likeness = likenesses[index];
    return likeness === undefined ? { ...found, likeness, line } : agreeOn(reading, found, likeness, line);
  });
}

/** In documents like those that were learnt from, at least half of what the rules find reads like it as much as this. */
const USUAL = 0.4;
/** From fewer it cannot be told. */
const FEWEST_FOUND = 8;
/** What is thinly worded is so unevenly. */
const UNEVEN = 1.25;

/**
 * How unlike all texts that were learnt from this one is: 0 where it is none. Published documents can be worded far more
 * thinly than those; then the rules' evidence reads unlike them altogether, which tells nothing of a single passage.
 */
function strangeness(elements: readonly FoundElement[], likenesses: readonly (Likeness | undefined)[]): number {
  const found = likenesses
    .filter((_, index) => elements[index]!.found.status === 'full')
    .flatMap((likeness) => (likeness === undefined ? [] : [likeness.full.likeness]))
    .sort((a, b) => a - b);
  if (found.length < FEWEST_FOUND) return 0;
  return Math.max(0, USUAL - found[Math.floor(found.length / 2)]!) * UNEVEN;
}

function agreeOn(reading: Reading, found: ElementEvidence, likeness: Likeness, line: number): AgreedEvidence {
  const { full, some } = likeness;
  const both = { likeness, line };
  // What is raised in a strange document would be raised by chance.
  const isUsual = line >= 0;
  switch (found.status) {
    case 'absent':
      if (isUsual && some.likeness >= VERY_MUCH) return { ...raised(reading, found, 'partial', some), ...both };
      if (some.likeness < 0) return { ...found, ...both };
      return { ...found, nearest: [passageOf(reading, some, 'none'), ...found.nearest], ...both, unnoticed: true };
    case 'partial':
      if (some.likeness < line) return { ...lowered(found, 'absent'), ...both };
      // One sentence holds all that is asked and was not counted, for its place or a signal: those can be misread.
      if (isUsual && found.stopped && full.likeness >= VERY_MUCH && isPlain(reading, full))
        return { ...raised(reading, found, 'full', full), ...both };
      if (full.likeness < 0 || isShown(found, full)) return { ...found, ...both };
      return { ...found, evidence: [...found.evidence, passageOf(reading, full, 'partial')], ...both };
    case 'full':
      if (full.likeness >= line) return { ...found, ...both };
      return { ...lowered(found, some.likeness < line ? 'absent' : 'partial'), ...both };
  }
}

function lowered(found: ElementEvidence, status: 'partial' | 'absent'): Omit<AgreedEvidence, 'likeness' | 'line'> {
  const doubted = found.evidence.map(
    (passage): Passage => ({
      ...passage,
      strength: status === 'partial' ? 'partial' : 'none',
      signals: [...passage.signals, UNLIKE.id].sort(),
    }),
  );
  return status === 'partial'
    ? { ...found, status, evidence: doubted, before: found.status }
    : { ...found, status, evidence: [], nearest: [...doubted, ...found.nearest], before: found.status };
}

function raised(
  reading: Reading,
  found: ElementEvidence,
  status: 'full' | 'partial',
  best: Best,
): Omit<AgreedEvidence, 'likeness' | 'line'> {
  const evidence = [passageOf(reading, best, status), ...found.evidence.filter((passage) => !overlaps(passage, best))];
  return { ...found, status, evidence, before: found.status };
}

/** True where no signal falls on it. */
const isPlain = (reading: Reading, { sentences }: Best): boolean =>
  sentences.every((index) => reading.signals[index]!.length === 0);

const overlaps = (passage: Passage, { sentences }: Best): boolean =>
  sentences.some((index) => passage.sentences.includes(index));

const isShown = ({ evidence }: ElementEvidence, best: Best): boolean =>
  evidence.some((passage) => overlaps(passage, best));

function passageOf(reading: Reading, { sentences }: Best, strength: Passage['strength']): Passage {
  const signals = new Set(sentences.flatMap((index) => reading.signals[index]!.map(({ id }) => id)));
  return { sentences: [...sentences], strength, signals: [...signals].sort(), fit: 0, pattern: undefined };
}
