import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/types.ts';
import { at, original, outline, readMarkdown, sentence } from '../read/read.ts';

const texts = (document: Document): string[] => document.sentences.map(({ text }) => text);
const quoted = (document: Document): string[] => document.sentences.filter((s) => s.quoted).map(({ text }) => text);

describe('the title', () => {
  it.each([
    ['# Keeping Fellside safe\n\nText.\n', 'Keeping Fellside safe'],
    ['---\ntitle: Our plan\n---\n\n# Contents\n', 'Our plan'],
    ['# Foreword\n\nText.\n\n# Funding\n\nText.\n', ''],
    ['Text.\n', ''],
  ])('of %j is %j', async (text, title) => {
    expect((await readMarkdown(text)).title).toBe(title);
  });
});

describe('sections', () => {
  const text = `Before any heading.

# Arrangements

Under the title.

## Funding {#money}

### Shares

Text.

**Relevant agencies**

- One

**Others**

- Two

## Scrutiny <a id="scrutiny"></a>

**Funding.** The council pays.

Underlined
==========

The end.
`;

  it('make a tree, bold lines included', async () => {
    const document = await readMarkdown(text);
    expect(document.sections.map(({ heading, depth, parent }) => [heading, depth, parent])).toEqual([
      ['', 0, -1],
      ['Arrangements', 1, -1],
      ['Funding', 2, 1],
      ['Shares', 3, 2],
      ['Relevant agencies', 4, 3],
      ['Others', 4, 3],
      ['Scrutiny', 2, 1],
      ['Underlined', 1, -1],
    ]);
    expect(document.title).toBe('Arrangements');
    expect(sentence(document, 'The council pays').text).toBe('The council pays.');
  });

  it('hold their blocks, and blocks their sentences', async () => {
    const document = await readMarkdown(text);
    for (const section of document.sections) {
      for (const index of section.blocks) expect(document.blocks[index]!.section).toBe(section.index);
      if (section.headingBlock >= 0) {
        expect(document.blocks[section.headingBlock]!.kind).toBe('heading');
        expect(section.blocks).not.toContain(section.headingBlock);
      }
    }
    document.blocks.forEach((block, index) => {
      expect(block.index).toBe(index);
      expect(block.from).toBe(document.blocks[index - 1]?.to ?? 0);
    });
    document.sentences.forEach((one, index) => {
      expect(one.index).toBe(index);
      expect(document.blocks[one.block]!.section).toBe(one.section);
    });
    expect(document.blocks.at(-1)!.to).toBe(document.sentences.length);
  });

  it('are not opened by slogans, dates, labels or captions in bold type', async () => {
    const document = await readMarkdown(
      '# A\n\n**Safe at home. Safe in class.**\n\n**Approved 3 March 2024**\n\n**Ada · Ben · Cy**\n\n**In force from:** 1 May 2024\n\n**Table 2. Shares**\n\n| a | b |\n|---|---|\n| c | d |\n\n**Last words of all**\n',
    );
    expect(document.sections).toHaveLength(2);
  });
});

