import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/types.ts';
import { readDocument } from '../../src/read/index.ts';
import { lists, type Part, paragraph, styles, word, wordXml, zip } from './zip.ts';

const read = (body: string, others: Part[] = []): Promise<Document> =>
  readDocument('a.docx', word(wordXml(body), others));

const outline = ({ sections }: Document): string[] =>
  sections.slice(1).map(({ depth, heading }) => `${depth} ${heading}`);
const texts = ({ sentences }: Document): string[] =>
  sentences.filter(({ kind }) => kind !== 'heading').map(({ text }) => text);
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const par = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

describe.each(['npm-docx', 'libreoffice'])('a Word file with everything in it, saved by %s', async (producer) => {
  const bytes = new Uint8Array(readFileSync(`fixtures/documents/formats/word-features.${producer}.docx`));
  const document = await readDocument('word-features.docx', bytes);

  it('has headings by title, style, outline level and bold type, and no contents', () => {
    expect(outline(document)).toEqual([
      '1 Fellside multi-agency safeguarding arrangements',
      '2 Partners',
      '3 A heading by its outline level',
      '4 A heading by its bold type',
      '2 Funding',
      '2 Relevant agencies',
    ]);
    expect(document.title).toBe('Fellside multi-agency safeguarding arrangements');
  });

  it('has the text as if every change were accepted, and nothing hidden, in no header, footer or comment', () => {
    expect(texts(document)).toEqual([
      'The safeguarding partners are Fellside Council, NHS Fells Integrated Care Board and Fellside Police.',
      'The partnership board meets every two months.',
      'The executive group meets monthly and takes decisions for the partners.',
      'Each partner pays a share.',
      'The shares are these:',
      'Contributions were agreed on 3 October 2024.',
      'Fellside Council Children’s Services | £120,000',
      'Fellside Police | £60,000',
      'The relevant agencies are:',
      'schools',
      'maintained schools',
      'academies',
      'boarding academies',
      'health trusts',
      'the youth justice service',
      'the probation service',
    ]);
  });

  it('says how many changes and comments there are', () => {
    expect(document.notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'tracked-changes: The document has 1 insertion, 1 deletion and 2 comments; it was read as if every change were accepted.',
      'hidden-text: Hidden text was left out.',
    ]);
  });

  it('keeps a footnote at its reference', () => {
    const note = document.blocks.find(({ kind }) => kind === 'footnote')!;
    expect(document.sections[note.section]!.heading).toBe('Funding');
  });

  it('has the heading row of a table, and lists with their nesting', () => {
    expect(document.blocks.find(({ kind }) => kind === 'table')!.columns).toEqual(['Partner', 'Share in 2024/25']);
    const nested = document.sentences.find(({ text }) => text === 'boarding academies')!;
    expect(nested.leads.map((index) => document.sentences[index]!.text)).toEqual([
      'The relevant agencies are:',
      'schools',
      'academies',
    ]);
  });

  it('gives the number of each paragraph, counted without empty ones and without the contents', () => {
    const places = document.sentences.map(({ text, place }) => `${place.paragraph} ${text.slice(0, 20)}`);
    expect(places).toEqual([
      '1 Fellside multi-agenc',
      '2 Partners',
      '3 The safeguarding par',
      '4 A heading by its out',
      '5 The partnership boar',
      '6 A heading by its bol',
      '7 The executive group ',
      '8 Funding',
      '9 Each partner pays a ',
      '9 The shares are these',
      '9 Contributions were a',
      '10 Partner | Share in 2',
      '12 Fellside Council Chi',
      '15 Fellside Police | £6',
      '17 Relevant agencies',
      '18 The relevant agencie',
      '19 schools',
      '20 maintained schools',
      '21 academies',
      '22 boarding academies',
      '23 health trusts',
      '24 the youth justice se',
      '25 the probation servic',
    ]);
  });
});

