/** What was found besides the requirements: each kind once, with all its places. */

import type { Finding } from '../../verdict/types.ts';
import { levelWords, placeWords, sentence } from '../words.ts';
import { html, type Markup } from './markup.ts';
import type { Passages } from './passages.ts';

export function findingItem(group: readonly Finding[], number: number, passages: Passages): Markup {
  const [first] = group;
  if (first === undefined) return html``;
  const label = `F${number}`;
  return html`<li class="finding level-${first.level}"><p><span class="number">${label}.</span> <span class="status">${levelWords(first.level)}</span> ${sentence(first.message)}</p>
${group.map((finding) => place(finding, label, passages))}${
  first.advice !== undefined &&
  html`<p class="because"><strong>To do:</strong> ${sentence(first.advice)}</p>
`
}</li>
`;
}

function place(finding: Finding, label: string, passages: Passages): Markup {
  const words = placeWords(finding);
  if (words === '' && !finding.quote) return html``;
  const { id, text } = passages.add(finding, 'finding', label, finding.message);
  const where =
    text === undefined
      ? html`${words}`
      : html`<a href="#${text}"><span class="hidden">In the text: </span>${words}</a>`;
  if (!finding.quote)
    return html`<p class="same" id="${id}">${where}</p>
`;
  return html`<figure class="quote use-finding" id="${id}"><blockquote dir="auto">${finding.quote}</blockquote><figcaption>${where}</figcaption></figure>
`;
}
