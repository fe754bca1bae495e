import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/types.ts';
import { readDocument } from '../../src/read/index.ts';
import { original } from './read.ts';

const read = (html: string, name = 'a.html'): Promise<Document> => readDocument(name, new TextEncoder().encode(html));
const texts = ({ sentences }: Document): string[] => sentences.map(({ text }) => text);

describe('a page as a council serves it', async () => {
  const html = readFileSync('fixtures/documents/formats/tarnholme-2024.council-page.html', 'utf8');
  const document = await read(html);
  const all = texts(document).join('\n');

  it.each([
    'Skip to main content',
    'essential cookies',
    'Council tax',
    'Search this site',
    'Children and families',
    'Was this page helpful',
    'End of arrangements',
    'Share on Facebook',
    'The voice of the child</a>',
    'The chief executive of Tarnholme Council is',
    'The independent scrutineer reports every year.',
    'works better with JavaScript',
  ])('leaves out “%s”', (words) => {
    expect(all).not.toContain(words);
  });

  it('has all that the same document in Markdown has', async () => {
    const markdown = await readDocument(
      'a.md',
      new Uint8Array(readFileSync('fixtures/corpus/documents/tarnholme-2024.md')),
    );
    const body = (of: Document): string[] =>
      of.sentences.filter(({ kind }) => kind !== 'contents').map(({ kind, text }) => `${kind} ${text}`);
    expect(body(document)).toEqual(body(markdown));
    expect(document.sections.map(({ depth, heading }) => `${depth} ${heading}`)).toEqual(
      markdown.sections.map(({ depth, heading }) => `${depth} ${heading}`),
    );
  });

  it('places every sentence on the words of the page itself', () => {
    const squeeze = (text: string): string => text.replace(/<[^>]*>|&[a-z]+;|[^\p{L}\p{N}]/gu, '');
    for (const sentence of document.sentences) {
      if (sentence.kind === 'row' || (sentence.kind === 'heading' && sentence.cells)) continue;
      expect(squeeze(original(html, sentence))).toContain(squeeze(sentence.text).slice(0, 30));
    }
  });

  it('gives the id of the nearest heading', () => {
    const sentence = document.sentences.find(({ section }) => document.sections[section]!.heading.includes('Funding'))!;
    expect(html).toContain(`id="${sentence.place.anchor}"`);
    expect(sentence.place.anchor).toMatch(/funding/i);
  });
});

describe('what is shown', () => {
  it.each([
    [
      'a button in a heading',
      '<h2><button aria-expanded="false">Funding</button></h2><div hidden><p>Each pays a third.</p></div>',
    ],
    [
      'a button that names its panel',
      '<button aria-controls="p1">Funding</button><div id="p1" style="display:none"><p>Each pays a third.</p></div>',
    ],
    ['a part with a summary', '<details><summary>Funding</summary><p>Each pays a third.</p></details>'],
    ['a summary with a heading', '<details><summary><h3>Funding</h3></summary>Each pays a third.</details>'],
    [
      'a link that opens a part',
      '<h3><a data-toggle="collapse" href="#c1">Funding</a></h3><div id="c1" aria-hidden="true"><p>Each pays a third.</p></div>',
    ],
    [
      'a tab',
      '<ul role="tablist"><li><a role="tab" id="t1" href="#p1">Funding</a></li></ul><div role="tabpanel" id="p1" aria-labelledby="t1" hidden><p>Each pays a third.</p></div>',
    ],
  ])('%s is read with its title', async (_name, inside) => {
    const document = await read(`<html><body><main><h1>Arrangements</h1><p>Ours.</p>${inside}</main></body></html>`);
    expect(texts(document)).toEqual(['Arrangements', 'Ours.', 'Funding', 'Each pays a third.']);
    expect(document.sections.at(-1)!.heading).toBe('Funding');
  });

  it.each([
    '<p hidden>Gone.</p>',
    '<p style="color:red; display : none">Gone.</p>',
    '<p aria-hidden="true">Gone.</p>',
    '<p class="sr-only">Gone.</p>',
    '<div class="breadcrumb">Gone.</div>',
    '<nav>Gone.</nav>',
    '<div role="navigation">Gone.</div>',
    '<footer>Gone.</footer>',
    '<aside><ul><li><a href="/x">Gone</a></li></ul></aside>',
    '<div id="ccc-consent" class="cookie-consent">Gone.</div>',
    '<button>Gone</button>',
    '<svg><text>Gone</text></svg>',
    '<template>Gone.</template>',
    '<!-- Gone. -->',
    '<style>.gone { }</style>',
    '<script type="application/ld+json">{"text": "Gone."}</script>',
  ])('%s is not read', async (inside) => {
    const document = await read(
      `<html><body><h1>Arrangements</h1>${inside}<p>The partners meet every month here.</p></body></html>`,
    );
    expect(texts(document)).toEqual(['Arrangements', 'The partners meet every month here.']);
  });

  it.each([
    '<aside><p>Police pay a third.</p></aside>',
    '<div class="hidden md:block"><p>Police pay a third.</p></div>',
    '<section id="information-sharing"><p>Police pay a third.</p></section>',
    '<form action="/page.aspx"><h2></h2><p>Police pay a third.</p></form>',
  ])('%s is read', async (inside) => {
    const document = await read(`<html><body><h1>Arrangements</h1>${inside}<p>The partners meet.</p></body></html>`);
    expect(texts(document)).toContain('Police pay a third.');
  });

  it('the title is found above the main part, and the name of the council is not taken for it', async () => {
    const page = (header: string): string =>
      `<html><body>${header}<main><p>The partners meet every month.</p></main></body></html>`;
    expect((await read(page('<div class="hero"><h1>Arrangements</h1></div>'))).title).toBe('Arrangements');
    expect((await read(page('<header><h1><a href="/">Marlby Council</a></h1></header>'))).title).toBe('');
  });
});

