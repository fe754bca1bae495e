/**
 * Finds all phrases of the lexicon in the words of one sentence, in one pass over a trie (`trie.ts` says what is in it).
 * It knows numbers only; `matcher.ts` knows the words.
 */
import { at16, at32, hasBit, put16, put32, setBit, take } from './memory';

// The lists of the trie, in the order of `LISTS` in trie.ts.
const CHILDREN = 0;
const CHILD_EDGE = 1;
const END_COUNT = 2;
const ENDS = 3;
const BEFORE_STEP = 4;
const BEFORE = 5;
const WORD_COUNT = 6;
const WORD_EDGES = 7;
const PREFIX_COUNT = 8;
const PREFIX_EDGES = 9;
const NEXT_COUNT = 10;
const NEXT = 11;
const GAP_COUNT = 12;
const GAP_EDGES = 13;
const END_AFTER_COUNT = 14;
const END_AFTER = 15;
const LIST_COUNT = 16;

// As in trie.ts.
const GAP = 0xfffe;
const NONE = 0xffff;
const MOST_BEFORE = 3;

/** How many words a `...` in a phrase may stand for. */
const GAP_WORDS = 4;

// A set of edges has so many bits: it may hold a few edges too many, and a small one is made sooner.
const SET_MASK = 2047;
const SET_BYTES: usize = 256;

// A word of the text: which edges take it, ascending, how many of them lead out of the root, the concepts that it stands
// for by itself; then sets of edges: these same, and edges out of the root whose phrases can go on with this word next,
// can go on with it after a `...`, and can end after it.
const ALL: usize = 0;
const ALL_LENGTH: usize = 4;
const STARTS: usize = 8;
const ALONE: usize = 12;
const ALONE_LENGTH: usize = 16;
const SOME_SET: usize = 32;
const NEXT_SET: usize = SOME_SET + SET_BYTES;
const GAP_SET: usize = NEXT_SET + SET_BYTES;
const END_AFTER_SET: usize = GAP_SET + SET_BYTES;
const WORD_BYTES: usize = END_AFTER_SET + SET_BYTES;

const places: usize = memory.data(LIST_COUNT * 4);
const lengths: usize = memory.data(LIST_COUNT * 4);

// Where the parts of each list begin.
let first: usize = 0;
let endFirst: usize = 0;
let wordFirst: usize = 0;
let prefixFirst: usize = 0;
let nextFirst: usize = 0;
let gapFirst: usize = 0;
let endAfterFirst: usize = 0;
/** For each end the place of its `before` and one more, or 0. */
let beforeOf: usize = 0;
let childEdge: usize = 0;
let ends: usize = 0;
let before: usize = 0;

/** Found concepts, a bit each. */
let found: usize = 0;
let foundBytes: usize = 0;

/** The words of the sentence, as places of words. */
let sentence: usize = 0;
let sentenceLength: i32 = 0;
let capacity: i32 = 0;

function placeOfList(list: i32): usize {
  return at32(places, list) as usize;
}

/** Memory for one of the lists, which the caller fills with 16 bits a number before `ready`. */
export function takeList(list: i32, length: i32): usize {
  const at = take((length as usize) << 1);
  put32(places, list, at as i32);
  put32(lengths, list, length);
  return at;
}

/** Where each part of a list begins, from how long the parts are; one more for the end. */
function startsOf(counts: i32): usize {
  const list = placeOfList(counts);
  const length = at32(lengths, counts);
  const starts = take(((length as usize) + 1) << 2);
  let sum = 0;
  put32(starts, 0, 0);
  for (let i = 0; i < length; i++) {
    sum += at16(list, i);
    put32(starts, i + 1, sum);
  }
  return starts;
}

