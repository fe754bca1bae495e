/** How sure a finding is, and when a person should look. A false "met" is the worst error, so doubt is said aloud. */
import { hasAnyBit } from '../evidence/bits.ts';
import type { CompiledElement } from '../evidence/compile.ts';
import type { ElementEvidence } from '../evidence/find.ts';
import type { Reading } from '../evidence/reading.ts';
import type { Confidence } from './types.ts';

export interface ElementConfidence {
  level: Confidence;
  checkByEye?: string;
}

export function confidenceOf(reading: Reading, element: CompiledElement, found: ElementEvidence): ElementConfidence {
  const best = found.evidence[0];
  if (found.status === 'full' && best) {
    const wide = best.pattern?.within === 'section' || best.pattern?.within === 'document';
    const apart = best.sentences.at(-1)! - best.sentences[0]! > 6;
    if (wide && apart)
      return {
        level: 'low',
        checkByEye: 'The parts of this stand far apart in the document and may not belong together.',
      };
    return { level: found.evidence.length > 1 && !wide ? 'high' : 'medium' };
  }
  if (found.status === 'partial' && best) {
    return { level: best.signals.length > 0 ? 'medium' : 'high' };
  }
  const near = found.nearest[0];
  if (near && near.signals.length > 0 && near.pattern !== undefined) return { level: 'medium' };
  if (element.topic.length > 0) {
    const spokenOf = reading.document.sentences.some(
      (sentence, index) =>
        sentence.kind !== 'heading' &&
        sentence.kind !== 'contents' &&
        reading.signals[index]!.length === 0 &&
        element.topic.every((choice) => hasAnyBit(reading.own[index]!, choice)),
    );
    return { level: spokenOf ? 'medium' : 'high' };
  }
  return { level: 'medium' };
}
