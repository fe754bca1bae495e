import { describe, expect, it } from 'vitest';
import { at, original, outline, readText, sentence } from './read.ts';

const prose = (number: number): string =>
  Array.from(
    { length: number },
    (_, i) =>
      `Each agency keeps a log of what it has agreed to do and reports on item ${i}\nof it to the board at the next meeting of the partnership, in writing.`,
  ).join('\n\n');

describe('lines put together again', () => {
  it('joins wrapped lines, ragged ones too, and keeps the place of each sentence', async () => {
    const text =
      'The council and the police meet every month in the town hall to read what\n' +
      'has come in from schools. The nurse\nwrites the note of\n' +
      'the meeting and sends it to every head teacher before the end of the week.\n';
    const document = await readText(text);
    expect(document.sentences.map(({ text: words }) => words)).toEqual([
      'The council and the police meet every month in the town hall to read what has come in from schools.',
      'The nurse writes the note of the meeting and sends it to every head teacher before the end of the week.',
    ]);
    expect(document.sentences.map(at)).toEqual(['1:1-2:26', '2:27-4:75']);
    expect(original(text, document.sentences[1]!)).toBe(
      'The nurse\nwrites the note of\nthe meeting and sends it to every head teacher before the end of the week.',
    );
  });

  it('goes on over a blank line in the middle of a sentence', async () => {
    const document = await readText(
      `${prose(6)}\n\nThe chair of the board is appointed by the three partners acting together and reports to\n\nthe chief executive of the council, who may ask for more.\n`,
    );
    expect(sentence(document, 'The chair of the board').text).toBe(
      'The chair of the board is appointed by the three partners acting together and reports to the chief executive of the council, who may ask for more.',
    );
  });

  it('repairs words broken at line ends, by the other words of the document', async () => {
    const text =
      'The partners read the safeguarding report with care. A childminder is wel-\ncome at any forum. The safe-\n' +
      'guarding lead answers for multi-\nagency work, the child-\nminder for the early years, and the co-\nordinator for the rest. It cov-\ners 2018-\n19 as well as the Anglo-\nFrench school.\n';
    const document = await readText(text);
    const all = document.sentences.map(({ text: words }) => words).join(' ');
    expect(all).toContain('A childminder is welcome at any forum.');
    expect(all).toContain('The safeguarding lead answers for multi-agency work, the childminder for');
    expect(all).toContain('the co-ordinator for the rest. It covers 2018-19 as well as the Anglo-French school.');
    const broken = sentence(document, 'The safeguarding lead');
    expect(original(text, broken).startsWith('The safe-\nguarding lead')).toBe(true);
    expect(broken.place.start.line).toBe(2);
  });

  it('keeps names and posts on lines of their own', async () => {
    const document = await readText(
      `${prose(4)}\n\nSigned on 3 March 2024:\n\nAda Quill\nChief Executive, Marlby Council\nDr Ben Oduya\nChief Nurse, NHS Marlby Integrated Care Board\n`,
    );
    expect(document.sentences.slice(-5).map(({ text }) => text)).toEqual([
      'Signed on 3 March 2024:',
      'Ada Quill',
      'Chief Executive, Marlby Council',
      'Dr Ben Oduya',
      'Chief Nurse, NHS Marlby Integrated Care Board',
    ]);
    expect(document.sections.some(({ heading }) => heading.includes('Ada'))).toBe(false);
  });

  it('has the same sentences and places whatever the line ends', async () => {
    const text = `Funding\n\nThe council pays half. Health pays\nthe rest of it.\n\n• one\n• two\n`;
    const plain = await readText(text);
    for (const ending of ['\r\n', '\r']) {
      const other = await readText(text.replaceAll('\n', ending));
      expect(other.sentences.map((s) => [s.text, at(s)])).toEqual(plain.sentences.map((s) => [s.text, at(s)]));
    }
  });
});

