import { describe, expect, it } from 'vitest';
import { original, read, readMarkdown } from './read.ts';

describe('front matter', () => {
  const text = `---
title: "Holding fast: our arrangements"
in_force_from: 2025-01-06
partners:
  - Marlby Council
  - name: Marlby Police
    lead: true
budget: 120000
note: >
  Two lines
  of text.
---

# Holding fast

The partners meet.
`;

  it('gives the values, with where they stand', async () => {
    const document = await readMarkdown(text);
    expect(document.title).toBe('Holding fast: our arrangements');
    expect(document.frontMatter).toEqual({
      title: 'Holding fast: our arrangements',
      in_force_from: '2025-01-06',
      partners: ['Marlby Council', { name: 'Marlby Police', lead: true }],
      budget: 120000,
      note: 'Two lines of text.\n',
    });
    const declared = document.declared.map((value) => [value.path, value.value, original(text, value)]);
    expect(declared).toEqual([
      ['title', 'Holding fast: our arrangements', 'title: "Holding fast: our arrangements"'],
      ['in_force_from', '2025-01-06', 'in_force_from: 2025-01-06'],
      ['partners.0', 'Marlby Council', 'Marlby Council'],
      ['partners.1.name', 'Marlby Police', 'name: Marlby Police'],
      ['partners.1.lead', true, 'lead: true'],
      ['budget', 120000, 'budget: 120000'],
      ['note', 'Two lines of text.\n', 'note: >\n  Two lines\n  of text.'],
    ]);
    expect(document.declared[1]!.place.start).toEqual({ line: 3, column: 1, offset: text.indexOf('in_force') });
  });

  it('stands in a block of its own, one field a value, and is not counted as words', async () => {
    const document = await readMarkdown(text);
    const block = document.blocks[0]!;
    expect(block.kind).toBe('front-matter');
    const fields = document.sentences.slice(block.from, block.to);
    expect(fields.every(({ kind }) => kind === 'field')).toBe(true);
    expect(fields[1]!.text).toBe('in force from: 2025-01-06');
    expect(document.words).toBe(3);
  });

  it('has the same places with CRLF line ends and a byte order mark', async () => {
    const plain = await readMarkdown(text);
    const windows = await readMarkdown(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    const lines = (document: typeof plain): unknown =>
      [...document.declared, ...document.sentences].map(({ place }) => [
        place.start.line,
        place.start.column,
        place.end.line,
      ]);
    expect(lines(windows)).toEqual(lines(plain));
  });

  it.each([
    [
      'a key given twice',
      '---\na: 1\nb: 2\na: 3\n---\n',
      'x.md, line 4, column 1: the front matter gives the key "a" twice; keep one of them.',
    ],
    [
      'an end that never comes',
      '---\ntitle: Plan\n\n# Head\n',
      'x.md, line 1: the front matter opened by "---" is never closed; add a line "---" after its last key.',
    ],
    [
      'an alias',
      '---\na: &x [y]\nb: [*x, *x]\n---\n',
      'x.md, line 3, column 5: the front matter uses the alias "*x"; write the value out in full.',
    ],
    ['a tab', '---\na:\n\tb: 1\n---\n', 'x.md, line 3, column 1: the front matter is indented with a tab; use spaces.'],
    [
      'no keys',
      '---\n- a\n- b\n---\n',
      'x.md, line 2, column 1: the front matter must be a list of keys and values, one "key: value" a line.',
    ],
    [
      'brackets without end',
      `---\na: ${'['.repeat(60)}\n---\n`,
      'x.md, line 2, column 44: the front matter is nested too deeply to read; make it flatter.',
    ],
  ])('is refused with %s', async (_name, content, message) => {
    await expect(read('x.md', `${content}Text.\n`)).rejects.toMatchObject({ code: 'front-matter', message });
  });

  it('places what is wrong with the YAML', async () => {
    await expect(read('x.md', '---\ntitle: [a, b\nnext: c\n---\nText.\n')).rejects.toMatchObject({
      code: 'front-matter',
      message: expect.stringMatching(
        /^x\.md, line [34], column \d+: the front matter is not valid YAML \(.+\); correct it there\.$/,
      ),
    });
  });

  it('does not let a key reach the prototype', async () => {
    const document = await readMarkdown('---\n__proto__:\n  admin: yes\n---\nText.\n');
    expect(Object.keys(document.frontMatter!)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('is not seen in a rule across the page', async () => {
    const document = await readMarkdown('---\n\nThe partners meet monthly.\n\n---\n\nThe end.\n');
    expect(document.sentences.map(({ text: words }) => words)).toEqual(['The partners meet monthly.', 'The end.']);
    expect(document.frontMatter).toBeUndefined();
  });
});

describe('a whole document in YAML', () => {
  it('has keys for headings, text for body and lists for lists', async () => {
    const text = `title: Marlby arrangements
funding:
  model: The council pays half. Health pays the rest.
  shares:
    - Council one half
    - body: NHS Marlby
reviews: |
  The panel meets
  every month.

  It writes to the partners.
`;
    const document = await read('a.yaml', text);
    expect(document.sections.map(({ heading, depth }) => `${depth} ${heading}`)).toEqual([
      '0 ',
      '1 title',
      '1 funding',
      '2 model',
      '2 shares',
      '1 reviews',
    ]);
    expect(document.title).toBe('Marlby arrangements');
    const body = document.sentences.filter(({ kind }) => kind !== 'heading');
    expect(body.map((sentence) => [sentence.kind, sentence.text, original(text, sentence)])).toEqual([
      ['sentence', 'Marlby arrangements', 'Marlby arrangements'],
      ['sentence', 'The council pays half.', 'The council pays half.'],
      ['sentence', 'Health pays the rest.', 'Health pays the rest.'],
      ['item', 'Council one half', 'Council one half'],
      ['item', 'body: NHS Marlby', 'body: NHS Marlby'],
      ['sentence', 'The panel meets every month.', 'The panel meets\n  every month.'],
      ['sentence', 'It writes to the partners.', 'It writes to the partners.'],
    ]);
  });

  it('is refused when it is not keys and values', async () => {
    await expect(read('a.yml', 'only words\n')).rejects.toMatchObject({ code: 'yaml' });
  });
});
