import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import type { Source } from '../../src/document/types.ts';
import { markdownOf } from '../../src/read/source-markdown.ts';
import { masa } from '../run-masa.ts';
import { temporary } from '../temporary.ts';

const features = 'fixtures/documents/formats/word-features.npm-docx.docx';

it('prints the Markdown that the checker saw, and says what was changed', async () => {
  const { code, stdout, stderr } = await masa(['convert', features]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    '# Fellside multi-agency safeguarding arrangements\n\n## Partners\n\nThe safeguarding partners are',
  );
  expect(stdout).toContain('Each partner pays a share.[^1] The shares are these:\n\n[^1]: Contributions were agreed');
  expect(stdout).toContain('| Partner | Share in 2024/25 |\n| --- | --- |\n');
  expect(stdout).toContain(
    '- schools\n  - maintained schools\n  - academies\n    - boarding academies\n- health trusts\n',
  );
  expect(stderr).toBe(
    'masa: The document has 1 insertion, 1 deletion and 2 comments; it was read as if every change were accepted.\nmasa: Hidden text was left out.\n',
  );
});

it('writes a file, and not over the document', async () => {
  const folder = temporary({ 'page.html': '<html><h1>Arrangements</h1><p>The partners meet.</p></html>' });
  const page = join(folder, 'page.html');
  const done = await masa(['convert', page, '-o', join(folder, 'out/page.md')]);
  expect(done).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'out/page.md'), 'utf8')).toBe('# Arrangements\n\nThe partners meet.\n');
  const over = await masa(['convert', page, '-o', page]);
  expect(over.code).toBe(2);
  expect(over.stderr).toBe(`masa: The Markdown would replace the document “${page}”; give --output another name.\n`);
});

it('says in one sentence what cannot be converted', async () => {
  const folder = temporary({ 'a.doc': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) });
  expect(await masa(['convert', folder])).toMatchObject({
    code: 2,
    stderr: `masa: “${folder}” is a folder; name one document in it.\n`,
  });
  expect(await masa(['convert', join(folder, 'none.docx')])).toMatchObject({
    code: 2,
    stderr: `masa: There is no file or folder “${join(folder, 'none.docx')}”.\n`,
  });
  expect((await masa(['convert', join(folder, 'a.doc')])).stderr).toMatch(
    /is an old Word document \(\.doc\), which cannot be read; save it as \.docx and try again\.\n$/,
  );
});

it('reads standard input and gives Markdown back as it is', async () => {
  const text = '---\ntitle: Plan\n---\n\n# Plan\n\n* one\n* two\n';
  expect((await masa(['convert', '-'], { stdin: text })).stdout).toBe(text);
});

it('marks pages, and writes what Markdown has no sign for so that it is read the same', () => {
  const words = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [words('Plan')], data: { page: 1 } },
      { type: 'paragraph', children: [words('Funding .... 2')], data: { page: 1, role: 'contents' } },
      { type: 'paragraph', children: [words('They said so.')], data: { page: 2, role: 'quotation' } },
      { type: 'paragraph', children: [words('Table 1: Shares')], data: { page: 2, role: 'caption' } },
      {
        type: 'table',
        data: { page: 2, headless: true },
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [words('Council')] },
              { type: 'tableCell', children: [words('Half')] },
            ],
          },
        ],
      },
      { type: 'paragraph', children: [words('Gone.')], data: { page: 3, role: 'hidden' } },
    ],
  };
  const source: Source = { path: 'a.pdf', format: 'pdf', tree, text: '', declared: [], notes: [] };
  expect(markdownOf(source)).toBe(
    '<!-- page 1 -->\n\n# Plan\n\n<!-- contents left out -->\n\n<!-- page 2 -->\n\n> They said so.\n\n_Table 1: Shares_\n\n| | |\n| --- | --- |\n| Council | Half |\n',
  );
});