describe('places', () => {
  it('are those of the words in the original, through emphasis, links, escapes and references', async () => {
    const text =
      '# Title\n\nThe *council* pays &pound;5 \\& more to **the [fund](https://a.example)**. It &amp; they meet. Ask `x` now.\n';
    const document = await readMarkdown(text);
    expect(texts(document).slice(1)).toEqual([
      'The council pays £5 & more to the fund.',
      'It & they meet.',
      'Ask x now.',
    ]);
    expect(document.sentences.slice(1).map((one) => original(text, one))).toEqual([
      'The *council* pays &pound;5 \\& more to **the [fund](https://a.example)**.',
      'It &amp; they meet.',
      'Ask `x` now.',
    ]);
    expect(at(document.sentences[2]!)).toBe('3:75-3:94');
  });

  it('reach over the markers of quotations and lists', async () => {
    const text =
      '- The board meets\n  every month. It reads\n  the log.\n\n> > The nurse\n> > attends. She\n> speaks.\n';
    const document = await readMarkdown(text);
    expect(document.sentences.map((one) => [one.text, at(one)])).toEqual([
      ['The board meets every month.', '1:3-2:15'],
      ['It reads the log.', '2:16-3:11'],
      ['The nurse attends.', '5:5-6:13'],
      ['She speaks.', '6:14-7:10'],
    ]);
  });

  it('end after a reference that ends the sentence', async () => {
    const text = 'It costs &euro;\n\nThen &quot;stop&quot;\n';
    const document = await readMarkdown(text);
    expect(document.sentences.map((one) => original(text, one))).toEqual(['It costs &euro;', 'Then &quot;stop&quot;']);
  });

  it('hold beside addresses that were not marked up', async () => {
    const text = 'Write to team@marlby.example or see www.marlby.example for more. Then ring.\n';
    const document = await readMarkdown(text);
    expect(document.sentences.map((one) => original(text, one))).toEqual([
      'Write to team@marlby.example or see www.marlby.example for more.',
      'Then ring.',
    ]);
  });

  it('are the same with every line end', async () => {
    const text = '# A\n\nOne line\nand another. Two.\n\n| a | b |\n|---|---|\n| c | d |\n\n- x\n- y\n';
    const plain = await readMarkdown(text);
    for (const ending of ['\r\n', '\r']) {
      const other = await readMarkdown(text.replaceAll('\n', ending));
      expect(other.sentences.map((s) => [s.text, at(s)])).toEqual(plain.sentences.map((s) => [s.text, at(s)]));
    }
    const marked = await readMarkdown(`\ufeff${text}`);
    expect(marked.sentences.map((s) => [s.text, at(s)])).toEqual(plain.sentences.map((s) => [s.text, at(s)]));
  });
});

describe('HTML in Markdown', () => {
  it('gives its text, its lists and its tables', async () => {
    const text =
      '# A\n\n<div>\n<p>The council &amp; the police pay <b>half</b>.</p>\n</div>\n\n<table><tr><th>Partner</th><th>Share</th></tr>\n<tr><td>Council</td><td>50%</td></tr></table>\n\n<ul><li>One</li><li>Two</li></ul>\n\n<script>var x = "The board meets.";</script>\n\n<!-- The panel meets. -->\n';
    const document = await readMarkdown(text);
    expect(outline(document)).toEqual([
      '# A',
      'paragraph: The council & the police pay half.',
      'table: Partner | Share / Council | 50%',
      'list: One / Two',
    ]);
    expect(original(text, document.sentences[1]!)).toBe('The council &amp; the police pay <b>half</b>.');
    expect(at(sentence(document, 'Council | 50%'))).toBe('8:9-8:28');
  });
});

