/**
 * One matcher for all phrases of the lexicon. Phrases are compiled into a trie over words, so the cost of a text
 * depends on its length and not on how many phrases there are.
 */
import { expandPhrase, type PhraseToken, type PhraseWord } from '../rules/phrase.ts';
import type { Concept } from '../rules/types.ts';

/** How many words a `...` in a phrase may stand for. */
export const GAP_WORDS = 4;

interface TrieNode {
  next: Map<number, TrieNode> | undefined;
  gap: TrieNode | undefined;
  /** Concepts whose phrase ends here. */
  ends: number[] | undefined;
}

/** A phrase found: the concept's number, its first word and one past its last. */
export interface Hit {
  concept: number;
  from: number;
  to: number;
}

const newNode = (): TrieNode => ({ next: undefined, gap: undefined, ends: undefined });

export class PhraseMatcher {
  readonly #root = newNode();
  readonly #ids = new Map<string, number>();
  readonly #words = new Map<string, number[]>();
  readonly #prefixes = new Map<string, number[]>();
  #shortestPrefix = Number.POSITIVE_INFINITY;
  #longestPrefix = 0;
  /** Which trie edges a word of the text can take; a document repeats its words. */
  readonly #edges = new Map<string, readonly number[]>();

  constructor(concepts: readonly Concept[]) {
    concepts.forEach((concept, number) => {
      for (const phrase of concept.phrases) {
        for (const tokens of expandPhrase(phrase)) this.#add(tokens, number);
      }
    });
  }

  /** The edge that a token takes: a word, a beginning, or any of several, each numbered once. */
  #edge(token: Exclude<PhraseToken, { kind: 'gap' }>): number {
    const words: readonly PhraseWord[] = token.kind === 'any' ? token.words : [token];
    const key = words.map(({ kind, text }) => (kind === 'prefix' ? `${text}*` : text)).join(' ');
    let id = this.#ids.get(key);
    if (id !== undefined) return id;
    id = this.#ids.size;
    this.#ids.set(key, id);
    for (const { kind, text } of words) {
      const table = kind === 'prefix' ? this.#prefixes : this.#words;
      const edges = table.get(text);
      if (edges) edges.push(id);
      else table.set(text, [id]);
      if (kind === 'prefix') {
        this.#shortestPrefix = Math.min(this.#shortestPrefix, text.length);
        this.#longestPrefix = Math.max(this.#longestPrefix, text.length);
      }
    }
    return id;
  }

  #add(tokens: readonly PhraseToken[], concept: number): void {
    let node = this.#root;
    for (const token of tokens) {
      if (token.kind === 'gap') {
        node.gap ??= newNode();
        node = node.gap;
        continue;
      }
      node.next ??= new Map();
      const edge = this.#edge(token);
      let child = node.next.get(edge);
      if (!child) {
        child = newNode();
        node.next.set(edge, child);
      }
      node = child;
    }
    if (node.ends === undefined) node.ends = [concept];
    else if (!node.ends.includes(concept)) node.ends.push(concept);
  }

  #edgesOf(word: string): readonly number[] {
    let edges = this.#edges.get(word);
    if (edges === undefined) {
      const found: number[] = [];
      const exact = this.#words.get(word);
      if (exact !== undefined) found.push(...exact);
      const longest = Math.min(word.length, this.#longestPrefix);
      for (let length = this.#shortestPrefix; length <= longest; length++) {
        const prefix = this.#prefixes.get(word.slice(0, length));
        if (prefix !== undefined) found.push(...prefix);
      }
      edges = [...new Set(found)];
      if (this.#edges.size > 200_000) this.#edges.clear();
      this.#edges.set(word, edges);
    }
    return edges;
  }

  /** Every phrase of the lexicon in one sentence's words, in order of where it begins. */
  match(words: readonly string[]): Hit[] {
    const edges = words.map((word) => this.#edgesOf(word));
    const hits: Hit[] = [];
    for (let start = 0; start < words.length; start++) {
      if (edges[start]!.length > 0) this.#walk(this.#root, edges, start, start, hits);
    }
    return hits;
  }

  #walk(node: TrieNode, edges: readonly (readonly number[])[], at: number, start: number, hits: Hit[]): void {
    if (node.ends) for (const concept of node.ends) hits.push({ concept, from: start, to: at });
    if (at < edges.length && node.next) {
      for (const edge of edges[at]!) {
        const child = node.next.get(edge);
        if (child) this.#walk(child, edges, at + 1, start, hits);
      }
    }
    if (node.gap) {
      const last = Math.min(at + GAP_WORDS, edges.length - 1);
      for (let next = at; next <= last; next++) this.#walk(node.gap, edges, next, start, hits);
    }
  }
}
