/** What the Word reader writes as Markdown reads back as the same words in the same places, whatever the words are. */

import fc from 'fast-check';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { expect, it } from 'vitest';
import { buildDocument } from '../../src/document/build.ts';
import { writePlaced } from '../../src/read/docx/write.ts';
import { tidy } from '../../src/read/hast/tidy.ts';
import { readMarkdown } from '../../src/read/markdown.ts';

const piece = fc.constantFrom(
  ...[
    'The board',
    'meets',
    '*',
    '_',
    '**',
    '#',
    '-',
    '+',
    '>',
    '1.',
    '2)',
    '[',
    ']',
    '(x)',
    '[^1]',
    '<b>',
    '</b>',
    '<!--',
    '&amp;',
    '&',
    '~~',
    '~',
    '`',
    '```',
  ],
  ...[
    '|',
    '\\',
    '---',
    '===',
    '!',
    ':',
    'a_b',
    'snake_case_',
    '“Yes.”',
    'É',
    'www.a.org',
    'x@y.org',
    '[ ]',
    '.',
    '%',
    'end#',
  ],
);

const words = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ')), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.map(([text, gap]) => text + gap).join(''));

const text = words.map((value): PhrasingContent => ({ type: 'text', value }));
const inline: fc.Arbitrary<PhrasingContent[]> = fc.array(
  fc.oneof(
    text,
    text.map((child): PhrasingContent => ({ type: 'strong', children: [child] })),
    text.map((child): PhrasingContent => ({ type: 'emphasis', children: [child] })),
  ),
  { minLength: 1, maxLength: 4 },
);

const paragraph = inline.map((children): RootContent => ({ type: 'paragraph', children }));
const list = fc
  .tuple(fc.boolean(), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
  .map(([ordered, items]): RootContent => {
    return {
      type: 'list',
      ordered,
      spread: false,
      children: items.map((item) => ({ type: 'listItem', spread: false, children: [item as never] })),
    };
  });
const table = fc.array(fc.tuple(inline, inline), { minLength: 2, maxLength: 3 }).map((rows): RootContent => {
  const children = rows.map((cells) => ({
    type: 'tableRow' as const,
    children: cells.map((inner) => ({ type: 'tableCell' as const, children: inner })),
  }));
  return { type: 'table', children };
});
const heading = inline.map((children): RootContent => ({ type: 'heading', depth: 2, children }));

/** Kinds of blocks with their words, without marks for bold and the like, which may have to go. */
function shape(node: Nodes): unknown {
  switch (node.type) {
    case 'root':
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableRow':
      return [node.type, ...(node.children as Nodes[]).map(shape)];
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return [node.type, wordsOf(node).replace(/\s+/g, ' ').trim()];
    default:
      return node.type;
  }
}

const wordsOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? (node.children as Nodes[]).map(wordsOf).join('') : '';

it('reads back', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(paragraph, list, table, heading), { minLength: 1, maxLength: 4 }), (children) => {
      // The generator may give one node twice, and again at the next run; what is written changes its nodes.
      const tree: Root = JSON.parse(JSON.stringify({ type: 'root', children }));
      tidy(tree);
      const markdown = writePlaced(tree);
      const again = readMarkdown('a.md', markdown);
      expect(shape(again.tree)).toEqual(shape(tree));
      const texts = (of: Root): string[] =>
        buildDocument({ ...again, tree: of }).sentences.map(
          (sentence) => `${sentence.place.start.offset} ${sentence.text}`,
        );
      if (!/[*_~`]/.test(markdown)) expect(texts(tree)).toEqual(texts(again.tree));
    }),
    { numRuns: 600 },
  );
});

it('knows the places after a reference that is meant as it stands', () => {
  const markdown = '- \\&amp;1. The board meets. An &amp; and \\\\&amp; end.\n';
  const document = buildDocument(readMarkdown('a.md', markdown));
  for (const { text, place } of document.sentences)
    expect(markdown.slice(place.start.offset)).toMatch(new RegExp(`^\\\\?${text.slice(0, 2)}`));
  expect(document.sentences.map(({ text }) => text)).toEqual(['&amp;1.', 'The board meets.', 'An & and \\& end.']);
  expect(document.sentences[2]!.place.end.offset).toBe(markdown.length - 1);
});

it('keeps marks apart from an address that follows them', () => {
  const words = (value: string): Text => ({ type: 'text', value });
  const writtenAndRead = (children: Paragraph['children']): string[] => {
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children }] };
    tidy(tree);
    return readMarkdown('a.md', writePlaced(tree)).tree.children.map(wordsOf);
  };
  const write: PhrasingContent = { type: 'strong', children: [words('Write')] };
  const board: PhrasingContent = { type: 'emphasis', children: [words('The board')] };
  expect(writtenAndRead([write, board, words('-x@y.example')])).toEqual(['WriteThe board-x@y.example']);
  const signs: PhrasingContent = { type: 'strong', children: [words('---')] };
  expect(writtenAndRead([board, signs, words('x@y.example')])).toEqual(['The board---x@y.example']);
});
