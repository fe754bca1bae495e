/** The report for GitLab's Code Quality widget: one entry for each gap, finding and file that could not be read. */

import { createHash } from 'node:crypto';
import type { Force } from '../rules/types.ts';
import type { Report } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { toJson } from './json.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { type Level, type Problem, problemsOf } from './problems.ts';

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

const FORCES: Record<Force, Severity> = {
  must: 'critical',
  should: 'major',
  'good-practice': 'minor',
  prospective: 'info',
};
const LEVELS: Record<Level, Severity> = { error: 'major', warning: 'minor', note: 'info' };

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: Severity;
  location: { path: string; lines: { begin: number; end?: number } };
}

export function formatCodequality(report: Report, options: FormatOptions = {}): string {
  const issues = report.documents.flatMap((document) => {
    const path = plain(filePath(document.path, options));
    return problemsOf(document, options)
      .filter(({ waived }) => waived === undefined)
      .map((problem) => issue(problem, path));
  });
  const failed = report.failed.map(({ path, error }): Issue => {
    const name = plain(filePath(path, options));
    return {
      description: plain(error.message),
      check_name: 'not-read',
      fingerprint: createHash('sha256').update(`${name}\nfailed\n${error.code}`).digest('hex').slice(0, 32),
      severity: 'blocker',
      location: { path: name, lines: { begin: 1 } },
    };
  });
  // A document that was named twice, as `a.md` and `./a.md`, has its problems once.
  return toJson([...new Map([...issues, ...failed].map((entry) => [entry.fingerprint, entry])).values()]);
}

function issue({ rule, level, title, says, place, fingerprint, requirement }: Problem, path: string): Issue {
  const begin = place.line ?? 1;
  return {
    description: requirement === undefined ? says.join(' ') : `${title}. ${says.join(' ')}`,
    check_name: rule,
    fingerprint,
    severity: requirement === undefined ? LEVELS[level] : FORCES[requirement.force],
    location: {
      path,
      lines: { begin, ...(place.endLine === undefined ? {} : { end: Math.max(begin, place.endLine) }) },
    },
  };
}
