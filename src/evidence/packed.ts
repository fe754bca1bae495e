/**
 * Prepared rules as a text that a program can hold: the many numbers of the matchers as base64, which is read a
 * hundred times faster than a list of numbers in JSON.
 */
import type { Prepared } from './compile.ts';
import type { RuleNumbers } from './rule-numbers.ts';
import type { MatcherData } from './trie.ts';

/** The lists of a matcher in the order in which they are packed. */
const LISTS = [
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

interface PackedMatcher {
  lengths: number[];
  /** All lists one after the other: 16 bits a number, the low byte first. */
  numbers: string;
  /** Parted by spaces. */
  words: string;
  prefixes: string;
}

export interface Packed {
  numbers: RuleNumbers;
  concepts: PackedMatcher;
  terms: PackedMatcher;
  termExceptions: PackedMatcher;
}

const BYTES = 2;

function packMatcher(data: MatcherData): PackedMatcher {
  const lists = LISTS.map((name) => data[name]);
  const bytes = Buffer.alloc(BYTES * lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) for (const number of list) at = bytes.writeUInt16LE(number, at);
  return {
    lengths: lists.map((list) => list.length),
    numbers: bytes.toString('base64'),
    words: data.words.join(' '),
    prefixes: data.prefixes.join(' '),
  };
}

const split = (words: string): string[] => (words === '' ? [] : words.split(' '));

function unpackMatcher({ lengths, numbers, words, prefixes }: PackedMatcher): MatcherData {
  // A copy of its own: the bytes of a small Buffer can begin at an odd place of a shared one.
  const { buffer } = Uint8Array.from(Buffer.from(numbers, 'base64'));
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) Buffer.from(buffer).swap16();
  let at = 0;
  const lists = LISTS.map((name, index) => {
    const list = new Uint16Array(buffer, at, lengths[index]);
    at += BYTES * lengths[index]!;
    return [name, list] as const;
  });
  const byName = Object.fromEntries(lists) as Record<(typeof LISTS)[number], Uint16Array>;
  return { ...byName, words: split(words), prefixes: split(prefixes) };
}

export const pack = ({ numbers, concepts, terms, termExceptions }: Prepared): Packed => ({
  numbers,
  concepts: packMatcher(concepts),
  terms: packMatcher(terms),
  termExceptions: packMatcher(termExceptions),
});

export const unpack = ({ numbers, concepts, terms, termExceptions }: Packed): Prepared => ({
  numbers,
  concepts: unpackMatcher(concepts),
  terms: unpackMatcher(terms),
  termExceptions: unpackMatcher(termExceptions),
});
