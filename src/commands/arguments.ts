/** Values of options that are more than a word: numbers, dates, lists. */

import { InvalidArgumentError } from 'commander';
import { isRealDate } from '../rules/dates.ts';

const NARROWEST = 20;
const WIDEST = 1000;

export function columns(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < NARROWEST || number > WIDEST) {
    throw new InvalidArgumentError(`Give a whole number of columns from ${NARROWEST} to ${WIDEST}.`);
  }
  return number;
}

/** A day that the calendar has: 2025-02-30 is a slip, not the second of March. */
export function isoDate(value: string): string {
  if (value.length !== 10 || !isRealDate(value)) throw new InvalidArgumentError('Give a day such as 2025-11-30.');
  return value;
}

/** `md,.TXT` as `md` and `txt`, added to what was given before. */
export function endings(value: string, before: readonly string[] = []): string[] {
  const more = value.split(',').map((ending) => ending.trim().replace(/^\./, '').toLowerCase());
  if (more.includes('')) throw new InvalidArgumentError('Give file endings such as md,txt.');
  return [...before, ...more];
}

export const gather = (value: string, before: readonly string[]): string[] => [...before, value];
