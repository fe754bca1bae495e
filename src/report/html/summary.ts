/** The top of a document's report: how many gaps, which come first and where, and how the verdicts are spread. */

import { isGap } from '../../verdict/exit-code.ts';
import type { DocumentReport, RequirementReport } from '../../verdict/types.ts';
import { placeOfGap, whatToWrite } from '../parts.ts';
import { count, forces, forcesIn, forceWords, gapsByForce, placeWords, sentence, themeWords } from '../words.ts';
import { type Counts, chart, noCounts } from './chart.ts';
import { heading, html, type Markup } from './markup.ts';
import { type Card, forceBadge, verdictBadge } from './requirement.ts';

export function summary(report: DocumentReport, cards: ReadonlyMap<RequirementReport, Card>, depth: number): Markup {
  const { summary: sums, editionChoice, arrangements, looksLike } = report;
  return html`<div class="summary-words">
${
  !arrangements &&
  html`<p class="notice"><strong>This does not look like a published arrangements document.</strong> ${sentence(looksLike ?? '')}</p>
`
}${
  editionChoice.provisional !== undefined &&
  html`<p class="notice"><strong>Provisional:</strong> ${sentence(editionChoice.provisional)}</p>
`
}${tiles(report)}<p class="verdict">${sentence(sums.sentence)}</p>
${first(report, cards, depth)}${
  sums.next.length > 0 &&
  html`${heading(depth + 1, 'What to do next')}
<ol class="next">${sums.next.map((step) => html`<li>${sentence(step)}</li>`)}</ol>
`
}</div>
<div class="summary-charts">
${charts(report)}</div>
`;
}

const FORCE_MEANS: Record<string, string> = { must: ': the law requires', should: ': the guidance asks' };

function tiles({ summary: sums, requirements }: DocumentReport): Markup {
  const rows = gapsByForce(sums);
  const total = rows.reduce((sum, { gaps }) => sum + gaps, 0);
  const met = requirements.filter(({ verdict }) => verdict === 'met').length;
  const tile = (number: number, words: string, kind: string): Markup =>
    html`<li class="tile ${kind}"><strong>${number}</strong> ${words}</li>
`;
  return html`<ul class="tiles">
${tile(total, total === 1 ? 'gap' : 'gaps', total > 0 ? 'bad' : 'good')}${rows.map(({ force, gaps }) =>
  tile(gaps, `${forceWords(force)}${FORCE_MEANS[force] ?? ''}`, `force-${force}`),
)}${tile(met, 'met', 'good')}${sums.checkByEye > 0 && tile(sums.checkByEye, 'to check by eye', 'eye')}</ul>
`;
}

/** How many gaps are named at the top when none of them is one of law. */
const FEW = 5;

/** What the law requires and is missing, all of it; without such gaps, the first few of the others. */
function first(report: DocumentReport, cards: ReadonlyMap<RequirementReport, Card>, depth: number): Markup {
  const gaps = report.requirements.filter(isGap);
  if (gaps.length === 0) return html``;
  gaps.sort((a, b) => forces.indexOf(a.force) - forces.indexOf(b.force) || cards.get(a)!.number - cards.get(b)!.number);
  const musts = gaps.filter(({ force }) => force === 'must').length;
  const shown = gaps.slice(0, Math.max(musts, FEW));
  const more = gaps.length - shown.length;
  return html`${heading(depth + 1, 'Fix these first')}
<ul class="first">
${shown.map((requirement) => entry(requirement, cards.get(requirement)!))}</ul>
${
  more > 0 &&
  html`<p>and ${count(more, 'more gap')} below.</p>
`
}`;
}

function entry(requirement: RequirementReport, { id }: Card): Markup {
  const place = placeOfGap(requirement);
  const where = place === undefined ? '' : placeWords(place);
  const [write] = whatToWrite(requirement);
  return html`<li><a href="#${id}"><bdi>${requirement.title}</bdi></a> <span class="badges">${forceBadge(requirement.force)} ${verdictBadge(requirement.verdict)}</span>
${where !== '' && html`<span class="where">See ${where}.</span> `}${write !== undefined && html`<span class="do"><strong>Write:</strong> ${sentence(write)}</span>`}</li>
`;
}

function charts({ summary: sums, requirements }: DocumentReport): Markup {
  const byForce = forcesIn(sums).map((force) => [forceWords(force), sums.byForce[force]!] as const);
  const themes = new Map<string, Counts>();
  for (const { theme, verdict } of requirements) {
    const counts = themes.get(theme) ?? noCounts();
    counts[verdict]++;
    themes.set(theme, counts);
  }
  const gaps = (counts: Counts): number => counts['not-met'] + counts['partially-met'];
  const byTheme = [...themes]
    .sort(([, a], [, b]) => b['not-met'] - a['not-met'] || gaps(b) - gaps(a))
    .map(([theme, counts]) => [themeWords(theme), counts] as const);
  return html`${byForce.length > 0 && chart('Verdicts by force', 'Force', byForce)}${
    byTheme.length > 0 && chart('Verdicts by theme', 'Theme', byTheme)
  }`;
}
