/** The close of a document's report: the counts, the verdict in a sentence, and what to do next. */

import type { DocumentReport } from '../verdict/types.ts';
import type { Page } from './terminal-page.ts';
import { count, forcesIn, forceWords, verdicts, verdictWords } from './words.ts';

export function summary(page: Page, document: DocumentReport): void {
  const { byForce, checkByEye, sentence, next } = document.summary;
  page.gap().heading('Summary');
  const rows = forcesIn(document.summary).map((force) => {
    const row = byForce[force]!;
    return [forceWords(force), ...verdicts.map((verdict) => String(row[verdict]))];
  });
  if (rows.length > 1) {
    const totals = verdicts.map((verdict) =>
      String(Object.values(byForce).reduce((sum, row) => sum + row[verdict], 0)),
    );
    rows.push(['All', ...totals]);
  }
  page.table(['', ...verdicts.map(verdictWords)], rows, { indent: 2 });
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
