/** What was learnt as the kernel takes it: a table with a row for each feature and two columns for each element. */
import type { LearntWeights, Tendency } from './weights.ts';

export interface WeightTable {
  /** Ids of concepts and kinds of name. Features are numbered through: these, then the words. */
  concepts: readonly string[];
  /** Forms of words, as `wordForm` makes them. */
  words: readonly string[];
  /** By feature: how much its presence tells. */
  rarity: readonly number[];
  /** Keys of elements; that of column 2n, of what sets the element out in full, and 2n + 1, of what sets out some of it. */
  elements: readonly string[];
  /** By column: what a weight of 1 is worth, and what is said of a passage with nothing known in it. */
  scales: readonly number[];
  biases: readonly number[];
  /** Columns, a multiple of 32. */
  width: number;
  /** Row by row. */
  weights: Int8Array;
}

/** The kernel adds so many columns at once. */
const LANES = 32;

export function tableOf({ concepts, words, rarity, elements }: LearntWeights): WeightTable {
  const tendencies: Tendency[] = [...elements.values()].flatMap(({ full, some }) => [full, some]);
  const width = Math.ceil(tendencies.length / LANES) * LANES;
  const weights = new Int8Array(rarity.length * width);
  tendencies.forEach((tendency, column) => {
    tendency.weights.forEach((weight, feature) => {
      weights[feature * width + column] = weight;
    });
  });
  return {
    concepts,
    words,
    rarity,
    elements: [...elements.keys()],
    scales: tendencies.map(({ scale }) => scale),
    biases: tendencies.map(({ bias }) => bias),
    width,
    weights,
  };
}

/** Everything but the weights; words parted by spaces. */
interface Rest extends Omit<WeightTable, 'weights' | 'concepts' | 'words' | 'elements'> {
  concepts: string;
  words: string;
  elements: string;
}

export interface PackedTable {
  /** In base64 where it stands in a module; as bytes where it has a file of its own. */
  weights: string | Uint8Array;
  /** JSON. */
  rest: string;
}

export function packTable({ weights, concepts, words, elements, ...others }: WeightTable): PackedTable & {
  weights: string;
} {
  const rest: Rest = {
    ...others,
    concepts: concepts.join(' '),
    words: words.join(' '),
    elements: elements.join(' '),
  };
  return { weights: Buffer.from(weights.buffer).toString('base64'), rest: JSON.stringify(rest) };
}

const split = (text: string): string[] => (text === '' ? [] : text.split(' '));

export function unpackTable({ weights, rest }: PackedTable): WeightTable {
  const { concepts, words, elements, ...others } = JSON.parse(rest) as Rest;
  const bytes = typeof weights === 'string' ? Buffer.from(weights, 'base64') : weights;
  return {
    ...others,
    concepts: split(concepts),
    words: split(words),
    elements: split(elements),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}
