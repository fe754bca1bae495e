/** All there is to know about one requirement, for a terminal: its rule file in words. */

import type { Edition, Element, Example, Pattern, Requirement, Status } from '../rules/types.ts';
import { Page } from './terminal-page.ts';
import type { RulesOptions } from './terminal-rules.ts';
import { forceWords, statuteWords } from './words.ts';

const STATUSES: Record<Status, string> = { full: 'in full', partial: 'in part', absent: 'missing' };

export function formatExplanation(
  requirement: Requirement,
  editions: readonly Edition[],
  options: RulesOptions = {},
): string {
  const page = new Page(options.width ?? 80, options.color ?? false);
  page.text(requirement.title, { style: 'strong' });
  page.text(requirement.id, { style: 'dim' });
  page.gap().text(requirement.asks);
  sources(page, requirement, editions);
  page.heading('What is looked for');
  for (const element of requirement.elements) looksFor(page, element, editions);
  if (requirement.nearMisses.length > 0) {
    page.heading('What is often mistaken for it');
    for (const miss of requirement.nearMisses) page.text(miss, { indent: 2, marker: '- ' });
  }
  if (requirement.examples.length > 0) {
    page.heading('Examples');
    for (const example of requirement.examples) exampleOf(page, example);
  }
  page.heading('What to write').text(requirement.remedy, { indent: 2 });
  return page.toString();
}

function sources(page: Page, requirement: Requirement, editions: readonly Edition[]): void {
  page.heading('Where it comes from');
  for (const edition of editions) {
    const own = requirement.editions[edition.id];
    if (own === undefined) continue;
    const provisional = own.provisional || edition.provisional !== undefined ? 'provisional' : undefined;
    const list = own.publicationList ? 'in its list of what published arrangements contain' : undefined;
    const parts = [forceWords(own.force), own.cite, list, provisional].filter(Boolean);
    page.labelled(edition.id, `${edition.title}: ${parts.join('; ')}.`, { indent: 2, markerStyle: 'strong' });
  }
  if (requirement.statute) page.labelled('Law', `${statuteWords(requirement.statute)}.`, { indent: 2 });
  if (requirement.changed) page.labelled('Changed', requirement.changed, { indent: 2 });
  if (requirement.appliesWhen) {
    const { says, editions: only } = requirement.appliesWhen;
    const where = only === undefined ? '' : ` (${only.join(', ')})`;
    page.labelled('Applies', `Only when ${says.replace(/\.$/, '')}${where}.`, { indent: 2 });
  }
}

function looksFor(page: Page, element: Element, editions: readonly Edition[]): void {
  page.gap().text(element.asks, { indent: 2, style: 'strong' });
  const essentialIn = editions.filter(({ id }) => element.essentialIn?.includes(id)).map(({ id }) => id);
  const need =
    element.need === 'essential'
      ? 'essential'
      : essentialIn.length > 0
        ? `supporting; essential in ${essentialIn.join(', ')}`
        : 'supporting: its lack is never a gap';
  page.text(`${element.id} (${need})`, { indent: 2, style: 'dim' });
  page.labelled('Full', element.counts.full, { indent: 4, markerStyle: 'good' });
  for (const reason of reasons(element.full)) page.labelled('', reason, { indent: 4 });
  if (element.counts.partial) page.labelled('In part', element.counts.partial, { indent: 4, markerStyle: 'warn' });
  for (const reason of reasons(element.partial ?? [])) page.labelled('', reason, { indent: 4 });
  if (element.counts.absent) page.labelled('Missing', element.counts.absent, { indent: 4, markerStyle: 'bad' });
  if (element.write) page.labelled('To write', element.write, { indent: 4 });
}

/** Why certain wordings count, where the rule's author thought that this needs saying. */
const reasons = (patterns: readonly Pattern[]): string[] => [
  ...new Set(patterns.map(({ because }) => because ?? '').filter((reason) => reason !== '')),
];

function exampleOf(page: Page, example: Example): void {
  page.gap();
  if (example.heading) page.text(`Under the heading “${example.heading}”:`, { indent: 2, style: 'dim' });
  page.text(`“${example.text.trim()}”`, { indent: 2 });
  const answers = Object.entries(example.expect).map(([element, status]) => `${element} ${STATUSES[status]}`);
  const edition = example.edition === undefined ? '' : ` (${example.edition})`;
  page.labelled('Judged', `${answers.join('; ')}${edition}`, { indent: 4 });
  if (example.because) page.labelled('Because', example.because, { indent: 4 });
}
