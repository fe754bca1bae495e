/** The order in which a reader wants requirements: what must be put right first, then as the catalogue has them. */

import type { RequirementReport, Verdict } from '../verdict/types.ts';
import { forces } from './words.ts';

/** Requirements of one verdict: must before should before good practice, otherwise in the report's own order. */
export function withVerdict(requirements: readonly RequirementReport[], verdict: Verdict): RequirementReport[] {
  return requirements
    .filter((requirement) => requirement.verdict === verdict)
    .sort((a, b) => forces.indexOf(a.force) - forces.indexOf(b.force));
}
