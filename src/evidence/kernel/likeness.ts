/**
 * How far passages of a text read like each element: what a passage holds is looked up in a table of weights, and for each
 * column of the table the passage is found with the largest sum for its length. `second-reading/comparison.ts` says what
 * goes in and out.
 */
import { at16, at32, put16, put32, take } from './memory';

/** Columns that are added at once. */
const LANES = 32;
/** Stands for a concept that is no feature. */
const NONE = 0xffff;

/** For each feature a row of so many weights, a byte each; a multiple of `LANES`. */
let columns: i32 = 0;
let weights: usize = 0;
/** By feature the square of its rarity, a 32-bit float. */
let squares: usize = 0;
/** By concept its feature, or `NONE`: 16 bits each. */
let ofConcept: usize = 0;

/** The features of one passage, 16 bits each, and for each feature the number of the last passage that had it. */
let found: usize = 0;
let foundCount: i32 = 0;
let metIn: usize = 0;
let passageNumber: i32 = 0;
/** A sum of 16 bits for each column, for one passage. */
let sums: usize = 0;
/** For each column the largest sum for its length so far (32-bit float), and its passage, or -1. */
let best: usize = 0;
let where: usize = 0;

/** For each sentence the set of its concepts, and where in `words` the features of its words begin and end. */
let setWords: i32 = 0;
let rows: usize = 0;
let begins: usize = 0;
let words: usize = 0;
let sentenceRoom: usize = 0;

/** Where in `sentences` those of each passage begin and end. */
let passageCount: i32 = 0;
let passages: usize = 0;
let passageRoom: usize = 0;

/**
 * Memory for the table, which the caller fills: the weights, a byte each; the squares of the features' rarities, 32-bit
 * floats; and for each concept its feature, 16 bits.
 */
export function takeTable(features: i32, width: i32, concepts: i32): usize {
  columns = width;
  const all = (features as usize) * (width as usize);
  weights = take(all + ((features as usize) << 2) + ((concepts as usize) << 1));
  squares = weights + all;
  ofConcept = squares + ((features as usize) << 2);
  found = take((features as usize) << 1);
  metIn = take((features as usize) << 2);
  sums = take((width as usize) << 1);
  best = take((width as usize) << 2);
  where = take((width as usize) << 2);
  return weights;
}

/**
 * Memory for the sentences of a text, which the caller fills: for each the set of its concepts, of so many 32-bit words;
 * where the features of its words begin, and then where the last end (32 bits each); and those features, 16 bits each.
 */
export function takeSentences(count: i32, wordsInSet: i32, features: i32): usize {
  setWords = wordsInSet;
  const bytes = ((count * (wordsInSet + 1) + 1) << 2) + (features << 1);
  if ((bytes as usize) > sentenceRoom) {
    sentenceRoom = (bytes as usize) + ((bytes as usize) >>> 1);
    rows = take(sentenceRoom);
  }
  begins = rows + ((count * wordsInSet) << 2);
  words = begins + ((count + 1) << 2);
  return rows;
}

/** Memory for passages, which the caller fills: where the sentences of each begin, and where the last end; then those. */
export function takePassages(count: i32, sentences: i32): usize {
  passageCount = count;
  const bytes = (count + 1 + sentences) << 2;
  if ((bytes as usize) > passageRoom) {
    passageRoom = (bytes as usize) + ((bytes as usize) >>> 1);
    passages = take(passageRoom);
  }
  return passages;
}

/** Compares all passages: `bestAt` and `whereAt` say what was found. */
export function compareAll(): void {
  for (let column = 0; column < columns; column += 4) {
    v128.store(best + (column << 2), f32x4.splat(-Infinity));
    v128.store(where + (column << 2), i32x4.splat(-1));
  }
  for (let passage = 0; passage < passageCount; passage++) {
    const perLength = gather(passage);
    sumUp();
    keepLarger(passage, perLength);
  }
}

/** Compares one passage with one column. */
export function compareOne(passage: i32, column: i32): f32 {
  const perLength = gather(passage);
  let sum = 0;
  for (let i = 0; i < foundCount; i++)
    sum += i32(load<i8>(weights + (at16(found, i) as usize) * (columns as usize) + (column as usize)));
  return f32(sum) * perLength;
}

export function bestAt(): usize {
  return best;
}

export function whereAt(): usize {
  return where;
}

/** Finds what a passage holds, each feature once; returns one over the length of the vector of their rarities. */
function gather(passage: i32): f32 {
  passageNumber++;
  foundCount = 0;
  let squared: f32 = 0;
  const sentences = passages + ((passageCount + 1) << 2);
  const last = at32(passages, passage + 1);
  for (let i = at32(passages, passage); i < last; i++) {
    const sentence = at32(sentences, i);
    const row = rows + ((sentence * setWords) << 2);
    for (let word = 0; word < setWords; word++) {
      for (let left = load<u32>(row + (word << 2)); left !== 0; left &= left - 1)
        squared += meet(at16(ofConcept, (word << 5) + i32(ctz<u32>(left))));
    }
    const end = at32(begins, sentence + 1);
    for (let word = at32(begins, sentence); word < end; word++) squared += meet(at16(words, word));
  }
  return squared === 0 ? 0 : 1 / sqrt<f32>(squared);
}

/** Takes a feature once; returns what it adds to the square of the length. */
function meet(feature: i32): f32 {
  if (feature === NONE || at32(metIn, feature) === passageNumber) return 0;
  put32(metIn, feature, passageNumber);
  put16(found, foundCount++, feature);
  return load<f32>(squares + (feature << 2));
}

function sumUp(): void {
  for (let column = 0; column < columns; column += LANES) {
    let first = i16x8.splat(0);
    let second = first;
    let third = first;
    let fourth = first;
    for (let i = 0; i < foundCount; i++) {
      const row = weights + (at16(found, i) as usize) * (columns as usize) + (column as usize);
      const low = v128.load(row);
      const high = v128.load(row, 16);
      first = i16x8.add_sat_s(first, i16x8.extend_low_i8x16_s(low));
      second = i16x8.add_sat_s(second, i16x8.extend_high_i8x16_s(low));
      third = i16x8.add_sat_s(third, i16x8.extend_low_i8x16_s(high));
      fourth = i16x8.add_sat_s(fourth, i16x8.extend_high_i8x16_s(high));
    }
    const at = sums + (column << 1);
    v128.store(at, first);
    v128.store(at, second, 16);
    v128.store(at, third, 32);
    v128.store(at, fourth, 48);
  }
}

/** Takes a passage for each column where its sum for its length is larger than any before. */
function keepLarger(passage: i32, perLength: f32): void {
  const scale = f32x4.splat(perLength);
  const here = i32x4.splat(passage);
  for (let column = 0; column < columns; column += 4) {
    const sum = i32x4.extend_low_i16x8_s(v128.load64_zero(sums + (column << 1)));
    const mean = f32x4.mul(f32x4.convert_i32x4_s(sum), scale);
    const bestSoFar = best + (column << 2);
    const whereSoFar = where + (column << 2);
    const before = v128.load(bestSoFar);
    const larger = f32x4.gt(mean, before);
    v128.store(bestSoFar, v128.bitselect(mean, before, larger));
    v128.store(whereSoFar, v128.bitselect(here, v128.load(whereSoFar), larger));
  }
}
