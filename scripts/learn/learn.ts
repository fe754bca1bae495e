/** From what was studied to weights. */
import type { ElementWeights, LearntWeights, Tendency } from '../../src/evidence/second-reading/weights.ts';
import type { Status } from '../../src/rules/types.ts';
import { conceptFeature, type Held, type Judged, type Studied } from './lessons.ts';
import { type Example, type Fit, separate } from './separate.ts';

/** A word that stands in fewer texts is some writer's own. */
const FEWEST_TEXTS = 15;
/** So many judged passages of either kind an element must have before anything is learnt of it. */
const FEWEST_EXAMPLES = 8;
const MOST = 127;

/** @param concepts ids of concepts and kinds of name, in order */
export function learn(studied: readonly Studied[], concepts: readonly string[]): LearntWeights {
  const texts = new Map<string, number>();
  for (const { holds } of studied) for (const feature of holds) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  const often = (feature: string): boolean => (texts.get(feature) ?? 0) >= FEWEST_TEXTS;
  const keptConcepts = concepts.filter((id) => often(conceptFeature(id)));
  const words = [...texts.keys()].filter((feature) => !feature.startsWith(':') && often(feature)).sort();
  const features = [...keptConcepts.map(conceptFeature), ...words];
  const rarity = features.map((feature) => rounded(Math.log(studied.length / texts.get(feature)!), 1000));
  const numberOf = new Map(features.map((feature, number) => [feature, number]));

  const judged = new Map<string, Judged[]>();
  for (const { judged: ofText } of studied)
    for (const [key, list] of ofText) judged.set(key, [...(judged.get(key) ?? []), ...list]);
  const vectors = new Map<Held, Pick<Example, 'at' | 'values'>>();
  const vectorOf = (held: Held): Pick<Example, 'at' | 'values'> => {
    let vector = vectors.get(held);
    if (vector === undefined) {
      vector = toVector(held, numberOf, rarity);
      vectors.set(held, vector);
    }
    return vector;
  };
  const elements = new Map<string, ElementWeights>();
  for (const key of [...judged.keys()].sort()) {
    const list = judged.get(key)!;
    const tendency = (counts: readonly Status[]): Tendency | undefined => {
      const examples = list.map(({ held, status, weight }): Example => {
        return { ...vectorOf(held), side: counts.includes(status) ? 1 : -1, weight };
      });
      const one = examples.filter(({ side }) => side === 1).length;
      if (Math.min(one, examples.length - one) < FEWEST_EXAMPLES) return undefined;
      return inBytes(separate(examples, features.length), rarity);
    };
    const full = tendency(['full']);
    const some = tendency(['full', 'partial']);
    if (full && some) elements.set(key, { full, some });
  }
  return { concepts: keptConcepts, words, rarity, elements };
}

function toVector(
  held: Held,
  numberOf: ReadonlyMap<string, number>,
  rarity: readonly number[],
): Pick<Example, 'at' | 'values'> {
  const at = Int32Array.from(held.flatMap((feature) => numberOf.get(feature) ?? []));
  const values = Float64Array.from(at, (number) => rarity[number]!);
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (let i = 0; i < values.length; i++) values[i]! /= length;
  return { at, values };
}

/** Weights with their rarity in them, as small whole numbers. */
function inBytes({ weights, bias }: Fit, rarity: readonly number[]): Tendency {
  const whole = weights.map((weight, number) => weight * rarity[number]!);
  const largest = whole.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / MOST;
  return {
    scale: rounded(scale, 1e9),
    bias: rounded(bias, 1e6),
    weights: Int8Array.from(whole, (weight) => (scale === 0 ? 0 : Math.round(weight / scale))),
  };
}

const rounded = (number: number, parts: number): number => Math.round(number * parts) / parts;
