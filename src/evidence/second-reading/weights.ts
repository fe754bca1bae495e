/**
 * What the second reading has learnt from the labelled corpus: how much each concept and each word speaks for or against
 * an element being set out. Made by `npm run learn`; kept in `rules/learnt/second-reading.json`.
 */

/** A sum over what stands in a passage, above 0 where it reads like labelled texts that do. */
export interface Tendency {
  /** What a weight of 1 is worth. */
  scale: number;
  /** What is said of a passage with nothing known in it. */
  bias: number;
  /** By feature: -127 to 127. */
  weights: Int8Array;
}

export interface ElementWeights {
  /** Texts that set the element out, against all others. */
  full: Tendency;
  /** Texts that set out at least a part of it, against all others. */
  some: Tendency;
}

export interface LearntWeights {
  /** Ids of concepts and kinds of name. Features are numbered through: these, then the words. */
  concepts: readonly string[];
  /** Forms of words, as `wordForm` makes them. */
  words: readonly string[];
  /** By feature: how much its presence tells, as the logarithm of how seldom it is. */
  rarity: readonly number[];
  /** By `elementKey`. */
  elements: ReadonlyMap<string, ElementWeights>;
}

/** Before anything was learnt: the rules decide alone. */
export const NOTHING_LEARNT: LearntWeights = { concepts: [], words: [], rarity: [], elements: new Map() };

export const elementKey = (requirement: string, element: string): string => `${requirement}/${element}`;

/** The file: one line an element, so that a change shows what it touches. */
export function writeWeights(learnt: LearntWeights): string {
  const line = ({ scale, bias, weights }: Tendency): unknown[] => [scale, bias, bytesOf(weights).toString('base64')];
  const elements = [...learnt.elements].map(
    ([key, { full, some }]) => `    ${JSON.stringify(key)}: ${JSON.stringify({ full: line(full), some: line(some) })}`,
  );
  return [
    '{',
    '  "about": "Made from the labelled corpus by npm run learn. Do not edit: learn again.",',
    `  "concepts": ${JSON.stringify(learnt.concepts)},`,
    `  "words": ${JSON.stringify(learnt.words)},`,
    `  "rarity": ${JSON.stringify(learnt.rarity)},`,
    '  "elements": {',
    elements.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

type WrittenTendency = [scale: number, bias: number, weights: string];

/** @param text what `writeWeights` made */
export function readWeights(text: string): LearntWeights {
  const { concepts, words, rarity, elements } = JSON.parse(text) as {
    concepts: string[];
    words: string[];
    rarity: number[];
    elements: Record<string, { full: WrittenTendency; some: WrittenTendency }>;
  };
  const tendency = ([scale, bias, weights]: WrittenTendency): Tendency => ({
    scale,
    bias,
    weights: Int8Array.from(Buffer.from(weights, 'base64')),
  });
  return {
    concepts,
    words,
    rarity,
    elements: new Map(
      Object.entries(elements).map(([key, { full, some }]) => [key, { full: tendency(full), some: tendency(some) }]),
    ),
  };
}

const bytesOf = (weights: Int8Array): Buffer => Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
