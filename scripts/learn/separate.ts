/**
 * A linear separation of passages: a support vector machine with squared hinge loss, by dual coordinate descent (Hsieh
 * and others, "A dual coordinate descent method for large-scale linear SVM", 2008). It takes only sums, products and
 * roots, so that every machine learns the same.
 */
import { chance } from './chance.ts';

export interface Example {
  /** Numbers of what it holds, and how much each counts: a vector of length 1. */
  at: Int32Array;
  values: Float64Array;
  /** 1 or -1. */
  side: 1 | -1;
  weight: number;
}

export interface Fit {
  weights: Float64Array;
  bias: number;
}

/** How much an example on the wrong side costs, against large weights. */
const COST = 1;
const MOST_ROUNDS = 60;
/** When no example asks for more than this, it is done. */
const ENOUGH = 0.01;

export function separate(examples: readonly Example[], features: number): Fit {
  const weights = new Float64Array(features);
  let bias = 0;
  const alphas = new Float64Array(examples.length);
  const order = examples.map((_, index) => index);
  const next = chance();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    shuffle(order, next);
    let most = 0;
    for (const index of order) {
      const { at, values, side, weight } = examples[index]!;
      let sum = bias;
      for (let i = 0; i < at.length; i++) sum += weights[at[i]!]! * values[i]!;
      const slack = 1 / (2 * COST * weight);
      const alpha = alphas[index]!;
      const gradient = side * sum - 1 + slack * alpha;
      const wanted = alpha === 0 ? Math.min(gradient, 0) : gradient;
      most = Math.max(most, Math.abs(wanted));
      if (wanted === 0) continue;
      // The vector has length 1, and the bias adds 1.
      const changed = Math.max(alpha - gradient / (2 + slack), 0);
      const step = (changed - alpha) * side;
      alphas[index] = changed;
      bias += step;
      for (let i = 0; i < at.length; i++) weights[at[i]!]! += step * values[i]!;
    }
    if (most < ENOUGH) break;
  }
  return { weights, bias };
}

function shuffle(list: number[], next: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
}
