/** The one place that turns a report into the number that a shell, a pipeline or a scheduler sees. */

import type { Force } from '../rules/types.ts';
import type { Report, RequirementReport } from './types.ts';

export type FailOn = 'must' | 'should' | 'any' | 'never';
export type ExitCode = 0 | 1 | 2;

export const failOnChoices: readonly FailOn[] = ['must', 'should', 'any', 'never'];

const FAILING: Record<FailOn, readonly Force[]> = {
  must: ['must'],
  should: ['must', 'should'],
  any: ['must', 'should', 'good-practice', 'prospective'],
  never: [],
};

/** True where the arrangements leave something of the requirement out. */
export function isGap(requirement: Pick<RequirementReport, 'verdict'>): boolean {
  return requirement.verdict === 'not-met' || requirement.verdict === 'partially-met';
}

/**
 * 0: every document was read and none has a gap that fails. 1: at least one has. 2: the run itself went wrong for at
 * least one document, whatever the others say: a report that is not whole is never a pass or a plain fail.
 */
export function exitCode(report: Pick<Report, 'documents' | 'failed'>, failOn: FailOn = 'must'): ExitCode {
  if (report.failed.length > 0) return 2;
  const failing = FAILING[failOn];
  const fails = report.documents.some((document) =>
    document.requirements.some((requirement) => isGap(requirement) && failing.includes(requirement.force)),
  );
  return fails ? 1 : 0;
}
