/** Turns a name that does not exist into a sentence with the one that was probably meant. */

import { nearest } from '../rules/suggest.ts';
import { Failure } from './failure.ts';

/** The known name nearest to what was typed: by spelling, else one that holds it ("custody"). */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  const holds = known.find((candidate) => wanted.length >= 3 && candidate.startsWith(wanted));
  return holds ?? nearest(wanted, known) ?? known.find((candidate) => wanted.length >= 3 && candidate.includes(wanted));
}

/** "There is no edition “wt2032”. Did you mean “wt2023”?", or the whole list where nothing is near. */
export function unknownName(kind: string, name: string, known: readonly string[], more = ''): Failure {
  const near = nearestName(name, known);
  const help = near === undefined ? `Choose from: ${known.join(', ')}.` : `Did you mean “${near}”?`;
  return new Failure(`There is no ${kind} “${name}”. ${near === undefined && more !== '' ? more : help}`);
}
