/** The close of a document's report: the counts, the verdict in a sentence, and what to do next. */

import type { DocumentReport, Summary } from '../verdict/types.ts';
import type { Page } from './terminal-page.ts';
import { count, forcesIn, forceWords, verdicts, verdictWords } from './words.ts';

export function summary(page: Page, document: DocumentReport): void {
  const { checkByEye, sentence, next } = document.summary;
  page.gap().heading('Summary');
  counts(page, document.summary);
  page.gap().text(`Edition: ${document.editionChoice.title}.`, { indent: 2 });
  if (document.editionChoice.provisional !== undefined) {
    page.text(document.editionChoice.provisional, { indent: 2, style: 'warn' });
  }
  if (checkByEye > 0) {
    page.text(`${count(checkByEye, 'answer is', 'answers are')} marked “check by eye”.`, { indent: 2, style: 'warn' });
  }
  const helpful = document.requirements
    .filter((requirement) => requirement.verdict !== 'not-applicable')
    .flatMap((requirement) => requirement.elements)
    .filter((element) => element.need === 'supporting' && element.status !== 'full').length;
  if (helpful > 0) {
    page.text(`${count(helpful, 'further detail')} would strengthen the document; --verbose lists them.`, {
      indent: 2,
    });
  }
  page.gap().text(sentence, { indent: 2, style: 'strong' });
  if (next.length === 0) return;
  page.gap().text('What to do next', { indent: 2 });
  for (const [index, step] of next.entries()) page.text(step, { indent: 2, marker: `${index + 1}. ` });
}

const TABLE_COLUMNS = 60;

/** How many requirements of each force have each verdict: a table where there is room for one. */
function counts(page: Page, summary: Summary): void {
  const rows = forcesIn(summary).map((force) => {
    const row = summary.byForce[force]!;
    return [forceWords(force), ...verdicts.map((verdict) => row[verdict])] as const;
  });
  if (rows.length > 1) {
    const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
    rows.push(['All', ...verdicts.map((_, index) => total(index + 1))]);
  }
  if (page.columns >= TABLE_COLUMNS) {
    page.table(
      ['', ...verdicts.map(verdictWords)],
      rows.map((row) => row.map(String)),
      { indent: 2 },
    );
    return;
  }
  for (const [force, ...numbers] of rows) {
    const parts = numbers
      .map((number, index) => ({ number, word: verdictWords(verdicts[index]!).toLowerCase() }))
      .filter(({ number }) => number > 0)
      .map(({ number, word }) => `${number} ${word}`);
    page.text(`${force}: ${parts.join(', ')}.`, { indent: 2 });
  }
}
