/** Passages of a text compared with what was learnt. The work is done by `kernel/likeness.ts`. */
import type { Bits } from '../bits.ts';
import type { Kernel } from '../kernel.ts';
import type { WeightTable } from './table.ts';
import { wordForm } from './word-form.ts';

/** How a passage reads: above 0 like those that set the element out, below 0 unlike them; most lie between -1 and 1. */
export interface Best {
  likeness: number;
  /** Sentence numbers; none where there was no passage to read, which is like nothing. */
  sentences: readonly number[];
}

export const likelier = (one: Best, other: Best): Best => (other.likeness > one.likeness ? other : one);

export const NOTHING_READ: Best = { likeness: Number.NEGATIVE_INFINITY, sentences: [] };

const NO_FEATURE = 0xffff;

export class Comparison {
  readonly #kernel: Kernel;
  readonly #table: WeightTable;
  readonly #ofForm: ReadonlyMap<string, number>;
  /** Features by word as it stands in a document: a document repeats its words. */
  readonly #ofWord = new Map<string, number>();

  /**
   * @param ids of the rules' concepts and kinds of name, by their numbers
   * @param size of a set of concepts, which holds other numbers after those
   */
  constructor(table: WeightTable, kernel: Kernel, ids: readonly string[], size: number) {
    const { concepts, words, rarity, width, weights } = table;
    this.#kernel = kernel;
    this.#table = table;
    this.#ofForm = new Map(words.map((word, place) => [word, concepts.length + place]));
    const byId = new Map(concepts.map((id, number) => [id, number]));
    const room = (size + 31) & ~31;
    const at = kernel.takeTable(rarity.length, width, room);
    const { buffer } = kernel.memory;
    new Int8Array(buffer, at, weights.length).set(weights);
    const squares = new Float32Array(buffer, at + weights.length, rarity.length);
    rarity.forEach((each, feature) => {
      squares[feature] = each * each;
    });
    const ofConcept = new Uint16Array(buffer, at + weights.length + squares.byteLength, room).fill(NO_FEATURE);
    ids.forEach((id, concept) => {
      const feature = byId.get(id);
      if (feature !== undefined) ofConcept[concept] = feature;
    });
  }

  #ofWordIn(word: string): number {
    let feature = this.#ofWord.get(word);
    if (feature === undefined) {
      feature = this.#ofForm.get(wordForm(word) ?? '') ?? NO_FEATURE;
      this.#ofWord.set(word, feature);
    }
    return feature;
  }

  /** The text whose passages are compared from now on: for each sentence its concepts and its words. */
  take(concepts: readonly Bits[], words: readonly (readonly string[])[]): void {
    const count = words.length;
    const total = words.reduce((sum, each) => sum + each.length, 0);
    const setWords = concepts[0]?.length ?? 0;
    const at = this.#kernel.takeSentences(count, setWords, total);
    const { buffer } = this.#kernel.memory;
    const rows = new Uint32Array(buffer, at, count * setWords);
    const begins = new Int32Array(buffer, at + rows.byteLength, count + 1);
    const features = new Uint16Array(buffer, at + rows.byteLength + begins.byteLength, total);
    let to = 0;
    for (let sentence = 0; sentence < count; sentence++) {
      rows.set(concepts[sentence]!, sentence * setWords);
      begins[sentence] = to;
      const list = words[sentence]!;
      for (let i = 0; i < list.length; i++) {
        const feature = this.#ofWordIn(list[i]!);
        if (feature !== NO_FEATURE) features[to++] = feature;
      }
    }
    begins[count] = to;
  }

  #takePassages(passages: readonly (readonly number[])[]): void {
    const total = passages.reduce((sum, { length }) => sum + length, 0);
    const at = this.#kernel.takePassages(passages.length, total);
    const numbers = new Int32Array(this.#kernel.memory.buffer, at, passages.length + 1 + total);
    let to = 0;
    passages.forEach((sentences, place) => {
      numbers[place] = to;
      numbers.set(sentences, passages.length + 1 + to);
      to += sentences.length;
    });
    numbers[passages.length] = to;
  }

  /** By column, the best of these passages. */
  best(passages: readonly (readonly number[])[]): Best[] {
    this.#takePassages(passages);
    this.#kernel.compareAll();
    const { scales, biases, width } = this.#table;
    const most = new Float32Array(this.#kernel.memory.buffer, this.#kernel.bestAt(), width);
    const where = new Int32Array(this.#kernel.memory.buffer, this.#kernel.whereAt(), width);
    return scales.map((scale, column): Best => {
      const place = where[column]!;
      if (place < 0) return NOTHING_READ;
      return { likeness: biases[column]! + most[column]! * scale, sentences: passages[place]! };
    });
  }

  /** In one column, the best of these passages. */
  bestIn(column: number, passages: readonly (readonly number[])[]): Best {
    this.#takePassages(passages);
    const { scales, biases } = this.#table;
    return passages.reduce<Best>((best, sentences, place) => {
      const likeness = biases[column]! + this.#kernel.compareOne(place, column) * scales[column]!;
      return likelier(best, { likeness, sentences });
    }, NOTHING_READ);
  }
}
