/** The index of several documents: a line for each, and a table of requirements by documents. */

import type { Force } from '../../rules/types.ts';
import type { DocumentReport, Report, RequirementReport, Verdict } from '../../verdict/types.ts';
import { count, forces, forceWords, gapWords, sentence, verdictWords } from '../words.ts';
import { heading, html, type Markup } from './markup.ts';
import { nameOf, shownPath } from './names.ts';
import { cardId } from './requirement.ts';

export const prefixOf = (index: number): string => `d${index + 1}-`;

const SHORT: Record<Verdict, string> = {
  'not-met': 'Not met',
  'partially-met': 'Partly',
  met: 'Met',
  'not-applicable': 'n/a',
};

export function index(report: Report): Markup {
  const { documents } = report;
  const lines = documents.map(
    (document, number) => html`<li><a href="#${prefixOf(number)}report"><bdi>${nameOf(document)}</bdi></a>
<span class="path"><bdi>${shownPath(document.path)}</bdi></span>
<strong>${gapWords(document.summary)}.</strong> ${sentence(document.summary.sentence)}</li>
`,
  );
  return html`<section class="index" aria-labelledby="index">
${heading(2, html`${count(documents.length, 'document')}`, 'index')}
<ol class="documents">
${lines}</ol>
${documents.length > 0 && matrix(documents)}</section>
`;
}

function matrix(documents: readonly DocumentReport[]): Markup {
  const rows = new Map<string, { title: string; force: Force }>();
  for (const { requirements } of documents) {
    for (const { id, title, force } of requirements) {
      const known = rows.get(id);
      if (known === undefined) rows.set(id, { title, force });
      else if (forces.indexOf(force) < forces.indexOf(known.force)) known.force = force;
    }
  }
  const ordered = [...rows].sort(([, a], [, b]) => forces.indexOf(a.force) - forces.indexOf(b.force));
  const found = documents.map(({ requirements }) => new Map(requirements.map((item) => [item.id, item])));
  return html`<div class="scroll matrix" tabindex="0" role="region" aria-labelledby="matrix-title"><table>
<caption id="matrix-title">Requirements by documents</caption>
<thead><tr><th scope="col">Requirement</th>${documents.map(
    (document, number) =>
      html`<th scope="col"><a href="#${prefixOf(number)}report"><bdi>${fileName(document.path)}</bdi></a></th>`,
  )}</tr></thead>
<tbody>
${ordered.map(
  ([
    id,
    { title, force },
  ]) => html`<tr><th scope="row"><bdi>${title}</bdi> <span class="of">${forceWords(force)}</span></th>${found.map((requirements, number) => cell(requirements.get(id), prefixOf(number)))}</tr>
`,
)}</tbody></table></div>
`;
}

const fileName = (path: string): string => shownPath(path).split('/').at(-1) || path;

function cell(requirement: RequirementReport | undefined, prefix: string): Markup {
  if (requirement === undefined) {
    return html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">not in this edition</span></td>`;
  }
  const { verdict } = requirement;
  const eye = requirement.checkByEye !== undefined || requirement.confidence === 'low';
  return html`<td class="is-${verdict}"><a href="#${cardId(prefix, requirement)}" title="${verdictWords(verdict)}${eye && ', check by eye'}">${SHORT[verdict]}${eye && html`<span class="eye-mark"> (?)<span class="hidden"> check by eye</span></span>`}</a></td>`;
}
