import { expect, it } from 'vitest';
import { formatCsv } from '../../src/report/csv.ts';
import { documentReport, element, report, requirement, several } from './fixtures.ts';
import { readCsv } from './official.ts';

it('is what it was', async () => {
  await expect(formatCsv(several)).toMatchFileSnapshot('snapshots/csv.txt');
});

it('has a row for each element, and one for a requirement without any', () => {
  const [head = [], ...rows] = readCsv(formatCsv(several));
  const elements = several.documents.flatMap(({ requirements }) =>
    requirements.flatMap((item) => (item.elements.length === 0 ? [undefined] : item.elements)),
  );
  expect(rows).toHaveLength(elements.length);
  expect(rows.map((row) => row[head.indexOf('Element')])).toEqual(elements.map((item) => item?.id ?? ''));
  for (const row of rows) expect(row).toHaveLength(head.length);
});

it('is made for Excel: a byte order mark, and lines that end in CR LF', () => {
  const text = formatCsv(report([]));
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it.each([
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "' =1"],
  ['\r=1', "' =1"],
  ['＝1', "'＝1"],
  ['\u200b=1', "'=1"],
  ['a;b\t"c",d', 'a;b "c",d'],
  ["'quoted'", "'quoted'"],
])('keeps %j from being run', (asks, expected) => {
  const text = formatCsv(report([documentReport([requirement('a', { elements: [element('e', { asks })] })])]));
  const [head = [], row = []] = readCsv(text);
  expect(row[head.indexOf('Asks')]).toBe(expected);
});
