/**
 * How sure a finding is, and when a person should look. A false "met" is the worst error, so doubt is said aloud: most of
 * the errors stand where the two readings disagree, or only just agree.
 */
import type { AgreedEvidence } from '../evidence/agree.ts';
import type { CompiledElement } from '../evidence/compile.ts';
import type { Reading } from '../evidence/reading.ts';
import type { Likeness } from '../evidence/second-reading/reader.ts';
import type { Need } from '../rules/types.ts';
import { type ElementConfidence, ofWording } from './confidence-of-wording.ts';

/** So far from the line between like and unlike a passage is clearly on one side of it. */
const CLEARLY = { full: 0.2, some: 0.1 };
/** Where the second reading is that sure of what the rules say, it is seldom wrong. */
const SURELY = 0.3;

const doubt = (checkByEye: string): ElementConfidence => ({ level: 'low', checkByEye });

/** @param need how much the element weighs in the edition judged against */
export function confidenceOf(
  reading: Reading,
  element: CompiledElement,
  need: Need,
  found: AgreedEvidence,
): ElementConfidence {
  return found.likeness === undefined ? ofWording(reading, element, need, found) : ofBoth(found, found.likeness);
}

function ofBoth({ status, before, unnoticed, line }: AgreedEvidence, likeness: Likeness): ElementConfidence {
  const full = likeness.full.likeness;
  const some = likeness.some.likeness;
  if (status === 'full') {
    if (full < line + CLEARLY.full)
      return doubt('It seems to be set out, but in a way unlike most arrangements that do: read it and decide.');
    return { level: before === 'partial' || full < SURELY ? 'medium' : 'high' };
  }
  if (before === 'full')
    return doubt(
      'The words of all that is asked are there, but it does not read like arrangements that set this out: read it and decide.',
    );
  if (status === 'partial') {
    if (before === 'absent')
      return doubt(
        'It reads like arrangements that set some of this out, in words that are not known: read it and decide.',
      );
    if (full >= 0)
      return doubt(
        'It may be complete, since it reads like arrangements that set all of this out: read it and decide.',
      );
    if (some < line + CLEARLY.some)
      return doubt('It may not be about this at all, so unlike is it to other arrangements: read it and decide.');
    return { level: some < SURELY || full > -SURELY ? 'medium' : 'high' };
  }
  if (before === 'partial' && some > line - CLEARLY.some)
    return doubt(
      'Some of the words are there, but it hardly reads like arrangements that set this out: read it and decide.',
    );
  if (unnoticed)
    return doubt('A passage reads like arrangements that set this out, in words of its own: read it and decide.');
  return { level: some > -SURELY ? 'medium' : 'high' };
}
