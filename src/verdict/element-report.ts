/** One element's part of the report: status, quotations, the nearest passage and why it was not enough, what to write. */
import { UNLIKE } from '../evidence/agree.ts';
import type { ElementEvidence, Passage } from '../evidence/find.ts';
import type { Reading } from '../evidence/reading.ts';
import type { EditionId, Element, Need } from '../rules/types.ts';
import type { ElementConfidence } from './confidence-of-wording.ts';
import { NOT_ARRANGEMENTS } from './document-kind.ts';
import { quotesOf } from './quote.ts';
import type { ElementReport, EvidenceReport, NearestReport } from './types.ts';

export const needIn = (element: Element, edition: EditionId): Need =>
  element.essentialIn?.includes(edition) ? 'essential' : element.need;

export function elementReport(
  reading: Reading,
  element: Element,
  edition: EditionId,
  found: ElementEvidence,
  confidence: ElementConfidence,
): ElementReport {
  const nearest = found.status === 'full' ? undefined : nearestOf(reading, element, found);
  return {
    id: element.id,
    need: needIn(element, edition),
    asks: element.asks,
    status: found.status,
    confidence: confidence.level,
    ...(confidence.checkByEye === undefined ? {} : { checkByEye: confidence.checkByEye }),
    evidence: quotesInOrder(reading, found.evidence),
    ...(nearest === undefined ? {} : { nearest }),
    ...(found.status === 'full' || element.write === undefined ? {} : { write: element.write }),
  };
}

function quotesInOrder(reading: Reading, passages: readonly Passage[]): EvidenceReport[] {
  return passages.flatMap((passage) => quotesOf(reading, passage.sentences, passage.strength, passage.signals));
}

function nearestOf(reading: Reading, element: Element, found: ElementEvidence): NearestReport | undefined {
  const shown = new Set(found.evidence.flatMap((passage) => passage.sentences));
  const passage = found.nearest.find((candidate) => !candidate.sentences.every((index) => shown.has(index)));
  if (found.status === 'partial') {
    const best = found.evidence[0]!;
    const quote = quotesOf(reading, best.sentences, best.strength, best.signals)[0]!;
    return { ...quote, reason: reasonFor(reading, element, best) };
  }
  if (!passage) return undefined;
  const quote = quotesOf(reading, passage.sentences, 'none', passage.signals)[0]!;
  return { ...quote, reason: reasonFor(reading, element, passage) };
}

/** What is told as a signal is, and is in no rule file. */
const NOT_IN_RULES = [NOT_ARRANGEMENTS, UNLIKE];

function reasonFor(reading: Reading, element: Element, passage: Passage): string {
  const wanted = element.counts.full.replace(/\.$/, '');
  const known = [...reading.compiled.rules.signals, ...NOT_IN_RULES];
  const says = passage.signals
    .map((id) => known.find((signal) => signal.id === id)?.says)
    .filter((text): text is string => text !== undefined);
  if (says.length > 0) {
    const first = `${says[0]!.charAt(0).toUpperCase()}${says[0]!.slice(1)}.`;
    // That it reads otherwise does not tell what is wanting.
    return says[0] === UNLIKE.says ? `${first} What counts: ${wanted}.` : first;
  }
  if (passage.outOfPlace) return 'The words are there, but under a heading about something else.';
  const index = passage.sentences[0]!;
  if (reading.document.sentences[index]!.kind === 'heading') {
    return 'This is only a heading: nothing under it sets the matter out.';
  }
  if (passage.strength === 'partial') return `It goes part of the way. To be complete: ${wanted}.`;
  return `It touches the subject only. What counts: ${wanted}.`;
}
