import { expect, it } from 'vitest';
import { count, forcesIn, gapWords, list, placeWords, sentence, statuteWords } from '../../src/report/words.ts';
import { requirement, summaryOf } from './fixtures.ts';

it('names places', () => {
  expect(placeWords({ line: 3 })).toBe('line 3');
  expect(placeWords({ line: 3, endLine: 3 })).toBe('line 3');
  expect(placeWords({ line: 3, endLine: 5 })).toBe('lines 3 to 5');
  expect(placeWords({ page: 2, line: 3 })).toBe('page 2, line 3');
  expect(placeWords({ paragraph: 9, line: 1 })).toBe('paragraph 9');
  expect(placeWords({})).toBe('');
});

it('counts in words', () => {
  expect([count(0, 'gap'), count(1, 'gap'), count(2, 'gap')]).toEqual(['0 gaps', '1 gap', '2 gaps']);
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

it('counts gaps by force, heaviest first', () => {
  const summary = summaryOf([
    requirement('a', { force: 'good-practice', verdict: 'not-met' }),
    requirement('b', { force: 'must', verdict: 'partially-met' }),
    requirement('c', { force: 'must', verdict: 'not-met' }),
    requirement('d', { force: 'should', verdict: 'met' }),
  ]);
  expect(forcesIn(summary)).toEqual(['must', 'should', 'good-practice']);
  expect(gapWords(summary)).toBe('3 gaps: 2 must, 1 good practice');
  expect(gapWords(summaryOf([]))).toBe('No gaps');
});

it('makes sentences of clauses', () => {
  expect(sentence('it says “so”')).toBe('It says “so”.');
  expect(['A.', 'Is it?', 'He said “no.”', ''].map(sentence)).toEqual(['A.', 'Is it?', 'He said “no.”', '']);
});

it('cites the law as people say it', () => {
  expect(statuteWords('CA 2004 s16E(2), s16G')).toBe('Children Act 2004 section 16E(2), section 16G');
});
