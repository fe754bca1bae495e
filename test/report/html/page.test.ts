/** The page as text: what it holds, how it is joined together, and that it is whole. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/index.ts';
import { formatHtml } from '../../../src/report/html/page.ts';
import { documentReport, element, evidence, full, report, requirement, several } from '../fixtures.ts';
import { elementsOf, textOf } from './hast.ts';
import { EXAMPLE, made, OTHERS } from './made.ts';

describe('one document', () => {
  const page = formatHtml(report([full]));
  const words = textOf(page);

  it('says how many gaps there are, which come first, where, and what to write', () => {
    expect(words).toContain('2 gaps 1 Must: the law requires 1 Should: the guidance asks');
    const first = elementsOf(page, 'ul').find(({ properties }) => String(properties.className) === 'first');
    expect(textOf(first!)).toMatch(
      /^Independent scrutiny Must Partly met See line 302\. Write: Say what the scrutineer/,
    );
  });

  it('shows of each requirement what it asks, its source, its parts, the nearest passage and what to write', () => {
    const cards = elementsOf(page, 'article').map(textOf);
    expect(cards).toHaveLength(4);
    expect(cards[0]).toContain('1. Youth custody and residential homes Not met Should Check by eye');
    expect(cards[0]).toContain('Nearest passage The arrangements must say how');
    expect(cards[0]).toContain('page 14, line 212, under “Youth custody”');
    expect(cards[0]).toContain('Not enough: It repeats what the guidance asks for');
    expect(cards[0]).toContain('Check by eye: A table on page 15');
    expect(cards[0]).toContain('To write Name each establishment');
    expect(cards[1]).toContain(
      'chapter 2, independent scrutiny · Children Act 2004 section 16G(3) · independent-scrutiny',
    );
    expect(cards[1]).toContain('There Who scrutinises the arrangements. Dr Hanna Osei');
    expect(cards[1]!.match(/She visits from time to time/g)).toHaveLength(1);
    expect(cards[3]).toContain('The front matter says that this is set out elsewhere.');
  });

  it('gives the chart in words as well', () => {
    const labels = elementsOf(page, 'svg').map(({ properties }) => properties.ariaLabel);
    expect(labels).toContain('Should: 1 not met, 1 met');
    expect(labels).toContain('Theme: 1 not met, 1 partly met, 1 met, 1 does not apply');
  });

  it('ends with other findings and with what was read', () => {
    expect(words).toContain('Other things found: 2');
    expect(words).toContain('Put right Clinical commissioning groups were abolished');
    expect(words).toContain('Page 7 holds only a picture and was not read.');
    expect(words).toContain('Read as Markdown');
  });

  it('is the same every time, and allows its own style and script only', () => {
    expect(formatHtml(report([full]))).toBe(page);
    const policy = elementsOf(page, 'meta').find(({ properties }) => properties.httpEquiv !== undefined);
    for (const tag of ['style', 'script']) {
      const [, source] = new RegExp(`<${tag}>([^]*)</${tag}>`).exec(page)!;
      expect(policy!.properties.content).toContain(createHash('sha256').update(source!).digest('base64'));
    }
    expect(page).not.toMatch(/https?:|@import|url\(/);
  });
});

describe('the document’s text', () => {
  it('is whole, and linked both ways', async () => {
    const { page, documents } = await made([EXAMPLE]);
    const words = textOf(page);
    for (const { text, cells } of documents[0]!.sentences) {
      for (const part of cells ?? [text]) expect(words).toContain(part.trim());
    }
    const ids = elementsOf(page).flatMap(({ properties }) => (properties.id === undefined ? [] : [properties.id]));
    expect(new Set(ids).size).toBe(ids.length);
    const links = elementsOf(page, 'a').map(({ properties }) => String(properties.href));
    for (const link of links) expect(ids).toContain(link.slice(1));
    const passages = elementsOf(page, 'figure');
    const linked = passages.filter((figure) => elementsOf(figure, 'a').length === 1);
    expect(linked.length).toBe(passages.length);
    const back = elementsOf(page, 'a').filter(({ properties }) => String(properties.className).startsWith('back'));
    expect(back.length).toBeGreaterThan(20);
  });

  it('keeps lists, tables, quotations and headings', async () => {
    const text = '# A\n\n### B\n\n- one\n- two\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> Said so.\n';
    const document = await readDocument(text, { path: 'a.md' });
    const page = formatHtml(report([documentReport([])]), { documents: [document] });
    const view = elementsOf(page, 'section').find(({ properties }) => String(properties.className) === 'text')!;
    expect(elementsOf(view, 'h3').map(textOf)).toEqual(['A']);
    expect(elementsOf(view, 'h4').map(textOf)).toEqual(['B']);
    expect(elementsOf(view, 'th').map(textOf)).toEqual(['x', 'y']);
    expect(elementsOf(view, 'td').map(textOf)).toEqual(['1', '2']);
    expect(elementsOf(view, 'blockquote').map(textOf)).toEqual(['Said so.']);
    expect(elementsOf(view, 'li').map(textOf)).toEqual(expect.arrayContaining(['one', 'two']));
  });

  it('marks every sentence that a quotation covers, with the strongest use of each requirement', async () => {
    const document = await readDocument('One is here. Two is there. Three.\n', { path: 'a.txt' });
    const quote = evidence('One is here. Two is there.', 1, { endColumn: 27 });
    const weak = evidence('Two is there.', 1, { column: 14, endColumn: 27, strength: 'partial' });
    const item = requirement('r', {
      elements: [element('a', { evidence: [quote] }), element('b', { evidence: [weak] })],
    });
    const page = formatHtml(report([documentReport([item])]), { documents: [document] });
    const marks = elementsOf(elementsOf(page, 'section').at(-1)!, 'mark').map(
      (mark) => `${textOf(mark)} ${mark.properties.className}`,
    );
    expect(marks.slice(-2)).toEqual(['One is here. use-full', 'Two is there. use-full']);
  });
});

describe('several documents', () => {
  it('have an index, a table of requirements by documents, and ids of their own', async () => {
    const { page } = await made([EXAMPLE, ...OTHERS], { length: 3000 });
    const ids = elementsOf(page).flatMap(({ properties }) => (properties.id === undefined ? [] : [properties.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { properties } of elementsOf(page, 'a')) expect(ids).toContain(String(properties.href).slice(1));
    const matrix = elementsOf(page, 'table').find((table) => textOf(table).startsWith('Requirements by documents'))!;
    const [head, ...rows] = elementsOf(matrix, 'tr');
    expect(elementsOf(head!, 'th').map(({ properties }) => properties.scope)).toEqual(['col', 'col', 'col', 'col']);
    for (const row of rows) {
      expect(elementsOf(row, 'th').map(({ properties }) => properties.scope)).toEqual(['row']);
      expect(elementsOf(row, 'td')).toHaveLength(3);
      for (const cell of elementsOf(row, 'td')) expect(textOf(cell)).not.toBe('');
    }
  });

  it('name what was not read', () => {
    const words = textOf(formatHtml(several));
    expect(words).toContain('3 documents, 1 more not read');
    expect(words).toContain('c/broken.pdf: The file is damaged.');
    expect(words).toContain('This edition has not been read in full');
    expect(words).toContain('It reads like a briefing about the guidance.');
  });
});