/** To be called once all lists are filled. Returns how many concepts there can be, one more than the highest number. */
export function ready(): i32 {
  first = startsOf(CHILDREN);
  endFirst = startsOf(END_COUNT);
  wordFirst = startsOf(WORD_COUNT);
  prefixFirst = startsOf(PREFIX_COUNT);
  nextFirst = startsOf(NEXT_COUNT);
  gapFirst = startsOf(GAP_COUNT);
  endAfterFirst = startsOf(END_AFTER_COUNT);
  childEdge = placeOfList(CHILD_EDGE);
  ends = placeOfList(ENDS);
  before = placeOfList(BEFORE);

  const endLength = at32(lengths, ENDS);
  beforeOf = take((endLength as usize) << 2);
  memory.fill(beforeOf, 0, (endLength as usize) << 2);
  const steps = placeOfList(BEFORE_STEP);
  const stepLength = at32(lengths, BEFORE_STEP);
  let end = 0;
  for (let i = 0; i < stepLength; i++) {
    end += at16(steps, i);
    put32(beforeOf, end, i + 1);
  }

  let concepts = 0;
  for (let i = 0; i < endLength; i++) concepts = max(concepts, at16(ends, i) + 1);
  foundBytes = (((concepts + 31) >>> 5) as usize) << 2;
  found = take(foundBytes);
  return concepts;
}

