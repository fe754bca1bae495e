/**
 * A second reading of a document, by another way than the rules: how far a passage reads like the passages in which
 * people found an element set out. It was learnt from labelled texts, holds no phrase of its own, and can only doubt.
 */
import type { CompiledRules } from '../compile.ts';
import type { Reading } from '../reading.ts';
import { type FeatureNumbers, type Features, featuresOf, type KnownWords } from './features.ts';
import { passagesOf } from './passages.ts';
import { type ElementWeights, elementKey, type LearntWeights, type Tendency } from './weights.ts';

/** How a passage reads: above 0 like those that set the element out, below 0 unlike them; most lie between -1 and 1. */
export interface Best {
  likeness: number;
  /** Sentence numbers; none where there was no passage to read, which is like nothing. */
  sentences: readonly number[];
}

/** The passage that is most like those that set the element out in full, and the one most like those that set out some of it. */
export interface Likeness {
  full: Best;
  some: Best;
}

export const likelier = (one: Best, other: Best): Best => (other.likeness > one.likeness ? other : one);

/** Features of the rules' own concepts, in the numbers of these rules. */
export function numberFeatures(
  compiled: Pick<CompiledRules, 'size' | 'conceptId'>,
  learnt: Pick<LearntWeights, 'concepts' | 'words' | 'rarity'>,
): FeatureNumbers {
  const byId = new Map(learnt.concepts.map((id, number) => [id, number]));
  const ofConcept = new Int16Array(compiled.size).fill(-1);
  for (let concept = 0; concept < compiled.size; concept++) {
    const id = compiled.conceptId(concept);
    if (id !== '') ofConcept[concept] = byId.get(id) ?? -1;
  }
  const ofWord = new Map(learnt.words.map((word, place) => [word, learnt.concepts.length + place]));
  return { ofConcept, ofWord, rarity: learnt.rarity };
}

export class SecondReader {
  readonly #learnt: LearntWeights;
  readonly #numbers: FeatureNumbers;

  constructor(learnt: LearntWeights, compiled: Pick<CompiledRules, 'size' | 'conceptId'>) {
    this.#learnt = learnt;
    this.#numbers = numberFeatures(compiled, learnt);
  }

  read(reading: Reading): SecondReading {
    return new SecondReading(reading, this.#learnt, this.#numbers);
  }
}

/** A name or a title by itself is like everything in which it stands, and sets nothing out. */
const FEWEST_WORDS = 8;

interface Passage {
  sentences: readonly number[];
  features: Features;
}

export class SecondReading {
  readonly #reading: Reading;
  readonly #learnt: LearntWeights;
  readonly #numbers: FeatureNumbers;
  readonly #known: KnownWords = new Map();
  #passages: Passage[] | undefined;

  constructor(reading: Reading, learnt: LearntWeights, numbers: FeatureNumbers) {
    this.#reading = reading;
    this.#learnt = learnt;
    this.#numbers = numbers;
  }

  /** How these passages read; undefined for an element of which nothing was learnt. */
  ofPassages(requirement: string, element: string, passages: readonly (readonly number[])[]): Likeness | undefined {
    const weights = this.#weights(requirement, element);
    return weights && bestOf(this.#read(passages), weights);
  }

  /** How the passages of the whole document read, without the sentences that a signal cancels. */
  ofDocument(requirement: string, element: string): Likeness | undefined {
    const weights = this.#weights(requirement, element);
    if (weights === undefined) return undefined;
    this.#passages ??= this.#read(this.#livePassages());
    return bestOf(this.#passages, weights);
  }

  #livePassages(): number[][] {
    const { document, signals, words } = this.#reading;
    const isLive = (index: number): boolean => signals[index]!.every(({ effect }) => effect !== 'cancel');
    const wordsIn = (sentences: readonly number[]): number =>
      sentences.reduce((sum, index) => sum + words[index]!.length, 0);
    return passagesOf(document)
      .map((sentences) => sentences.filter(isLive))
      .filter((sentences) => wordsIn(sentences) >= FEWEST_WORDS);
  }

  #read(passages: readonly (readonly number[])[]): Passage[] {
    return passages.map((sentences) => ({
      sentences,
      features: featuresOf(this.#reading, sentences, this.#numbers, this.#known),
    }));
  }

  #weights(requirement: string, element: string): ElementWeights | undefined {
    return this.#learnt.elements.get(elementKey(requirement, element));
  }
}

const bestOf = (passages: readonly Passage[], { full, some }: ElementWeights): Likeness => ({
  full: best(passages, full),
  some: best(passages, some),
});

function best(passages: readonly Passage[], { scale, bias, weights }: Tendency): Best {
  let most = Number.NEGATIVE_INFINITY;
  let found: readonly number[] = [];
  for (const { sentences, features } of passages) {
    const { numbers, length } = features;
    let sum = 0;
    for (let i = 0; i < numbers.length; i++) sum += weights[numbers[i]!]!;
    const mean = length === 0 ? 0 : sum / length;
    if (mean <= most) continue;
    most = mean;
    found = sentences;
  }
  return { likeness: found.length === 0 ? Number.NEGATIVE_INFINITY : bias + most * scale, sentences: found };
}
