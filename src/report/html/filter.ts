/** The form that narrows the requirements down. It needs JavaScript, so it stays hidden until there is some. */

import type { Report } from '../../verdict/types.ts';
import { forces, forceWords, themeWords, verdicts, verdictWords } from '../words.ts';
import { html, type Markup } from './markup.ts';

export function filter({ documents }: Report): Markup {
  const all = documents.flatMap(({ requirements }) => requirements);
  const themes = [...new Set(all.map(({ theme }) => theme))].sort();
  const inUse = forces.filter((force) => all.some((requirement) => requirement.force === force));
  const boxes = verdicts
    .filter((verdict) => all.some((requirement) => requirement.verdict === verdict))
    .map(
      (verdict) =>
        html`<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${verdictWords(verdict)}</label>
`,
    );
  const option = (value: string, words: string): Markup => html`<option value="${value}">${words}</option>`;
  return html`<form id="filter" class="filter" role="search" aria-label="Filter the requirements" hidden>
<p class="field"><label for="filter-words">Search</label><input type="search" id="filter-words" autocomplete="off"></p>
<p class="field"><label for="filter-theme">Theme</label><select id="filter-theme">${option('', 'All themes')}${themes.map((theme) => option(theme, themeWords(theme)))}</select></p>
<p class="field"><label for="filter-force">Force</label><select id="filter-force">${option('', 'Any force')}${inUse.map((force) => option(force, forceWords(force)))}</select></p>
<fieldset><legend>Verdict</legend>
${boxes}<label><input type="checkbox" id="filter-eye"> Only “check by eye”</label>
</fieldset>
<p class="result"><output id="filter-result" for="filter-words filter-theme filter-force"></output> <button type="reset">Show everything</button></p>
</form>
`;
}
