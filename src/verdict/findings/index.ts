/** Findings that cut across the requirements, in the order of the document. */
import type { Reading } from '../../evidence/reading.ts';
import type { FrontMatterMistake } from '../../rules/front-matter.ts';
import type { EditionId } from '../../rules/types.ts';
import type { DocumentDate } from '../document-date.ts';
import type { Finding, RequirementReport } from '../types.ts';
import { contradictions } from './contradictions.ts';
import { pastDates } from './dates.ts';
import { editionsCited } from './editions-cited.ts';
import { emptyPlaces } from './empty-places.ts';
import { frontMatterMistakes } from './front-matter.ts';
import { placeholders } from './placeholders.ts';
import { roleConflicts } from './role-conflicts.ts';
import { supersededTerms } from './superseded-terms.ts';
import { undefinedGroups } from './undefined-groups.ts';

export interface FindingInput {
  reading: Reading;
  edition: EditionId;
  date: DocumentDate | undefined;
  asOf: string | undefined;
  frontMatter: readonly FrontMatterMistake[];
  requirements: readonly RequirementReport[];
}

const LEVELS: Finding['level'][] = ['error', 'warning', 'note'];

export function findFindings(input: FindingInput): Finding[] {
  return [
    ...supersededTerms(input),
    ...editionsCited(input),
    ...pastDates(input),
    ...roleConflicts(input),
    ...undefinedGroups(input),
    ...emptyPlaces(input),
    ...placeholders(input),
    ...contradictions(input),
    ...frontMatterMistakes(input),
  ].sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (a.code < b.code ? -1 : 1),
  );
}
