import { expect, it } from 'vitest';
import { formatGithub } from '../../src/report/github.ts';
import type { Force } from '../../src/rules/types.ts';
import { waiver } from '../../src/verdict/waiver.ts';
import { clean, documentReport, report, requirement, several } from './fixtures.ts';
import { readCommand } from './official.ts';

const commands = (text: string) => text.split('\n').slice(0, -1).map(readCommand);
const gaps = (number: number, force: Force) =>
  Array.from({ length: number }, (_, index) => requirement(`${force}-${index}`, { force, verdict: 'not-met' }));

it('is what it was', async () => {
  await expect(formatGithub(several)).toMatchFileSnapshot('snapshots/github.txt');
});

it('annotates the place of each gap and finding', () => {
  const found = commands(formatGithub(several));
  expect(found.map(({ name }) => name)).toEqual([
    ...['error', 'error', 'error', 'error'],
    ...['warning', 'warning'],
    'notice',
  ]);
  expect(found[1]).toMatchObject({
    name: 'error',
    properties: { file: 'arrangements.md', line: '302', endLine: '302', title: 'Independent scrutiny' },
  });
  expect(found[1]!.data).toContain('\nMissing: To whom the scrutineer reports.\n');
  expect(found.at(-2)!.properties).not.toHaveProperty('file');
});

it('prints nothing where nothing is wrong', () => {
  expect(formatGithub(report([clean]))).toBe('');
  const waived = requirement('a', { verdict: 'not-applicable', notApplicable: waiver('Nothing of the kind here.') });
  expect(formatGithub(report([documentReport([waived])]))).toBe('');
});

it('shows ten of a level at most and counts the others', () => {
  expect(commands(formatGithub(report([documentReport(gaps(10, 'must'))])))).toHaveLength(10);
  const found = commands(formatGithub(report([documentReport([...gaps(25, 'must'), ...gaps(11, 'should')])])));
  expect(found.map(({ name }) => name)).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')]);
  expect(found[9]!.data).toBe('16 more errors not shown here; the other reports list them all.');
  expect(found[19]!.data).toContain('2 more warnings');
});

it('names columns only within one line', () => {
  const at = (endLine: number) =>
    documentReport([], {
      findings: [{ code: 'x', level: 'note', message: 'M.', line: 3, column: 2, endLine, endColumn: 9 }],
    });
  expect(formatGithub(report([at(3)]))).toContain('line=3,endLine=3,col=2,endColumn=9,');
  expect(formatGithub(report([at(4)]))).toContain('line=3,endLine=4,title=');
});
