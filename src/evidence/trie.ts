/**
 * One trie over words for all phrases of the lexicon, as plain numbers: it is made when the program is built and only
 * loaded when it runs.
 */

import { expandPhrase, type PhraseToken, type PhraseWord } from '../rules/phrase.ts';

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
  // Most of what a word begins ends with the word beside it. For each edge, how many and which edges out of the root:
  /** - have a child by it; */
  nextCount: Uint16Array;
  next: Uint16Array;
  /** - have a child by it after a `...`; */
  gapCount: Uint16Array;
  gap: Uint16Array;
  /** - end a phrase that asks for it before; */
  endAfterCount: Uint16Array;
  endAfter: Uint16Array;
}

/** The lists of numbers, in the order in which they are packed and in which the kernel takes them. */
export const LISTS = [
  'children',
  'childEdge',
  'endCount',
  'ends',
  'beforeStep',
  'before',
  'wordCount',
  'wordEdges',
  'prefixCount',
  'prefixEdges',
  'nextCount',
  'next',
  'gapCount',
  'gap',
  'endAfterCount',
  'endAfter',
] as const satisfies readonly (keyof MatcherData)[];

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
export const NONE = 0xffff;
/** Stands for an edge where any word or none may come between. The highest number, so that it comes last in a node. */
export const GAP = 0xfffe;

/** How often a word is to be met with, roughly: 0 for most. */
const howCommon = ({ kind, text }: PhraseWord): number => {
  if (kind === 'prefix' || !COMMON_WORDS.has(text)) return 0;
  if (text === 'the') return 6;
  return text.length <= 3 ? 3 : 1;
};

const cost = (token: Exclude<PhraseToken, { kind: 'gap' }>): number =>
  token.kind === 'any' ? token.words.reduce((sum, word) => sum + howCommon(word), 0) : howCommon(token);

/** How many words of a phrase may stand before the one by which it is found. */
export const MOST_BEFORE = 3;

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
    ...neighbours(root, renumbered.size, edge),
  };
}

/** What stands beside an edge out of the root. */
function neighbours(root: TrieNode, edges: number, edge: (before: number) => number) {
  const next: number[][] = Array.from({ length: edges }, () => []);
  const gap: number[][] = Array.from({ length: edges }, () => []);
  const endAfter: number[][] = Array.from({ length: edges }, () => []);
  for (const [to, node] of root.next) {
    const from = edge(to);
    for (const second of node.next.keys()) next[edge(second)]!.push(from);
    for (const later of node.gap?.next.keys() ?? []) gap[edge(later)]!.push(from);
    for (const before of new Set(node.ends.flatMap((end) => end.before.slice(0, 1))))
      endAfter[edge(before)]!.push(from);
  }
  const count = (lists: readonly number[][]): Uint16Array => checked(lists.map((list) => list.length));
  return {
    nextCount: count(next),
    next: checked(next.flat()),
    gapCount: count(gap),
    gap: checked(gap.flat()),
    endAfterCount: count(endAfter),
    endAfter: checked(endAfter.flat()),
  };
}
