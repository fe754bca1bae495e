import { expect, it } from 'vitest';
import type { Force } from '../../src/rules/types.ts';
import { exitCode, type FailOn } from '../../src/verdict/exit-code.ts';
import type { Verdict } from '../../src/verdict/types.ts';
import { documentReport, report, requirement } from '../report/fixtures.ts';

const code = (force: Force, verdict: Verdict, failOn?: FailOn) =>
  exitCode(report([documentReport([requirement('a', { force, verdict })])]), failOn);

it.each([
  ['must', { must: 1, should: 0, 'good-practice': 0, prospective: 0 }],
  ['should', { must: 1, should: 1, 'good-practice': 0, prospective: 0 }],
  ['any', { must: 1, should: 1, 'good-practice': 1, prospective: 1 }],
  ['never', { must: 0, should: 0, 'good-practice': 0, prospective: 0 }],
] as const)('--fail-on %s', (failOn, expected) => {
  for (const [force, wanted] of Object.entries(expected)) {
    expect(code(force as Force, 'not-met', failOn), force).toBe(wanted);
    expect(code(force as Force, 'partially-met', failOn), force).toBe(wanted);
    expect(code(force as Force, 'met', failOn)).toBe(0);
    expect(code(force as Force, 'not-applicable', failOn)).toBe(0);
  }
});

it('fails on a must unless told otherwise', () => {
  expect(code('must', 'not-met')).toBe(1);
  expect(code('should', 'not-met')).toBe(0);
});

it('is the worst of all documents, and 2 when one could not be read', () => {
  const good = documentReport([requirement('a', { force: 'must' })]);
  const bad = documentReport([requirement('a', { force: 'must', verdict: 'not-met' })]);
  expect(exitCode(report([good, bad]))).toBe(1);
  expect(exitCode(report([good, bad], [{ path: 'x', error: { code: 'not-found', message: 'x' } }]), 'never')).toBe(2);
  expect(exitCode(report([]))).toBe(0);
});
