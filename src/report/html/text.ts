/** The checked document's own text, with a mark at every sentence that the report speaks of. */

import type { Block, Document, Section, Sentence } from '../../document/types.ts';
import { plain } from '../plain.ts';
import { heading, html, joined, type Markup, type Piece } from './markup.ts';
import type { Mark, Passages, Use } from './passages.ts';

const SIGNS: Record<Use, { sign: string; says: string }> = {
  full: { sign: '●', says: 'counts in full' },
  partial: { sign: '◐', says: 'counts in part' },
  none: { sign: '○', says: 'near, but not enough' },
  finding: { sign: '▲', says: 'other finding' },
};
const ORDER: readonly Use[] = ['full', 'partial', 'none', 'finding'];

export function legend(): Markup {
  const items = ORDER.map(
    (use) =>
      html`<li><mark class="use-${use}"><span aria-hidden="true">${SIGNS[use].sign} </span>${SIGNS[use].says}</mark></li>`,
  );
  return html`<ul class="legend" aria-label="What the marks mean">${items}</ul>
<p class="hint">The number beside a mark leads back to the answer of that number.</p>
`;
}

export function documentText(document: Document, passages: Passages, depth: number): Markup {
  const depths = nestings(document.sections);
  const parts = document.sections.map((section) => {
    const own = section.headingBlock < 0 ? undefined : document.blocks[section.headingBlock];
    const blocks = section.blocks.map((index) => new BlockView(document, document.blocks[index]!, passages).markup());
    return html`${own !== undefined && headingOf(document, section, own, passages, depth + depths[section.index]!)}${blocks}`;
  });
  return html`${parts}`;
}

/** How deep each section lies in others: headings that skip a level in the document skip none here. */
function nestings(sections: readonly Section[]): number[] {
  const depths: number[] = [];
  for (const { index, parent } of sections) depths[index] = parent < 0 ? 0 : depths[parent]! + 1;
  return depths;
}

function headingOf(document: Document, section: Section, block: Block, passages: Passages, depth: number): Markup {
  const sentences = document.sentences.slice(block.from, block.to);
  if (plain(section.heading).trim() === '') return html``;
  const marks = sentences.flatMap(({ index }) => passages.marks(index));
  const id = sentences.map(({ index }) => index).find((index) => passages.isTarget(index));
  const title = heading(depth, html`<bdi>${section.heading}</bdi>`, id === undefined ? undefined : passages.idOf(id));
  return html`<div class="block" ${placeMark(block)}>${title}${marks.length > 0 && html`<p>${badges(marks)}</p>`}</div>
`;
}

/** Where a block stands, for the margin; on a narrow page with its unit before it. */
function placeMark({ place: { page, paragraph, start } }: Block): Markup {
  if (paragraph !== undefined) return html`data-unit="paragraph " data-at="${paragraph}"`;
  if (page !== undefined) return html`data-unit="" data-at="p. ${page}"`;
  return html`data-unit="line " data-at="${start.line}"`;
}

/** Numbers beside a sentence that lead back to what the report says of it. */
function badges(marks: readonly Mark[]): Markup {
  return html`<span class="backs">${marks.map(({ use, label, title, target }) => {
    return html` <a class="back use-${use}" href="#${target}"><span aria-hidden="true">${SIGNS[use].sign}</span><span class="hidden">Back to </span>${label}<span class="hidden">, ${title}: ${SIGNS[use].says}</span></a>`;
  })}</span>`;
}

class BlockView {
  readonly #block: Block;
  readonly #sentences: readonly Sentence[];
  readonly #passages: Passages;

  constructor(document: Document, block: Block, passages: Passages) {
    this.#block = block;
    this.#sentences = document.sentences.slice(block.from, block.to);
    this.#passages = passages;
  }

  markup(): Markup {
    const content = this.#content();
    return html`<div class="block kind-${this.#block.kind}" ${placeMark(this.#block)}>${content}</div>
`;
  }

  #content(): Markup {
    switch (this.#block.kind) {
      case 'list':
        return this.#list();
      case 'table':
        return this.#table();
      case 'front-matter':
      case 'contents':
      case 'code':
        return html`<ul class="lines">${this.#sentences.map((sentence) => html`<li>${this.#sentence(sentence)}</li>`)}</ul>`;
      case 'quotation':
        return html`<blockquote dir="auto">${this.#prose(this.#sentences)}</blockquote>`;
      default:
        return html`<p dir="auto">${this.#prose(this.#sentences)}</p>`;
    }
  }

  #prose(sentences: readonly Sentence[]): Markup {
    return joined(
      sentences.map((sentence) => this.#sentence(sentence)),
      ' ',
    );
  }

  #sentence({ index, text }: Sentence): Piece {
    const marks = this.#passages.marks(index);
    if (marks.length === 0) return text;
    return html`<mark class="use-${strongest(marks)}"${this.#id(index)}>${text}</mark>${badges(marks)}`;
  }

  #id(index: number): Markup | false {
    return this.#passages.isTarget(index) && html` id="${this.#passages.idOf(index)}"`;
  }

  #list(): Markup {
    const items: Sentence[][] = [];
    for (const sentence of this.#sentences) {
      const last = items.at(-1);
      if (last !== undefined && sentence.item >= 0 && last[0]!.item === sentence.item) last.push(sentence);
      else items.push([sentence]);
    }
    const base = Math.min(...items.map(([first]) => first!.leads.length));
    const rows = items.map((item) => {
      const depth = Math.min(item[0]!.leads.length - base, 4);
      return html`<li${depth > 0 && html` class="deeper-${depth}"`} dir="auto">${this.#prose(item)}</li>`;
    });
    return html`<ul>${rows}</ul>`;
  }

  #table(): Markup {
    const rows = this.#sentences.map((sentence) => this.#row(sentence));
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Table of the document"><table>${rows}</table></div>`;
  }

  #row(sentence: Sentence): Markup {
    const { index, cells = [sentence.text], kind } = sentence;
    const marks = this.#passages.marks(index);
    const isHead = kind === 'heading';
    const last = cells.length - 1;
    const inside = cells.map((cell, column) => {
      const back = column === last && marks.length > 0 && badges(marks);
      if (isHead && cell.trim() !== '') return html`<th scope="col">${cell}${back}</th>`;
      return html`<td>${cell}${back}</td>`;
    });
    return html`<tr${marks.length > 0 && html` class="use-${strongest(marks)}"`}${this.#id(index)}>${inside}</tr>`;
  }
}

const strongest = (marks: readonly Mark[]): Use =>
  (['full', 'partial', 'finding', 'none'] as const).find((use) => marks.some((mark) => mark.use === use)) ?? 'none';
