/** Findings as people read them: each kind once, with all its places. */

import type { DocumentReport, Finding } from '../verdict/types.ts';

export function groupedFindings({ findings }: Pick<DocumentReport, 'findings'>): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.code}\n${finding.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
