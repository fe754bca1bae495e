/** The library as the built package gives it. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error The library is built before the tests are run; its types are tested with the packed package.
import * as library from '../dist/index.js';
import { expectReport } from './report/schema.ts';
import { root } from './run-masa.ts';

const { check, exitCode, formatReport, loadRules, ReadError, readDocument, toReport, version } =
  library as typeof import('../src/index.ts');

const TEXT = '# Arrangements\n\nThe safeguarding partners are Merrowdale Borough Council and Fellside Constabulary.\n';

describe('check', () => {
  it('takes text, bytes or a document and gives the same report', async () => {
    const fromText = await check(TEXT, { edition: 'wt2023' });
    const fromBytes = await check(new TextEncoder().encode(TEXT), { edition: 'wt2023' });
    const fromDocument = await check(await readDocument(TEXT), { edition: 'wt2023' });
    expect(fromBytes).toEqual(fromText);
    expect(fromDocument).toEqual(fromText);
    expect(fromText.path).toBe('-');
    expectReport(toReport([fromText]));
  });

  it('gives the report of the command line', async () => {
    const path = 'fixtures/documents/example-arrangements.md';
    const report = toReport([await check(await readFile(join(root, path)), { path })]);
    expect(exitCode(report)).toBeTypeOf('number');
    const { masa } = await import('./run-masa.ts');
    const { stdout } = await masa(['--format', 'json', path]);
    expect(await formatReport(report, 'json')).toBe(stdout);
  });

  it('changes nothing that it is given', async () => {
    const document = await readDocument(TEXT);
    const before = structuredClone(document);
    const rules = await loadRules();
    const rulesBefore = JSON.stringify(rules);
    await check(document, { rules });
    expect(document).toEqual(before);
    expect(JSON.stringify(rules)).toBe(rulesBefore);
  });

  it('rejects what it cannot use', async () => {
    await expect(check(TEXT, { edition: 'wt1999' })).rejects.toThrow(
      'There is no edition "wt1999"; choose from wt2018',
    );
    await expect(check('')).rejects.toThrow(ReadError);
    await expect(check('', { path: 'a.md' })).rejects.toMatchObject({ name: 'ReadError', code: 'empty' });
    await expect(formatReport(toReport([]), 'jsn' as 'json')).rejects.toThrow('There is no report format "jsn"');
  });
});

it('has the version of the package', async () => {
  expect(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version).toBe(version);
});