describe('text that was never wrapped', () => {
  it('has a paragraph a line', async () => {
    const line = (topic: string): string =>
      `The panel heard about ${topic} and asked how each of the agencies would take part in the months to come, which the director explained at some length.`;
    const topics = ['schools', 'health', 'housing', 'probation', 'transport', 'police', 'faith', 'sport', 'fire'];
    const document = await readText(`Key points:\n· One point.\n· Another point.\n${topics.map(line).join('\n')}\n`);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', ...topics.map(() => 'paragraph')]);
  });

  it('loses the marks of bold type and of links', async () => {
    const text = 'The **council** pays; see [our plan](https://a.example/plan) for 2 ** 3 more.\n';
    const document = await readText(text);
    expect(document.sentences[0]!.text).toBe('The council pays; see our plan for 2 ** 3 more.');
    expect(original(text, document.sentences[0]!)).toBe(text.trim());
  });
});

describe('pages', () => {
  const pages = [
    'Marlby Safeguarding Partnership\n\nOur arrangements\n',
    'Marlby Safeguarding Partnership | 2024\n\nScrutiny\n\nThe scrutineer is appointed for three years and may be appointed once\nmore. She observes the board from a chair against the wall and not beside the\n\nOFFICIAL\nPage 2 of 4\n',
    'Marlby Safeguarding Partnership | 2024\n\nchair of the meeting. Her report is published.\n\nFunding\n\nThe council pays half. Other agencies help in kind, which means that they\nlend\n\nOFFICIAL\nPage 3 of 4\n',
    'Marlby Safeguarding Partnership | 2024\n\ntrainers and rooms.\n\nOFFICIAL\nPage 4 of 4\n',
  ];

  it('loses headers, footers and page numbers, and joins what they cut', async () => {
    const document = await readText(pages.join('\f'));
    expect(outline(document)).toEqual([
      '# Marlby Safeguarding Partnership',
      'paragraph: Our arrangements',
      '## Scrutiny',
      'paragraph: The scrutineer is appointed for three years and may be appointed once more. / She observes the board from a chair against the wall and not beside the chair of the meeting. / Her report is published.',
      '## Funding',
      'paragraph: The council pays half. / Other agencies help in kind, which means that they lend trainers and rooms.',
    ]);
    expect(document.notes).toEqual([
      { code: 'page-furniture', message: '9 running headers, footers and page numbers were left out.' },
    ]);
  });

  it('tells the page of each sentence', async () => {
    const document = await readText(pages.join('\f'));
    expect(sentence(document, 'against the wall').place.page).toBe(2);
    expect(sentence(document, 'Her report').place.page).toBe(3);
    expect(sentence(document, 'The council pays half').place.page).toBe(3);
    expect(document.blocks.at(-1)!.place.page).toBe(3);
  });

  it('knows headers without form feeds by the page numbers beside them', async () => {
    const header = 'Marlby arrangements 2024';
    const text = [1, 2, 3, 4]
      .map(
        (page) =>
          `${prose(2)}\n\nThe board reads the numbers that the police and the council send, and the\n${page}\n${header}\nnurse explains them.`,
      )
      .join('\n\n');
    const document = await readText(text);
    expect(document.sentences.some(({ text: words }) => words.includes(header) || /^\d+$/.test(words))).toBe(false);
    expect(document.sentences.filter(({ text: words }) => words.endsWith('and the nurse explains them.'))).toHaveLength(
      4,
    );
  });

  it('keeps a cell that comes back in a table', async () => {
    const text = `${prose(3)}\n\nMembers\n\nMarlby Council\n\nLead member\n\nMarlby Council\n\nDirector of housing\n\nMarlby Council\n\nHead of service\n`;
    const document = await readText(text);
    expect(document.sentences.filter(({ text: words }) => words === 'Marlby Council')).toHaveLength(3);
  });

  it('lifts footnotes out of the sentence they cut', async () => {
    const text =
      `Head of every page\n\n${prose(2)}\n\nThe plan is read by the board.1 It is then sent to the\n\n1 The board is described in the\nprotocol of 2019.\n\n2\f` +
      `Head of every page\n\npartners for their signature.\n\n3\fHead of every page\n\n${prose(1)}\n\n4`;
    const document = await readText(text);
    expect(sentence(document, 'It is then sent').text).toBe('It is then sent to the partners for their signature.');
    const note = sentence(document, 'protocol of 2019');
    expect(note.text).toBe('The board is described in the protocol of 2019.');
    expect(document.blocks[note.block]!.kind).toBe('footnote');
    expect(note.place.page).toBe(1);
  });
});

