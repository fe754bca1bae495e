/** The place of a finding, from a sentence. */
import type { Reading } from '../../evidence/reading.ts';
import { quotesOf } from '../quote.ts';
import type { Finding } from '../types.ts';

export function at(
  reading: Reading,
  sentence: number,
): Pick<Finding, 'quote' | 'line' | 'column' | 'endLine' | 'endColumn' | 'page' | 'paragraph'> {
  const { quote, line, column, endLine, endColumn, page, paragraph } = quotesOf(reading, [sentence], 'none', [])[0]!;
  return {
    quote,
    line,
    column,
    endLine,
    endColumn,
    ...(page === undefined ? {} : { page }),
    ...(paragraph === undefined ? {} : { paragraph }),
  };
}

/** "line 12 and 3 more places" for a thing that stands in several. */
export const more = (count: number): string =>
  count === 0 ? '' : ` (and in ${count} more ${count === 1 ? 'place' : 'places'})`;
