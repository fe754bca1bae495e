import { describe, expect, it } from 'vitest';
import { graphemes, padEnd, padStart, shorten, width, wrap } from '../../src/report/width.ts';

describe('width', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['“café”', 6],
    ['cafe\u0301', 4],
    ['北京', 4],
    ['한국', 4],
    ['\u1112\u1161\u11ab', 2],
    ['ｆｕｌｌ', 8],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    ['🇬🇧', 2],
    ['☎️', 2],
    ['☎', 1],
    ['1️⃣', 2],
    ['123', 3],
    ['עברית', 5],
    ['─═', 2],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });
});

describe('wrap', () => {
  it('breaks at spaces and never goes over', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('', 10)).toEqual(['']);
    expect(wrap('  a   b  ', 10)).toEqual(['a b']);
  });

  it('cuts a word that is longer than a line', () => {
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('北京上海', 5)).toEqual(['北京', '上海']);
    expect(wrap('ab 👩‍👩‍👧👩‍👩‍👧', 3)).toEqual(['ab', '👩‍👩‍👧', '👩‍👩‍👧']);
  });

  it('is quick on very long words', () => {
    const lines = wrap('x'.repeat(100_000), 80);
    expect(lines).toHaveLength(1250);
  });

  it('holds the limit for any text', () => {
    const words = ['a', 'bbbb', '北京', 'e\u0301e\u0301', '👍🏽', 'cccccccccccccccccccc', '—'];
    for (let seed = 1; seed < 200; seed++) {
      const text = Array.from({ length: 12 }, (_, i) => words[(seed * (i + 3) * 7919) % words.length]).join(' ');
      for (const line of wrap(text, 7)) expect(width(line)).toBeLessThanOrEqual(7);
      expect(wrap(text, 7).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
});

it('pads by columns, not by characters', () => {
  expect(padEnd('北', 4)).toBe('北  ');
  expect(padStart('e\u0301', 3)).toBe('  e\u0301');
  expect(padEnd('longer', 3)).toBe('longer');
});

it('shortens at a word and says so', () => {
  expect(shorten('short', 10)).toBe('short');
  expect(shorten('one two three four five', 15)).toBe('one two three…');
  expect(shorten('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(shorten('👩‍👩‍👧'.repeat(10), 12)).toBe('👩‍👩‍👧…');
});

it('does not take characters apart', () => {
  expect(graphemes('ae\u0301👩‍👩‍👧')).toEqual(['a', 'e\u0301', '👩‍👩‍👧']);
});