/** Where a number stands in a part of an ascending list, or -1. */
function placeOf(number: i32, list: usize, from: i32, to: i32): i32 {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = at16(list, middle);
    if (here === number) return middle;
    if (here < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The edges that either of two ascending lists has; the second is part of `prefixEdges`. Both lie in memory of their own. */
function merged(one: usize, oneLength: i32, other: usize, otherLength: i32, into: usize): i32 {
  let i = 0;
  let k = 0;
  let length = 0;
  while (i < oneLength || k < otherLength) {
    const a = i < oneLength ? at16(one, i) : NONE;
    const b = k < otherLength ? at16(other, k) : NONE;
    put16(into, length++, min(a, b));
    if (a <= b) i++;
    if (b <= a) k++;
  }
  return length;
}

/** The edges that take a word with several beginnings: their places in the list of beginnings stand in the sentence. */
export function addBegun(count: i32): usize {
  let all: usize = 0;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const place = at32(sentence, i);
    const from = at32(prefixFirst, place);
    const here = at32(prefixFirst, place + 1) - from;
    const into = take(((length + here) as usize) << 1);
    length = merged(all, length, placeOfList(PREFIX_EDGES) + ((from as usize) << 1), here, into);
    all = into;
  }
  return addWord(all, length);
}

/** A word of the lexicon, by its place there. Returns the word's place in memory. */
export function addKnown(place: i32): usize {
  const from = at32(wordFirst, place);
  return addWord(placeOfList(WORD_EDGES) + ((from as usize) << 1), at32(wordFirst, place + 1) - from);
}

function addNeighbours(from: usize, roots: usize, edge: i32, set: usize): void {
  const to = at32(from, edge + 1);
  for (let i = at32(from, edge); i < to; i++) setBit(set, at16(roots, i) & SET_MASK);
}

function addWord(all: usize, length: i32): usize {
  const word = take(WORD_BYTES);
  memory.fill(word, 0, WORD_BYTES);
  const roots = at32(first, 1);
  let starts = 0;
  let mostAlone = 0;
  for (let i = 0; i < length; i++) {
    const edge = at16(all, i);
    setBit(word + SOME_SET, edge & SET_MASK);
    if (edge < roots) {
      starts = i + 1;
      mostAlone += at32(endFirst, edge + 2) - at32(endFirst, edge + 1);
    }
    addNeighbours(nextFirst, placeOfList(NEXT), edge, word + NEXT_SET);
    addNeighbours(gapFirst, placeOfList(GAP_EDGES), edge, word + GAP_SET);
    addNeighbours(endAfterFirst, placeOfList(END_AFTER), edge, word + END_AFTER_SET);
  }
  // Concepts that end at the first node whatever stands before.
  const alone = take((mostAlone as usize) << 1);
  let aloneLength = 0;
  for (let i = 0; i < starts; i++) {
    const node = at16(all, i) + 1;
    const last = at32(endFirst, node + 1);
    for (let end = at32(endFirst, node); end < last; end++)
      if (at32(beforeOf, end) === 0) put16(alone, aloneLength++, at16(ends, end));
  }
  store<i32>(word + ALL, all as i32);
  store<i32>(word + ALL_LENGTH, length);
  store<i32>(word + STARTS, starts);
  store<i32>(word + ALONE, alone as i32);
  store<i32>(word + ALONE_LENGTH, aloneLength);
  return word;
}

/** Memory for the words of a sentence, 32 bits each: where they lie, or 0 for a word that no edge takes. */
export function room(words: i32): usize {
  if (words > capacity) {
    capacity = max(words, 1024);
    sentence = take((capacity as usize) << 2);
  }
  return sentence;
}

/** Finds the concepts of every phrase that stands in the sentence; returns where they lie, a bit each. */
export function match(words: i32): usize {
  sentenceLength = words;
  memory.fill(found, 0, foundBytes);
  for (let start = 0; start < words; start++) {
    const word = wordAt(start);
    if (word === 0) continue;
    const alone = load<i32>(word + ALONE) as usize;
    const aloneLength = load<i32>(word + ALONE_LENGTH);
    for (let i = 0; i < aloneLength; i++) setBit(found, at16(alone, i));
    const all = load<i32>(word + ALL) as usize;
    const starts = load<i32>(word + STARTS);
    for (let i = 0; i < starts; i++) {
      const edge = at16(all, i);
      if (leadsOn(edge, start)) walk(edge + 1, start + 1, start);
    }
  }
  return found;
}

/** The word at a place in the sentence; 0 beyond it. */
function wordAt(at: i32): usize {
  return at < 0 || at >= sentenceLength ? 0 : (at32(sentence, at) as usize);
}

/** True where a phrase that begins by this edge may stand here, by the words beside it. */
function leadsOn(edge: i32, start: i32): bool {
  const bit = edge & SET_MASK;
  const previous = wordAt(start - 1);
  if (previous !== 0 && hasBit(previous + END_AFTER_SET, bit)) return true;
  const next = wordAt(start + 1);
  if (next !== 0 && (hasBit(next + NEXT_SET, bit) || hasBit(next + GAP_SET, bit))) return true;
  const last = min(start + 1 + GAP_WORDS, sentenceLength - 1);
  for (let at = start + 2; at <= last; at++) {
    const word = wordAt(at);
    if (word !== 0 && hasBit(word + GAP_SET, bit)) return true;
  }
  return false;
}

function walk(node: i32, at: i32, start: i32): void {
  const lastEnd = at32(endFirst, node + 1);
  for (let i = at32(endFirst, node); i < lastEnd; i++)
    if (standsAfter(at32(beforeOf, i), start)) setBit(found, at16(ends, i));
  const from = at32(first, node);
  let to = at32(first, node + 1);
  if (from === to || at >= sentenceLength) return;
  if (at16(childEdge, to - 1) === GAP) {
    to--;
    const after = to + 1;
    // Nothing ends at the node after a gap: a phrase cannot end in one.
    const last = min(at + GAP_WORDS, sentenceLength - 1);
    for (let next = at; next <= last; next++) step(at32(first, after), at32(first, after + 1), next, start);
  }
  step(from, to, at, start);
}

function takes(word: usize, edge: i32): bool {
  return (
    hasBit(word + SOME_SET, edge & SET_MASK) &&
    placeOf(edge, load<i32>(word + ALL) as usize, 0, load<i32>(word + ALL_LENGTH)) >= 0
  );
}

/** True where the words before `start` are those that an end asks for. */
function standsAfter(place: i32, start: i32): bool {
  if (place === 0) return true;
  for (let i = 0; i < MOST_BEFORE; i++) {
    const edge = at16(before, MOST_BEFORE * (place - 1) + i);
    if (edge === NONE) return true;
    const word = wordAt(start - 1 - i);
    if (word === 0 || !takes(word, edge)) return false;
  }
  return true;
}

/** Goes on by the word at `at` from a node whose children stand from `from` to `to`. */
function step(from: i32, to: i32, at: i32, start: i32): void {
  const word = wordAt(at);
  if (from === to || word === 0) return;
  const all = load<i32>(word + ALL) as usize;
  const length = load<i32>(word + ALL_LENGTH);
  // The shorter list is gone through and the longer searched.
  if (to - from <= length) {
    for (let i = from; i < to; i++) if (takes(word, at16(childEdge, i))) walk(i + 1, at + 1, start);
    return;
  }
  for (let n = 0; n < length; n++) {
    const i = placeOf(at16(all, n), childEdge, from, to);
    if (i >= 0) walk(i + 1, at + 1, start);
  }
}
