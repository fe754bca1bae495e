/** The sentence by which a report says that the document itself rules a requirement out, and the way back from it. */

import type { RequirementReport } from './types.ts';

const DECLARED = 'The document declares that it does not apply: ';

export const waiver = (reason: string): string => DECLARED + reason.trim();

/** The reason that the document gives why a requirement does not apply; undefined where it gives none. */
export function waivedBecause({ verdict, notApplicable }: RequirementReport): string | undefined {
  if (verdict !== 'not-applicable' || !notApplicable?.startsWith(DECLARED)) return undefined;
  return notApplicable.slice(DECLARED.length);
}
