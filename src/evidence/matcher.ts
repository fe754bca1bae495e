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
 * A trie as numbers, short to write and quick to read. A node's children stand in the order of their edges, and nodes
 * are numbered in the order in which they are children; so the child in place i is node i + 1, and only how many
 * children a node has need be told. Node 0 is the root. Edges out of the root have the lowest numbers, in the order of
 * their nodes: edge e out of the root leads to node e + 1.
 *
 * A phrase stands in the trie from the least common of its first words on, since a text is full of "the" and "partners" and
 * each would lead into thousands of phrases; `before` says which edges the words before must take.
 */
export interface MatcherData {
  /** How many children each node has, a `...` among them. */
  children: Uint16Array;
  /** The edge to each child, ascending within a node, all nodes one after the other; `GAP` for the node after a `...`. */
  childEdge: Uint16Array;
  /** How many concepts end at each node, and which, all nodes one after the other. */
  endCount: Uint16Array;
  ends: Uint16Array;
  /** For ends with words before them: the end's place in `ends`, as the difference from the one before. */
  beforeStep: Uint16Array;
  /** For each of those, the edges of the `MOST_BEFORE` words before, the nearest first, then `NONE`. */
  before: Uint16Array;
  /** The words that some edge takes, and for each how many edges, and which, ascending. */
  words: string[];
  wordCount: Uint16Array;
  wordEdges: Uint16Array;
  /** The same for beginnings of words; the words above have the edges of their beginnings already. */
  prefixes: string[];
  prefixCount: Uint16Array;
  prefixEdges: Uint16Array;
  /** How many edges there are. */
  edgeCount: number;
}

interface TrieNode {
  next: Map<number, TrieNode>;
  gap: TrieNode | undefined;
  ends: { concept: number; before: number[] }[];
}

/** Words that nearly every sentence has, and those of which every arrangements document is full. */
const COMMON_WORDS = new Set(
  (
    'a an the this that these those our their its his her your my all any each every both some such no and or of to in on at by for with ' +
    'from into as is are was were be been being has have had do does did will would shall should may might can could must not it they we he she ' +
    'who which what when where how if so than then there here also ' +
    'partnership partnerships safeguarding child children people person work working partner partners group groups board review reviews ' +
    'agency agencies organisation organisations local learning practice practitioner practitioners arrangement arrangements report reports ' +
    'support other families family executive member members meeting meetings independent plan take new young annual year health lead ' +
    'service services statutory strategic business council authority three joint training information area need needs police'
  ).split(' '),
);

const newNode = (): TrieNode => ({ next: new Map(), gap: undefined, ends: [] });

/** Stands for an edge where none is asked for. */
const NONE = 0xffff;
/** Stands for an edge where any word or none may come between. The highest number, so that it comes last in a node. */
const GAP = 0xfffe;

/** How often a word is to be met with, roughly: 0 for most. */
const howCommon = ({ kind, text }: PhraseWord): number => {
  if (kind === 'prefix' || !COMMON_WORDS.has(text)) return 0;
  if (text === 'the') return 6;
  return text.length <= 3 ? 3 : 1;
};

const cost = (token: Exclude<PhraseToken, { kind: 'gap' }>): number =>
  token.kind === 'any' ? token.words.reduce((sum, word) => sum + howCommon(word), 0) : howCommon(token);

/** How many words of a phrase may stand before the one by which it is found. */
const MOST_BEFORE = 3;

/** The place of the least common of a phrase's first words, up to its first gap: the phrase is found by that word. */
function anchorOf(tokens: readonly PhraseToken[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= MOST_BEFORE; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'gap') break;
    const tokenCost = cost(token);
    if (tokenCost < least) {
      least = tokenCost;
      best = at;
    }
  }
  return best;
}

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
        const from = anchorOf(tokens);
        // The nearest first.
        const before = tokens
          .slice(0, from)
          .reverse()
          .map((token) => edgeOf(token as Exclude<PhraseToken, { kind: 'gap' }>));
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
        const known = node.ends.some((end) => end.concept === concept && end.before.join() === before.join());
        if (!known) node.ends.push({ concept, before });
      }
    }
  });
  return flatten(root, words, prefixes);
}

const TOO_MANY = 'the phrases are too many for one matcher';

/** The numbers as they are kept. A lexicon whose numbers do not fit is larger than anybody could read. */
function checked(numbers: readonly number[]): Uint16Array {
  for (const n of numbers) if (n > 0xffff) throw new RangeError(TOO_MANY);
  return Uint16Array.from(numbers);
}

