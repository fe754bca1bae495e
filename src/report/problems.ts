/**
 * A document's report as the list that services for code keep: one entry for each gap and each other finding, with a
 * place, a level, and a fingerprint by which the same problem is known again after the file has been edited.
 */

import { createHash } from 'node:crypto';
import type { Force } from '../rules/types.ts';
import { isGap } from '../verdict/exit-code.ts';
import type { DocumentReport, Finding, RequirementReport } from '../verdict/types.ts';
import { waivedBecause } from '../verdict/waiver.ts';
import type { FormatOptions } from './formatter.ts';
import { essentials, placeOfGap, whatToWrite } from './parts.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { forces, sentence, verdictWords } from './words.ts';

export type Level = Finding['level'];

export interface Problem {
  /** The id of the requirement, or the code of the finding. */
  rule: string;
  level: Level;
  title: string;
  /** Sentences about it, without quotations: what is missing, why, what to do. */
  says: string[];
  place: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'page' | 'paragraph' | 'quote'>;
  fingerprint: string;
  requirement?: RequirementReport;
  finding?: Finding;
  /** The document's own reason why the requirement does not apply. */
  waived?: string;
}

const LEVELS: Record<Force, Level> = { must: 'error', should: 'warning', 'good-practice': 'note', prospective: 'note' };

export const levelOf = (force: Force): Level => LEVELS[force];

/** Gaps by weight, then what the document rules out with a reason, then other findings in the order of the text. */
export function problemsOf(document: DocumentReport, options: FormatOptions = {}): Problem[] {
  const path = filePath(document.path, options);
  const seen = new Map<string, number>();
  // The n-th of several that are alike is told apart by n, never by its line, which moves with every edit above it.
  const fingerprint = (...parts: string[]): string => {
    const key = [path, ...parts].join('\n');
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${key}\n${number}`).digest('hex').slice(0, 32);
  };
  const byForce = [...document.requirements].sort((a, b) => forces.indexOf(a.force) - forces.indexOf(b.force));
  const gaps = byForce.filter(isGap).map((requirement): Problem => {
    return { ...gapProblem(requirement), fingerprint: fingerprint('gap', requirement.id) };
  });
  const waived = byForce.flatMap((requirement): Problem[] => {
    const reason = waivedBecause(requirement);
    if (reason === undefined) return [];
    return [{ ...gapProblem(requirement), waived: reason, fingerprint: fingerprint('gap', requirement.id) }];
  });
  const findings = document.findings.map((finding): Problem => {
    // `superseded-term/ccg` stands once in a document, for all places of that term.
    const own = finding.code.includes('/') ? '' : (finding.quote ?? finding.message);
    return { ...findingProblem(finding), fingerprint: fingerprint('finding', finding.code, own) };
  });
  return [...gaps, ...waived, ...findings];
}

function gapProblem(requirement: RequirementReport): Omit<Problem, 'fingerprint'> {
  return {
    rule: requirement.id,
    level: levelOf(requirement.force),
    title: `${plain(requirement.title)}: ${verdictWords(requirement.verdict).toLowerCase()}`,
    says: gapSentences(requirement),
    place: placeOfGap(requirement) ?? {},
    requirement,
  };
}

function findingProblem(finding: Finding): Omit<Problem, 'fingerprint'> {
  return {
    rule: finding.code,
    level: finding.level,
    title: plain(finding.message),
    says: [finding.message, finding.advice ?? ''].filter((text) => text !== '').map((text) => sentence(plain(text))),
    place: finding,
    finding,
  };
}

/** "In part: …", "Missing: …", "Not enough: …", "To write: …". */
export function gapSentences(requirement: RequirementReport): string[] {
  const says: string[] = [];
  for (const element of essentials(requirement)) {
    if (element.status === 'full') continue;
    says.push(`${element.status === 'partial' ? 'In part' : 'Missing'}: ${sentence(plain(element.asks))}`);
    if (element.nearest) says.push(`Not enough: ${sentence(plain(element.nearest.reason))}`);
  }
  for (const text of whatToWrite(requirement)) says.push(`To write: ${sentence(plain(text))}`);
  return says;
}
