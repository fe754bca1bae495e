/**
 * Whether one line, or two, could be a heading by its own words. What stands around it decides later (headings.ts).
 */

import { titleKey } from '../../document/contents.ts';
import type { Line } from './line.ts';
import { readMarker } from './marker.ts';
import { leansOn, startsLower } from './words.ts';

export type Strength = 'none' | 'weak' | 'strong';

const LONGEST = 110;
const LONGEST_LABELLED = 140;

/** What the document says of itself elsewhere: the titles on its contents page. */
export type Titles = ReadonlySet<string>;

const LABELLED =
  /^(?:appendix|annex|annexe|schedule|part|chapter|section)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}|one|two|three|four|five)\b/i;

const WELL_KNOWN =
  /^(?:foreword|introduction|contents|background|context|purpose|glossary|summary|executive summary|conclusion|signatures?|signatories|appendices|annexes|contacts?|references|preface|approval|document control|version control|acknowledgements)$/i;

/** Finite verbs: a line that has one is a sentence that lost its stop, unless it asks. */
const FINITE =
  /\b(?:is|are|was|were|will|shall|must|should|has|have|had|can|may|does|do|did|agrees?|meets|provides?|includes?|ensures?|supports?|reports|receives?|leads|oversees|comprises?|consists?)\b/i;
const ASKS = /^(?:\d[\d.]*\s+)?(?:how|what|when|where|who|whom|whose|why|which|if|making|working|keeping|getting)\b/i;

export function headingShape(line: Line, titles: Titles): Strength {
  const { text } = line;
  if (text.length < 2 || text.length > (LABELLED.test(text) ? LONGEST_LABELLED : LONGEST)) return 'none';
  if (line.underlined === true) return 'strong';
  if (/[;,|]$/.test(text) || /[.!]["”’')\]]*$/.test(text) || /@|https?:|www\.|\|/.test(text)) return 'none';
  if (
    /[.!?]["”’)]?\s+[A-ZÀ-ÖØ-ÞĀ-ž]/u.test(
      text.replace(/^[\d.]+\s+/, '').replace(/\b(?:Dr|Mr|Mrs|Ms|St|No|Prof|vs)\.\s/g, '$1 '),
    ) &&
    !LABELLED.test(text)
  )
    return 'none';
  if (!/[A-Za-zÀ-ɏ]{2}/u.test(text)) return 'none';
  const marker = readMarker(text);
  if (marker !== undefined && marker.kind !== 'number') return 'none';
  const title = marker === undefined ? text : text.slice(marker.length);
  if (startsLower(title) || /^["“‘(*]/.test(title)) return 'none';
  if ((leansOn(title) && !isCapitals(title)) || /[-–—]$/.test(title)) return 'none';
  if ((title.match(/\d/g)?.length ?? 0) > title.length * 0.3) return 'none';
  if (title.split(/\s+/).length > (LABELLED.test(text) ? 20 : 16)) return 'none';
  if (titles.size > 0 && titles.has(titleKey(text))) return 'strong';
  const asks = ASKS.test(title) || text.endsWith('?');
  if (marker !== undefined) {
    if (/:$/.test(title) && FINITE.test(title)) return 'none';
    return FINITE.test(title) && !asks && title.split(/\s+/).length > 7 ? 'none' : 'strong';
  }
  if (LABELLED.test(text) && !FINITE.test(text)) return 'strong';
  if (WELL_KNOWN.test(text.replace(/:$/, ''))) return 'strong';
  if (isCapitals(title)) return 'strong';
  if (
    /^(?:NB|Note|Please|Email|Telephone|Tel|Phone|Fax|Address|Website|Web|Version|Date|Published|Approved|Author|Owner|Source|Data as)\b/i.test(
      title,
    )
  )
    return 'none';
  if (/^(?:We|I|They|It|There|You|He|She)\b|^(?:This|These|Those)\b.{25}/.test(title) || /-{3}|_{3}/.test(title))
    return 'none';
  if (FINITE.test(title) && !asks && (title.split(/\s+/).length >= 5 || title.endsWith(':'))) return 'none';
  return 'weak';
}

/** ALL CAPITALS, and more than one abbreviation. */
function isCapitals(text: string): boolean {
  if (text !== text.toUpperCase()) return false;
  const letters = text.match(/[A-ZÀ-ÖØ-ÞĀ-ž]/gu)?.length ?? 0;
  return letters >= 6;
}

/** Most of the longer words begin with a capital, or there are few words at all. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  if (long.length === 0) return true;
  return long.filter((word) => word[0] !== word[0]!.toLowerCase()).length >= long.length * 0.6;
}
