/** The second reading as it was learnt last. */
import { existsSync, readFileSync } from 'node:fs';
import { type LearntWeights, readWeights } from '../src/evidence/second-reading/weights.ts';

export const SAVED = 'rules/learnt/second-reading.json';

/** Undefined before anything was learnt. */
export const savedWeights = (): LearntWeights | undefined =>
  existsSync(SAVED) ? readWeights(readFileSync(SAVED, 'utf8')) : undefined;
