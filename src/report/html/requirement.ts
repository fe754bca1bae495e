/** One requirement as a card: what it asks, its verdict, its parts with their quotations, what to write. */

import { isGap } from '../../verdict/exit-code.ts';
import type { ElementReport, EvidenceReport, RequirementReport } from '../../verdict/types.ts';
import { doubts, essentials, whatToWrite } from '../parts.ts';
import { forceWords, headingOf, placeWords, sentence, statuteWords, verdictWords } from '../words.ts';
import { heading, html, joined, type Markup, slug } from './markup.ts';
import type { Passages, Use } from './passages.ts';

export interface Card {
  requirement: RequirementReport;
  /** Its number in the report, by which the marks in the text name it. */
  number: number;
  id: string;
}

export const cardId = (prefix: string, requirement: Pick<RequirementReport, 'id'>): string =>
  `${prefix}${slug(requirement.id)}`;

export function verdictBadge(verdict: RequirementReport['verdict']): Markup {
  return html`<span class="badge is-${verdict}">${verdictWords(verdict)}</span>`;
}

export const forceBadge = (force: string): Markup =>
  html`<span class="badge force-${force}">${forceWords(force)}</span>`;

const STATUS = { full: 'There', partial: 'In part', absent: 'Missing' } as const;

/** A gap lies open. What is met can be folded away; without JavaScript it stays open. */
export function requirementCard({ requirement, number, id }: Card, depth: number, passages: Passages): Markup {
  const { verdict, theme, force } = requirement;
  const eye = doubts(requirement);
  const about = html`<p class="badges">${verdictBadge(verdict)} ${forceBadge(force)}${eye.length > 0 && html` <span class="badge eye">Check by eye</span>`}</p>
`;
  const data = html`class="card card-${verdict}" id="${id}" aria-labelledby="${id}-title" data-verdict="${verdict}" data-theme="${theme}" data-force="${force}" data-eye="${eye.length > 0 ? 'yes' : 'no'}"`;
  const title = heading(
    depth,
    html`<span class="number">${number}.</span> <bdi>${requirement.title}</bdi>`,
    `${id}-title`,
  );
  const body = new Body(requirement, number, passages).markup(eye);
  if (isGap(requirement))
    return html`<article ${data}>
${title}
${about}${body}</article>
`;
  return html`<article ${data}>
${title}
${about}<details open data-fold><summary>${verdict === 'met' ? 'What shows it' : 'Why'}<span class="hidden">: ${requirement.title}</span></summary>
${body}</details></article>
`;
}

class Body {
  readonly #requirement: RequirementReport;
  readonly #number: string;
  readonly #passages: Passages;
  /** Quotations that the card has shown, with their ids, so that none is shown twice. */
  readonly #shown = new Map<string, string>();

  constructor(requirement: RequirementReport, number: number, passages: Passages) {
    this.#requirement = requirement;
    this.#number = String(number);
    this.#passages = passages;
  }

  markup(eye: readonly string[]): Markup {
    const { asks, notApplicable, elements } = this.#requirement;
    const reasons = eye.filter((reason) => reason !== '');
    const parts = essentials(this.#requirement).map((element) => this.#part(element));
    const writes = isGap(this.#requirement) ? whatToWrite(this.#requirement) : [];
    const more = elements.filter(({ need }) => need === 'supporting').map((element) => this.#part(element));
    return html`<p class="asks"><strong>Asks:</strong> ${asks}</p>
<p class="source">${this.#source()}</p>
${
  notApplicable !== undefined &&
  html`<p class="why">${sentence(notApplicable)}</p>
`
}${reasons.map(
  (reason) => html`<p class="doubt"><strong>Check by eye:</strong> ${sentence(reason)}</p>
`,
)}${
  parts.length > 0 &&
  html`<ul class="parts">
${parts}</ul>
`
}${
  writes.length > 0 &&
  html`<div class="write"><p class="label">To write</p>${writes.map((text) => html`<p>${sentence(text)}</p>`)}</div>
`
}${
  more.length > 0 &&
  html`<p class="label">Would strengthen it</p><ul class="parts minor">
${more}</ul>
`
}`;
  }

  #source(): Markup {
    const { cite, statute, id } = this.#requirement;
    const parts = [cite, statuteWords(statute ?? '')].filter((part) => part !== undefined && part !== '');
    return joined([...parts, html`<code>${id}</code>`], ' · ');
  }

  #part(element: ElementReport): Markup {
    const { status, asks, evidence, nearest, need, write } = element;
    const word = need === 'supporting' && status === 'absent' ? 'Not there' : STATUS[status];
    const quotes = evidence.map((passage) => this.#quote(passage, passage.strength));
    const isRepeated = evidence.some(({ quote, line }) => quote === nearest?.quote && line === nearest.line);
    return html`<li class="part part-${status}"><p><span class="status">${word}</span> ${asks}</p>
${quotes}${
  nearest !== undefined &&
  status !== 'full' &&
  html`${!isRepeated && this.#quote(nearest, 'none')}<p class="because"><strong>Not enough:</strong> ${sentence(nearest.reason)}</p>
`
}${
  need === 'supporting' &&
  status !== 'full' &&
  write !== undefined &&
  html`<p class="because"><strong>Could add:</strong> ${sentence(write)}</p>
`
}</li>
`;
  }

  #quote(passage: EvidenceReport, use: Use): Markup {
    const key = `${passage.line}:${passage.column} ${passage.quote}`;
    const shown = this.#shown.get(key);
    const place = placeWords(passage);
    if (shown !== undefined)
      return html`<p class="same"><a href="#${shown}">The same passage, ${place}</a></p>
`;
    const { id, text } = this.#passages.add(passage, use, this.#number, this.#requirement.title);
    this.#shown.set(key, id);
    const over = headingOf(passage);
    const where = html`${place}${over !== '' && html`, under “<bdi>${over}</bdi>”`}`;
    const lowered = passage.signals.length > 0 && use === 'partial';
    return html`<figure class="quote use-${use}" id="${id}">
${use === 'none' && html`<p class="label">Nearest passage</p>`}<blockquote dir="auto">${passage.quote}</blockquote>
<figcaption>${text === undefined ? where : html`<a href="#${text}"><span class="hidden">In the text: </span>${where}</a>`}${lowered && html` · lowered by: ${passage.signals.map((signal) => signal.replaceAll('-', ' ')).join(', ')}`}</figcaption>
</figure>
`;
  }
}
