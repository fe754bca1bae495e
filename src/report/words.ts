/** The everyday words that every report uses for the report object's own, so that no two formats disagree. */

import type { Force } from '../rules/types.ts';
import { FORCES as forces } from '../rules/vocabulary.ts';
import type { EvidenceReport, Finding, Summary, Verdict } from '../verdict/types.ts';

export const verdicts: readonly Verdict[] = ['not-met', 'partially-met', 'met', 'not-applicable'];
export { forces };

const VERDICTS: Record<Verdict, string> = {
  'not-met': 'Not met',
  'partially-met': 'Partly met',
  met: 'Met',
  'not-applicable': 'Does not apply',
};

const FORCE_WORDS: Record<Force, string> = {
  must: 'Must',
  should: 'Should',
  'good-practice': 'Good practice',
  prospective: 'Not yet in force',
};

const LEVELS: Record<Finding['level'], string> = { error: 'Put right', warning: 'Look at', note: 'Note' };

export const verdictWords = (verdict: Verdict): string => VERDICTS[verdict];
export const forceWords = (force: string): string => FORCE_WORDS[force as Force] ?? force;
export const levelWords = (level: Finding['level']): string => LEVELS[level];

const FORMATS: Record<string, string> = {
  markdown: 'Markdown',
  yaml: 'YAML',
  text: 'Plain text',
  docx: 'Word',
  html: 'Web page (HTML)',
  pdf: 'PDF',
};

/** The format of a document, as people call it. */
export const formatWords = (format: string): string => FORMATS[format] ?? format;

/** What a path is called; `-` is how a shell says standard input. */
export const pathWords = (path: string): string => (path === '-' ? 'standard input' : path);

/** "Reviews and learning" for `reviews-and-learning`. */
export function themeWords(theme: string): string {
  const words = theme.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 gap", "3 gaps". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}

/** Where a passage stands: "page 14, line 212", "paragraph 9", "lines 3 to 5"; '' where nothing is known. */
export function placeWords(place: Pick<Finding, 'line' | 'endLine' | 'page' | 'paragraph'>): string {
  const parts: string[] = [];
  if (place.page !== undefined) parts.push(`page ${place.page}`);
  if (place.paragraph !== undefined) parts.push(`paragraph ${place.paragraph}`);
  else if (place.line !== undefined) {
    const end = place.endLine ?? place.line;
    parts.push(end > place.line ? `lines ${place.line} to ${end}` : `line ${place.line}`);
  }
  return parts.join(', ');
}

/** The heading that a passage stands under, or ''. */
export function headingOf(evidence: EvidenceReport): string {
  return evidence.headings.at(-1) ?? '';
}

/** Forces in their order of weight, any that the program does not know last and by name. */
export function forcesIn(summary: Summary): string[] {
  const known: string[] = forces.filter((force) => force in summary.byForce);
  const other = Object.keys(summary.byForce).filter((force) => !forces.includes(force as Force));
  return [...known, ...other.sort()];
}

/** How many requirements have a gap, per force, forces without one left out. */
export function gapsByForce(summary: Summary): { force: string; gaps: number }[] {
  return forcesIn(summary)
    .map((force) => {
      const row = summary.byForce[force]!;
      return { force, gaps: row['not-met'] + row['partially-met'] };
    })
    .filter((row) => row.gaps > 0);
}

/** "5 gaps: 2 must, 3 should", or "No gaps". */
export function gapWords(summary: Summary): string {
  const rows = gapsByForce(summary);
  const total = rows.reduce((sum, row) => sum + row.gaps, 0);
  if (total === 0) return 'No gaps';
  return `${count(total, 'gap')}: ${rows.map((row) => `${row.gaps} ${forceWords(row.force).toLowerCase()}`).join(', ')}`;
}

/** A citation of the law as people say it: "Children Act 2004 section 16G" for "CA 2004 s16G". */
export function statuteWords(statute: string): string {
  return statute.replace(/\bCA (?=\d{4}\b)/g, 'Children Act ').replace(/\bs(?=\d)/g, 'section ');
}

/** A clause as a sentence: a capital at the front, a full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]["”’)]?$/.test(capital) ? capital : `${capital}.`;
}
