import { describe, expect, test } from 'vitest';
import { accuracy, gwetAc1, kappa, tally } from '../../src/evaluate/statistics.ts';

/** Two readers over 100 things: 45 yes-yes, 15 yes-no, 25 no-yes, 15 no-no. */
const table = tally([
  ...Array.from({ length: 45 }, () => ['yes', 'yes'] as const),
  ...Array.from({ length: 15 }, () => ['yes', 'no'] as const),
  ...Array.from({ length: 25 }, () => ['no', 'yes'] as const),
  ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
]);

describe('agreement', () => {
  test('share that agree', () => {
    expect(accuracy(table)).toBeCloseTo(0.6);
  });
  test("Cohen's kappa of the textbook table", () => {
    expect(kappa(table)).toBeCloseTo(0.1304, 4);
  });
  test("Gwet's AC1 of the same table", () => {
    // Chance agreement is 2 * p * (1 - p) with p = (0.6 + 0.7) / 2 = 0.65.
    expect(gwetAc1(table)).toBeCloseTo((0.6 - 0.455) / (1 - 0.455), 6);
  });
  test('nothing to compare', () => {
    expect(accuracy(tally([]))).toBeUndefined();
    expect(kappa(tally([]))).toBeUndefined();
    expect(gwetAc1(tally([]))).toBeUndefined();
  });
  test('readers who always say the same one thing agree wholly', () => {
    const one = tally([['full', 'full']]);
    expect(kappa(one)).toBe(1);
    expect(gwetAc1(one)).toBe(1);
  });
});
