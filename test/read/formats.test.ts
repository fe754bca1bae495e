/** The same document in other formats gets the same verdicts. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/document/build.ts';
import type { Document } from '../../src/document/types.ts';
import { check } from '../../src/index.ts';
import { markdown } from '../../src/pipeline.ts';
import { readSource } from '../../src/read/index.ts';
import { readMarkdown } from '../../src/read/markdown.ts';

const FORMATS = 'fixtures/documents/formats';

/** Elements that may differ from the Markdown, each with its reason. */
const EXCEPTIONS: Record<string, Record<string, string>> = {
  'ashgrove-2024.two-columns.pdf': {
    'sign-off/three-signatories':
      'The table of signatories runs over from one column to the next, and its last row does not join the rows before.',
  },
  'tarnholme-2024.fake-headings.pdf': {
    'lcspr-process/family-and-practitioners':
      'Headings of the second and third level look the same, so that “Publication” does not stand under the reviews.',
    'lcspr-process/parallel-processes': 'The same.',
    'sign-off/dated': '“Approved 19 November 2024” in bold type looks like a heading there.',
  },
  'tarnholme-2024.npm-docx.docx': {
    'education-inclusion/colleges-and-other':
      'Its third-level headings are paragraphs in bold type here, and “Table A2. Member settings (education)” in bold type is the caption of a table, not a heading over what follows.',
  },
};

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

const known = new Map<string, Promise<Map<string, string>>>();

/** Those of a file in `FORMATS`, which is read once: PDFs take their time. */
function statusesOf(file: string): Promise<Map<string, string>> {
  const made = known.get(file) ?? statuses(`${FORMATS}/${file}`);
  known.set(file, made);
  return made;
}

async function statuses(path: string, bytes = read(path)): Promise<Map<string, string>> {
  const report = await check(bytes, { path, edition: 'wt2023' });
  return new Map(
    report.requirements.flatMap(({ id, elements }) =>
      elements.map((element) => [`${id}/${element.id}`, element.status] as const),
    ),
  );
}

function differences(expected: Map<string, string>, actual: Map<string, string>): string[] {
  return [...expected].filter(([key, status]) => actual.get(key) !== status).map(([key]) => key);
}

describe.each(['ashgrove-2024', 'wexcombe-2024', 'tarnholme-2024'])('%s', async (name) => {
  const original = await statuses(`fixtures/corpus/documents/${name}.md`);
  const files = readdirSync(FORMATS).filter((file) => file.startsWith(name) && /\.(?:docx|html|pdf)$/.test(file));

  it('is there as Word file, as web page and as PDF', () => {
    expect(new Set(files.map((file) => file.slice(file.lastIndexOf('.'))))).toEqual(
      new Set(['.docx', '.html', '.pdf']),
    );
  });

  it.each(files)('has the same verdicts as %s', async (file) => {
    const differing = differences(original, await statusesOf(file));
    expect(differing.filter((element) => EXCEPTIONS[file]?.[element] === undefined)).toEqual([]);
    expect(differing.length).toBeLessThanOrEqual(original.size * 0.02);
  });

  it.each(files)('has the same verdicts when %s is converted to Markdown', async (file) => {
    const bytes = read(`${FORMATS}/${file}`);
    const { text } = await markdown(file, bytes);
    const converted = await statuses('converted.md', new TextEncoder().encode(text));
    expect(differences(await statusesOf(file), converted)).toEqual([]);
  });
});

const wordFiles = readdirSync(FORMATS).filter((file) => file.endsWith('.docx'));

it.each(wordFiles)('the Markdown of %s reads back as what was read', async (file) => {
  const source = await readSource(file, read(`${FORMATS}/${file}`));
  const [first, again] = [buildDocument(source), buildDocument(readMarkdown(file, source.text))];
  const shape = ({ sections, blocks, sentences }: Document) => ({
    sections: sections.map(({ depth, heading, parent }) => ({ depth, heading, parent })),
    blocks: blocks.map(({ kind, from, to, section, leadIn, columns }) => ({
      kind,
      from,
      to,
      section,
      leadIn,
      columns,
    })),
    sentences: sentences.map(({ kind, text, leads, place: { start, end } }) => ({ kind, text, leads, start, end })),
  });
  expect(shape(first)).toEqual(shape(again));
});

it.each(readdirSync('fixtures/corpus/documents').filter((file) => file.endsWith('.txt')))(
  '%s has the same verdicts when it is converted to Markdown',
  async (file) => {
    const path = `fixtures/corpus/documents/${file}`;
    const { text } = await markdown(path, read(path));
    expect(differences(await statuses(path), await statuses('converted.md', new TextEncoder().encode(text)))).toEqual(
      [],
    );
  },
);
