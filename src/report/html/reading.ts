/** What was read: the file, its size, its sections, and what could not be read or had to be changed. */

import type { Document } from '../../document/types.ts';
import type { DocumentReport } from '../../verdict/types.ts';
import { plain } from '../plain.ts';
import { count, formatWords, placeWords, sentence } from '../words.ts';
import { heading, html, type Markup, type Piece } from './markup.ts';
import { shownPath } from './names.ts';

export function whatWasRead(report: DocumentReport, document: Document | undefined, depth: number): Markup {
  const { path, format, date, editionChoice, notes } = report;
  const rows: [string, Piece][] = [
    ['File', html`<bdi>${shownPath(path)}</bdi>`],
    ['Read as', formatWords(format)],
  ];
  if (document !== undefined) {
    rows.push(['Size', `${count(document.words, 'word')} in ${count(headings(document).length, 'section')}`]);
  }
  rows.push(['Date of the document', date ?? 'It gives none.']);
  rows.push(['Judged against', `${editionChoice.title}. ${sentence(editionChoice.because)}`]);
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${heading(depth, 'Notes on the reading')}
${
  notes.length === 0
    ? html`<p>Everything in the file could be read.</p>
`
    : html`<ul>${notes.map(({ message, place }) => {
        const where = place === undefined ? '' : placeWords({ line: place.start.line, ...pageOf(place) });
        return html`<li>${sentence(message)}${where !== '' && ` (${where})`}</li>`;
      })}</ul>
`
}${document !== undefined && sections(document, depth)}`;
}

const pageOf = ({ page }: { page?: number }): { page?: number } => (page === undefined ? {} : { page });

const headings = ({ sections: all }: Document): Document['sections'] =>
  all.filter((section) => plain(section.heading).trim() !== '');

function sections(document: Document, depth: number): Markup {
  const all = headings(document);
  if (all.length === 0) return html``;
  const items = all.map((section) => {
    const { page, paragraph, start } = section.place;
    const where = placeWords({
      line: start.line,
      ...pageOf({ ...(page === undefined ? {} : { page }) }),
      ...(paragraph === undefined ? {} : { paragraph }),
    });
    return html`<li class="deeper-${Math.min(Math.max(section.depth - 1, 0), 4)}"><bdi>${section.heading}</bdi> <span class="at">${where}</span></li>
`;
  });
  return html`${heading(depth, 'Sections')}
<ul class="sections">
${items}</ul>
`;
}
