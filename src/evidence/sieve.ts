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

/** Sets of sentences, one after the other, a bit for each sentence. */
class SentenceSets {
  readonly #sets: Uint32Array;
  readonly #words: number;

  /** @param words how many numbers of `sets` each has */
  constructor(sets: Uint32Array, words: number) {
    this.#sets = sets;
    this.#words = words;
  }

  has(set: number, sentence: number): boolean {
    return (this.#sets[set * this.#words + (sentence >>> 5)]! & (1 << (sentence & 31))) !== 0;
  }

  /** The sentences that are in any of these, ascending. */
  inAny(sets: readonly number[]): number[] {
    const found: number[] = [];
    for (let word = 0; word < this.#words; word++) {
      let left = 0;
      for (let i = 0; i < sets.length; i++) left |= this.#sets[sets[i]! * this.#words + word]!;
      for (; left !== 0; left &= left - 1) found.push((word << 5) + (31 - Math.clz32(left & -left)));
    }
    return found;
  }
}

/** Where some patterns may stand in a text, and where the concepts stand that they are made of. */
export class Places {
  readonly #first: number;
  readonly #counts: Int32Array;
  readonly #patterns: SentenceSets;
  readonly #concepts: SentenceSets;
  readonly #ofChoices = new Map<readonly number[], number[]>();

  /** @param first the number of the first pattern that was asked for */
  constructor(first: number, counts: Int32Array, patterns: SentenceSets, concepts: SentenceSets) {
    this.#first = first;
    this.#counts = counts;
    this.#patterns = patterns;
    this.#concepts = concepts;
  }

  /** In how many sentences a pattern may stand. */
  count(pattern: number): number {
    return this.#counts[pattern - this.#first]!;
  }

  has(pattern: number, sentence: number): boolean {
    // The set of a pattern that stands nowhere is left as it was.
    return this.count(pattern) > 0 && this.#patterns.has(pattern - this.#first, sentence);
  }

  /** The sentences where a pattern may stand, ascending. */
  sentences(pattern: number): number[] {
    return this.count(pattern) === 0 ? [] : this.#patterns.inAny([pattern - this.#first]);
  }

  /** The sentences with any of these concepts, ascending; looked for once for each choice that the rules make. */
  ofChoice(choice: readonly number[]): readonly number[] {
    let list = this.#ofChoices.get(choice);
    if (list === undefined) {
      list = this.#concepts.inAny(choice);
      this.#ofChoices.set(choice, list);
    }
    return list;
  }
}

/** What of a text tells how far apart its sentences stand. */
export interface TextShape {
  sentences: readonly Pick<Sentence, 'block' | 'section'>[];
  blocks: readonly Pick<Block, 'to' | 'leadIn'>[];
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
  places({ sentences, blocks }: TextShape, rows: readonly (Bits | undefined)[], from: number, to: number): Places {
    const { length } = sentences;
    const kernel = this.#kernel;
    const at = kernel.takeText(length);
    const { buffer } = kernel.memory;
    const shape = new Int32Array(buffer, at, 3 * length);
    const concepts = new Uint32Array(buffer, at + shape.byteLength, length * this.#setWords);
    // The kernel has room for as many sections as there are sentences; a document can have more, with nothing in them.
    const places = new Map<number, number>();
    for (let i = 0; i < length; i++) {
      const { block, section } = sentences[i]!;
      let place = places.get(section);
      if (place === undefined) {
        place = places.size;
        places.set(section, place);
      }
      shape[i] = blocks[block]!.to;
      shape[length + i] = blocks[block]!.leadIn;
      shape[2 * length + i] = place;
      const row = rows[i];
      if (row !== undefined) concepts.set(row, i * this.#setWords);
    }
    kernel.sieve(from, to);
    const words = (length + 31) >>> 5;
    const setsOf = (place: number, count: number): SentenceSets =>
      new SentenceSets(new Uint32Array(buffer, place, count * words).slice(), words);
    return new Places(
      from,
      new Int32Array(buffer, kernel.countsAt(), to - from).slice(),
      setsOf(kernel.setsAt(), to - from),
      setsOf(kernel.conceptsAt(), this.#setWords << 5),
    );
  }
}