function flatten(root: TrieNode, words: Map<string, number[]>, prefixes: Map<string, number[]>): MatcherData {
  // Edges out of the root come first; the others follow in the order in which the phrases brought them.
  const renumbered = new Map<number, number>();
  const edge = (before: number): number => {
    if (before === NONE || before === GAP) return before;
    let now = renumbered.get(before);
    if (now === undefined) {
      now = renumbered.size;
      renumbered.set(before, now);
    }
    return now;
  };
  for (const first of [...root.next.keys()].sort((a, b) => a - b)) edge(first);

  const nodes: TrieNode[] = [root];
  const children: number[] = [];
  const childEdge: number[] = [];
  const endCount: number[] = [];
  const ends: number[] = [];
  const beforeStep: number[] = [];
  const before: number[] = [];
  let lastBefore = 0;
  for (const node of nodes) {
    const next: [number, TrieNode][] = [...node.next].map(([to, child]) => [edge(to), child]);
    if (node.gap) next.push([GAP, node.gap]);
    next.sort(([a], [b]) => a - b);
    children.push(next.length);
    for (const [to, child] of next) {
      childEdge.push(to);
      nodes.push(child);
    }
    endCount.push(node.ends.length);
    for (const end of node.ends) {
      if (end.before.length > 0) {
        beforeStep.push(ends.length - lastBefore);
        lastBefore = ends.length;
        for (let i = 0; i < MOST_BEFORE; i++) before.push(edge(end.before[i] ?? NONE));
      }
      ends.push(end.concept);
    }
  }

  const edgesOf = (text: string, own: readonly number[]): number[] => {
    const all = new Set(own);
    for (const [beginning, edges] of prefixes) if (text.startsWith(beginning)) for (const n of edges) all.add(n);
    return [...all].map(edge).sort((a, b) => a - b);
  };
  const wordEdges = [...words].map(([word, edges]) => edgesOf(word, edges));
  const prefixEdges = [...prefixes.values()].map((edges) => edges.map(edge).sort((a, b) => a - b));
  if (renumbered.size >= GAP) throw new RangeError(TOO_MANY);
  return {
    children: checked(children),
    childEdge: checked(childEdge),
    endCount: checked(endCount),
    ends: checked(ends),
    beforeStep: checked(beforeStep),
    before: checked(before),
    words: [...words.keys()],
    wordCount: checked(wordEdges.map((edges) => edges.length)),
    wordEdges: checked(wordEdges.flat()),
    prefixes: [...prefixes.keys()],
    prefixCount: checked(prefixEdges.map((edges) => edges.length)),
    prefixEdges: checked(prefixEdges.flat()),
    edgeCount: renumbered.size,
  };
}

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

interface WordEdges {
  /** Ascending. */
  all: ArrayLike<number>;
  /** How many of them lead out of the root. */
  starts: number;
  /** The same edges as a set. */
  set: Bits;
  /** Edges out of the root that this word may follow as the next word, as a set; and after a `...`. */
  after: Bits;
  afterGap: Bits;
}

const takes = (edges: readonly (WordEdges | null)[], at: number, edge: number): boolean => {
  const word = at >= 0 ? edges[at] : null;
  return word !== null && word !== undefined && hasBit(word.set, edge);
};

interface Followers {
  /** By edge, where its part of `roots` begins. */
  first: Int32Array;
  roots: Uint16Array;
}

function addFollowers({ first, roots }: Followers, edge: number, into: Bits): void {
  const to = first[edge + 1]!;
  for (let i = first[edge]!; i < to; i++) setBit(into, roots[i]!);
}

/** About how many children are looked at to find one by halving. */
const HALVINGS = 6;

/** More different words than this and the memory of them is started afresh. */
const MOST_WORDS = 20_000;

/** With more children than this a node is searched by halving instead of looked through. */
const FEW_CHILDREN = 12;

export class PhraseMatcher {
  // Numbers side by side in memory, as fields: the walk below runs for every word of every document.
  readonly #first: Int32Array;
  readonly #childEdge: Uint16Array;
  readonly #endFirst: Int32Array;
  readonly #ends: Uint16Array;
  /** For each end the place of its `before` and one more, or 0. */
  readonly #before: Uint16Array;
  readonly #beforeEdges: Uint16Array;
  readonly #wordFirst: Int32Array;
  readonly #wordEdges: Uint16Array;
  readonly #places = new Map<string, number>();
  readonly #prefixFirst: Int32Array;
  readonly #prefixEdges: Uint16Array;
  /** Places of the beginnings, by their first letters. */
  readonly #prefixes = new Map<string, { text: string; place: number }[]>();
  readonly #shortest: number;
  readonly #edgeCount: number;
  // Most phrases that a word begins end with the word after it: these tell which are worth going into.
  readonly #whole: Bits;
  readonly #next: Followers;
  readonly #afterGap: Followers;
  /** What each word of the text can take, `null` for nothing; a document repeats its words. */
  readonly #edges = new Map<string, WordEdges | null>();

  constructor(data: MatcherData) {
    this.#first = startsOf(data.children);
    this.#childEdge = data.childEdge;
    this.#endFirst = startsOf(data.endCount);
    this.#ends = data.ends;
    this.#before = new Uint16Array(data.ends.length);
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
    this.#edgeCount = data.edgeCount;
    this.#whole = this.#wholePhrases();
    this.#next = this.#followers(false);
    this.#afterGap = this.#followers(true);
  }

