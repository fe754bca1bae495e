/** Whether colour is wanted: flags first, then the two environment variables, then whether a person is looking. */

import type { Io } from './io.ts';

export function wantsColour(flag: boolean | undefined, io: Pick<Io, 'env' | 'stdout'>): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR, NO_COLOR, TERM } = io.env;
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return io.stdout.isTTY && TERM !== 'dumb';
}

const DEFAULT = 80;
const WIDEST = 100;

/** Columns to fit: what was asked for, else a terminal's own up to what is pleasant to read, else 80. */
export function columnsFor(asked: number | undefined, io: Pick<Io, 'stdout'>): number {
  if (asked !== undefined) return asked;
  const own = io.stdout.isTTY ? io.stdout.columns : undefined;
  return own === undefined || own <= 0 ? DEFAULT : Math.min(own, WIDEST);
}
