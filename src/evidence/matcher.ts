/**
 * Finds all phrases of the lexicon in one pass over a sentence's words, so that the cost of a text depends on its length
 * and not on how many phrases there are.
 */
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';
import { GAP, type MatcherData, MOST_BEFORE, NONE } from './trie.ts';

/** How many words a `...` in a phrase may stand for. */
const GAP_WORDS = 4;

/** Where each part of a list begins, from how long the parts are; one more for the end. */
function startsOf(counts: Uint16Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i]!;
    starts[i + 1] = sum;
  }
  return starts;
}

/** So many edges are told apart in a set of them: it may hold a few too many, and a small one is made sooner. */
const FILTER = 2048;
const FILTER_MASK = FILTER - 1;

interface WordEdges {
  /** Ascending. */
  all: Uint16Array;
  /** How many of them lead out of the root. */
  starts: number;
  /** Concepts that the word stands for by itself. */
  alone: readonly number[];
  /** The same edges as a set that may hold a few too many. */
  some: Bits;
  // Edges out of the root, as sets that may hold a few too many:
  /** whose phrases can go on with this word; */
  next: Bits;
  /** whose phrases can go on with it after a `...`; */
  gap: Bits;
  /** that may end a phrase after it. */
  endAfter: Bits;
}

type Edges = readonly (WordEdges | null)[];

/** By edge, edges out of the root. */
interface Neighbours {
  first: Int32Array;
  roots: Uint16Array;
}

function addNeighbours({ first, roots }: Neighbours, edge: number, into: Bits): void {
  const to = first[edge + 1]!;
  for (let i = first[edge]!; i < to; i++) setBit(into, roots[i]! & FILTER_MASK);
}

