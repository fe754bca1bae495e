/** The closing summary: counts by force, the verdict in a sentence, what to do next. */
import { isGap } from './exit-code.ts';
import type { DocumentReport, RequirementReport, Summary, Verdict } from './types.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export function summarise(report: Omit<DocumentReport, 'summary'>): Summary {
  const byForce: Summary['byForce'] = {};
  for (const { force, verdict } of report.requirements) {
    byForce[force] ??= { met: 0, 'partially-met': 0, 'not-met': 0, 'not-applicable': 0 };
    byForce[force][verdict]++;
  }
  const of = (verdict: Verdict): RequirementReport[] =>
    report.requirements.filter((requirement) => requirement.verdict === verdict);
  const total = report.requirements.length - of('not-applicable').length;
  const missing = of('not-met');
  const partly = of('partially-met');
  const musts = report.requirements.filter((requirement) => isGap(requirement) && requirement.force === 'must');
  const checkByEye = report.requirements.flatMap((requirement) =>
    requirement.elements.filter((element) => element.checkByEye !== undefined),
  ).length;
  return {
    byForce,
    checkByEye,
    sentence: sentenceFor(report, total, missing.length, partly.length, musts.length),
    next: nextSteps(report, missing, partly, checkByEye),
  };
}

function sentenceFor(
  report: Omit<DocumentReport, 'summary'>,
  total: number,
  missing: number,
  partly: number,
  musts: number,
): string {
  if (!report.arrangements)
    return `This does not look like published safeguarding arrangements, so its gaps say little. ${report.looksLike ?? ''}`.trim();
  const edition = report.editionChoice.title;
  const met = total - missing - partly;
  if (missing + partly === 0) return `All ${total} requirements of ${edition} that apply are set out.`;
  const gaps = [
    ...(missing > 0 ? [`${count(missing, 'is', 'are')} not set out`] : []),
    ...(partly > 0 ? [`${count(partly, 'is', 'are')} only partly set out`] : []),
  ].join(' and ');
  const duty =
    musts > 0
      ? ` ${count(musts, 'gap is', 'gaps are')} in what the law requires.`
      : ' Nothing that the law requires is missing.';
  return `Of ${count(total, 'requirement')} of ${edition}, ${met} ${met === 1 ? 'is' : 'are'} set out, ${gaps}.${duty}`;
}

function nextSteps(
  report: Omit<DocumentReport, 'summary'>,
  missing: readonly RequirementReport[],
  partly: readonly RequirementReport[],
  checkByEye: number,
): string[] {
  if (!report.arrangements) return ['Check that this is the right document: the published arrangements of one area.'];
  const steps: string[] = [];
  const then = (): string => (steps.length === 0 ? 'First' : 'Then');
  const musts = [...missing, ...partly].filter((requirement) => requirement.force === 'must');
  if (musts.length > 0) steps.push(`First write what the law requires: ${titles(musts)}.`);
  const shoulds = missing.filter((requirement) => requirement.force === 'should');
  if (shoulds.length > 0) steps.push(`${then()} write what is missing altogether: ${titles(shoulds)}.`);
  const halves = partly.filter((requirement) => requirement.force === 'should');
  if (halves.length > 0) steps.push(`${then()} complete what is half there: ${titles(halves)}.`);
  const errors = report.findings.filter((finding) => finding.level === 'error');
  if (errors.length > 0) steps.push(`Put right ${count(errors.length, 'other finding')} marked as an error.`);
  if (checkByEye > 0) steps.push(`Look yourself at ${count(checkByEye, 'finding')} marked "check by eye".`);
  if (steps.length === 0)
    steps.push('Read the quotations once to see that they say what you mean; then it can be signed off.');
  return steps;
}

/** The first few titles, and how many more there are. */
function titles(requirements: readonly RequirementReport[]): string {
  const shown = requirements
    .slice(0, 4)
    .map((requirement) => requirement.title.charAt(0).toLowerCase() + requirement.title.slice(1));
  const more = requirements.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
}
