/** Which edition a document is judged against, and why. */
import { hasBit } from '../evidence/bits.ts';
import type { Reading } from '../evidence/reading.ts';
import { editionNamed } from '../rules/edition-named.ts';
import type { Edition } from '../rules/types.ts';
import type { DocumentDate } from './document-date.ts';
import type { EditionChoice } from './types.ts';

/** A document that says nothing is judged against this edition: the one in force with its content settled. */
const FALLBACK = 'wt2023';
/** How many votes the document's own date is worth. */
const DATE_WEIGHT = 3;
/** One wording counts at most so often, so that a long document is not decided by one word. */
const MOST_SENTENCES = 3;

export function chooseEdition(reading: Reading, date: DocumentDate | undefined, asked?: string): EditionChoice {
  const { editions } = reading.compiled.rules;
  const choice = (edition: Edition, because: string): EditionChoice => ({
    id: edition.id,
    title: edition.title,
    because,
    ...(edition.provisional === undefined ? {} : { provisional: edition.provisional }),
  });
  if (asked !== undefined) {
    const edition = editions.find(({ id }) => id === asked);
    if (!edition) throw new RangeError(`there is no edition "${asked}"`);
    return choice(edition, 'You asked for this edition.');
  }
  const declared = reading.document.frontMatter?.edition;
  if (declared !== undefined && declared !== null) {
    const edition = editionNamed(editions, String(declared));
    if (edition) return choice(edition, `Its front matter declares "${String(declared).slice(0, 80)}".`);
  }

  const votes = new Map<string, { weight: number; reasons: string[] }>();
  const vote = (id: string, weight: number, reason: string): void => {
    const entry = votes.get(id) ?? { weight: 0, reasons: [] };
    entry.weight += weight;
    if (weight > 0) entry.reasons.push(reason);
    votes.set(id, entry);
  };
  for (const edition of editions) {
    // A provisional edition is never chosen for a document: only on request.
    if (edition.provisional !== undefined) continue;
    for (const { concept, weight } of edition.evidence) {
      const number = reading.compiled.concept(concept);
      if (number === undefined) continue;
      let seen = 0;
      for (let index = 0; index < reading.own.length && seen < MOST_SENTENCES; index++) {
        if (reading.document.sentences[index]!.kind === 'contents') continue;
        if (hasBit(reading.own[index]!, number)) seen++;
      }
      if (seen > 0) vote(edition.id, weight * seen, concept);
    }
    if (date && answersTo(edition, date.iso)) vote(edition.id, DATE_WEIGHT, 'date');
  }
  const ranked = editions
    .filter(({ id }) => (votes.get(id)?.weight ?? 0) > 0)
    .sort((a, b) => votes.get(b.id)!.weight - votes.get(a.id)!.weight || (a.inForceFrom < b.inForceFrom ? 1 : -1));
  const first = ranked[0];
  if (!first) {
    const edition = editions.find(({ id }) => id === FALLBACK) ?? editions[0]!;
    return choice(edition, 'The document neither cites an edition nor gives a date, so the edition in force is taken.');
  }
  const { reasons } = votes.get(first.id)!;
  const byDate = reasons.includes('date');
  const dated = date ? `its date (${date.iso}, from ${date.from})` : '';
  const told = [
    ...(reasons.some(isCitation) ? ['what it cites'] : []),
    ...(reasons.some((reason) => reason !== 'date' && !isCitation(reason)) ? ['its terms'] : []),
    ...(byDate ? [dated] : []),
  ];
  const although = date && !byDate ? `, although ${dated} would suggest another` : '';
  return choice(
    first,
    `Chosen by ${[told.slice(0, -1).join(', '), told.at(-1)].filter(Boolean).join(' and ')}${although}.`,
  );
}

/** Concepts whose id begins so are citations of an edition; the others are terms that it brought. */
const isCitation = (reason: string): boolean => reason.startsWith('cites-');

/** True where a document of this date answers to the edition. */
const answersTo = (edition: Edition, iso: string): boolean =>
  iso >= edition.inForceFrom.slice(0, iso.length) &&
  (edition.inForceTo === undefined || iso <= edition.inForceTo.slice(0, iso.length));