/** Where a number stands in a part of an ascending list, or -1. */
function placeOf(number: number, list: Uint16Array, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = list[middle]!;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const takes = ({ some, all }: WordEdges, edge: number): boolean =>
  hasBit(some, edge & FILTER_MASK) && placeOf(edge, all, 0, all.length) >= 0;

/** More different words than this and the memory of them is started afresh. */
const MOST_WORDS = 20_000;

export class PhraseMatcher {
  // Numbers side by side in memory, as fields: the walk below runs for every word of every document.
  readonly #first: Int32Array;
  readonly #childEdge: Uint16Array;
  readonly #endFirst: Int32Array;
  readonly #ends: Uint16Array;
  /** For each end the place of its `before` and one more, or 0. */
  readonly #before: Int32Array;
  readonly #beforeEdges: Uint16Array;
  readonly #wordFirst: Int32Array;
  readonly #wordEdges: Uint16Array;
  readonly #places = new Map<string, number>();
  readonly #prefixFirst: Int32Array;
  readonly #prefixEdges: Uint16Array;
  /** Places of the beginnings, by their first letters. */
  readonly #prefixes = new Map<string, { text: string; place: number }[]>();
  readonly #shortest: number;
  readonly #next: Neighbours;
  readonly #gap: Neighbours;
  readonly #endAfter: Neighbours;
  /** What each word of the text can take, `null` for nothing; a document repeats its words. */
  readonly #edges = new Map<string, WordEdges | null>();

  constructor(data: MatcherData) {
    this.#first = startsOf(data.children);
    this.#childEdge = data.childEdge;
    this.#endFirst = startsOf(data.endCount);
    this.#ends = data.ends;
    this.#before = new Int32Array(data.ends.length);
    let end = 0;
    for (let i = 0; i < data.beforeStep.length; i++) {
      end += data.beforeStep[i]!;
      this.#before[end] = i + 1;
    }
    this.#beforeEdges = data.before;
    this.#wordFirst = startsOf(data.wordCount);
    this.#wordEdges = data.wordEdges;
    for (let i = 0; i < data.words.length; i++) this.#places.set(data.words[i]!, i);
    this.#prefixFirst = startsOf(data.prefixCount);
    this.#prefixEdges = data.prefixEdges;
    let shortest = Number.POSITIVE_INFINITY;
    for (const text of data.prefixes) shortest = Math.min(shortest, text.length);
    this.#shortest = shortest;
    data.prefixes.forEach((text, place) => {
      const key = text.slice(0, shortest);
      const list = this.#prefixes.get(key);
      if (list) list.push({ text, place });
      else this.#prefixes.set(key, [{ text, place }]);
    });
    this.#next = { first: startsOf(data.nextCount), roots: data.next };
    this.#gap = { first: startsOf(data.gapCount), roots: data.gap };
    this.#endAfter = { first: startsOf(data.endAfterCount), roots: data.endAfter };
  }

  #edgesOf(word: string): WordEdges | null {
    const known = this.#edges.get(word);
    if (known !== undefined) return known;
    const all = this.#allOf(word);
    let found: WordEdges | null = null;
    if (all.length > 0) {
      const some = emptyBits(FILTER);
      const next = emptyBits(FILTER);
      const gap = emptyBits(FILTER);
      const endAfter = emptyBits(FILTER);
      const alone: number[] = [];
      let starts = 0;
      for (let i = 0; i < all.length; i++) {
        const edge = all[i]!;
        setBit(some, edge & FILTER_MASK);
        if (edge < this.#first[1]!) {
          starts = i + 1;
          this.#addAlone(edge + 1, alone);
        }
        addNeighbours(this.#next, edge, next);
        addNeighbours(this.#gap, edge, gap);
        addNeighbours(this.#endAfter, edge, endAfter);
      }
      found = { all, starts, alone, some, next, gap, endAfter };
    }
    if (this.#edges.size > MOST_WORDS) this.#edges.clear();
    this.#edges.set(word, found);
    return found;
  }

  /** Adds the concepts that end at a node whatever stands before. */
  #addAlone(node: number, into: number[]): void {
    for (let i = this.#endFirst[node]!; i < this.#endFirst[node + 1]!; i++)
      if (this.#before[i] === 0 && !into.includes(this.#ends[i]!)) into.push(this.#ends[i]!);
  }

  #allOf(word: string): Uint16Array {
    const place = this.#places.get(word);
    if (place !== undefined) return this.#wordEdges.subarray(this.#wordFirst[place]!, this.#wordFirst[place + 1]!);
    const edges: number[] = [];
    for (const { text, place } of this.#prefixes.get(word.slice(0, this.#shortest)) ?? []) {
      if (!word.startsWith(text)) continue;
      for (let i = this.#prefixFirst[place]!; i < this.#prefixFirst[place + 1]!; i++) {
        const edge = this.#prefixEdges[i]!;
        if (!edges.includes(edge)) edges.push(edge);
      }
    }
    return Uint16Array.from(edges).sort();
  }

  /** Adds to `into` the concepts of every phrase that stands in one sentence's words. */
  match(words: readonly string[], into: Bits): void {
    const edges = words.map((word) => this.#edgesOf(word));
    for (let start = 0; start < words.length; start++) {
      const word = edges[start];
      if (word === null || word === undefined) continue;
      const { all, starts, alone } = word;
      for (let i = 0; i < alone.length; i++) setBit(into, alone[i]!);
      for (let i = 0; i < starts; i++) {
        if (this.#leadsOn(all[i]!, edges, start)) this.#walk(all[i]! + 1, edges, start + 1, start, into);
      }
    }
  }

  /** True where a phrase that begins by this edge may stand here, by the words beside it. */
  #leadsOn(edge: number, edges: Edges, start: number): boolean {
    const bit = edge & FILTER_MASK;
    const before = edges[start - 1];
    if (before && hasBit(before.endAfter, bit)) return true;
    const next = edges[start + 1];
    if (next && (hasBit(next.next, bit) || hasBit(next.gap, bit))) return true;
    const last = Math.min(start + 1 + GAP_WORDS, edges.length - 1);
    for (let at = start + 2; at <= last; at++) {
      const word = edges[at];
      if (word && hasBit(word.gap, bit)) return true;
    }
    return false;
  }

  #walk(node: number, edges: Edges, at: number, start: number, into: Bits): void {
    const lastEnd = this.#endFirst[node + 1]!;
    for (let i = this.#endFirst[node]!; i < lastEnd; i++) {
      if (this.#standsAfter(this.#before[i]!, edges, start)) setBit(into, this.#ends[i]!);
    }
    const from = this.#first[node]!;
    let to = this.#first[node + 1]!;
    if (from === to || at >= edges.length) return;
    if (this.#childEdge[to - 1] === GAP) {
      to--;
      const after = to + 1;
      // Nothing ends at the node after a gap: a phrase cannot end in one.
      const last = Math.min(at + GAP_WORDS, edges.length - 1);
      for (let next = at; next <= last; next++)
        this.#step(this.#first[after]!, this.#first[after + 1]!, edges, next, start, into);
    }
    this.#step(from, to, edges, at, start, into);
  }

  /** True where the words before `start` are those that an end asks for. */
  #standsAfter(before: number, edges: Edges, start: number): boolean {
    if (before === 0) return true;
    const first = MOST_BEFORE * (before - 1);
    for (let i = 0; i < MOST_BEFORE; i++) {
      const edge = this.#beforeEdges[first + i]!;
      if (edge === NONE) return true;
      const word = edges[start - 1 - i];
      if (!word || !takes(word, edge)) return false;
    }
    return true;
  }

  /** Goes on by the word at `at` from a node whose children stand from `from` to `to`. */
  #step(from: number, to: number, edges: Edges, at: number, start: number, into: Bits): void {
    const word = edges[at];
    if (from === to || word === null || word === undefined) return;
    const { all } = word;
    // The shorter list is gone through and the longer searched.
    if (to - from <= all.length) {
      for (let i = from; i < to; i++) {
        if (takes(word, this.#childEdge[i]!)) this.#walk(i + 1, edges, at + 1, start, into);
      }
      return;
    }
    for (let n = 0; n < all.length; n++) {
      const i = placeOf(all[n]!, this.#childEdge, from, to);
      if (i >= 0) this.#walk(i + 1, edges, at + 1, start, into);
    }
  }
}
