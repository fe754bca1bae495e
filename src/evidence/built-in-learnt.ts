/** What the second reading that comes with the program has learnt. */
import { rest, weights } from './built-learnt.ts';
import { unpackTable, type WeightTable } from './second-reading/table.ts';

export const builtInLearnt = (): WeightTable => unpackTable({ weights, rest });
