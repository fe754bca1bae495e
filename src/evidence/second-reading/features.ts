/** What a passage holds, as the second reading sees it: the concepts that the rules find there, and its words. */
import { addBits, type Bits, emptyBits, numbersBetween } from '../bits.ts';
import type { Reading } from '../reading.ts';
import { wordForm } from './word-form.ts';

/** Numbers of features by concept number and by word form; -1 and undefined for what is not one. */
export interface FeatureNumbers {
  ofConcept: Int16Array;
  ofWord: ReadonlyMap<string, number>;
  rarity: readonly number[];
}

export interface Features {
  /** Each once. */
  numbers: number[];
  /** The length of the passage as a vector of the features' rarities. */
  length: number;
}

/** Features by word as it stands in a document; most words come again and again. */
export type KnownWords = Map<string, number>;

const NONE = -1;

export function featuresOf(
  reading: Reading,
  sentences: readonly number[],
  { ofConcept, ofWord, rarity }: FeatureNumbers,
  known: KnownWords,
): Features {
  const numbers: number[] = [];
  for (const concept of numbersBetween(conceptsOf(reading, sentences), 0, ofConcept.length)) {
    const number = ofConcept[concept]!;
    if (number !== NONE) numbers.push(number);
  }
  const seen = new Set<number>();
  for (const index of sentences) {
    for (const word of reading.words[index]!) {
      let number = known.get(word);
      if (number === undefined) {
        number = ofWord.get(wordForm(word) ?? '') ?? NONE;
        known.set(word, number);
      }
      if (number !== NONE && !seen.has(number)) {
        seen.add(number);
        numbers.push(number);
      }
    }
  }
  let squares = 0;
  for (const number of numbers) squares += rarity[number]! ** 2;
  return { numbers, length: Math.sqrt(squares) };
}

/** The concepts of some sentences together, with what they read with. */
function conceptsOf(reading: Reading, sentences: readonly number[]): Bits {
  if (sentences.length === 1) return reading.reads[sentences[0]!]!;
  const bits = emptyBits(reading.compiled.size);
  for (const index of sentences) addBits(bits, reading.reads[index]!);
  return bits;
}