describe('contents pages', () => {
  const body = `1. Introduction\n\n${prose(1)}\n\n2. Funding\n\n${prose(1)}\n\n2.1 Shares\n\n${prose(1)}\n\nAppendix A: Agencies\n\n${prose(1)}\n`;

  it.each([
    [
      'dot leaders',
      'Contents\n\n1. Introduction ........... 3\n2. Funding ................ 4\n2.1 Shares ................ 4\nAppendix A: Agencies ...... 9\n',
    ],
    [
      'spaced dots',
      'Table of contents\n\n1. Introduction . . . . . . 3\n2. Funding . . . . . . . 4\n2.1 Shares . . . . . . . 4\nAppendix A: Agencies . . . . . 9\n',
    ],
    ['page numbers alone', 'Contents\n\n1. Introduction 3\n2. Funding 4\n2.1 Shares 4\nAppendix A: Agencies 9\n'],
    [
      'wide gaps',
      'CONTENTS\n1. Introduction          3\n2. Funding               4\n2.1 Shares               4\nAppendix A: Agencies     9\n',
    ],
    ['titles alone', 'In this document:\n\n1. Introduction\n2. Funding\n2.1 Shares\nAppendix A: Agencies\n'],
  ])('are known by %s', async (_name, contents) => {
    const document = await readText(`Marlby Partnership\n\nOur arrangements\n\n${contents}\n${body}`);
    const entries = document.sentences.filter(({ kind }) => kind === 'contents');
    expect(entries.map(({ text }) => text.replace(/[\s.]*\d*$/, ''))).toEqual([
      '1. Introduction',
      '2. Funding',
      '2.1 Shares',
      'Appendix A: Agencies',
    ]);
    expect(outline(document).filter((line) => line.startsWith('#'))).toEqual([
      '# Marlby Partnership',
      expect.stringMatching(/^## (?:contents|table of contents|in this document:?)$/i),
      '## 1. Introduction',
      '## 2. Funding',
      '### 2.1 Shares',
      '## Appendix A: Agencies',
    ]);
  });

  it('let a long title run over two lines', async () => {
    const document = await readText(
      `Contents\n\n1. Introduction ............ 3\n2. How the partners share the cost of\nthe work between them ...... 4\n3. Reviews ................. 5\n\n1. Introduction\n\n${prose(2)}\n`,
    );
    expect(document.sentences.filter(({ kind }) => kind === 'contents')).toHaveLength(4);
  });
});

describe('headings without markup', () => {
  it('are short lines with text under them', async () => {
    const document = await readText(
      `MARLBY PARTNERSHIP\n\nLocal arrangements\n\nINDEPENDENT SCRUTINY\n\n${prose(1)}\n\nHow we are funded\n\n${prose(1)}\n\nWhat happens when a child is hurt?\n\n${prose(1)}\n\nAnnex B: Agencies\n\n• One\n• Two\n`,
    );
    expect(outline(document).filter((line) => line.startsWith('#'))).toEqual([
      '# MARLBY PARTNERSHIP',
      '## INDEPENDENT SCRUTINY',
      '### How we are funded',
      '### What happens when a child is hurt?',
      '## Annex B: Agencies',
    ]);
  });

  it('take their depth from their numbers', async () => {
    const document = await readText(
      `Marlby Partnership\n\nOur plan for 2024\n\n1 Leadership\n\n${prose(1)}\n\n1.1 The chief executive\n\n${prose(1)}\n\n1.1.1 Deputies\n\n${prose(1)}\n\nRelevant agencies\n\n${prose(1)}\n\n2 Funding\n\n${prose(1)}\n`,
    );
    const sections = document.sections.map(({ heading, depth, parent }) => [
      heading,
      depth,
      document.sections[parent]?.heading ?? '',
    ]);
    expect(sections.slice(-5)).toEqual([
      ['1 Leadership', 2, 'Marlby Partnership'],
      ['1.1 The chief executive', 3, '1 Leadership'],
      ['1.1.1 Deputies', 4, '1.1 The chief executive'],
      ['Relevant agencies', 5, '1.1.1 Deputies'],
      ['2 Funding', 2, 'Marlby Partnership'],
    ]);
  });

  it('stand without blank lines when text ends before and starts after', async () => {
    const document = await readText(
      `${prose(2)}\n\nThe panel meets every month and sends its findings to the board for a decision.\nProfessional Challenge and Escalation\nPartners settle disputes between themselves and write down what they settled on the day.\n`,
    );
    expect(document.sections.map(({ heading }) => heading)).toContain('Professional Challenge and Escalation');
  });

  it('may be long and run over two lines', async () => {
    const document = await readText(
      `${prose(2)}\n\n9. Serious incidents and local child safeguarding practice\nreviews\n\nThe council tells the national panel within five working days of knowing.\n`,
    );
    expect(document.sections.at(-1)!.heading).toBe(
      '9. Serious incidents and local child safeguarding practice reviews',
    );
  });

  it('are not numbered paragraphs, however they wrap', async () => {
    const document = await readText(
      `18. Other bodies\n\n18.1 A protocol signed in March 2019 binds the partnership and the Health and Wellbeing\nBoard, and their chairs meet every four months.\n\n18.2 It is read out once a year to the members of every board that has signed it, and is\nthen renewed.\n`,
    );
    expect(outline(document)).toEqual([
      '## 18. Other bodies',
      'paragraph: 18.1 A protocol signed in March 2019 binds the partnership and the Health and Wellbeing Board, and their chairs meet every four months.',
      'paragraph: 18.2 It is read out once a year to the members of every board that has signed it, and is then renewed.',
    ]);
  });

  it('are not the cells of a table that came out one under the other', async () => {
    const cells = [
      'Agency',
      'Post',
      'Marlby Council',
      'Head of Housing',
      'NHS Marlby',
      'Designated Nurse',
      'Probation',
      'Head of Delivery',
      'Marlby College',
      'Vice Principal',
    ];
    const document = await readText(
      `Membership\n\n${prose(1)}\n\n${cells.join('\n\n')}\n\nAppendix 2: Protocol\n\n${prose(1)}\n`,
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual(['', 'Membership', 'Appendix 2: Protocol']);
  });

  it('are not lines that ask for what follows', async () => {
    const document = await readText(
      `Leadership\n\n${prose(1)}\n\nThe Operations Group:\n\n• keeps agencies involved;\n• hears from families.\n`,
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual(['', 'Leadership']);
    expect(document.blocks.at(-1)!.kind).toBe('list');
    expect(document.sentences[document.blocks.at(-1)!.leadIn]!.text).toBe('The Operations Group:');
  });
});

describe('lists', () => {
  const items = (document: Awaited<ReturnType<typeof readText>>): string[] =>
    document.sentences.filter(({ kind }) => kind === 'item').map(({ text }) => text);

  it.each(['•', '\uf0b7', '\uf0a7', '▪', '–', '-', '*', 'o', '·', '➢', '✓', '•\t'])(
    'know the bullet %j',
    async (sign) => {
      const document = await readText(
        `The partners agree:\n\n${sign} to meet every month;\n${sign} to pay for training and for the work of the\npanel on reviews;\n${sign} to publish a report.\n`,
      );
      expect(items(document)).toEqual([
        'to meet every month;',
        'to pay for training and for the work of the panel on reviews;',
        'to publish a report.',
      ]);
      const list = document.blocks.at(-1)!;
      expect(list.kind).toBe('list');
      expect(document.sentences[list.leadIn]!.text).toBe('The partners agree:');
      expect(document.sentences.at(-1)!.leads).toEqual([list.leadIn]);
    },
  );

  it.each([
    ['a)', 'b)', 'c)'],
    ['(a)', '(b)', '(c)'],
    ['1.', '2.', '3.'],
    ['(i)', '(ii)', '(iii)'],
    ['h)', 'i)', 'J)'],
  ])('know the labels %s %s %s', async (a, b, c) => {
    const document = await readText(`The members are:\n${a} Schools and colleges\n${b} Housing\n${c} Probation\n`);
    expect(items(document)).toEqual(['Schools and colleges', 'Housing', 'Probation']);
  });

  it('know bullets that have no space after them', async () => {
    const document = await readText(
      'We want:\n•Clear lines of sight\n•Valued work by lay members\n*Partners who hold each other to account\n',
    );
    expect(items(document)).toEqual([
      'Clear lines of sight',
      'Valued work by lay members',
      'Partners who hold each other to account',
    ]);
  });

  it('join a bullet alone on its line to the text after the white space', async () => {
    const text =
      'They will:\n\n\uf0b7\n\nagree the budget\n\n\uf0b7\n\nset the priorities\n\nThis group meets twice a year.\n';
    const document = await readText(text);
    expect(items(document)).toEqual(['agree the budget', 'set the priorities']);
    expect(document.sentences.map(at).slice(1, 3)).toEqual(['5:1-5:17', '9:1-9:19']);
    expect(document.sentences.at(-1)!.kind).toBe('sentence');
  });

  it('are known without any bullets by the white space between their items', async () => {
    const document = await readText(
      `${prose(3)}\n\nThe executive meets twice a year and will agree:\n\n\nThe local arrangements\n\n\n\nThe annual report, before it is published and after the scrutineer has seen\nit\n\n\n\nPriorities for the business plan\n\nThis group also tells other leaders what has been agreed.\n`,
    );
    expect(items(document)).toEqual([
      'The local arrangements',
      'The annual report, before it is published and after the scrutineer has seen it',
      'Priorities for the business plan',
    ]);
    expect(document.sentences.at(-1)!).toMatchObject({
      kind: 'sentence',
      text: 'This group also tells other leaders what has been agreed.',
    });
  });

  it('end where a paragraph starts without a gap', async () => {
    const document = await readText(
      `${prose(2)}\n\nThe group:\n\n• delivers the plan and watches it;\n• hears what families say about the help they had.\nA delegate speaks for the agency and may commit it on policy, staff and money without asking.\n`,
    );
    expect(document.sentences.at(-1)!.kind).toBe('sentence');
    expect(items(document)).toHaveLength(2);
  });

  it('nest by indentation, by a colon and by bullets that come back', async () => {
    const document = await readText(
      'The groups are:\n\n• Learning group:\n  o reviews\n  o audits\n• Workforce group\n\nThe forums are:\n\n• Schools\n– primary\n– secondary\n• Health\n',
    );
    const leads = (part: string): string[] =>
      sentence(document, part).leads.map((index) => document.sentences[index]!.text);
    expect(leads('audits')).toEqual(['The groups are:', 'Learning group:']);
    expect(leads('Workforce group')).toEqual(['The groups are:']);
    expect(leads('secondary')).toEqual(['The forums are:', 'Schools']);
    expect(leads('Health')).toEqual(['The forums are:']);
  });

  it('do not start at a label inside a sentence', async () => {
    const document = await readText(
      `${prose(2)}\n\nThe priorities for the year that were chosen by the board in March are these two,\n(ii) children harmed outside the home and neglect in the first five years of a life\nat home.\n`,
    );
    expect(items(document)).toEqual([]);
  });
});

describe('tables', () => {
  const rows = (document: Awaited<ReturnType<typeof readText>>): (string[] | undefined)[] =>
    document.sentences.filter(({ kind }) => kind === 'row').map(({ cells }) => cells);

  it('are put together from cells one under the other', async () => {
    const document = await readText(
      `${prose(2)}\n\nTable 2. Delegates\nOrganisation\nDelegate\nStanding\nMarlby Council\nDirector of Children's Services\nSecond tier\nNHS Marlby Board\nExecutive Chief Nurse\nBoard member\nMarlby Police\nAssistant Chief Constable\nMember of the executive\n\n${prose(1)}\n`,
    );
    const table = document.blocks.find(({ kind }) => kind === 'table')!;
    expect(table.columns).toEqual(['Organisation', 'Delegate', 'Standing']);
    expect(rows(document)).toEqual([
      ['Marlby Council', "Director of Children's Services", 'Second tier'],
      ['NHS Marlby Board', 'Executive Chief Nurse', 'Board member'],
      ['Marlby Police', 'Assistant Chief Constable', 'Member of the executive'],
    ]);
    expect(document.sentences[table.leadIn]).toMatchObject({ kind: 'heading', text: 'Table 2. Delegates' });
    expect(document.sections.some(({ heading }) => heading.startsWith('Table'))).toBe(false);
  });

  it('are known by wide gaps, with wrapped cells', async () => {
    const text =
      'The shares are as follows.\n\n' +
      'Partner              Share    When it is paid\n' +
      'Marlby Council       50%      April, in advance and\n' +
      '                              in full\n' +
      'NHS Marlby           36%      April\n' +
      'Marlby Police        14%      October\n';
    const document = await readText(text);
    const table = document.blocks.at(-1)!;
    expect(table.columns).toEqual(['Partner', 'Share', 'When it is paid']);
    expect(rows(document)).toEqual([
      ['Marlby Council', '50%', 'April, in advance and in full'],
      ['NHS Marlby', '36%', 'April'],
      ['Marlby Police', '14%', 'October'],
    ]);
    expect(document.sentences[table.leadIn]!.text).toBe('The shares are as follows.');
    expect(at(sentence(document, 'NHS Marlby'))).toBe('6:1-6:36');
  });

  it('are known by rows that hang, whatever the widths of their cells', async () => {
    const document = await readText(
      'How this paper came about\n\n' +
        'Version   Date   Author   Change\n' +
        '1.0   May 2019   Board Manager   First issue\n' +
        '2.0   March 2025   Business Manager   Written anew for the later guidance; chair\n' +
        '   and scrutiny parted\n',
    );
    expect(document.blocks.at(-1)!.columns).toEqual(['Version', 'Date', 'Author', 'Change']);
    expect(rows(document).at(-1)).toEqual([
      '2.0',
      'March 2025',
      'Business Manager',
      'Written anew for the later guidance; chair and scrutiny parted',
    ]);
  });

  it('take the rest of a hanging row for its last cells', async () => {
    const document = await readText(
      'Agreed by the three partners.\n\n' +
        'Ada Quill   Chief Executive   Marlby Council   3 March 2025\n' +
        'Ben Oduya   Chief Nurse   NHS Marlby, for both care\n' +
        '   boards   5 March 2025\n',
    );
    expect(rows(document)).toEqual([
      ['Ada Quill', 'Chief Executive', 'Marlby Council', '3 March 2025'],
      ['Ben Oduya', 'Chief Nurse', 'NHS Marlby, for both care boards', '5 March 2025'],
    ]);
  });

  it('may have no header row', async () => {
    const document = await readText(
      'These arrangements were approved on 14 May 2024.\n\nAda Quill   Chief Executive   Marlby Council\nBen Oduya   Chief Nurse   NHS Marlby\n',
    );
    expect(document.blocks.at(-1)!.columns).toEqual(['', '', '']);
    expect(rows(document)).toEqual([
      ['Ada Quill', 'Chief Executive', 'Marlby Council'],
      ['Ben Oduya', 'Chief Nurse', 'NHS Marlby'],
    ]);
  });

  it('are known by pipes and by tabs', async () => {
    const pipes = await readText('| Partner | Share |\n|---|---|\n| Council | 50% |\n| Health | 50% |\n');
    expect(rows(pipes)).toEqual([
      ['Council', '50%'],
      ['Health', '50%'],
    ]);
    const tabs = await readText('Partner\tShare\nCouncil\t50%\nHealth\t50%\n');
    expect(tabs.blocks.at(-1)!.columns).toEqual(['Partner', 'Share']);
    expect(rows(tabs)).toEqual([
      ['Council', '50%'],
      ['Health', '50%'],
    ]);
  });

  it('are not seen in text with wide spaces after its stops', async () => {
    const document = await readText(
      'The board meets monthly.  It reads the plan.  Nobody is late.\nThe nurse attends.  She reports.  The police send a note.\n',
    );
    expect(rows(document)).toEqual([]);
    expect(document.sentences).toHaveLength(6);
  });
});
