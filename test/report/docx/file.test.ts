import { describe, expect, it } from 'vitest';
import { formatDocx } from '../../../src/report/docx/file.ts';
import { clean, full, report, several } from '../fixtures.ts';
import { paragraphsOf, partsOf } from './read.ts';

const wordsOf = async (bytes: Uint8Array): Promise<string[]> =>
  paragraphsOf((await partsOf(bytes)).get('word/document.xml')!.text);

describe('the Word report', () => {
  it('has headings, a table of gaps and each gap in full', async () => {
    const words = await wordsOf(await formatDocx(report([full])));
    expect(words[0]).toBe('Title: Wrenfield Safeguarding Children Partnership');
    expect(words).toContain('Heading1: Summary');
    expect(words).toContain('Heading1: The gaps at a glance');
    const table = words.filter((line) => line.startsWith('Table'));
    const at = table.indexOf('TableHead: What to write');
    expect(table.slice(at + 1, at + 7)).toEqual([
      'TableText: 1',
      'TableText: Independent scrutiny',
      'TableText: Must',
      'TableText: Partly met',
      'TableText: Line 302',
      'TableText: Say what the scrutineer looks at, how, and how often. Name the people who get the report.',
    ]);
    expect(words).toContain('Heading2: 1. Independent scrutiny');
    expect(words).toContain('ToWrite: To write: Name the people who get the report.');
    expect(words).toContain(
      'Quote: Nearest: “The arrangements must say how any youth custody in the area is included.” (page 14, line 212, under “Youth custody”)',
    );
    expect(words).toContain('Heading1: Met: 1 requirement');
    expect(words).toContain('Heading1: Does not apply: 1 requirement');
    expect(words).toContain('Heading1: Other things found: 2');
    expect(words.join('\n')).toContain('Check by eye. A table on page 15 could not be read with certainty.');
  });

  it('has an index for several documents, and what was not read', async () => {
    const words = await wordsOf(await formatDocx(several));
    expect(words).toContain('Heading1: 4 documents');
    expect(words).toContain('TableText: 2 gaps: 1 must, 1 should');
    expect(words.join('\n')).toContain('c/broken.pdf was not read: The file is damaged.');
    expect(words).toContain('Heading2: Summary');
  });

  it('refers to parts, styles and lists that the file has', async () => {
    const parts = await partsOf(await formatDocx(several));
    const found = (part: string, pattern: RegExp): string[] => {
      return [...parts.get(part)!.text.matchAll(pattern)].map(([, name]) => name!);
    };
    const relations = parts.get('word/_rels/document.xml.rels')!.text;
    for (const id of found('word/document.xml', / r:id="([^"]+)"/g)) {
      expect(relations).toMatch(new RegExp(`Id="${id}" Type="[^"]*/footer" Target="footer1.xml"`));
    }
    const styles = found('word/styles.xml', / w:styleId="([^"]+)"/g);
    for (const id of found('word/document.xml', /<w:pStyle w:val="([^"]+)"/g)) expect(styles).toContain(id);
    const lists = found('word/numbering.xml', /<w:num w:numId="([^"]+)"/g);
    for (const id of found('word/document.xml', /<w:numId w:val="([^"]+)"/g)) expect(lists).toContain(id);
    expect(relations).toContain('Target="numbering.xml"');
    for (const { name } of parts.values()) expect(name).toMatch(/^(?:word|docProps|_rels|\[Content_Types\])/);
  });

  it('has no gaps to show where there are none', async () => {
    const words = await wordsOf(await formatDocx(report([clean])));
    expect(words).not.toContain('Heading1: The gaps at a glance');
    expect(words.join('\n')).toContain('No gaps.');
  });

  it('is the same to the byte whenever it is made', async () => {
    const first = await formatDocx(several);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(Buffer.from(await formatDocx(several)), Buffer.from(first))).toBe(0);
    const parts = await partsOf(first);
    for (const { modified } of parts.values()) expect(modified.getFullYear()).toBe(1980);
    expect(parts.get('docProps/core.xml')!.text).not.toMatch(/20\d\d-/);
  });
});
