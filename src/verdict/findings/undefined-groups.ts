/** Groups that are given something to do and that the document mentions nowhere else. */
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

/** Text that says nothing of how things work here gives nobody anything to do. */
const SAYS_NOTHING = new Set(['past', 'elsewhere', 'duty', 'quotation']);

export const undefinedGroups = ({ reading }: FindingInput): Finding[] =>
  [...reading.undefinedGroups].flatMap(([index, name]): Finding[] =>
    reading.signals[index]!.some(({ id }) => SAYS_NOTHING.has(id))
      ? []
      : [
          {
            code: 'undefined-group',
            level: 'warning',
            message: `"${name}" is given something to do, and nothing else in the document says what it is.`,
            advice:
              'Say who sits on it, who chairs it and whom it reports to, or name the group that really does this.',
            ...at(reading, index),
          },
        ],
  );
