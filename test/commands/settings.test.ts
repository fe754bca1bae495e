import { expect, it } from 'vitest';
import { columns, endings, isoDate } from '../../src/commands/arguments.ts';
import { columnsFor, wantsColour } from '../../src/commands/colour.ts';
import { nearestName, unknownName } from '../../src/commands/suggest.ts';

const screen = (isTTY: boolean, width?: number) => ({ isTTY, columns: width, write: async () => undefined });

it.each([
  ['nothing on a terminal', undefined, {}, true, true],
  ['nothing in a pipe', undefined, {}, false, false],
  ['--color in a pipe', true, { NO_COLOR: '1' }, false, true],
  ['--no-color on a terminal', false, { FORCE_COLOR: '1' }, true, false],
  ['NO_COLOR on a terminal', undefined, { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR', undefined, { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '1' }, false, true],
  ['an empty FORCE_COLOR', undefined, { FORCE_COLOR: '' }, false, true],
  ['FORCE_COLOR=0 on a terminal', undefined, { FORCE_COLOR: '0' }, true, false],
  ['FORCE_COLOR before NO_COLOR, as Node does', undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['a dumb terminal', undefined, { TERM: 'dumb' }, true, false],
])('colour: %s', (_, flag, env, isTTY, expected) => {
  expect(wantsColour(flag, { env, stdout: screen(isTTY) })).toBe(expected);
});

it('fits the width asked for, else the terminal, else 80 columns', () => {
  expect(columnsFor(33, { stdout: screen(true, 120) })).toBe(33);
  expect(columnsFor(undefined, { stdout: screen(true, 60) })).toBe(60);
  expect(columnsFor(undefined, { stdout: screen(true, 300) })).toBe(100);
  expect(columnsFor(undefined, { stdout: screen(true, 0) })).toBe(80);
  expect(columnsFor(undefined, { stdout: screen(false, 60) })).toBe(80);
});

it('reads widths, days and endings', () => {
  expect(columns('40')).toBe(40);
  for (const wrong of ['', '19', '1001', '40.5', 'wide']) expect(() => columns(wrong)).toThrow('whole number');
  expect(isoDate('2024-02-29')).toBe('2024-02-29');
  for (const wrong of ['2025-02-29', '2025-1-1', 'today', '']) expect(() => isoDate(wrong)).toThrow('2025-11-30');
  expect(endings('.md, TXT', ['yaml'])).toEqual(['yaml', 'md', 'txt']);
  expect(() => endings('md,,txt')).toThrow('md,txt');
});

it('suggests what was probably meant', () => {
  const known = ['custody-and-residential', 'independent-scrutiny', 'funding', 'funding-contributions'];
  expect(nearestName('custody', known)).toBe('custody-and-residential');
  expect(nearestName('indpendent-scrutny', known)).toBe('independent-scrutiny');
  expect(nearestName('scrutiny', known)).toBe('independent-scrutiny');
  expect(nearestName('FUNDNG', known)).toBe('funding');
  expect(nearestName('zzzz', known)).toBeUndefined();
  expect(unknownName('edition', 'wt1999x', ['a', 'b']).message).toBe(
    'There is no edition “wt1999x”. Choose from: a, b.',
  );
});
