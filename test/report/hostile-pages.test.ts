/** Whatever a document holds comes out as text in the page and in the Word file. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/types.ts';
import { readDocument } from '../../src/index.ts';
import { formatDocx } from '../../src/report/docx/file.ts';
import { formatHtml } from '../../src/report/html/page.ts';
import { plain } from '../../src/report/plain.ts';
import { DANGEROUS } from './dangerous.ts';
import { partsOf, shapeOf as xmlShapeOf } from './docx/read.ts';
import { HOSTILE, hostile, several } from './fixtures.ts';
import { EVERYWHERE, hostileText } from './hostile-text.ts';
import { elementsOf, shapeOf, textOf, treeOf } from './html/hast.ts';

const FRAGMENTS = [
  HOSTILE,
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><svg onload=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '</title></textarea></noscript><img src=x onerror=alert(1)>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&lt;script&gt;',
  '&amp;&#0;&lol;',
  '<?xml?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'javascript:alert(1)',
  '<a href="javascript:alert(1)">x</a>',
  '</w:t></w:r></w:p>',
  '\u001b[2J\u001b]8;;https://evil.example\u0007',
  '\u05d0\u05d1',
  ...EVERYWHERE,
  '`',
  '=',
  '\\',
  ' ',
];

const { text, examples } = hostileText(FRAGMENTS);

const MARKDOWN =
  '---\ntitle: x\n---\n# H\n\nA sentence. Another.\n\n- item\n\n| a | b |\n|---|---|\n| c | d |\n\n> Said.\n';

/** A document every text of which is the given one, with sentences where the report's quotations are. */
async function documentOf(): Promise<(words: string) => Document> {
  const document = await readDocument(MARKDOWN, { path: 'x.md' });
  const lines = [40, 212, 301, 302, 77, 90, 12, 41, 42];
  return (words) => ({
    ...document,
    path: words,
    title: words,
    sections: document.sections.map((section) => ({ ...section, heading: section.heading && words })),
    blocks: document.blocks.map((block) =>
      block.columns ? { ...block, columns: block.columns.map(() => words) } : block,
    ),
    sentences: document.sentences.map((sentence, index) => {
      const start = { ...sentence.place.start, line: lines[index] ?? 500 + index, column: 1 };
      const cells = sentence.cells && { cells: sentence.cells.map(() => words) };
      return { ...sentence, text: words, place: { ...sentence.place, start }, ...cells };
    }),
  });
}

describe('hostile text', { timeout: 60_000 }, () => {
  it('leaves the page of the same shape, and is there to be read', async () => {
    const hostileDocument = await documentOf();
    const pageOf = (words: string): string =>
      formatHtml(hostile(words), { documents: several.documents.map(() => hostileDocument(words)) });
    const harmless = shapeOf(pageOf('words'));
    expect(harmless.filter((name) => name.startsWith('script'))).toEqual(['script[]']);
    expect(harmless.join(' ')).not.toMatch(/\b(?:on[a-z]+|src|style|formAction|action)\b(?=[^[]*\])/);
    fc.assert(
      fc.property(text, (words) => {
        const page = pageOf(words);
        expect(page.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(shapeOf(page)).toEqual(harmless);
        const links = elementsOf(page, 'a').map(({ properties }) => String(properties.href));
        for (const link of links) expect(link).toMatch(/^#[A-Za-z0-9-]+$/);
        const shown = plain(words)
          .replace(/[\ufffe\uffff]/g, '\ufffd')
          .replace(/\s+/g, ' ')
          .trim();
        expect(textOf(elementsOf(treeOf(page), 'title')[0]!)).toContain('masa-check');
        expect(textOf(page)).toContain(shown);
      }),
      { numRuns: 40, examples },
    );
  });

  it('leaves the Word file well-formed and of the same shape', async () => {
    const partOf = async (words: string): Promise<string> =>
      (await partsOf(await formatDocx(hostile(words)))).get('word/document.xml')!.text;
    const harmless = xmlShapeOf(await partOf('words'));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const parts = await partsOf(await formatDocx(hostile(words)));
        for (const { name, text: source } of parts.values()) {
          if (/\.(?:xml|rels)$/.test(name)) expect(() => xmlShapeOf(source)).not.toThrow();
        }
        const source = parts.get('word/document.xml')!.text;
        expect(source.replaceAll('\n', '')).not.toMatch(DANGEROUS);
        expect(xmlShapeOf(source)).toBe(harmless);
      }),
      { numRuns: 40, examples },
    );
  });
});
