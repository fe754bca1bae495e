/** One document's report on a terminal, in the order a reader needs it: gaps, what is met, other findings, summary. */

import type { DocumentReport, Finding, RequirementReport, Verdict } from '../verdict/types.ts';
import { withVerdict } from './order.ts';
import type { Page } from './terminal-page.ts';
import { gap, met, notApplicable } from './terminal-requirement.ts';
import { summary } from './terminal-summary.ts';
import { count, gapWords, levelWords, placeWords, sentence } from './words.ts';

export function documentPages(page: Page, document: DocumentReport, verbose: boolean): void {
  header(page, document);
  const notMet = withVerdict(document.requirements, 'not-met');
  const partly = withVerdict(document.requirements, 'partially-met');
  part(page, 'not-met', notMet, (requirement, index) => gap(page, requirement, index + 1, verbose));
  part(page, 'partially-met', partly, (requirement, index) =>
    gap(page, requirement, notMet.length + index + 1, verbose),
  );
  part(page, 'met', withVerdict(document.requirements, 'met'), (requirement) => met(page, requirement, verbose));
  part(page, 'not-applicable', withVerdict(document.requirements, 'not-applicable'), (requirement) =>
    notApplicable(page, requirement),
  );
  findings(page, document.findings, verbose);
  notes(page, document);
  summary(page, document);
}

function header(page: Page, document: DocumentReport): void {
  const path = document.path === '-' ? 'standard input' : document.path;
  if (document.title !== '') page.text(document.title, { style: 'strong' });
  page.text(path, { style: document.title === '' ? 'strong' : 'dim' });
  page.gap();
  page.text(`Judged against ${document.editionChoice.title}. ${sentence(document.editionChoice.because)}`);
  if (document.editionChoice.provisional !== undefined) {
    page.gap().text(document.editionChoice.provisional, { style: 'warn' });
  }
  if (!document.arrangements) {
    const says = 'This does not look like a published arrangements document.';
    page.gap().text(document.looksLike ? `${says} ${sentence(document.looksLike)}` : says, { style: 'warn' });
  }
  page.gap().text(`${gapWords(document.summary)}.`, { style: 'strong' });
}

const HEADINGS: Record<Verdict, { says: string; style: 'bad' | 'warn' | 'good' | 'strong' }> = {
  'not-met': { says: 'Not met', style: 'bad' },
  'partially-met': { says: 'Partly met', style: 'warn' },
  met: { says: 'Met', style: 'good' },
  'not-applicable': { says: 'Does not apply', style: 'strong' },
};

function part(
  page: Page,
  verdict: Verdict,
  requirements: readonly RequirementReport[],
  print: (requirement: RequirementReport, index: number) => void,
): void {
  if (requirements.length === 0) return;
  const { says, style } = HEADINGS[verdict];
  page.gap().heading(`${says}: ${count(requirements.length, 'requirement')}`, style);
  for (const [index, requirement] of requirements.entries()) {
    page.gap();
    print(requirement, index);
  }
}

/** How many further places of the same finding are named before the rest are only counted. */
const PLACES = 6;

function findings(page: Page, all: readonly Finding[], verbose: boolean): void {
  if (all.length === 0) return;
  const groups = new Map<string, Finding[]>();
  for (const finding of all) {
    const key = `${finding.code}\n${finding.message}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  page.gap().heading(`Other things found: ${groups.size}`);
  for (const [first, ...more] of groups.values()) {
    if (first === undefined) continue;
    page.gap();
    page.labelled(levelWords(first.level), first.message, {
      indent: 2,
      markerStyle: first.level === 'error' ? 'bad' : first.level === 'warning' ? 'warn' : 'dim',
    });
    const where = placeWords(first);
    if (first.quote) page.labelled('Text', `“${first.quote}”${where === '' ? '' : ` (${where})`}`, { indent: 2 });
    else if (where !== '') page.labelled('Where', where, { indent: 2 });
    if (more.length > 0) {
      const shown = verbose ? more : more.slice(0, PLACES);
      const places = shown.map(placeWords).filter((place) => place !== '');
      if (shown.length < more.length) places.push(`${more.length - shown.length} more`);
      if (places.length > 0) page.labelled('Also', places.join('; '), { indent: 2 });
    }
    if (first.advice) page.labelled('To do', first.advice, { indent: 2 });
  }
}

function notes(page: Page, document: DocumentReport): void {
  if (document.notes.length === 0) return;
  page.gap().heading('How the document was read');
  for (const note of document.notes) {
    const where = note.place ? placeWords({ line: note.place.start.line, ...pageOf(note.place) }) : '';
    page.text(where === '' ? note.message : `${note.message} (${where})`, { indent: 2 });
  }
}

const pageOf = ({ page }: { page?: number }): { page?: number } => (page === undefined ? {} : { page });
