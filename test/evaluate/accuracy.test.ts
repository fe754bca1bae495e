/** The labelled corpus that the rules were written with: bars that a change must not push the figures below. */
import { describe, expect, test } from 'vitest';
import { groups } from '../../src/evaluate/print.ts';
import { evaluate } from '../../src/evaluate/run.ts';
import { figures } from '../../src/evaluate/score.ts';
import { compiled, files } from '../corpus.ts';

describe('accuracy on the labelled corpus', () => {
  test('documents', { timeout: 60_000 }, async () => {
    const evaluation = await evaluate('fixtures/corpus/documents', files, compiled);
    const result = figures(evaluation);
    expect(result.elements).toBe(1808);
    expect(result.accuracy).toBeGreaterThanOrEqual(0.88);
    expect(result.gapKappa).toBeGreaterThanOrEqual(0.8);
    expect(result.falseAssurance).toBeLessThanOrEqual(0.02);
    expect(result.evidenceHit).toBeGreaterThanOrEqual(0.9);
    for (const [requirement, comparison] of groups(evaluation, 'requirement'))
      expect(figures(comparison).accuracy, requirement).toBeGreaterThanOrEqual(0.75);
  });

  test('passages', { timeout: 60_000 }, async () => {
    const result = figures(await evaluate('fixtures/corpus/passages', files, compiled));
    expect(result.elements).toBe(3652);
    expect(result.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(result.falseAssurance).toBeLessThanOrEqual(0.02);
  });
});
