/** One document's report: summary, gaps, what is met, other findings, what was read, and its text beside them. */

import type { Document } from '../../document/types.ts';
import { isGap } from '../../verdict/exit-code.ts';
import type { DocumentReport, RequirementReport, Verdict } from '../../verdict/types.ts';
import { groupedFindings } from '../findings.ts';
import { withVerdict } from '../order.ts';
import { count, verdicts, verdictWords } from '../words.ts';
import { findingItem } from './findings.ts';
import { heading, html, type Markup } from './markup.ts';
import { Passages } from './passages.ts';
import { whatWasRead } from './reading.ts';
import { type Card, cardId, requirementCard } from './requirement.ts';
import { summary } from './summary.ts';
import { documentText, legend } from './text.ts';

export interface DocumentView {
  report: DocumentReport;
  document: Document | undefined;
  /** Put before every `id`, so that several documents can stand on one page. */
  prefix: string;
  /** Depth of the headings of its parts. */
  depth: number;
  /** The `id` of the heading over the whole of it, where it is one of several. */
  under?: string;
  /** Stands between the summary and the requirements. */
  filter?: Markup;
}

/** Requirements as the page shows and numbers them: gaps first. */
function cardsOf({ requirements }: DocumentReport, prefix: string): Map<RequirementReport, Card> {
  const ordered = verdicts.flatMap((verdict) => withVerdict(requirements, verdict));
  return new Map(
    ordered.map((requirement, index) => [
      requirement,
      { requirement, number: index + 1, id: cardId(prefix, requirement) },
    ]),
  );
}

export function documentView(view: DocumentView): Markup {
  const { report, document, prefix, depth, filter, under } = view;
  // Of several documents the parts would be too many landmarks, and all of the same names.
  const named = (id: string): Markup | false => under === undefined && html` aria-labelledby="${prefix}${id}"`;
  const passages = new Passages(prefix, document);
  const cards = cardsOf(report, prefix);
  const groups = verdicts.map((verdict) => group(verdict, [...cards.values()], view, passages));
  const found = groupedFindings(report);
  const findings = found.map((items, index) => findingItem(items, index + 1, passages));
  // The text comes last, when all that the report says of it is known.
  const text = document === undefined ? undefined : documentText(document, passages, depth + 1);
  return html`${parts(view)}
<section class="summary"${named('summary')}>
${heading(depth, 'Summary', `${prefix}summary`)}
${summary(report, cards, depth)}</section>
${filter}<div class="beside${text === undefined && ' alone'}">
<div class="answers">
${groups}${
  findings.length > 0 &&
  html`<section${named('findings')}>
${heading(depth, html`Other things found: ${findings.length}`, `${prefix}findings`)}
<ul class="findings">
${findings}</ul>
</section>
`
}<section class="read"${named('read')}>
${heading(depth, 'What was read', `${prefix}read`)}
${whatWasRead(report, document, depth + 1)}</section>
</div>
${
  text !== undefined &&
  html`<section class="text" tabindex="0" aria-labelledby="${prefix}text${under !== undefined && html` ${under}`}">
${heading(depth, 'The document’s text', `${prefix}text`)}
${legend()}<div class="words">
${text}</div>
</section>
`
}</div>
`;
}

/** Links to the parts of one document's report. */
function parts({ report, document, prefix, under }: DocumentView): Markup {
  const items = verdicts
    .map((verdict) => ({ verdict, number: withVerdict(report.requirements, verdict).length }))
    .filter(({ number }) => number > 0)
    .map(
      ({ verdict, number }) => html`<li><a href="#${prefix}${verdict}">${verdictWords(verdict)} (${number})</a></li>
`,
    );
  const found = groupedFindings(report).length;
  return html`<nav class="parts-of" ${under === undefined ? html`aria-label="Parts of the report"` : html`aria-labelledby="${under}"`}><ul>
<li><a href="#${prefix}summary">Summary</a></li>
${items}${
  found > 0 &&
  html`<li><a href="#${prefix}findings">Other things found (${found})</a></li>
`
}<li><a href="#${prefix}read">What was read</a></li>
${
  document !== undefined &&
  html`<li><a href="#${prefix}text">The document’s text</a></li>
`
}</ul></nav>`;
}

function group(verdict: Verdict, all: readonly Card[], view: DocumentView, passages: Passages): Markup {
  const { prefix, depth, under } = view;
  const cards = all.filter(({ requirement }) => requirement.verdict === verdict);
  if (cards.length === 0) return html``;
  const id = `${prefix}${verdict}`;
  const folds = cards.some(({ requirement }) => !isGap(requirement));
  return html`<section class="group"${under === undefined && html` aria-labelledby="${id}"`}>
<div class="group-head">${heading(depth, html`${verdictWords(verdict)}: ${count(cards.length, 'requirement')}`, id)}${
    folds && html`<button type="button" class="fold" hidden aria-expanded="false">Show all</button>`
  }</div>
${cards.map((card) => requirementCard(card, depth + 1, passages))}</section>
`;
}
