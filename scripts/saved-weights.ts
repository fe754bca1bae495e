/** The second reading as it was learnt last. */
import { existsSync, readFileSync } from 'node:fs';
import { tableOf, type WeightTable } from '../src/evidence/second-reading/table.ts';
import { readWeights } from '../src/evidence/second-reading/weights.ts';

export const SAVED = 'rules/learnt/second-reading.json';

/** Undefined before anything was learnt. */
export const savedWeights = (): WeightTable | undefined =>
  existsSync(SAVED) ? tableOf(readWeights(readFileSync(SAVED, 'utf8'))) : undefined;
