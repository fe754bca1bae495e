/** The date a document gives itself; it decides which edition it answers to and which terms were current. */
import type { Document } from '../document/types.ts';
import { DATE_KEYS, isRealDate } from '../rules/dates.ts';

export interface DocumentDate {
  /** ISO date to the precision known: `2024`, `2024-12` or `2024-12-02`. */
  iso: string;
  /** How it was learned, to be put after "dated by". */
  from: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const DAY_MONTH_YEAR = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?${MONTH},? (20[0-4]\\d)\\b`, 'gi');
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.](20[0-4]\d)\b/g;
const ISO = /\b(20[0-4]\d)(?:-(\d\d)(?:-(\d\d))?)?\b/;

const pad = (n: number): string => String(n).padStart(2, '0');

/** Every date that is read has a year of this century in full; few sentences do, and the rest cost no more than this look. */
export const mayHoldDate = (text: string): boolean => text.includes('20');

/** All the dates with at least a month that stand in a text, as ISO, in order. */
export function datesIn(text: string): string[] {
  if (!mayHoldDate(text)) return [];
  const found: { at: number; iso: string }[] = [];
  for (const match of text.matchAll(DAY_MONTH_YEAR)) {
    const month = MONTHS.findIndex((name) => name.startsWith(match[2]!.toLowerCase().slice(0, 3))) + 1;
    found.push({ at: match.index, iso: `${match[3]}-${pad(month)}${match[1] ? `-${pad(Number(match[1]))}` : ''}` });
  }
  for (const match of text.matchAll(NUMERIC)) {
    const month = Number(match[2]);
    if (month >= 1 && month <= 12)
      found.push({ at: match.index, iso: `${match[3]}-${pad(month)}-${pad(Number(match[1]))}` });
  }
  for (const match of text.matchAll(/\b20[0-4]\d-\d\d-\d\d\b/g)) found.push({ at: match.index, iso: match[0] });
  return found
    .filter(({ iso }) => isRealDate(iso))
    .sort((a, b) => a.at - b.at)
    .map(({ iso }) => iso);
}

/** "2024", "2024-12" or "2024-12-02" in a text; nothing where it is no date. */
function inIso(text: string): string | undefined {
  const iso = ISO.exec(text)?.[0];
  return iso === undefined || iso.length === 4 || isRealDate(iso) ? iso : undefined;
}

const PUBLISHES =
  /\b(?:publish|published|publication|approved|agreed|signed|adopted|version|effective|in force|into force|into effect|takes? effect|take effect|implementation|commence|dated?|issued|start)\b/i;
const OTHERS =
  /\b(?:working together|guidance|act|regulations|census|data|population|estimates|inspection|ofsted|last|former|old|board|until|review(?:ed)? (?:due|by|in)|next|due for review)\b/i;

/** A year on a cover; in a whole sentence it is the year of what the sentence tells. */
const yearAlone = (line: string): string | undefined =>
  /[.!?]$/.test(line) ? undefined : /\b(20[12]\d)\b/.exec(line)?.[1];

export function dateOf(document: Document): DocumentDate | undefined {
  for (const name of DATE_KEYS) {
    for (const key of [name, name.replaceAll('-', '_')]) {
      const value = document.frontMatter?.[key];
      if (value === undefined || value === null) continue;
      const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
      const iso = datesIn(text)[0] ?? inIso(text);
      if (iso) return { iso, from: `its front matter (${key})` };
    }
  }
  const body = document.sentences.filter((sentence) => sentence.kind !== 'contents' && !sentence.quoted);
  const saying: string[] = [];
  for (const { text } of body) {
    if (!mayHoldDate(text) || !PUBLISHES.test(text) || OTHERS.test(text)) continue;
    saying.push(...datesIn(text));
  }
  // A document speaks of its own publication and start: the latest such date that is not years ahead of the others.
  if (saying.length > 0) {
    const counts = new Map<string, number>();
    for (const iso of saying) counts.set(iso.slice(0, 4), (counts.get(iso.slice(0, 4)) ?? 0) + 1);
    const year = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]![0];
    const iso = saying.filter((date) => date.startsWith(year)).sort()[0]!;
    return { iso, from: 'what it says of its publication or start' };
  }
  const text = body.filter(({ kind }) => kind !== 'field');
  const cover = [document.title, ...text.slice(0, 12).map((sentence) => sentence.text)].filter(
    (line) => !OTHERS.test(line),
  );
  for (const line of cover) {
    const iso = datesIn(line)[0] ?? yearAlone(line);
    if (iso) return { iso, from: 'its opening lines' };
  }
  const all = text
    .filter((sentence) => mayHoldDate(sentence.text) && !OTHERS.test(sentence.text))
    .flatMap((sentence) => datesIn(sentence.text))
    .sort();
  const middle = all[Math.floor(all.length / 2)];
  return middle === undefined ? undefined : { iso: middle.slice(0, 4), from: 'the dates in its text' };
}
