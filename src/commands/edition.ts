/** The edition that was asked for, or the nearest name where there is no such edition. */

import type { Edition } from '../rules/types.ts';
import { unknownName } from './suggest.ts';

export function editionId(name: string, editions: readonly Edition[]): string {
  const known = editions.map((edition) => edition.id);
  const lower = name.toLowerCase();
  if (known.includes(lower)) return lower;
  throw unknownName('edition', name, known);
}
