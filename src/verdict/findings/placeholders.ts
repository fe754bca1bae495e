/** Gaps still to be filled in: "TBC", "[insert]", rows of underscores. */
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

export function placeholders({ reading }: FindingInput): Finding[] {
  const findings: Finding[] = [];
  reading.document.sentences.forEach((sentence, index) => {
    if (sentence.kind === 'contents') return;
    if (!reading.signals[index]!.some(({ id, carried }) => id === 'placeholder' && !carried)) return;
    findings.push({
      code: 'placeholder',
      level: 'warning',
      message: 'Something is still to be filled in here.',
      advice: 'Fill it in, or take it out.',
      ...at(reading, index),
    });
  });
  return findings;
}
