/** Passages compared in the kernel come out as they do when each is added up by hand. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bitsOf } from '../../src/evidence/bits.ts';
import { startKernel } from '../../src/evidence/kernel.ts';
import { Comparison } from '../../src/evidence/second-reading/comparison.ts';
import { tableOf } from '../../src/evidence/second-reading/table.ts';
import type { LearntWeights } from '../../src/evidence/second-reading/weights.ts';

const CONCEPTS = ['one', 'two', 'three', 'four', 'five'];
const WORDS = ['board', 'heron', 'money', 'report'];
const FEATURES = CONCEPTS.length + WORDS.length;
/** Numbers of concepts: some that were learnt, some that were not, and others that come after all concepts. */
const SIZE = 70;

const tendency = fc.record({
  scale: fc.integer({ min: 1, max: 100 }).map((parts) => parts / 1000),
  bias: fc.integer({ min: -100, max: 100 }).map((parts) => parts / 100),
  weights: fc
    .array(fc.integer({ min: -127, max: 127 }), { minLength: FEATURES, maxLength: FEATURES })
    .map((numbers) => Int8Array.from(numbers)),
});
const learnt = fc.record({
  rarity: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: FEATURES, maxLength: FEATURES }),
  // More than the kernel adds at once.
  tendencies: fc.array(fc.record({ full: tendency, some: tendency }), { minLength: 1, maxLength: 20 }),
});
const sentence = fc.record({
  concepts: fc.uniqueArray(fc.nat({ max: SIZE - 1 }), { maxLength: 8 }),
  words: fc.array(fc.constantFrom(...WORDS, 'unknown', '2024'), { maxLength: 8 }),
});
const text = fc
  .array(sentence, { minLength: 1, maxLength: 12 })
  .chain((sentences) =>
    fc.tuple(
      fc.constant(sentences),
      fc.array(fc.uniqueArray(fc.nat({ max: sentences.length - 1 }), { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
    ),
  );

it('finds for each column the passage with the largest sum for its length', () => {
  fc.assert(
    fc.property(learnt, fc.array(text, { minLength: 1, maxLength: 3 }), ({ rarity, tendencies }, texts) => {
      const weights: LearntWeights = {
        concepts: CONCEPTS,
        words: WORDS,
        rarity,
        elements: new Map(tendencies.map((each, place) => [`element${place}`, each])),
      };
      const ids = ['unlearnt', ...CONCEPTS];
      const comparison = new Comparison(tableOf(weights), startKernel(), ids, SIZE);
      // One comparison serves many texts, long and short.
      for (const [sentences, passages] of texts) {
        comparison.take(
          sentences.map(({ concepts }) => bitsOf(SIZE, concepts)),
          sentences.map(({ words }) => words),
        );
        const held = passages.map((passage) => {
          const features = new Set<number>();
          for (const index of passage) {
            const { concepts, words } = sentences[index]!;
            for (const concept of concepts) if (ids[concept]) features.add(CONCEPTS.indexOf(ids[concept]));
            for (const word of words) if (WORDS.includes(word)) features.add(CONCEPTS.length + WORDS.indexOf(word));
          }
          features.delete(-1);
          return [...features];
        });
        const best = comparison.best(passages);
        const columns = tendencies.flatMap(({ full, some }) => [full, some]);
        columns.forEach(({ scale, bias, weights: column }, place) => {
          const likenesses = held.map((features) => {
            const length = Math.sqrt(features.reduce((sum, feature) => sum + rarity[feature]! ** 2, 0));
            const sum = features.reduce((all, feature) => all + column[feature]!, 0);
            return bias + (length === 0 ? 0 : (sum / length) * scale);
          });
          const expected = Math.max(Number.NEGATIVE_INFINITY, ...likenesses);
          for (const found of [best[place]!, comparison.bestIn(place, passages)]) {
            if (passages.length === 0) expect(found.likeness).toBe(Number.NEGATIVE_INFINITY);
            else {
              expect(found.likeness).toBeCloseTo(expected, 4);
              expect(likenesses[passages.indexOf(found.sentences as number[])]).toBeCloseTo(expected, 4);
            }
          }
        });
      }
    }),
    { numRuns: 100 },
  );
});
