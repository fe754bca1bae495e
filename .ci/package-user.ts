/** What a user of the published package writes; `.ci/run` compiles it against the packed types. */

import { check, type DocumentReport, exitCode, formatReport, loadRules, readDocument, toReport } from 'masa-check';

const document = await readDocument('# Arrangements', { path: 'arrangements.md' });
const report: DocumentReport = await check(document, { edition: 'wt2023', rules: await loadRules() });
const gaps: string[] = report.requirements.filter(({ verdict }) => verdict === 'not-met').map(({ id }) => id);
const text: string | Uint8Array = await formatReport(toReport([report]), 'terminal', { width: 72, detail: 'verbose' });
export const result = { gaps, text, code: exitCode(toReport([report]), 'should') };
