/**
 * Where the patterns of the rules may stand in a text, all found in one go: most patterns stand nowhere in a document, and
 * trying each of them on its own sentences would take longer than all the rest. The work is done by `kernel/sieve.ts`.
 */
import type { Block, Sentence } from '../document/types.ts';
import type { Within } from '../rules/types.ts';
import type { Bits } from './bits.ts';
import type { Kernel } from './kernel.ts';
import type { PatternNumbers, RuleNumbers, SignalPatternNumbers } from './rule-numbers.ts';

/** How far apart a pattern's parts may stand: nothing that stands further apart can match. */
const REACH: Record<Within, number> = { sentence: 0, near: 1, item: 2, block: 2, section: 3, chapter: 4, document: 4 };

/** Every pattern in the order of its number: those of the signals, then those of each requirement. */
export function* patternsOf({ signals, requirements }: RuleNumbers): Generator<PatternNumbers | SignalPatternNumbers> {
  for (const { when } of signals) yield* when;
  for (const { elements, appliesWhen } of requirements) {
    for (const { full, partial } of elements) {
      yield* full;
      yield* partial;
    }
    yield* appliesWhen ?? [];
  }
}

/** The patterns as the kernel reads them: how many choices, each with its length; then how many patterns, and each. */
export function sieveProgram(numbers: RuleNumbers): Uint16Array {
  const program: number[] = [numbers.choices.length];
  for (const choice of numbers.choices) program.push(choice.length, ...choice);
  const patterns = [...patternsOf(numbers)];
  program.push(patterns.length);
  for (const pattern of patterns) {
    const { has = [], some = [] } = pattern;
    program.push(REACH[('within' in pattern && pattern.within) || 'sentence'], has.length, ...has, some.length);
    for (const { of, atLeast } of some) program.push(Math.max(1, atLeast), of.length, ...of);
  }
  return Uint16Array.from(program);
}

/** The sentences where each of some patterns may stand. */
export class PatternPlaces {
  readonly #first: number;
  readonly #counts: Int32Array;
  readonly #sets: Uint32Array;
  readonly #words: number;

  /** @param first the number of the first pattern; each has `words` numbers of `sets` */
  constructor(first: number, counts: Int32Array, sets: Uint32Array, words: number) {
    this.#first = first;
    this.#counts = counts;
    this.#sets = sets;
    this.#words = words;
  }

  /** In how many sentences. */
  count(pattern: number): number {
    return this.#counts[pattern - this.#first]!;
  }

  has(pattern: number, sentence: number): boolean {
    const word = this.#sets[(pattern - this.#first) * this.#words + (sentence >>> 5)]!;
    return (word & (1 << (sentence & 31))) !== 0;
  }

  /** Ascending. */
  sentences(pattern: number): number[] {
    const found: number[] = [];
    if (this.count(pattern) === 0) return found;
    const from = (pattern - this.#first) * this.#words;
    for (let word = 0; word < this.#words; word++) {
      for (let left = this.#sets[from + word]!; left !== 0; left &= left - 1)
        found.push((word << 5) + (31 - Math.clz32(left & -left)));
    }
    return found;
  }
}

export class Sieve {
  readonly #kernel: Kernel;
  readonly #setWords: number;

  /** @param concepts how many there can be */
  constructor(kernel: Kernel, program: Uint16Array, concepts: number) {
    this.#kernel = kernel;
    this.#setWords = (concepts + 31) >>> 5;
    const at = kernel.takeProgram(program.length);
    new Uint16Array(kernel.memory.buffer, at, program.length).set(program);
    kernel.readProgram(this.#setWords << 5);
  }

  /**
   * @param rows the concepts of each sentence; undefined for what no pattern may stand in
   * @param from number of the first pattern to be found
   * @param to one past the number of the last
   */
  places(
    { sentences, blocks }: { sentences: readonly Sentence[]; blocks: readonly Block[] },
    rows: readonly (Bits | undefined)[],
    from: number,
    to: number,
  ): PatternPlaces {
    const { length } = sentences;
    const kernel = this.#kernel;
    const at = kernel.takeText(length);
    const { buffer } = kernel.memory;
    const shape = new Int32Array(buffer, at, 3 * length);
    const concepts = new Uint32Array(buffer, at + shape.byteLength, length * this.#setWords);
    for (let i = 0; i < length; i++) {
      const { block, section } = sentences[i]!;
      shape[i] = blocks[block]!.to;
      shape[length + i] = blocks[block]!.leadIn;
      shape[2 * length + i] = section;
      const row = rows[i];
      if (row !== undefined) concepts.set(row, i * this.#setWords);
    }
    kernel.sieve(from, to);
    const words = (length + 31) >>> 5;
    return new PatternPlaces(
      from,
      new Int32Array(buffer, kernel.countsAt(), to - from).slice(),
      new Uint32Array(buffer, kernel.setsAt(), (to - from) * words).slice(),
      words,
    );
  }
}
