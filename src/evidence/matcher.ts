/**
 * One matcher for all phrases of the lexicon. Phrases are compiled into a trie over words, so the cost of a text
 * depends on its length and not on how many phrases there are. The trie is plain numbers: it is made when the program
 * is built and only loaded when it runs.
 */

import { expandPhrase, type PhraseToken, type PhraseWord } from '../rules/phrase.ts';
import { type Bits, setBit } from './bits.ts';

/** How many words a `...` in a phrase may stand for. */
export const GAP_WORDS = 4;

/**
 * A trie as numbers. Node 0 is the root. A node's children are `childEdge`/`childNode` from `first[node]` to
 * `first[node + 1]`, by ascending edge; its concepts are `ends` from `endFirst[node]` to `endFirst[node + 1]`;
 * `gap[node]` is the node after a `...`, or 0.
 */
export interface MatcherData {
  first: number[];
  childEdge: number[];
  childNode: number[];
  gap: number[];
  endFirst: number[];
  ends: number[];
  /** Which edges a word, or a word's beginning, can take. */
  words: [word: string, edges: number[]][];
  prefixes: [beginning: string, edges: number[]][];
}

interface TrieNode {
  next: Map<number, TrieNode>;
  gap: TrieNode | undefined;
  ends: number[];
}

const newNode = (): TrieNode => ({ next: new Map(), gap: undefined, ends: [] });

/** Makes the trie of all phrases; a concept's number is its place in the list. */
export function buildMatcher(concepts: readonly { phrases: readonly string[] }[]): MatcherData {
  const root = newNode();
  const edges = new Map<string, number>();
  const words = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();

  /** The edge that a token takes: a word, a beginning, or any of several, each numbered once. */
  const edgeOf = (token: Exclude<PhraseToken, { kind: 'gap' }>): number => {
    const choices: readonly PhraseWord[] = token.kind === 'any' ? token.words : [token];
    const key = choices.map(({ kind, text }) => (kind === 'prefix' ? `${text}*` : text)).join(' ');
    let edge = edges.get(key);
    if (edge !== undefined) return edge;
    edge = edges.size;
    edges.set(key, edge);
    for (const { kind, text } of choices) {
      const table = kind === 'prefix' ? prefixes : words;
      const list = table.get(text);
      if (list) list.push(edge);
      else table.set(text, [edge]);
    }
    return edge;
  };

  concepts.forEach(({ phrases }, concept) => {
    for (const phrase of phrases) {
      for (const tokens of expandPhrase(phrase)) {
        let node = root;
        for (const token of tokens) {
          if (token.kind === 'gap') {
            node.gap ??= newNode();
            node = node.gap;
            continue;
          }
          const edge = edgeOf(token);
          let child = node.next.get(edge);
          if (!child) {
            child = newNode();
            node.next.set(edge, child);
          }
          node = child;
        }
        if (!node.ends.includes(concept)) node.ends.push(concept);
      }
    }
  });
  return flatten(root, words, prefixes);
}

function flatten(root: TrieNode, words: Map<string, number[]>, prefixes: Map<string, number[]>): MatcherData {
  const nodes: TrieNode[] = [root];
  const numbers = new Map<TrieNode, number>([[root, 0]]);
  const data: MatcherData = {
    first: [],
    childEdge: [],
    childNode: [],
    gap: [],
    endFirst: [],
    ends: [],
    words: [...words],
    prefixes: [...prefixes],
  };
  const numberOf = (node: TrieNode): number => {
    let number = numbers.get(node);
    if (number === undefined) {
      number = nodes.length;
      numbers.set(node, number);
      nodes.push(node);
    }
    return number;
  };
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    data.first.push(data.childEdge.length);
    data.endFirst.push(data.ends.length);
    data.ends.push(...node.ends);
    for (const [edge, child] of [...node.next].sort(([a], [b]) => a - b)) {
      data.childEdge.push(edge);
      data.childNode.push(numberOf(child));
    }
    data.gap.push(node.gap ? numberOf(node.gap) : 0);
  }
  data.first.push(data.childEdge.length);
  data.endFirst.push(data.ends.length);
  return data;
}

