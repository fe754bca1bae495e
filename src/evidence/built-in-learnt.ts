/** What the second reading that comes with the program has learnt. */
import { rest, weights } from './built-learnt.ts';
import type { LearntWeights } from './second-reading/weights.ts';
import { unpackWeights } from './second-reading/weights.ts';

export const builtInLearnt = (): LearntWeights => unpackWeights({ weights, rest });
