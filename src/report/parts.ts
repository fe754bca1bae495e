/** The parts of a requirement's report that formats pick from it: what is missing, where to look, what to write. */

import type { ElementReport, EvidenceReport, RequirementReport } from '../verdict/types.ts';

export const essentials = ({ elements }: RequirementReport): ElementReport[] =>
  elements.filter(({ need }) => need === 'essential');

/** What to write: what the missing parts say themselves, else the requirement's own advice. */
export function whatToWrite(requirement: RequirementReport): string[] {
  const own = essentials(requirement)
    .filter(({ status }) => status !== 'full')
    .map(({ write }) => write ?? '');
  const parts = [...new Set(own.filter((text) => text !== ''))];
  if (requirement.verdict === 'not-met' || parts.length === 0) {
    return requirement.remedy === '' ? parts : [requirement.remedy];
  }
  return parts;
}

/** The quotation that best shows a requirement met: of an essential part, in full. */
export function bestEvidence(elements: readonly ElementReport[]): EvidenceReport | undefined {
  const essentialFirst = [...elements].sort((a, b) => Number(b.need === 'essential') - Number(a.need === 'essential'));
  const all = essentialFirst.flatMap((element) => element.evidence);
  return all.find((evidence) => evidence.strength === 'full') ?? all[0];
}

/** Where an author should look to close a gap: the nearest text to what is missing, else what there is already. */
export function placeOfGap(requirement: RequirementReport): EvidenceReport | undefined {
  const open = essentials(requirement).filter(({ status }) => status !== 'full');
  const nearest = open.find((element) => element.nearest !== undefined)?.nearest;
  return nearest ?? bestEvidence(open) ?? bestEvidence(requirement.elements);
}

/** Everything about a requirement about which a person should look, once each; '' where no reason is given. */
export function doubts(requirement: RequirementReport): string[] {
  const given = [requirement.checkByEye, ...essentials(requirement).map((element) => element.checkByEye)];
  const reasons = [...new Set(given.filter((reason) => reason !== undefined))];
  return reasons.length === 0 && requirement.confidence === 'low' ? [''] : reasons;
}
