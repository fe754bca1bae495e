/** The formats for people, on their way through the command line. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Io } from '../../src/commands/io.ts';
import { masa } from '../run-masa.ts';
import { temporary } from '../temporary.ts';

const EXAMPLE = 'fixtures/documents/example-arrangements.md';

it('writes a page with the document’s text, and a Word file, the same every time', async () => {
  const folder = temporary();
  const once = async (name: string): Promise<Buffer[]> => {
    const [page, word] = [join(folder, `${name}.html`), join(folder, `${name}.docx`)];
    const { code, stdout, stderr } = await masa(['check', EXAMPLE, '-o', page, '-o', `docx=${word}`, '-q']);
    expect({ code: code! < 2, stdout, stderr }).toEqual({ code: true, stdout: '', stderr: '' });
    return [readFileSync(page), readFileSync(word)];
  };
  const [first, second] = [await once('a'), await once('b')];
  expect(first[0]!.toString()).toContain('Merrowdale does not exist.');
  expect(first[1]!.subarray(0, 2).toString()).toBe('PK');
  expect(first[0]!.equals(second[0]!)).toBe(true);
  expect(first[1]!.equals(second[1]!)).toBe(true);
});

it('does not print a Word file on a terminal', async () => {
  const written = { out: '', error: '' };
  const output = (name: 'out' | 'error', isTTY: boolean) => ({
    isTTY,
    columns: 80,
    write: async (data: string | Uint8Array) => {
      written[name] += String(data);
    },
  });
  const io: Io = {
    stdin: (async function* () {})(),
    stdout: output('out', true),
    stderr: output('error', false),
    env: {},
    cwd: '/',
  };
  expect(await run(['check', EXAMPLE, '--format', 'docx'], io)).toBe(2);
  expect(written).toEqual({
    out: '',
    error: 'masa: A report of format “docx” cannot be shown on a terminal; name a file with --output.\n',
  });
});