interface WordEdges {
  /** Edges that begin a phrase, as pairs of nothing more than the root's child. */
  starts: readonly number[];
  all: readonly number[];
  set: ReadonlySet<number>;
}

/** With more children than this a node is searched by halving instead of looked through. */
const FEW_CHILDREN = 12;

export class PhraseMatcher {
  readonly #data: MatcherData;
  readonly #words: ReadonlyMap<string, number[]>;
  readonly #prefixes: ReadonlyMap<string, number[]>;
  readonly #root = new Map<number, number>();
  readonly #shortestPrefix: number;
  readonly #longestPrefix: number;
  /** What each word of the text can take; a document repeats its words. */
  readonly #edges = new Map<string, WordEdges>();

  constructor(data: MatcherData) {
    this.#data = data;
    this.#words = new Map(data.words);
    this.#prefixes = new Map(data.prefixes);
    for (let i = data.first[0]!; i < data.first[1]!; i++) this.#root.set(data.childEdge[i]!, data.childNode[i]!);
    let shortest = Number.POSITIVE_INFINITY;
    let longest = 0;
    for (const [beginning] of data.prefixes) {
      shortest = Math.min(shortest, beginning.length);
      longest = Math.max(longest, beginning.length);
    }
    this.#shortestPrefix = shortest;
    this.#longestPrefix = longest;
  }

  #edgesOf(word: string): WordEdges {
    let found = this.#edges.get(word);
    if (found !== undefined) return found;
    const set = new Set<number>(this.#words.get(word));
    const longest = Math.min(word.length, this.#longestPrefix);
    for (let length = this.#shortestPrefix; length <= longest; length++) {
      const edges = this.#prefixes.get(word.slice(0, length));
      if (edges) for (const edge of edges) set.add(edge);
    }
    const all = [...set].sort((a, b) => a - b);
    found = { all, set, starts: all.flatMap((edge) => this.#root.get(edge) ?? []) };
    if (this.#edges.size > 200_000) this.#edges.clear();
    this.#edges.set(word, found);
    return found;
  }

  /** Adds to `into` the concepts of every phrase that stands in one sentence's words. */
  match(words: readonly string[], into: Bits): void {
    const edges = words.map((word) => this.#edgesOf(word));
    for (let start = 0; start < words.length; start++) {
      for (const node of edges[start]!.starts) this.#walk(node, edges, start + 1, into);
    }
  }

  #walk(node: number, edges: readonly WordEdges[], at: number, into: Bits): void {
    const { first, childEdge, childNode, gap, endFirst, ends } = this.#data;
    for (let i = endFirst[node]!; i < endFirst[node + 1]!; i++) setBit(into, ends[i]!);
    const word = edges[at];
    if (word === undefined) return;
    const from = first[node]!;
    const to = first[node + 1]!;
    if (to - from <= FEW_CHILDREN) {
      for (let i = from; i < to; i++) {
        if (word.set.has(childEdge[i]!)) this.#walk(childNode[i]!, edges, at + 1, into);
      }
    } else {
      for (const edge of word.all) {
        const i = this.#childAt(edge, from, to);
        if (i >= 0) this.#walk(childNode[i]!, edges, at + 1, into);
      }
    }
    const after = gap[node]!;
    if (after !== 0) {
      const last = Math.min(at + GAP_WORDS, edges.length - 1);
      for (let next = at; next <= last; next++) this.#walk(after, edges, next, into);
    }
  }

  /** Where a node's child by this edge stands, or -1. */
  #childAt(edge: number, from: number, to: number): number {
    const { childEdge } = this.#data;
    let low = from;
    let high = to - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = childEdge[middle]!;
      if (found === edge) return middle;
      if (found < edge) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
