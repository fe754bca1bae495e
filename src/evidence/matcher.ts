/**
 * One matcher for all phrases of the lexicon. Phrases are compiled into a trie over words, so the cost of a text
 * depends on its length and not on how many phrases there are. The trie is plain numbers: it is made when the program
 * is built and only loaded when it runs.
 */

import { expandPhrase, type PhraseToken, type PhraseWord } from '../rules/phrase.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';

/** How many words a `...` in a phrase may stand for. */
export const GAP_WORDS = 4;

/**
 * A trie as numbers, short to write and quick to read. Nodes are numbered as they are first reached from the root,
 * which is node 0.
 *
 * A phrase that begins with small words ("the", "our", "will be") stands in the trie without them, since half of all
 * words of a text would lead into it; `before` says which edges the words before must take.
 */
export interface MatcherData {
  /** How many children each node has. */
  children: number[];
  /** The edge to each child, ascending within a node, all nodes one after the other. */
  childEdge: number[];
  /** The node of each child, as the difference from the child before. */
  childStep: number[];
  /** Node and the node after its `...`, in pairs. */
  gaps: number[];
  /** How many concepts end at each node, and which, all nodes one after the other. */
  endCount: number[];
  ends: number[];
  /** For ends that begin with small words: the end's place in `ends`, the edge of the word before, and of the one before that or -1. */
  before: number[];
  /** Which edges a word, or a word's beginning, can take. */
  words: [word: string, edges: number[]][];
  prefixes: [beginning: string, edges: number[]][];
}

interface TrieNode {
  next: Map<number, TrieNode>;
  gap: TrieNode | undefined;
  ends: { concept: number; before: [number, number] }[];
}

/** Words that nearly every sentence has. */
const SMALL_WORDS = new Set(
  (
    'a an the this that these those our their its his her your my all any each every both some such no and or of to in on at by for with ' +
    'from into as is are was were be been being has have had do does did will would shall should may might can could must not it they we he she ' +
    'who which what when where how if so than then there here also'
  ).split(' '),
);

const newNode = (): TrieNode => ({ next: new Map(), gap: undefined, ends: [] });

/** Stands for an edge where none is asked for. */
const NONE = -1;

const isSmall = (token: PhraseToken | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'word'
    ? SMALL_WORDS.has(token.text)
    : token.kind === 'any' && token.words.every(({ kind, text }) => kind === 'word' && SMALL_WORDS.has(text)));

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
        const before: [number, number] = [NONE, NONE];
        let from = 0;
        for (; from < 2 && isSmall(tokens[from]) && tokens[from + 1] && tokens[from + 1]!.kind !== 'gap'; from++) {
          before[1] = before[0];
          before[0] = edgeOf(tokens[from] as Exclude<PhraseToken, { kind: 'gap' }>);
        }
        let node = root;
        for (const token of tokens.slice(from)) {
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
        const known = node.ends.some(
          (end) => end.concept === concept && end.before[0] === before[0] && end.before[1] === before[1],
        );
        if (!known) node.ends.push({ concept, before });
      }
    }
  });
  return flatten(root, words, prefixes);
}

function flatten(root: TrieNode, words: Map<string, number[]>, prefixes: Map<string, number[]>): MatcherData {
  const nodes: TrieNode[] = [root];
  const numbers = new Map<TrieNode, number>([[root, 0]]);
  const data: MatcherData = {
    children: [],
    childEdge: [],
    childStep: [],
    gaps: [],
    endCount: [],
    ends: [],
    before: [],
    words: [...words],
    prefixes: [...prefixes],
  };
  let lastChild = 0;
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
    data.children.push(node.next.size);
    data.endCount.push(node.ends.length);
    for (const { concept, before } of node.ends) {
      if (before[0] !== NONE) data.before.push(data.ends.length, ...before);
      data.ends.push(concept);
    }
    for (const [edge, child] of [...node.next].sort(([a], [b]) => a - b)) {
      const number = numberOf(child);
      data.childEdge.push(edge);
      data.childStep.push(number - lastChild);
      lastChild = number;
    }
    if (node.gap) data.gaps.push(at, numberOf(node.gap));
  }
  return data;
}

/** Where each node's part of a list begins, from how long the parts are; one more for the end. */
function startsOf(counts: readonly number[]): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return starts;
}

interface WordEdges {
  /** Nodes that the word leads to from the root. */
  starts: readonly number[];
  all: readonly number[];
  /** The same edges as a set. */
  set: Bits;
}

const takes = (edges: readonly WordEdges[], at: number, edge: number): boolean =>
  at >= 0 && hasBit(edges[at]!.set, edge);

/** About how many children are looked at to find one by halving. */
const HALVINGS = 6;

/** More different words than this and the memory of them is started afresh. */
const MOST_WORDS = 20_000;

/** With more children than this a node is searched by halving instead of looked through. */
const FEW_CHILDREN = 12;

export class PhraseMatcher {
  // Numbers side by side in memory, as fields: the walk below runs for every word of every document.
  readonly #first: Int32Array;
  readonly #childEdge: Int32Array;
  readonly #childNode: Int32Array;
  readonly #gap: Int32Array;
  readonly #endFirst: Int32Array;
  readonly #ends: Int32Array;
  /** `before` as two numbers for each end. */
  readonly #before: Int32Array;
  readonly #words: ReadonlyMap<string, number[]>;
  readonly #prefixes: ReadonlyMap<string, number[]>;
  readonly #root = new Map<number, number>();
  readonly #edgeCount: number;
  readonly #shortestPrefix: number;
  readonly #longestPrefix: number;
  /** What each word of the text can take; a document repeats its words. */
  readonly #edges = new Map<string, WordEdges>();

