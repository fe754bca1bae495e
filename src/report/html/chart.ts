/** How many requirements have each verdict, as a bar of coloured parts with the numbers in words below it. */

import type { Verdict } from '../../verdict/types.ts';
import { count, verdicts, verdictWords } from '../words.ts';
import { html, type Markup } from './markup.ts';

export type Counts = Record<Verdict, number>;

export const noCounts = (): Counts => ({ 'not-met': 0, 'partially-met': 0, met: 0, 'not-applicable': 0 });

const WIDTH = 400;
const GAP = 3;

/** "2 not met, 1 partly met, 9 met, 3 do not apply". */
export function countWords(counts: Counts): string {
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => {
      const many = verdict === 'not-applicable' && counts[verdict] > 1;
      return `${counts[verdict]} ${many ? 'do not apply' : verdictWords(verdict).toLowerCase()}`;
    })
    .join(', ');
}

/** One row of the chart; `most` is the number that a bar of full length stands for. */
function row(label: string, counts: Counts, most: number): Markup {
  const shown = verdicts.filter((verdict) => counts[verdict] > 0);
  const total = shown.reduce((sum, verdict) => sum + counts[verdict], 0);
  const room = WIDTH - GAP * (verdicts.length - 1);
  let x = 0;
  const bars = shown.map((verdict) => {
    const width = (counts[verdict] / Math.max(most, 1)) * room;
    const bar = html`<rect class="bar-${verdict}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="14" rx="2"/>`;
    x += width + GAP;
    return bar;
  });
  return html`<tr><th scope="row">${label} <span class="of">${count(total, 'requirement')}</span></th><td>
<svg role="img" viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-label="${label}: ${countWords(counts)}">${bars}</svg>
<span class="numbers">${countWords(counts)}</span></td></tr>
`;
}

/** A table of bars, all to one measure. */
export function chart(caption: string, head: string, rows: readonly (readonly [string, Counts])[]): Markup {
  const totals = rows.map(([, counts]) => verdicts.reduce((sum, verdict) => sum + counts[verdict], 0));
  const most = Math.max(1, ...totals);
  return html`<table class="chart"><caption>${caption}</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">Verdicts</th></tr></thead>
<tbody>
${rows.map(([label, counts]) => row(label, counts, most))}</tbody></table>
`;
}
