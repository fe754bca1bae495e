/** What is learnt from labelled passages. */
import { describe, expect, it } from 'vitest';
import { learn } from '../../scripts/learn/learn.ts';
import type { Judged, Studied } from '../../scripts/learn/lessons.ts';
import { writeWeights } from '../../src/evidence/second-reading/weights.ts';
import type { Status } from '../../src/rules/types.ts';

const KEY = 'funding/model';

/** Passages that each hold these, and filling that tells nothing. */
function texts(count: number, held: readonly string[], status: Status): Studied[] {
  return Array.from({ length: count }, (_, index) => {
    const all = [...held, `filling${index % 2}`];
    const judged: Judged[] = [{ held: all, status, weight: 1 }];
    return { path: 'x', judged: new Map([[KEY, judged]]), holds: new Set(all) };
  });
}

const CONCEPTS = ['pays-verb', 'seldom'];
const lessons = [
  ...texts(30, [':pays-verb', 'share'], 'full'),
  ...texts(30, [':pays-verb', 'perhaps'], 'partial'),
  ...texts(30, ['heron', 'perhaps'], 'absent'),
  ...texts(3, [':seldom', 'rare'], 'absent'),
];

describe('learn', () => {
  const { concepts, words, elements } = learn(lessons, CONCEPTS);
  const weightOf = (tendency: 'full' | 'some', feature: string): number =>
    elements.get(KEY)![tendency].weights[[...concepts, ...words].indexOf(feature)]!;

  it('keeps what stands in many texts, concepts first', () => {
    expect(concepts).toEqual(['pays-verb']);
    expect(words).toEqual(['filling0', 'filling1', 'heron', 'perhaps', 'share']);
  });

  it('weighs for and against the whole, and for and against any part', () => {
    expect(weightOf('full', 'share')).toBeGreaterThan(50);
    expect(weightOf('full', 'perhaps')).toBeLessThan(0);
    expect(weightOf('some', 'pays-verb')).toBeGreaterThan(50);
    expect(weightOf('some', 'heron')).toBeLessThan(0);
    expect(Math.abs(weightOf('full', 'filling0'))).toBeLessThan(Math.abs(weightOf('full', 'share')) / 4);
  });

  it('learns nothing of an element with too few examples', () => {
    expect(learn(lessons.slice(0, 30), CONCEPTS).elements.size).toBe(0);
  });

  it('learns the same from the same, to the byte', () => {
    expect(writeWeights(learn(lessons, CONCEPTS))).toBe(writeWeights(learn(lessons, CONCEPTS)));
  });
});