  constructor(data: MatcherData) {
    this.#first = startsOf(data.children);
    this.#childEdge = Int32Array.from(data.childEdge);
    this.#childNode = Int32Array.from(data.childStep);
    for (let i = 1; i < this.#childNode.length; i++) this.#childNode[i]! += this.#childNode[i - 1]!;
    this.#gap = new Int32Array(data.children.length);
    for (let i = 0; i < data.gaps.length; i += 2) this.#gap[data.gaps[i]!] = data.gaps[i + 1]!;
    this.#endFirst = startsOf(data.endCount);
    this.#ends = Int32Array.from(data.ends);
    this.#before = new Int32Array(2 * data.ends.length).fill(NONE);
    for (let i = 0; i < data.before.length; i += 3) {
      this.#before[2 * data.before[i]!] = data.before[i + 1]!;
      this.#before[2 * data.before[i]! + 1] = data.before[i + 2]!;
    }
    this.#words = new Map(data.words);
    this.#prefixes = new Map(data.prefixes);
    for (let i = 0; i < this.#first[1]!; i++) this.#root.set(this.#childEdge[i]!, this.#childNode[i]!);
    let shortest = Number.POSITIVE_INFINITY;
    let longest = 0;
    let lastEdge = -1;
    for (const [beginning, edges] of data.prefixes) {
      shortest = Math.min(shortest, beginning.length);
      longest = Math.max(longest, beginning.length);
      lastEdge = Math.max(lastEdge, edges.at(-1)!);
    }
    for (const [, edges] of data.words) lastEdge = Math.max(lastEdge, edges.at(-1)!);
    this.#edgeCount = lastEdge + 1;
    this.#shortestPrefix = shortest;
    this.#longestPrefix = longest;
  }

  #edgesOf(word: string): WordEdges {
    let found = this.#edges.get(word);
    if (found !== undefined) return found;
    const edges = new Set(this.#words.get(word));
    const longest = Math.min(word.length, this.#longestPrefix);
    for (let length = this.#shortestPrefix; length <= longest; length++) {
      for (const edge of this.#prefixes.get(word.slice(0, length)) ?? []) edges.add(edge);
    }
    const all = [...edges].sort((a, b) => a - b);
    const set = emptyBits(this.#edgeCount);
    for (const edge of all) setBit(set, edge);
    found = { all, set, starts: all.flatMap((edge) => this.#root.get(edge) ?? []) };
    if (this.#edges.size > MOST_WORDS) this.#edges.clear();
    this.#edges.set(word, found);
    return found;
  }

  /** Adds to `into` the concepts of every phrase that stands in one sentence's words. */
  match(words: readonly string[], into: Bits): void {
    const edges = words.map((word) => this.#edgesOf(word));
    for (let start = 0; start < words.length; start++) {
      const { starts } = edges[start]!;
      for (let i = 0; i < starts.length; i++) this.#walk(starts[i]!, edges, start + 1, start, into);
    }
  }

  #walk(node: number, edges: readonly WordEdges[], at: number, start: number, into: Bits): void {
    const lastEnd = this.#endFirst[node + 1]!;
    for (let i = this.#endFirst[node]!; i < lastEnd; i++) {
      const nearer = this.#before[2 * i]!;
      if (nearer !== NONE) {
        if (!takes(edges, start - 1, nearer)) continue;
        const further = this.#before[2 * i + 1]!;
        if (further !== NONE && !takes(edges, start - 2, further)) continue;
      }
      setBit(into, this.#ends[i]!);
    }
    if (at >= edges.length) return;
    this.#step(node, edges, at, start, into);
    const after = this.#gap[node]!;
    if (after === 0) return;
    // Nothing ends at the node after a gap: a phrase cannot end in one.
    const last = Math.min(at + GAP_WORDS, edges.length - 1);
    for (let next = at; next <= last; next++) this.#step(after, edges, next, start, into);
  }

  /** Goes on from a node by the word at `at`. */
  #step(node: number, edges: readonly WordEdges[], at: number, start: number, into: Bits): void {
    const from = this.#first[node]!;
    const to = this.#first[node + 1]!;
    if (from === to) return;
    const { set, all } = edges[at]!;
    if (to - from <= FEW_CHILDREN || to - from <= all.length * HALVINGS) {
      for (let i = from; i < to; i++) {
        const edge = this.#childEdge[i]!;
        if ((set[edge >>> 5]! & (1 << (edge & 31))) !== 0) this.#walk(this.#childNode[i]!, edges, at + 1, start, into);
      }
      return;
    }
    for (let n = 0; n < all.length; n++) {
      const i = this.#childAt(all[n]!, from, to);
      if (i >= 0) this.#walk(this.#childNode[i]!, edges, at + 1, start, into);
    }
  }

  /** Where a node's child by this edge stands, or -1. */
  #childAt(edge: number, from: number, to: number): number {
    let low = from;
    let high = to - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#childEdge[middle]!;
      if (found === edge) return middle;
      if (found < edge) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
