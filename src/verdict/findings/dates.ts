/** Review dates that have gone by, and figures from a year long past. */
import { countsAsText } from '../../evidence/counts-as-text.ts';
import { datesIn, mayHoldDate } from '../document-date.ts';
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

const DUE =
  /\b(?:review(?:ed)? (?:is |are )?(?:due|date|by|in|on|before)|due for review|next review|review due|date for review|to be reviewed|will be (?:reviewed|refreshed|updated) (?:by|in|on))\b/i;

/** Judged on the day given (`--as-of`), else on the document's own date: there is no clock in a report. */
export function pastDates({ reading, date, asOf }: FindingInput): Finding[] {
  const today = asOf ?? date?.iso;
  if (today === undefined) {
    return [
      {
        code: 'undated',
        level: 'warning',
        message: 'It gives no date of its own, so a reader cannot tell whether it is current.',
        advice: 'Say when the arrangements were published and when they took effect.',
      },
    ];
  }
  const findings: Finding[] = [];
  reading.document.sentences.forEach((sentence, index) => {
    if (!countsAsText(sentence) || sentence.quoted || !mayHoldDate(sentence.text) || !DUE.test(sentence.text)) return;
    const due = datesIn(sentence.text).at(-1);
    if (due === undefined || due.slice(0, today.length) >= today.slice(0, due.length)) return;
    findings.push({
      code: 'review-date-past',
      level: 'warning',
      message: `A review was due by ${due}, which is before ${asOf === undefined ? "the document's own date" : 'the day of this check'} (${today}).`,
      advice: 'Carry out the review, or give the next date.',
      ...at(reading, index),
    });
  });
  return findings;
}
