/**
 * A second reading of a document, by another way than the rules: how far a passage reads like the passages in which
 * people found an element set out. It was learnt from labelled texts and holds no phrase of its own.
 */
import type { Kernel } from '../kernel.ts';
import type { Reading } from '../reading.ts';
import { type Best, Comparison, likelier } from './comparison.ts';
import { passagesOf } from './passages.ts';
import type { WeightTable } from './table.ts';
import { elementKey } from './weights.ts';

/** The passage that is most like those that set the element out in full, and the one most like those that set out some of it. */
export interface Likeness {
  full: Best;
  some: Best;
}

/** A name or a title by itself is like everything in which it stands, and sets nothing out. */
const FEWEST_WORDS = 8;

export class SecondReader {
  readonly #comparison: Comparison;
  /** First columns, by the keys of elements. */
  readonly #columns: ReadonlyMap<string, number>;

  /**
   * @param ids of the rules' concepts and kinds of name, by their numbers
   * @param size of a set of concepts
   */
  constructor(table: WeightTable, kernel: Kernel, ids: readonly string[], size: number) {
    this.#comparison = new Comparison(table, kernel, ids, size);
    this.#columns = new Map(table.elements.map((key, place) => [key, 2 * place]));
  }

  /** The reading of one document; it lasts until the next is read. */
  read(reading: Reading): SecondReading {
    this.#comparison.take(reading.reads, reading.words);
    return new SecondReading(this.#comparison, this.#columns, livePassages(reading));
  }
}

/** The passages of a document, without the sentences that a signal cancels. */
function livePassages({ document, signals, words }: Reading): number[][] {
  const isLive = (index: number): boolean => signals[index]!.every(({ effect }) => effect !== 'cancel');
  const wordsIn = (sentences: readonly number[]): number =>
    sentences.reduce((sum, index) => sum + words[index]!.length, 0);
  return passagesOf(document)
    .map((sentences) => sentences.filter(isLive))
    .filter((sentences) => wordsIn(sentences) >= FEWEST_WORDS);
}

export class SecondReading {
  readonly #comparison: Comparison;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #best: readonly Best[];

  constructor(comparison: Comparison, columns: ReadonlyMap<string, number>, passages: readonly (readonly number[])[]) {
    this.#comparison = comparison;
    this.#columns = columns;
    this.#best = comparison.best(passages);
  }

  /** How the best passage of the document reads, or one of these if that is better; undefined where nothing was learnt. */
  likeness(requirement: string, element: string, passages: readonly (readonly number[])[]): Likeness | undefined {
    const column = this.#columns.get(elementKey(requirement, element));
    if (column === undefined) return undefined;
    const best = (place: number): Best =>
      passages.length === 0
        ? this.#best[place]!
        : likelier(this.#comparison.bestIn(place, passages), this.#best[place]!);
    return { full: best(column), some: best(column + 1) };
  }
}
