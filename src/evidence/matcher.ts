/**
 * Finds all phrases of the lexicon in one pass over a sentence's words, so that the cost of a text depends on its length
 * and not on how many phrases there are. The words are looked up here; the pass itself is `kernel/phrases.ts`.
 */
import type { Bits } from './bits.ts';
import { type Kernel, startKernel } from './kernel.ts';
import { LISTS, type MatcherData } from './trie.ts';

/** More different words than this and the memory of them is started afresh. */
const MOST_WORDS = 20_000;

/** Stands for a word that is in no phrase. */
const NOWHERE = 0;

export class PhraseMatcher {
  readonly #kernel: Kernel;
  /** How many concepts there can be, as 32-bit words of a set. */
  readonly #setWords: number;
  /** Places in the lexicon of its words, and of the beginnings of words by their first letters. */
  readonly #known = new Map<string, number>();
  readonly #begun = new Map<string, { text: string; place: number }[]>();
  readonly #shortest: number;
  /** Places in the kernel's memory of the words met so far; a document repeats its words. */
  readonly #met = new Map<string, number>();
  /** The same by the beginnings that a word has, for words that are not in the lexicon themselves. */
  readonly #metBegun = new Map<string, number>();

  constructor(data: MatcherData, kernel: Kernel = startKernel()) {
    this.#kernel = kernel;
    LISTS.forEach((name, list) => {
      const numbers = data[name];
      const at = this.#kernel.takeList(list, numbers.length);
      new Uint16Array(this.#kernel.memory.buffer, at, numbers.length).set(numbers);
    });
    this.#setWords = (this.#kernel.ready() + 31) >>> 5;
    for (let i = 0; i < data.words.length; i++) this.#known.set(data.words[i]!, i);
    this.#shortest = Math.min(...data.prefixes.map((text) => text.length));
    data.prefixes.forEach((text, place) => {
      const key = text.slice(0, this.#shortest);
      const list = this.#begun.get(key);
      if (list) list.push({ text, place });
      else this.#begun.set(key, [{ text, place }]);
    });
  }

  #placeOf(word: string): number {
    let place = this.#met.get(word);
    if (place === undefined) {
      const known = this.#known.get(word);
      place = known === undefined ? this.#placeOfBegun(word) : this.#kernel.addKnown(known);
      if (this.#met.size > MOST_WORDS) this.#met.clear();
      this.#met.set(word, place);
    }
    return place;
  }

  #placeOfBegun(word: string): number {
    const beginnings: number[] = [];
    for (const { text, place } of this.#begun.get(word.slice(0, this.#shortest)) ?? [])
      if (word.startsWith(text)) beginnings.push(place);
    if (beginnings.length === 0) return NOWHERE;
    const key = beginnings.join(' ');
    let place = this.#metBegun.get(key);
    if (place === undefined) {
      this.#write(beginnings);
      place = this.#kernel.addBegun(beginnings.length);
      this.#metBegun.set(key, place);
    }
    return place;
  }

  #write(numbers: readonly number[]): void {
    const at = this.#kernel.room(numbers.length);
    new Int32Array(this.#kernel.memory.buffer, at, numbers.length).set(numbers);
  }

  /** Sets `into`, an empty set, to the concepts of every phrase that stands in one sentence's words. */
  match(words: readonly string[], into: Bits): void {
    this.#write(words.map((word) => this.#placeOf(word)));
    const found = this.#kernel.match(words.length);
    into.set(new Uint32Array(this.#kernel.memory.buffer, found, this.#setWords));
  }
}
