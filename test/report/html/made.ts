/** Reports as pages, made from documents on the way that the command line goes. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../../../src/document/types.ts';
import { check, readDocument, toReport } from '../../../src/index.ts';
import { formatHtml } from '../../../src/report/html/page.ts';
import type { DocumentReport, Report } from '../../../src/verdict/types.ts';
import { root } from '../../run-masa.ts';

export interface Made {
  report: Report;
  documents: Document[];
  page: string;
}

export const EXAMPLE = 'fixtures/documents/example-arrangements.md';
/** Only their beginnings are checked where the whole would take long. */
export const OTHERS = ['fixtures/corpus/documents/harlowmere-2019.txt', 'fixtures/corpus/documents/ashgrove-2024.md'];

export async function made(
  paths: readonly string[],
  { failed = [], length }: { failed?: Report['failed']; length?: number } = {},
): Promise<Made> {
  const documents: Document[] = [];
  const reports: DocumentReport[] = [];
  for (const path of paths) {
    const document = await readDocument((await readFile(join(root, path))).subarray(0, length), { path });
    documents.push(document);
    reports.push(await check(document));
  }
  const report = toReport(reports, failed);
  return { report, documents, page: formatHtml(report, { documents }) };
}
