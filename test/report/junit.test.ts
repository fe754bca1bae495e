import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { formatJunit } from '../../src/report/junit.ts';
import { report, several } from './fixtures.ts';
import { expectJunit } from './official.ts';

const text = formatJunit(several);
const find = (...paths: string[]): string[][] => expectJunit(text, ...paths);

it('is what it was', async () => {
  await expect(text).toMatchFileSnapshot('snapshots/junit.txt');
  expectJunit(formatJunit(report([])));
});

it('has a suite for each document and a case for each requirement', () => {
  const [suites, cases, first] = find('//testsuite/@name', '//testcase', '//testsuite[1]/@*');
  expect(suites).toEqual(['arrangements.md', 'b/clean.md', 'stdin', 'c/broken.pdf']);
  expect(cases).toHaveLength(7);
  expect(first).toEqual(['arrangements.md', '4', '2', '0', '1']);
});

it('fails gaps, skips what does not apply, and has an error for what was not read', () => {
  const [totals, failures, skipped, errors] = find(
    '/testsuites/@*',
    '//failure/@message',
    '//skipped',
    '//error/@message',
  );
  expect(totals).toEqual(['masa-check', '7', '3', '1']);
  expect(failures).toEqual(['Not met (should)', 'Partly met (must)', 'Not met (should)']);
  expect(skipped).toEqual(['The front matter says that this is set out elsewhere.']);
  expect(errors).toEqual(['The file is damaged.']);
});

it('says in a failure what is missing and what to write', () => {
  const [failures] = find('//failure');
  expect(failures![1]).toContain('Missing: To whom the scrutineer reports.');
  expect(failures![1]).toContain('To write: Name the people who get the report.');
  expect(failures![1]).toContain('Must; chapter 2, independent scrutiny; Children Act 2004 section 16G(3)');
});

function xmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.skipIf(!xmllint())('is valid for xmllint too', () => {
  const schema = new URL('schemas/junit-4.xsd', import.meta.url).pathname;
  execFileSync('xmllint', ['--noout', '--schema', schema, '-'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
});
