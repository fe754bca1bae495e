/** Whether a document looks like published arrangements at all, or is about them. */
import { hasBit } from '../evidence/bits.ts';
import { countsAsText } from '../evidence/counts-as-text.ts';
import type { Reading } from '../evidence/reading.ts';

export interface DocumentKind {
  arrangements: boolean;
  /** What it looks like instead, as a sentence; only when it does not look like arrangements. */
  looksLike?: string;
}

/** Why evidence in a document that is not arrangements counts as half at most; a signal of the whole document. */
export const NOT_ARRANGEMENTS = {
  id: 'not-arrangements',
  says: 'the document does not look like the published arrangements of one area',
} as const;

/** Below so many sentences a document is too short to tell. */
const FEWEST_SENTENCES = 30;
/** Shares of sentences: those that name something of this place, or say "we"; and those that restate a duty. */
const LEAST_LOCAL = 0.08;
const FEW_LOCAL = 0.2;
const MOST_DUTIES = 0.42;

/**
 * Arrangements speak of one place: its council, its force, its groups. A briefing, a template or the guidance itself
 * speaks of "safeguarding partners" in general, and mostly of what they must do.
 */
export function judgeKind(reading: Reading): DocumentKind {
  const { document, compiled } = reading;
  const text = document.sentences.flatMap((sentence, index) => (countsAsText(sentence) ? [index] : []));
  if (text.length < FEWEST_SENTENCES) return { arrangements: true };
  const local = compiled.name('local')!;
  const we = compiled.name('we')!;
  const anchored = text.filter((index) => hasBit(reading.own[index]!, local) || hasBit(reading.own[index]!, we)).length;
  const duties = text.filter((index) =>
    reading.signals[index]!.some(({ id }) => id === 'duty' || id === 'general-duty'),
  ).length;
  const share = anchored / text.length;
  if (share < LEAST_LOCAL) {
    return {
      arrangements: false,
      looksLike:
        'It hardly names a council, a police force, a group or a person and speaks of partners in general: it looks like guidance, a briefing or a template about arrangements.',
    };
  }
  if (duties / text.length > MOST_DUTIES && share < FEW_LOCAL) {
    return {
      arrangements: false,
      looksLike:
        'Most of it says what partners in any area must do: it looks like guidance or a briefing about arrangements.',
    };
  }
  return { arrangements: true };
}
