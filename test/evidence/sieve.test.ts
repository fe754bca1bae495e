/** The sieve over all patterns finds what trying each of them at every sentence finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bits, bitsOf } from '../../src/evidence/bits.ts';
import { startKernel } from '../../src/evidence/kernel.ts';
import type { PatternNumbers, RuleNumbers } from '../../src/evidence/rule-numbers.ts';
import { Sieve, sieveProgram, type TextShape } from '../../src/evidence/sieve.ts';

const CONCEPTS = 70;
const CHOICES = 12;

/** The sentences from which something is in reach, as the rules' windows have it. */
function inReach({ sentences, blocks }: TextShape, { within = 'sentence' }: PatternNumbers, at: number): number[] {
  const here = sentences[at]!;
  const all = sentences.map((_, index) => index);
  switch (within) {
    case 'sentence':
      return [at];
    case 'near':
      return all.filter((index) => Math.abs(index - at) <= 2);
    case 'item':
    case 'block':
      return all.filter((index) => sentences[index]!.block === here.block || index === blocks[here.block]!.leadIn);
    case 'section':
      return all.filter((index) => sentences[index]!.section === here.section);
    default:
      return all;
  }
}

function standsAt(shape: TextShape, concepts: number[][], choices: number[][], pattern: PatternNumbers, at: number) {
  const found = new Set(inReach(shape, pattern, at).flatMap((index) => concepts[index]!));
  const met = (choice: number): boolean => choices[choice]!.some((concept) => found.has(concept));
  return (
    (pattern.has ?? []).every(met) &&
    (pattern.some ?? []).every(({ of, atLeast }) => of.filter(met).length >= Math.max(1, atLeast))
  );
}

const setOf = (numbers: readonly number[]): Bits => bitsOf(CONCEPTS, numbers);

const choice = fc.nat({ max: CHOICES - 1 });
const pattern: fc.Arbitrary<PatternNumbers> = fc.record(
  {
    within: fc.constantFrom('sentence', 'near', 'item', 'block', 'section', 'chapter', 'document'),
    has: fc.array(choice, { minLength: 1, maxLength: 3 }),
    some: fc.array(
      fc.record({ of: fc.uniqueArray(choice, { minLength: 1, maxLength: 5 }), atLeast: fc.nat({ max: 4 }) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);

/** Blocks of one to five sentences, each led in to by some sentence or none; a section has one block or several. */
const shape: fc.Arbitrary<TextShape> = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 5 }), opens: fc.boolean(), lead: fc.nat({ max: 9 }) }), {
    maxLength: 30,
  })
  .map((parts) => {
    let to = 0;
    let section = 0;
    const blocks = parts.map(({ length, opens, lead }) => {
      const from = to;
      to += length;
      if (opens) section++;
      return { from, to, leadIn: lead < 4 && from > lead ? from - 1 - lead : -1, section };
    });
    const sentences = blocks.flatMap((block, index) =>
      Array.from({ length: block.to - block.from }, () => ({ block: index, section: block.section })),
    );
    return { blocks, sentences };
  });

describe('Sieve', () => {
  it('finds for each pattern the sentences from which all its parts are in reach', () => {
    const text = shape.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.array(fc.uniqueArray(fc.nat({ max: CONCEPTS - 1 }), { maxLength: 12 }), {
          minLength: one.sentences.length,
          maxLength: one.sentences.length,
        }),
      ),
    );
    const choices = fc.array(fc.uniqueArray(fc.nat({ max: CONCEPTS - 1 }), { minLength: 1, maxLength: 8 }), {
      minLength: CHOICES,
      maxLength: CHOICES,
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        choices,
        fc.array(pattern, { minLength: 2, maxLength: 10 }),
        (texts, lists, patterns) => {
          const numbers: RuleNumbers = {
            choices: lists,
            signals: [{ when: [], until: [] }],
            requirements: [{ home: [], elements: [{ topic: [], full: patterns, partial: [] }] }],
          };
          const sieve = new Sieve(startKernel(), sieveProgram(numbers), CONCEPTS);
          // One sieve serves many texts, long and short, and can be asked for some of its patterns.
          for (const [one, concepts] of texts) {
            const places = sieve.places(one, concepts.map(setOf), 1, patterns.length);
            patterns.slice(1).forEach((each, index) => {
              const expected = one.sentences.flatMap((_, at) => (standsAt(one, concepts, lists, each, at) ? [at] : []));
              expect(places.sentences(index + 1)).toEqual(expected);
              expect(places.count(index + 1)).toBe(expected.length);
              expect(one.sentences.flatMap((_, at) => (places.has(index + 1, at) ? [at] : []))).toEqual(expected);
            });
            for (const list of lists) {
              const expected = concepts.flatMap((of, at) => (of.some((concept) => list.includes(concept)) ? [at] : []));
              expect(places.ofChoice(list)).toEqual(expected);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps no section of a text that it had before', () => {
    const within: PatternNumbers[] = [{}, { within: 'section', has: [0] }];
    const numbers: RuleNumbers = {
      choices: [[0]],
      signals: [],
      requirements: [{ home: [], elements: [{ topic: [], full: within, partial: [] }] }],
    };
    const sieve = new Sieve(startKernel(), sieveProgram(numbers), CONCEPTS);
    const textOf = (length: number, section: number): TextShape => ({
      blocks: [{ to: length, leadIn: -1 }],
      sentences: Array.from({ length }, () => ({ block: 0, section })),
    });
    expect(sieve.places(textOf(4, 1), [[], [], [], [0]].map(setOf), 0, 2).sentences(1)).toEqual([0, 1, 2, 3]);
    // A section's number can be larger than that of any sentence, and larger than all there is room for.
    for (const section of [1, 5000])
      expect(sieve.places(textOf(1, section), [setOf([])], 0, 2).sentences(1)).toEqual([]);
  });

  it('finds nothing in what no pattern may stand in', () => {
    const numbers: RuleNumbers = {
      choices: [[3]],
      signals: [],
      requirements: [{ home: [], elements: [{ topic: [], full: [{ has: [0] }], partial: [] }] }],
    };
    const sieve = new Sieve(startKernel(), sieveProgram(numbers), CONCEPTS);
    const one = { block: 0, section: 0 };
    const places = sieve.places(
      { sentences: [one, one], blocks: [{ to: 2, leadIn: -1 }] },
      [undefined, setOf([3])],
      0,
      1,
    );
    expect(places.sentences(0)).toEqual([1]);
  });
});
