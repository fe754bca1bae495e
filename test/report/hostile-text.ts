/** Arbitrary hostile words for the tests that put them into every text of a report. */

import fc from 'fast-check';
import { plain } from '../../src/report/plain.ts';

/** What harms any format: signs that turn or hide text, halves of signs, no signs at all, and one without an end. */
export const EVERYWHERE: readonly string[] = [
  '\u202e',
  '\u2066',
  '\0',
  '\ud800',
  '\udc00x',
  '\ufffe\uffff',
  '\u0085\u2028\u2029',
  'x'.repeat(10_000),
];

/** `-` for a path is standard input, and text without anything to see is left out: both change the report itself. */
const shows = (words: string): boolean => words !== '-' && plain(words).trim() !== '';

/** Words joined from the fragments and from random bytes, and each fragment that shows alone as an example. */
export function hostileText(fragments: readonly string[]): { text: fc.Arbitrary<string>; examples: [string][] } {
  const part = fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 12 }));
  const text = fc
    .array(part, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))
    .filter(shows);
  return { text, examples: fragments.filter(shows).map((words) => [words]) };
}
