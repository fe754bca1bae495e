import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument, readSource } from '../../src/read/index.ts';
import { readInWorker } from '../../src/read/worker.ts';
import { masa } from '../run-masa.ts';
import { temporary } from '../temporary.ts';
import { lines, type PdfParts, type Placed, pdfFile, words } from './pdf-file.ts';
import { outline, sentence } from './read.ts';

const FORMATS = 'fixtures/documents/formats';
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FORMATS}/${name}`));
const read = (parts: PdfParts) => readDocument('a.pdf', pdfFile(parts));
const page = (...placed: Placed[]): PdfParts => ({ pages: [words(...placed)] });
const prose = lines(
  70,
  100,
  'The partners meet every month and publish what they',
  'decided within ten working days of the meeting.',
);

describe('a long document with everything in it', async () => {
  const document = await readDocument('a.pdf', file('pdf-features.weasyprint.pdf'));
  const shown = outline(document);

  it('has its headings, and its contents page is one', () => {
    expect(shown.filter((line) => line.startsWith('#'))).toEqual([
      '# Hartle Vale Safeguarding Children Partnership',
      '# Contents',
      '# 1 Who leads',
      '## 1.1 The executive',
      '# 2 Relevant agencies',
      '# 3 Escalation',
    ]);
    expect(shown.filter((line) => line.startsWith('contents'))).toHaveLength(1);
  });

  it('leaves running headers and page numbers out, and says so', () => {
    expect(shown.join('\n')).not.toMatch(/^\w+: \d+$|Partnership \/ Hartle Vale Safeguarding Children Partnership \//m);
    expect(document.notes).toEqual([
      { code: 'page-furniture', message: '10 running headers, footers and page numbers were left out.' },
    ]);
  });

  it('keeps a footnote out of the sentence that it belongs to', () => {
    expect(sentence(document, 'answer jointly').text).toBe(
      'They meet together four times a year and answer jointly for these arrangements.',
    );
    expect(document.blocks[sentence(document, 'has not passed it on').block]!.kind).toBe('footnote');
  });

  it('reads a table over three pages as one, with its headings once', () => {
    const tables = document.blocks.filter(({ kind }) => kind === 'table');
    expect(tables).toHaveLength(1);
    expect(tables[0]!.columns).toEqual(['Agency', 'Who leads', 'What it does']);
    const rows = document.sentences.slice(tables[0]!.from, tables[0]!.to);
    expect(rows).toHaveLength(19);
    expect(rows.at(-2)!.cells).toEqual([
      'Hartle Vale Probation',
      'Head of Service, Jory Penn',
      'tells the partnership within five days about adults who pose a risk (17)',
    ]);
  });

  it('nests lists, keeps the lines of an address, knows a quotation', () => {
    const items = document.sentences.filter(({ kind }) => kind === 'item');
    expect(items.map(({ leads }) => leads.length)).toEqual([1, 2, 2, 1, 1]);
    expect(shown).toContain(
      'paragraph: Hartle Vale Safeguarding Children Partnership / Moor House / 12 Weir Lane / Hartle HV1 2AB',
    );
    expect(sentence(document, 'Safeguarding partners should set out clear').quoted).toBe(true);
  });

  it('mends words that were broken at a line’s end', () => {
    const { text } = sentence(document, 'Multi-agency safeguarding arrangements are');
    expect(text.replace('re-viewed', 'reviewed')).toBe(
      'Multi-agency safeguarding arrangements are reviewed by practitioners, and their responsibilities for safeguarding are written down.',
    );
  });

  it('gives the page and the words’ own place', async () => {
    const { text } = await readSource('a.pdf', file('pdf-features.weasyprint.pdf'));
    for (const { place, text: own } of document.sentences.filter(({ kind }) => kind === 'sentence')) {
      expect(place.page).toBeGreaterThan(0);
      expect(text.slice(place.start.offset, place.end.offset).slice(0, 8)).toBe(own.slice(0, 8));
      expect(text.slice(0, place.start.offset).split('\f')).toHaveLength(place.page!);
    }
    expect(sentence(document, 'The business manager answers').place.page).toBe(5);
  });
});

describe('the layout of a page', () => {
  it('reads two columns one after the other', async () => {
    const { text } = await readSource('a.pdf', file('ashgrove-2024.two-columns.pdf'));
    const order = [
      '2.2 The integrated care board',
      '2.7 How each partner',
      '3. Geographical area',
      '6. Education and childcare',
    ];
    const places = order.map((title) => text.lastIndexOf(title));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('joins lines to paragraphs and parts paragraphs by white space', async () => {
    const document = await read(page(...prose, ...lines(70, 145, 'A second paragraph begins under a gap.')));
    expect(outline(document)).toEqual([
      'paragraph: The partners meet every month and publish what they decided within ten working days of the meeting.',
      'paragraph: A second paragraph begins under a gap.',
    ]);
  });

  it('joins a sentence that a page’s end cut in two', async () => {
    const document = await read({
      pages: [
        words(...lines(70, 700, 'The partners meet every month and they publish', 'what was decided on the')),
        words(...lines(70, 100, 'website of the council within ten working days of', 'the meeting.')),
      ],
    });
    expect(outline(document)).toEqual([
      'paragraph: The partners meet every month and they publish what was decided on the website of the council within ten working days of the meeting.',
    ]);
  });

  it('takes larger type for headings', async () => {
    const document = await read(page({ x: 70, y: 70, text: 'Who leads', size: 16 }, ...prose));
    expect(outline(document)[0]).toBe('# Who leads');
  });

  it('makes rows and cells of words that keep to columns', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((text, index) => ({ x: 70 + index * 160, y, text }));
    const document = await read(
      page(
        ...prose,
        ...row(160, 'Body', 'Post'),
        ...row(180, 'Council', 'Chief Executive'),
        ...row(200, 'Police', 'Chief Constable'),
        ...row(220, 'Health', 'Chief Nurse'),
      ),
    );
    expect(outline(document).at(-1)).toBe(
      'table: Body | Post / Council | Chief Executive / Police | Chief Constable / Health | Chief Nurse',
    );
  });
});

describe('what cannot be read in full', () => {
  it('says of a scanned file that it is one, and names its pages', async () => {
    await expect(readDocument('a.pdf', file('scanned.pdf'))).rejects.toMatchObject({
      code: 'scanned',
      message:
        'a.pdf was scanned: pages 1 to 3 are pictures without text; give the document it was made from, or run text recognition (OCR) on it first.',
    });
  });

  it('reads a partly scanned file and names the pages without text', async () => {
    const { notes } = await readDocument('a.pdf', file('partly-scanned.pdf'));
    expect(notes).toContainEqual({
      code: 'scanned-pages',
      message: 'Pages 4 and 5 hold no text: if they show pictures of text, they were not read.',
    });
  });

  it('reads a file that only forbids printing and copying', async () => {
    const plain = await readDocument('a.pdf', file('pdf-features.weasyprint.pdf'));
    expect((await readDocument('a.pdf', file('owner-restricted.pdf'))).words).toBe(plain.words);
  });

  it('runs no scripts and says that there are some', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const { notes, words: count } = await read({ ...page(...prose), catalog });
    expect(count).toBeGreaterThan(10);
    expect(notes).toContainEqual({ code: 'scripts', message: 'The PDF holds scripts, which were not run.' });
  });

  const whole = file('pdf-features.weasyprint.pdf');
  const garbled = Uint8Array.from(whole, (byte, index) =>
    index > 20 && index < whole.length - 60 ? (byte * 7 + index) & 255 : byte,
  );
  const privateUse = Array.from({ length: 26 }, (_, i) => `/uniE0${(65 + i).toString(16).toUpperCase()}`).join(' ');
  const BAD: [string, () => Uint8Array, string][] = [
    [
      'truncated',
      () => whole.subarray(0, whole.length / 2),
      'a.pdf is cut off before its end; download or save it again and retry.',
    ],
    ['corrupt', () => garbled, 'a.pdf is damaged and cannot be opened; download or save it again and retry.'],
    ['encrypted', () => file('password.pdf'), 'a.pdf is protected by a password; save it without one and try again.'],
    ['empty', () => new Uint8Array(0), 'a.pdf is empty; give a file that holds the published arrangements.'],
    [
      'without text',
      () => pdfFile({ pages: [''] }),
      'a.pdf holds no text; give a file that holds the published arrangements.',
    ],
    [
      'in a font of private-use characters',
      () =>
        pdfFile({
          ...page({ x: 70, y: 100, text: 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ' }),
          font: `/BaseFont /ABCDEF+Odd /FirstChar 65 /LastChar 90 /Widths [${'600 '.repeat(26)}] /Encoding << /Differences [65 ${privateUse}] >>`,
        }),
      'The text of a.pdf cannot be read, because its fonts do not say which letters they show; give the document it was made from, or run text recognition (OCR) on it first.',
    ],
    [
      'with a huge content stream',
      () => pdfFile({ pages: [Buffer.alloc(120 * 1024 * 1024, 0x20)], packed: 1 }),
      'a.pdf unpacks to more than a document should; save its text as .docx or .txt and try again.',
    ],
    [
      'with a huge content stream, packed twice',
      () => pdfFile({ pages: [Buffer.alloc(120 * 1024 * 1024, 0x20)], packed: 2 }),
      'a.pdf unpacks to more than a document should; save its text as .docx or .txt and try again.',
    ],
    [
      'of too many pages',
      () => pdfFile({ pages: Array.from({ length: 1_001 }, () => '') }),
      'a.pdf has 1,001 pages and the limit is 1,000; give the arrangements alone.',
    ],
  ];

  it.each(BAD)('refuses a file that is %s, in a sentence', async (_, bytes, message) => {
    await expect(readDocument('a.pdf', bytes())).rejects.toMatchObject({ name: 'ReadError', message });
  });

  it('stops when its time is over', async () => {
    const slow = pdfFile({
      pages: Array.from({ length: 40 }, () => words(...Array.from({ length: 4_000 }, () => prose[0]!))),
    });
    await expect(readInWorker('pdf', 'a.pdf', slow, { seconds: 0.4 })).rejects.toMatchObject({
      code: 'too-slow',
      message: 'a.pdf could not be read within 0.4 seconds; copy its text into a new document and try again.',
    });
  });

  it('reports the others and ends with 2', async () => {
    const folder = temporary({ 'a.pdf': file('scanned.pdf'), 'b.pdf': file('pdf-features.weasyprint.pdf') });
    const { code, stdout, stderr } = await masa(['check', '-q', folder]);
    expect(code).toBe(2);
    expect(stdout).toContain('b.pdf: Of ');
    expect(stderr).toContain('a.pdf was scanned');
  });
});