describe('headings', () => {
  it('come from styles of any name by outline level, through the styles they are based on', async () => {
    const document = await read(
      paragraph('First', '<w:pStyle w:val="Own"/>') +
        paragraph('Text one.') +
        paragraph('Second', '<w:pStyle w:val="Derived"/>') +
        paragraph('Text two.') +
        paragraph('Third', '<w:outlineLvl w:val="2"/>') +
        paragraph('Text three.') +
        paragraph('Not a heading', '<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>'),
      [
        styles(
          style('Own', 'Chapter', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
            style('Derived', 'Sub', '<w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ),
      ],
    );
    expect(outline(document)).toEqual(['1 First', '2 Second', '3 Third']);
  });

  it('survive styles based on each other in a circle', async () => {
    const circle = style('A', 'a', '<w:basedOn w:val="B"/>') + style('B', 'heading 2', '<w:basedOn w:val="A"/>');
    expect(
      outline(await read(paragraph('Funding', '<w:pStyle w:val="B"/>') + paragraph('Text.'), [styles(circle)])),
    ).toEqual(['2 Funding']);
  });

  it('made with bold type and automatic numbers are headings, and numbered names are not', async () => {
    const numbers = lists(
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>',
    );
    const numbered = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>${run(text, '<w:b/>')}</w:p>`;
    const document = await read(
      paragraph('Report', '<w:pStyle w:val="Heading1"/>') +
        numbered('Funding') +
        paragraph('Each pays a third.') +
        numbered('Marlby Council') +
        numbered('Marlby Police'),
      [numbers],
    );
    expect(outline(document)).toEqual(['1 Report', '2 Funding', '2 Marlby Police'].slice(0, 2));
    expect(document.sentences.filter(({ kind }) => kind === 'item').map(({ text }) => text)).toEqual([
      'Marlby Council',
      'Marlby Police',
    ]);
  });

  it('in bold type by their style count as bold', async () => {
    const document = await read(
      paragraph('Report', '<w:pStyle w:val="Heading1"/>') +
        paragraph('Funding', '<w:pStyle w:val="Bold"/>') +
        paragraph('Each pays a third.'),
      [styles(style('Bold', 'Bold line', '<w:rPr><w:b/></w:rPr>'))],
    );
    expect(outline(document)).toEqual(['1 Report', '2 Funding']);
  });
});

describe('what is not text', () => {
  it('hidden by the run, by a style of letters or by a style of paragraphs is left out', async () => {
    const document = await read(
      par(run('Seen. '), run('Hidden one.', '<w:vanish/>'), run('Not hidden.', '<w:vanish w:val="0"/>')) +
        par(run('Hidden two.', '<w:rStyle w:val="Gone"/>')) +
        paragraph('Hidden three.', '<w:pStyle w:val="GoneToo"/>'),
      [
        styles(
          '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>' +
            style('GoneToo', 'Gone too', '<w:rPr><w:vanish/></w:rPr>'),
        ),
      ],
    );
    expect(texts(document)).toEqual(['Seen.', 'Not hidden.']);
  });

  it('of contents fields over many paragraphs is dropped, with the fields inside', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const document = await read(
      par(
        mark('begin'),
        code(' TOC \\o "1-3" '),
        mark('separate'),
        run('Funding'),
        mark('begin'),
        code(' PAGEREF x '),
        mark('separate'),
        run('3'),
        mark('end'),
      ) +
        par(run('Scrutiny 4')) +
        par(mark('end')) +
        par(run('The page is '), mark('begin'), code(' PAGE '), mark('separate'), run('7'), mark('end'), run('.')) +
        `<w:p><w:fldSimple w:instr=" TOC \\h ">${run('Reviews 5')}</w:fldSimple></w:p>`,
    );
    expect(texts(document)).toEqual(['The page is 7.']);
  });

  it('of contents parts and contents styles is dropped', async () => {
    const document = await read(
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Contents')}${paragraph('Funding 3')}</w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtPr><w:alias w:val="Text"/></w:sdtPr><w:sdtContent>${paragraph('The partners meet.')}</w:sdtContent></w:sdt>` +
        paragraph('Scrutiny 4', '<w:pStyle w:val="TOC1"/>'),
      [styles(style('TOC1', 'toc 1'))],
    );
    expect(texts(document)).toEqual(['The partners meet.']);
  });
});

describe('changes', () => {
  const by = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"';

  it('are counted as a reader would: one for each stretch', async () => {
    const document = await read(
      par(
        `<w:ins ${by}>${run('The ')}</w:ins><w:ins ${by}>${run('partners ')}</w:ins>`,
        run('meet '),
        `<w:ins ${by}>${run('monthly')}</w:ins>`,
        run('.'),
      ) +
        par(run('Moved: '), `<w:moveTo ${by}>${run('here.')}</w:moveTo>`) +
        par(
          `<w:moveFrom ${by}>${run('here.')}</w:moveFrom>`,
          `<w:del ${by}><w:r><w:delText>gone</w:delText></w:r></w:del>`,
          run('Kept.'),
        ),
    );
    expect(texts(document)).toEqual(['The partners meet monthly.', 'Moved: here.', 'Kept.']);
    expect(document.notes[0]!.message).toBe(
      'The document has 3 insertions and 2 deletions; it was read as if every change were accepted.',
    );
  });

  it('join paragraphs whose mark is deleted', async () => {
    const document = await read(
      `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${run('The partners ')}</w:p>${paragraph('meet monthly.')}`,
    );
    expect(texts(document)).toEqual(['The partners meet monthly.']);
  });

  it('of format only are not counted', async () => {
    const document = await read(par(run('Text.', `<w:b/><w:rPrChange ${by}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`)));
    expect(texts(document)).toEqual(['Text.']);
    expect(document.notes).toEqual([]);
  });

  it('are not said where only comments are', async () => {
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/></w:comments>';
    const document = await read(paragraph('Text.'), [{ name: 'word/comments.xml', text: comments }]);
    expect(document.notes.map(({ message }) => message)).toEqual([
      'The document has 1 comment; comments were not read.',
    ]);
  });
});

describe('other parts', () => {
  it('lists that start deep or skip levels are nested as they look', async () => {
    const bullets = lists(
      `<w:abstractNum w:abstractNumId="0">${[0, 1, 2, 3].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    );
    const item = (text: string, level: number): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    const document = await read(item('schools', 1) + item('academies', 3) + item('trusts', 1), [bullets]);
    expect(document.sentences.map(({ text, leads }) => [text, leads.length])).toEqual([
      ['schools', 0],
      ['academies', 1],
      ['trusts', 0],
    ]);
  });

  it('text boxes are read once, after their paragraph', async () => {
    const box = `<w:txbxContent>${paragraph('In a box.')}</w:txbxContent>`;
    const document = await read(
      `<w:p>${run('Around it.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(texts(document)).toEqual(['Around it.', 'In a box.']);
  });

  it('a table of one column is a box around paragraphs', async () => {
    const document = await read(
      `<w:tbl><w:tr><w:tc>${paragraph('Boxed one.')}${paragraph('Boxed two.')}</w:tc></w:tr></w:tbl>`,
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('a file may use another prefix, another name for its main part, and UTF-16', async () => {
    const xml = wordXml(paragraph('The partners meet.')).replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')]);
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const document = await readDocument(
      'a.docx',
      zip([
        { name: '_rels/.rels', text: relations },
        { name: 'word/document2.xml', text: utf16 },
      ]),
    );
    expect(texts(document)).toEqual(['The partners meet.']);
  });

  it('is read by what it holds, whatever its name, and says so', async () => {
    const document = await readDocument('a.pdf', word(wordXml(paragraph('The partners meet.'))));
    expect(document.format).toBe('docx');
    expect(document.notes).toEqual([
      { code: 'renamed', message: 'The file is named .pdf but holds a Word document; it was read as that.' },
    ]);
  });
});