describe('paragraphs', () => {
  it('lose tags, comments, footnote marks and what is struck out', async () => {
    const document = await readMarkdown(
      'The <a id="x"></a>board[^1] meets<!-- often --> ~~never~~ monthly<sup>2</sup>.\n\n[^1]: A note. Two sentences.\n\n<!-- hidden -->\n',
    );
    expect(texts(document)).toEqual(['The board meets monthly.', 'A note.', 'Two sentences.']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote']);
    expect(document.notes).toMatchObject([{ code: 'struck-out-text', place: { start: { line: 1 } } }]);
  });

  it('fold white space and drop what does not print', async () => {
    const document = await readMarkdown('The\u00a0board  \t meets\u200b month\u00adly.\n');
    expect(texts(document)).toEqual(['The board meets monthly.']);
  });

  it('end a sentence at a line break that was meant', async () => {
    const document = await readMarkdown('Ada Quill  \nChief Executive\\\nMarlby Council<br>Marlby\n');
    expect(texts(document)).toEqual(['Ada Quill', 'Chief Executive', 'Marlby Council', 'Marlby']);
  });

  it('end a sentence at short lines that each start anew', async () => {
    const document = await readMarkdown('Published: 9 December 2024\nIn force from: 6 January 2025\n');
    expect(texts(document)).toEqual(['Published: 9 December 2024', 'In force from: 6 January 2025']);
    const wrapped = await readMarkdown('The board and the panel of the\nMarlby council meet.\n');
    expect(texts(wrapped)).toEqual(['The board and the panel of the Marlby council meet.']);
  });

  it('repair words broken at line ends', async () => {
    const text = 'The safeguarding board and the safe-\nguarding lead do multi-\nagency work.\n';
    const document = await readMarkdown(text);
    expect(texts(document)).toEqual(['The safeguarding board and the safeguarding lead do multi-agency work.']);
    expect(original(text, document.sentences[0]!)).toBe(text.trim());
  });

  it('count their words, and not those of headings and contents', async () => {
    const document = await readMarkdown(
      '# One two three\n\nFour five.\n\n- six\n\n| seven | eight |\n|---|---|\n| nine | ten |\n',
    );
    expect(document.words).toBe(5);
  });
});

describe('lists', () => {
  it('read with the line before them and with the items above', async () => {
    const document = await readMarkdown(
      'We are busy. The groups are:\n\n- Learning\n  1. reviews. It meets monthly.\n  2. audits\n- Workforce\n\n  It trains people.\n',
    );
    const list = document.blocks[1]!;
    expect(list).toMatchObject({ kind: 'list', leadIn: 1 });
    const leads = (part: string): string[] => sentence(document, part).leads.map((index) => texts(document)[index]!);
    expect(leads('Learning')).toEqual(['The groups are:']);
    expect(leads('It meets monthly')).toEqual(['The groups are:', 'Learning']);
    expect(sentence(document, 'reviews').item).toBe(sentence(document, 'It meets').item);
    expect(sentence(document, 'audits').item).not.toBe(sentence(document, 'reviews').item);
    expect(sentence(document, 'It trains').item).toBe(sentence(document, 'Workforce').item);
  });

  it('need a line that announces them', async () => {
    const lead = async (text: string): Promise<string> => {
      const document = await readMarkdown(`# A\n\n${text}\n\n- one\n- two\n`);
      const { leadIn } = document.blocks.at(-1)!;
      return leadIn < 0 ? '' : texts(document)[leadIn]!;
    };
    expect(await lead('The partners will:')).toBe('The partners will:');
    expect(await lead('We work with the following agencies.')).toBe('We work with the following agencies.');
    expect(await lead('We will be active in our work with')).toBe('We will be active in our work with');
    expect(await lead('We thank everyone.')).toBe('');
  });

  it('keep a whole item with its semicolons', async () => {
    const document = await readMarkdown('- the plan; the log; and the report\n');
    expect(texts(document)).toEqual(['the plan; the log; and the report']);
  });
});

describe('tables', () => {
  it('give a sentence a row, with its cells and the columns', async () => {
    const text =
      '**Table 1. Leads**\n\n| Partner | Lead | |\n|---|---|---|\n| Council | *Ada* Quill | |\n| | Ben \\| Cy | x |\n| | | |\n';
    const document = await readMarkdown(text);
    const [caption, table] = document.blocks;
    expect(caption).toMatchObject({ kind: 'heading', depth: 0 });
    expect(table).toMatchObject({ kind: 'table', columns: ['Partner', 'Lead', ''], leadIn: 0 });
    expect(document.sentences.slice(1).map(({ kind, text: words, cells }) => [kind, words, cells])).toEqual([
      ['heading', 'Partner | Lead', ['Partner', 'Lead', '']],
      ['row', 'Council | Ada Quill', ['Council', 'Ada Quill', '']],
      ['row', 'Ben | Cy | x', ['', 'Ben | Cy', 'x']],
    ]);
    expect(original(text, document.sentences[2]!)).toBe('Council | *Ada* Quill');
    expect(at(document.sentences[3]!)).toBe('6:5-6:18');
  });

  it('have no column headings where the first row is empty or plainly data', async () => {
    const empty = await readMarkdown('| | |\n|---|---|\n| Published | May 2024 |\n');
    expect(empty.blocks[0]!.columns).toEqual(['', '']);
    expect(empty.sentences.map(({ kind }) => kind)).toEqual(['row']);
    const data = await readMarkdown('| Write to | team@marlby.example |\n|---|---|\n| Ring | 01632 960 100 |\n');
    expect(data.blocks[0]!.columns).toEqual(['', '']);
    expect(data.sentences.map(({ kind }) => kind)).toEqual(['row', 'row']);
  });
});

describe('contents', () => {
  const body = '\n## Funding\n\nThe council pays.\n\n## Reviews\n\nThe panel meets.\n\n## Scrutiny\n\nShe reports.\n';
  const kinds = async (contents: string): Promise<string[]> => {
    const document = await readMarkdown(`# Arrangements\n\n${contents}\n${body}`);
    return document.blocks.filter(({ kind }) => kind !== 'heading').map(({ kind }) => kind);
  };

  it.each([
    ['links within the page', '- [How we pay](#a)\n- [What we review](#b)\n- [Who checks](#c)\n'],
    ['titles under "Contents"', '## Contents\n\n1. Money\n   - Shares\n2. Reviews\n'],
    ['titles that come back as headings', 'Read on.\n\n- Funding\n- 2. Reviews\n- Scrutiny\n'],
    ['a table', '## Contents\n\n| Section | Page |\n|---|---|\n| Funding | 3 |\n'],
    [
      'a table of where matters stand',
      '| Matter | Section |\n|---|---|\n| Partners | 1, 2 |\n| Area | 3 |\n| Custody | 5 and 6 |\n',
    ],
    ['lines with leaders', '## Contents\n\nFunding ........ 3\n\nReviews ........ 4\n'],
    ['appendices under the list', '## Contents\n\n- Funding\n\nAppendix A: Members\nAppendix B: Protocol\n'],
    ['navigation', '[Home](/) > [About us](/about) > Our arrangements\n'],
    ['a bar of links', '[Skip](#main) | [Search](/search) | [Help](/help)\n'],
    ['a way back', '[Back to top](#)\n'],
  ])('are known by %s', async (_name, contents) => {
    const found = await kinds(contents);
    expect(found.slice(0, -3).filter((kind) => kind !== 'contents')).toEqual(
      contents.startsWith('Read') ? ['paragraph'] : [],
    );
    expect(found.slice(-3)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it.each([
    ['a list of agencies', 'The agencies are:\n\n- Marlby College\n- Probation\n- Housing\n'],
    ['links to other pages', '- [Our levels of need](/levels)\n- [Our procedures](https://a.example)\n'],
    ['a sentence under "Contents"', '## Contents\n\nThis plan is written under the guidance of 2018.\n'],
    ['a table of numbers', '| Sector | Seats |\n|---|---|\n| Schools | 4 |\n| Colleges | 2 |\n| Nurseries | 1 |\n'],
    [
      'a table that points to sections and says more',
      '| Matter | Section |\n|---|---|\n| Partners | 1 |\n| Area | 3 |\n| Custody | The panel visits the home each month |\n',
    ],
    ['a paragraph with one link', 'See [our plan](#plan) for what we do.\n'],
  ])('are not seen in %s', async (_name, contents) => {
    expect(await kinds(contents)).not.toContain('contents');
  });
});

describe('quotations', () => {
  it('are block quotations, except a box with a telephone number', async () => {
    const document = await readMarkdown(
      '> Partners should say how they will act.\n\n> **Worried?** Call 01632 960 001 or write to help@marlby.example.\n',
    );
    expect(quoted(document)).toEqual(['Partners should say how they will act.']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['quotation', 'paragraph']);
  });

  it('are paragraphs wholly in quotation marks, whoever is named after them', async () => {
    const document = await readMarkdown(
      '"Ask twice, because the first time you say fine." (Girl, 13)\n\n“Nobody told us who to ask. There should be a person for it.” — Ada, 17\n',
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['quotation', 'quotation']);
    expect(document.sentences.every((one) => one.quoted)).toBe(true);
  });

  it('run across the sentences of a paragraph', async () => {
    const document = await readMarkdown(
      'One mother said: "The nursery knew, and so did the childminder at the corner. Early years people ought to be in the room." We agree.\n',
    );
    expect(quoted(document)).toEqual([
      'One mother said: "The nursery knew, and so did the childminder at the corner.',
      'Early years people ought to be in the room."',
    ]);
  });

  it('end where the writer goes on', async () => {
    const document = await readMarkdown('"We want to be heard by everyone all the time." The panel meets monthly.\n');
    expect(document.blocks[0]!.kind).toBe('paragraph');
    expect(quoted(document)).toEqual(['"We want to be heard by everyone all the time."']);
  });

  it('are not names, titles, apostrophes or marks that never close', async () => {
    const document = await readMarkdown(
      "The \"own house\" item is on every agenda of the board. The partners' fund, the councils' share and the boards' plan are one. It is called 'The Right Help'. She said \"yes to this and to all the rest of it and more.\n",
    );
    expect(quoted(document)).toEqual([]);
  });

  it('are known by single marks too', async () => {
    const document = await readMarkdown(
      'The guidance says: ‘partners should agree on ways to work together in their area’. We do. It asks that ‘children are heard’ here.\n',
    );
    expect(quoted(document)).toEqual([
      'The guidance says: ‘partners should agree on ways to work together in their area’.',
    ]);
  });
});
