/** What must hold of any document, tried on all the documents there are. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Document, Sentence } from '../../src/document/types.ts';
import { readDocument } from '../../src/read/index.ts';
import { at, original } from '../read/read.ts';

const folder = fileURLToPath(new URL('../../fixtures/corpus/documents/', import.meta.url));
const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));

const load = (name: string): string => readFileSync(folder + name, 'utf8');
const readAs = (name: string, text: string): Promise<Document> => readDocument(name, new TextEncoder().encode(text));

/** Letters and digits only: what markup, line ends and hyphens cannot change. */
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Without the parts of the original that are not text: addresses of links, tags, footnote marks. */
const visible = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<[^>]*>/g, '')
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\f[^\n]*\n/g, '\n');

describe.each(names)('%s', (name) => {
  const text = load(name);

  it('has every sentence where its place says', async () => {
    const document = await readAs(name, text);
    expect(document.sentences.length).toBeGreaterThan(100);
    const misplaced = document.sentences.filter((sentence) => !isInPlace(text, sentence, name.endsWith('.txt')));
    expect(misplaced.map((sentence) => [sentence.text, original(text, sentence)])).toEqual([]);
  });

  it('has its sentences in order, none inside another', async () => {
    const document = await readAs(name, text);
    const places = document.sentences.filter(({ kind }) => kind !== 'field').map(({ place }) => place);
    const overlapping = places.filter(
      (place, index) =>
        place.end.offset <= place.start.offset || place.start.offset < (places[index - 1]?.end.offset ?? 0),
    );
    expect(overlapping).toEqual([]);
  });

  it('loses none of its words', async () => {
    const document = await readAs(name, text);
    const all = letters(document.sentences.map((sentence) => sentence.text).join(' '));
    const labels = parse(load(name.replace(/\.\w+$/, '.labels.yaml'))) as Labels;
    expect(quotations(labels).filter((quotation) => !all.includes(letters(visible(quotation))))).toEqual([]);
  });

  it('is the same in other encodings and with other line ends', async () => {
    const plain = await readAs(name, text);
    const shape = (document: Document): unknown =>
      document.sentences.map((one) => [one.kind, one.text, at(one), one.leads]);
    const windows = await readAs(name, text.replaceAll('\n', '\r\n'));
    expect(shape(windows)).toEqual(shape(plain));
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(shape(await readDocument(name, wide))).toEqual(shape(plain));
  });

  it('has lead-ins that stand before what they introduce', async () => {
    const document = await readAs(name, text);
    const wrong = document.sentences.filter(({ leads, index }) => leads.some((lead) => lead >= index));
    expect(wrong).toEqual([]);
    const blocks = document.blocks.filter(({ leadIn }) => leadIn >= 0);
    expect(blocks.filter(({ leadIn, from }) => leadIn >= from)).toEqual([]);
  });
});

/** Whether the original at a sentence's place is that sentence. */
function isInPlace(text: string, sentence: Sentence, paged: boolean): boolean {
  if (sentence.kind === 'field') return true;
  const found = letters(visible(original(text, sentence)));
  const wanted = letters(sentence.text);
  if (found === wanted) return true;
  // A sentence that runs over a page has that page's footer and the next one's header in the middle.
  const { start, end } = sentence.place;
  return (
    paged &&
    end.line - start.line > 2 &&
    found.slice(0, 5) === wanted.slice(0, 5) &&
    found.slice(-5) === wanted.slice(-5)
  );
}

interface Labels {
  requirements: Record<string, Record<string, { quote?: string; also?: string[] }>>;
}

function quotations(labels: Labels): string[] {
  return Object.values(labels.requirements)
    .flatMap((elements) => Object.values(elements))
    .flatMap(({ quote, also }) => [...(quote === undefined ? [] : [quote]), ...(also ?? [])]);
}

describe('speed', () => {
  it('is a few milliseconds for a document of sixty kilobytes, once warm', async () => {
    const text = names
      .filter((name) => name.endsWith('.txt'))
      .map(load)
      .join('\n\n')
      .repeat(2)
      .slice(0, 60_000);
    const bytes = new TextEncoder().encode(text);
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const started = performance.now();
      await readDocument('a.txt', bytes, { format: 'text' });
      times.push(performance.now() - started);
    }
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(60);
  });
});
