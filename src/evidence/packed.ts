/**
 * Prepared rules as texts that a program can hold: the many numbers of the trie as base64, which is read a hundred times
 * faster than a list of numbers in JSON, and everything else as JSON.
 */
import type { Prepared } from './compile.ts';
import type { RuleNumbers } from './rule-numbers.ts';
import { LISTS } from './trie.ts';

interface Rest {
  numbers: RuleNumbers;
  /** Of the lists, in the order of `LISTS`, and of the patterns. */
  lengths: number[];
  /** Parted by spaces. */
  words: string;
  prefixes: string;
}

export interface Packed {
  /**
   * All lists of the trie and the patterns one after the other: 16 bits a number, the low byte first. In base64 where it
   * stands in a module; as bytes where it has a file of its own.
   */
  trie: string | Uint8Array;
  /** JSON. */
  rest: string;
}

const BYTES = 2;

export function pack({ numbers, phrases, patterns }: Prepared): Packed & { trie: string } {
  const lists = [...LISTS.map((name) => phrases[name]), patterns];
  const bytes = Buffer.alloc(BYTES * lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) for (const number of list) at = bytes.writeUInt16LE(number, at);
  const rest: Rest = {
    numbers,
    lengths: lists.map((list) => list.length),
    words: phrases.words.join(' '),
    prefixes: phrases.prefixes.join(' '),
  };
  return { trie: bytes.toString('base64'), rest: JSON.stringify(rest) };
}

/** Memory that holds these bytes and no others: those of a small Buffer can begin at an odd place of a shared one. */
const memoryOf = (bytes: Uint8Array): ArrayBufferLike =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : Uint8Array.from(bytes).buffer;

const split = (words: string): string[] => (words === '' ? [] : words.split(' '));

export function unpack({ trie, rest }: Packed): Prepared {
  const { numbers, lengths, words, prefixes } = JSON.parse(rest) as Rest;
  const buffer = memoryOf(typeof trie === 'string' ? Buffer.from(trie, 'base64') : trie);
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) Buffer.from(buffer).swap16();
  let at = 0;
  const lists = lengths.map((length) => {
    const list = new Uint16Array(buffer, at, length);
    at += BYTES * length;
    return list;
  });
  const byName = Object.fromEntries(LISTS.map((name, index) => [name, lists[index]!])) as Record<
    (typeof LISTS)[number],
    Uint16Array
  >;
  return {
    numbers,
    phrases: { ...byName, words: split(words), prefixes: split(prefixes) },
    patterns: lists[LISTS.length]!,
  };
}
