/** The report for reading on a terminal: each document, then one line for each when there are several. */

import type { Report } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { plain } from './plain.ts';
import { documentPages } from './terminal-document.ts';
import { Page } from './terminal-page.ts';
import { gapWords, pathWords } from './words.ts';

export const DEFAULT_WIDTH = 80;

export function formatTerminal(report: Report, options: FormatOptions = {}): string {
  const { width = DEFAULT_WIDTH, color = false, detail = 'normal' } = options;
  const page = new Page(width, color);
  if (detail === 'quiet') {
    for (const document of report.documents) {
      page.text(`${pathWords(document.path)}: ${plain(document.summary.sentence)}`);
    }
    return page.toString();
  }
  for (const [index, document] of report.documents.entries()) {
    if (index > 0) page.gap().rule().gap();
    documentPages(page, document, detail === 'verbose');
  }
  if (report.documents.length + report.failed.length > 1) allDocuments(page, report);
  return page.toString();
}

/** One line a document, so that a reader of twenty finds the worst. */
function allDocuments(page: Page, report: Report): void {
  page.gap();
  if (report.documents.length > 0) page.rule();
  page.heading('All documents');
  for (const document of report.documents) {
    page.text(pathWords(document.path), { indent: 2, style: 'strong' });
    page.text(`${gapWords(document.summary)} (${document.editionChoice.title})`, { indent: 4 });
  }
  for (const { path, error } of report.failed) {
    page.text(pathWords(path), { indent: 2, style: 'strong' });
    page.text(error.message, { indent: 4, style: 'bad' });
  }
}