describe('parts', () => {
  it('definition lists are items, one for each term', async () => {
    const document = await read(
      '<h1>A</h1><dl><dt>Council</dt><dd>Marlby Council</dd><div><dt>Police:</dt><dd><p>Marlby Police</p></dd><dd>Transport Police</dd></div></dl>',
      'a.html',
    );
    expect(document.sentences.slice(1).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'item Council: Marlby Council',
      'item Police: Marlby Police; Transport Police',
    ]);
  });

  it('tables keep their heads, cells with many parts, and merged cells', async () => {
    const document = await read(
      '<table><caption>Shares</caption><thead><tr><th>Partner</th><th>Share</th></tr></thead><tr><td rowspan=2>Council</td><td><p>Half</p><ul><li>in money</li><li>in kind</li></ul></td></tr><tr><td>More</td></tr></table>',
    );
    const table = document.blocks.find(({ kind }) => kind === 'table')!;
    expect(table.columns).toEqual(['Partner', 'Share']);
    expect(document.sentences.slice(table.from + 1, table.to).map(({ cells }) => cells)).toEqual([
      ['Council', 'Half in money in kind'],
      ['', 'More'],
    ]);
  });

  it('a table that lays out the page is no table', async () => {
    const document = await read(
      '<table role="presentation"><tr><td>Menu text.</td><td><h2>Funding</h2><p>Each pays a third.</p></td></tr></table>',
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph']);
  });

  it('headings take the id of an anchor before them or of the section they begin', async () => {
    const document = await read(
      '<h1 id="top">A</h1><p>One.</p><a name="old"></a><h2>B</h2><p>Two.</p><section id="c"><h2>C</h2><p>Three.</p></section><h2>D</h2><p>Four.</p>',
    );
    expect(document.sentences.map(({ text, place }) => `${text} ${place.anchor}`)).toEqual([
      'A top',
      'One. top',
      'B old',
      'Two. old',
      'C c',
      'Three. c',
      'D c',
      'Four. c',
    ]);
  });

  it('words are placed across tags, entities and line ends', async () => {
    const html =
      '<p>The <a class="x y" href="/z">NHS&nbsp;board</a>\n   &amp; the\n<b>police</b> meet. They agree.</p>';
    const document = await read(`<!doctype html>${html}`);
    expect(document.sentences.map((sentence) => [sentence.text, original(`<!doctype html>${html}`, sentence)])).toEqual(
      [
        [
          'The NHS board & the police meet.',
          'The <a class="x y" href="/z">NHS&nbsp;board</a>\n   &amp; the\n<b>police</b> meet.',
        ],
        ['They agree.', 'They agree.'],
      ],
    );
  });

  it('old pages in Windows-1252 keep their quotation marks', async () => {
    const bytes = Uint8Array.from(
      [...'<html><p>The partners']
        .map((c) => c.charCodeAt(0))
        .concat(
          [0x92],
          [...' board.</p>'].map((c) => c.charCodeAt(0)),
        ),
    );
    const document = await readDocument('a.html', bytes);
    expect(texts(document)).toEqual(['The partners’ board.']);
  });

  it('a page saved under the name of a Word file is read as a page', async () => {
    const document = await read('<html><body><p>The partners meet.</p></body></html>', 'a.docx');
    expect(document.format).toBe('html');
    expect(document.notes[0]!.message).toBe('The file is named .docx but holds a web page; it was read as that.');
  });
});
