import { describe, expect, it } from 'vitest';
import { formatMarkdown, LONGEST } from '../../src/report/markdown.ts';
import { documentReport, element, evidence, full, hostile, report, requirement, several } from './fixtures.ts';
import { nodesOf, textsOf } from './markdown-tree.ts';

const one = (asks: string, quote: string): string =>
  formatMarkdown(
    report([
      documentReport([
        requirement('a', {
          verdict: 'partially-met',
          elements: [element('e', { asks, status: 'partial', evidence: [evidence(quote, 1)] })],
        }),
      ]),
    ]),
  );

it('is what it was', async () => {
  await expect(formatMarkdown(several)).toMatchFileSnapshot('snapshots/markdown.md');
  await expect(formatMarkdown(several, { detail: 'quiet' })).toMatchFileSnapshot('snapshots/markdown-quiet.md');
});

it('puts gaps first, what the law requires before the rest, and folds what is met', () => {
  const text = formatMarkdown(report([full]));
  const parts = ['2 gaps: 1 must', 'What to do next', '#### Not met', '#### Partly met', 'Other findings', '>Met: 1<'];
  const places = parts.map((part) => {
    expect(text).toContain(part);
    return text.indexOf(part);
  });
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('closes every section that it opens', () => {
  for (const input of [several, hostile()]) {
    const html = nodesOf(formatMarkdown(input)).flatMap((node) => (node.type === 'html' ? [node.value] : []));
    const count = (tag: string): number => html.join('\n').split(tag).length - 1;
    expect(count('<details>')).toBeGreaterThan(0);
    expect(count('<details>')).toBe(count('</details>'));
  }
});

describe('text of a document', () => {
  it.each([
    '<script>alert(1)</script>',
    '</details>',
    '[x](https://evil.example)',
    '![x](https://evil.example/x.png)',
    'https://evil.example www.evil.example a@evil.example mailto:a@evil.example',
    '@octocat and #12 and GH-12 and owner/repo#12 and :smile:',
    '**bold** _it_ ~~no~~ `code` ``two`` ``` three',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '| a | b |',
    '[^1]: note',
    '&lt;b&gt; &amp; \\<b>',
    '$x$ $$y$$',
    '`',
    '<!-- hidden',
    '---',
    '    indented',
  ])('is only text: %s', (nasty) => {
    const text = one(nasty, nasty);
    const nodes = nodesOf(text);
    const kinds = new Set(nodes.map(({ type }) => type));
    for (const kind of ['link', 'image', 'linkReference', 'definition', 'footnoteDefinition', 'blockquote', 'delete']) {
      expect(kinds).not.toContain(kind);
    }
    const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []));
    expect(html.join('').replace(/<\/?(?:details|summary|b|sub)>/g, '')).not.toMatch(/[<>]/);
    expect(nodes).toContainEqual(expect.objectContaining({ type: 'inlineCode', value: nasty.trim() }));
    expect(textsOf(text).replaceAll('\u200b', '')).toContain(nasty.trim());
    expect(textsOf(text)).not.toMatch(/@\w|#\d|:\w+:|GH-\d|www\.|:\/\//);
  });
});

describe('length', () => {
  const large = (number: number) =>
    documentReport(
      Array.from({ length: number }, (_, index) =>
        requirement(`r-${index}`, {
          verdict: index % 2 === 0 ? 'not-met' : 'met',
          elements: [element('e', { status: 'absent', evidence: [evidence('word '.repeat(200), 1)] })],
        }),
      ),
      { findings: Array.from({ length: 300 }, () => ({ code: 'x', level: 'note', message: 'M '.repeat(200) })) },
    );

  it.each([
    ['a long document', report([large(400)])],
    ['many documents', report(Array.from({ length: 900 }, () => full))],
    ['many that were not read', report([], Array(2000).fill(several.failed[0]))],
    ['long words', hostile('x'.repeat(10_000))],
    ['only mentions', hostile('@'.repeat(10_000))],
    ['only backticks', hostile('`'.repeat(10_000))],
  ])('is kept under the limit, and what is left out is counted: %s', (name, input) => {
    const text = formatMarkdown(input);
    expect(text.length).toBeLessThan(LONGEST);
    if (name === 'a long document') {
      expect(text).toMatch(/_Left out to keep this short: .*gap.*_\n$/);
      const shown = text.split('(should)</summary>').length - 1;
      const [, left] = /(\d+) gaps/.exec(text.slice(text.indexOf('_Left out')))!;
      expect(shown + Number(left)).toBe(200);
    }
    if (name.startsWith('many')) expect(text).toMatch(/_Left out to keep this short: [\d,]+ documents/);
  });

  it('says nothing of the kind where nothing is left out', () => {
    expect(formatMarkdown(several)).not.toContain('Left out');
  });
});