  /** By edge, the edges out of the root that it may follow: as the next word, or after a `...`. */
  #followers(gap: boolean): Followers {
    const counts = new Uint16Array(this.#edgeCount);
    this.#eachFollower(gap, (edge) => {
      counts[edge]!++;
    });
    const first = startsOf(counts);
    const next = first.slice();
    const roots = new Uint16Array(first[this.#edgeCount]!);
    this.#eachFollower(gap, (edge, root) => {
      roots[next[edge]!++] = root;
    });
    return { first, roots };
  }

  #eachFollower(gap: boolean, tell: (edge: number, root: number) => void): void {
    const roots = this.#first[1]!;
    for (let root = 0; root < roots; root++) {
      let node = root + 1;
      if (gap) {
        const last = this.#first[node + 1]! - 1;
        if (last < this.#first[node]! || this.#childEdge[last] !== GAP) continue;
        node = last + 1;
      }
      const to = this.#first[node + 1]!;
      for (let i = this.#first[node]!; i < to; i++) {
        const edge = this.#childEdge[i]!;
        if (edge !== GAP) tell(edge, root);
      }
    }
  }

  /** Edges out of the root whose node ends a phrase by itself. */
  #wholePhrases(): Bits {
    const roots = this.#first[1]!;
    const whole = emptyBits(roots);
    for (let root = 0; root < roots; root++)
      if (this.#endFirst[root + 2]! > this.#endFirst[root + 1]!) setBit(whole, root);
    return whole;
  }

  #edgesOf(word: string): WordEdges | null {
    const known = this.#edges.get(word);
    if (known !== undefined) return known;
    const all = this.#allOf(word);
    let found: WordEdges | null = null;
    if (all.length > 0) {
      const set = emptyBits(this.#edgeCount);
      const after = emptyBits(this.#first[1]!);
      const afterGap = emptyBits(this.#first[1]!);
      let starts = 0;
      for (let i = 0; i < all.length; i++) {
        const edge = all[i]!;
        setBit(set, edge);
        if (edge < this.#first[1]!) starts = i + 1;
        addFollowers(this.#next, edge, after);
        addFollowers(this.#afterGap, edge, afterGap);
      }
      found = { all, starts, set, after, afterGap };
    }
    if (this.#edges.size > MOST_WORDS) this.#edges.clear();
    this.#edges.set(word, found);
    return found;
  }

  #allOf(word: string): ArrayLike<number> {
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
    return edges.sort((a, b) => a - b);
  }

  /** Adds to `into` the concepts of every phrase that stands in one sentence's words. */
  match(words: readonly string[], into: Bits): void {
    const edges = words.map((word) => this.#edgesOf(word));
    for (let start = 0; start < words.length; start++) {
      const word = edges[start];
      if (word === null || word === undefined) continue;
      const { all, starts } = word;
      for (let i = 0; i < starts; i++) {
        if (this.#leadsOn(all[i]!, edges, start)) this.#walk(all[i]! + 1, edges, start + 1, start, into);
      }
    }
  }

  /** True where a phrase that begins by this edge may stand here, by its second word. */
  #leadsOn(edge: number, edges: readonly (WordEdges | null)[], start: number): boolean {
    if (hasBit(this.#whole, edge)) return true;
    const next = edges[start + 1];
    if (next && (hasBit(next.after, edge) || hasBit(next.afterGap, edge))) return true;
    const last = Math.min(start + 1 + GAP_WORDS, edges.length - 1);
    for (let at = start + 2; at <= last; at++) {
      const word = edges[at];
      if (word && hasBit(word.afterGap, edge)) return true;
    }
    return false;
  }

  #walk(node: number, edges: readonly (WordEdges | null)[], at: number, start: number, into: Bits): void {
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
  #standsAfter(before: number, edges: readonly (WordEdges | null)[], start: number): boolean {
    if (before === 0) return true;
    const first = MOST_BEFORE * (before - 1);
    for (let i = 0; i < MOST_BEFORE; i++) {
      const edge = this.#beforeEdges[first + i]!;
      if (edge === NONE) return true;
      if (!takes(edges, start - 1 - i, edge)) return false;
    }
    return true;
  }

  /** Goes on by the word at `at` from a node whose children stand from `from` to `to`. */
  #step(from: number, to: number, edges: readonly (WordEdges | null)[], at: number, start: number, into: Bits): void {
    const word = edges[at];
    if (from === to || word === null || word === undefined) return;
    const { set, all } = word;
    if (to - from <= FEW_CHILDREN || to - from <= all.length * HALVINGS) {
      for (let i = from; i < to; i++) {
        const edge = this.#childEdge[i]!;
        if ((set[edge >>> 5]! & (1 << (edge & 31))) !== 0) this.#walk(i + 1, edges, at + 1, start, into);
      }
      return;
    }
    for (let n = 0; n < all.length; n++) {
      const i = this.#childAt(all[n]!, from, to);
      if (i >= 0) this.#walk(i + 1, edges, at + 1, start, into);
    }
  }

  /** The place of a node's child by this edge, or -1. */
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
