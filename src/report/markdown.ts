/**
 * The report as GitHub's Markdown, for a comment on a pull request or a job's summary.
 *
 * Words of the document stand in code spans, where nothing is markup, a link or a mention; all other text has its
 * punctuation written so that it stays text. The whole is kept under the length that GitHub takes.
 */

import { isGap } from '../verdict/exit-code.ts';
import type { DocumentReport, Finding, Report, RequirementReport } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { withVerdict } from './order.ts';
import { bestEvidence, doubts, essentials, whatToWrite } from './parts.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { shorten } from './width.ts';
import {
  count,
  forcesIn,
  forceWords,
  gapWords,
  headingOf,
  levelWords,
  list,
  placeWords,
  sentence,
  statuteWords,
  verdicts,
  verdictWords,
} from './words.ts';

/** GitHub refuses a comment of 65,536 characters. */
export const LONGEST = 59_000;
/** What is kept free for the sentence that counts what was left out. */
const LAST_WORDS = 400;

const TEXT = 400;
const QUOTE = 260;
const NAME = 120;

const SPECIAL = /[&<>\\`*_[\]{}~|$!@#]/g;
const BREAK = '&#8203;';

/** Text that is only text, in Markdown as in HTML: no tag, emphasis, link, mention, issue number or picture of a face. */
function text(value: string, limit = TEXT): string {
  return (
    shorten(plain(value).trim(), limit)
      .replace(SPECIAL, (character) => `&#${character.charCodeAt(0)};${/[@#]/.test(character) ? BREAK : ''}`)
      // What would begin a list or a rule at the front of a line.
      .replace(/^[-+=]/, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/^(\d+)([.)])/, (_, number: string, mark: string) => `${number}&#${mark.charCodeAt(0)};`)
      // Addresses of pages and letters, which would become links; `GH-1` and commit numbers, which GitHub links.
      .replace(/:(?=[\w/+-])/g, `:${BREAK}`)
      .replace(/(www)\./gi, `$1${BREAK}.`)
      .replace(/(GH)-(?=\d)/gi, `$1-${BREAK}`)
      .replace(/\b[0-9a-f]{6}(?=[0-9a-f]+\b)/gi, `$&${BREAK}`)
  );
}

/** Words of the document, as a code span. */
function code(value: string, limit = QUOTE): string {
  const words = shorten(plain(value).trim(), limit);
  if (words === '') return '';
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return fence + pad + words + pad + fence;
}

/** What may be left out, as one and as several. */
const KINDS = {
  document: 'documents',
  gap: 'gaps',
  finding: 'findings',
  'requirement that is met': 'requirements that are met',
  'requirement that does not apply': 'requirements that do not apply',
  note: 'notes',
};
type Kind = keyof typeof KINDS;

/** Takes pieces of text as long as there is room, and counts the others. */
class Sheet {
  #text = '';
  readonly #left = new Map<Kind, number>();

  get #room(): number {
    return LONGEST - LAST_WORDS - this.#text.length;
  }

  add(piece: string, kind?: Kind): boolean {
    if (piece.length > this.#room) {
      if (kind !== undefined) this.leaveOut(kind, 1);
      return false;
    }
    this.#text += piece;
    return true;
  }

  /** Pieces between an opening and a closing, or nothing at all if not even the first fits. */
  addAll(open: string, pieces: readonly string[], close: string, kind: Kind): void {
    const frame = open.length + close.length;
    let inside = '';
    let used = 0;
    for (const piece of pieces) {
      if (frame + inside.length + piece.length > this.#room) continue;
      inside += piece;
      used++;
    }
    if (used > 0) this.#text += open + inside + close;
    this.leaveOut(kind, pieces.length - used);
  }

  leaveOut(kind: Kind, number: number): void {
    if (number > 0) this.#left.set(kind, (this.#left.get(kind) ?? 0) + number);
  }

  toString(): string {
    if (this.#left.size === 0) return this.#text;
    const parts = (Object.keys(KINDS) as Kind[])
      .filter((kind) => this.#left.has(kind))
      .map((kind) => count(this.#left.get(kind)!, kind, KINDS[kind]));
    return `${this.#text}\n_Left out to keep this short: ${list(parts)}._\n`;
  }
}

export function formatMarkdown(report: Report, options: FormatOptions = {}): string {
  const sheet = new Sheet();
  sheet.add('## Multi-agency safeguarding arrangements\n');
  const several = report.documents.length + report.failed.length > 1;
  if (several) overview(sheet, report, options);
  for (const { path, error } of report.failed) {
    sheet.add(`\n**Not read:** ${name(path, options)} – ${text(error.message)}\n`, 'document');
  }
  if (options.detail === 'quiet') {
    for (const document of report.documents) {
      sheet.add(`\n${name(document.path, options)}: ${text(document.summary.sentence)}\n`, 'document');
    }
    return sheet.toString();
  }
  for (const document of report.documents) onDocument(sheet, document, options);
  return sheet.toString();
}

function name(path: string, options: FormatOptions): string {
  return path === '-' ? 'Standard input' : code(filePath(path, options), NAME);
}

/** One line a document, worst news and all, before any is told in full; half of the room at most. */
function overview(sheet: Sheet, { documents }: Report, options: FormatOptions): void {
  const lines = documents.map((document) => `- ${name(document.path, options)} – ${gapWords(document.summary)}\n`);
  let room = LONGEST / 2;
  const shown = lines.filter((line) => {
    room -= line.length;
    return room > 0;
  });
  sheet.add(`\n${shown.join('')}`);
  if (shown.length < lines.length) sheet.add(`- and ${count(lines.length - shown.length, 'more document')}\n`);
}

function onDocument(sheet: Sheet, document: DocumentReport, options: FormatOptions): void {
  const { requirements, summary } = document;
  if (!sheet.add(heading(document, options), 'document')) {
    sheet.leaveOut('gap', requirements.filter(isGap).length);
    sheet.leaveOut('finding', document.findings.length);
    return;
  }
  if (summary.next.length > 0) {
    const steps = summary.next.map((step, index) => `${index + 1}. ${text(step)}\n`).join('');
    sheet.add(`\n**What to do next**\n\n${steps}`);
  }
  for (const verdict of ['not-met', 'partially-met'] as const) {
    const gaps = withVerdict(requirements, verdict);
    let before = `\n#### ${verdictWords(verdict)}\n\n`;
    for (const piece of gaps.map(gap)) if (sheet.add(before + piece, 'gap')) before = '\n';
  }
  folded(sheet, 'Other findings', document.findings.map(finding), 'finding');
  const met = withVerdict(requirements, 'met');
  folded(sheet, verdictWords('met'), met.map(metLine), 'requirement that is met');
  const without = withVerdict(requirements, 'not-applicable');
  folded(sheet, verdictWords('not-applicable'), without.map(withoutLine), 'requirement that does not apply');
  const notes = document.notes.map(({ message }) => `- ${text(message)}\n`);
  folded(sheet, 'How the document was read', notes, 'note');
}

function heading(document: DocumentReport, options: FormatOptions): string {
  const { title, editionChoice, summary } = document;
  const parts = [`\n### ${name(document.path, options)}\n`];
  if (title !== '') parts.push(`Title: ${code(title, NAME)}\n`);
  parts.push(`**${gapWords(summary)}.** ${text(summary.sentence)}\n`);
  if (!document.arrangements) {
    const like = document.looksLike === undefined ? '' : ` ${text(sentence(document.looksLike))}`;
    parts.push(`**This does not look like a published arrangements document.**${like}\n`);
  }
  parts.push(`Judged against ${text(editionChoice.title)}. ${text(sentence(editionChoice.because))}\n`);
  if (editionChoice.provisional !== undefined) parts.push(`**Provisional:** ${text(editionChoice.provisional)}\n`);
  const rows = forcesIn(summary).map((force) => {
    const row = summary.byForce[force]!;
    return `| ${[text(forceWords(force)), ...verdicts.map((verdict) => row[verdict])].join(' | ')} |\n`;
  });
  if (rows.length > 0) {
    const head = `|  | ${verdicts.map(verdictWords).join(' | ')} |\n| --- |${' ---: |'.repeat(verdicts.length)}\n`;
    parts.push(head + rows.join(''));
  }
  return parts.join('\n');
}

function folded(sheet: Sheet, title: string, pieces: readonly string[], kind: Kind): void {
  if (pieces.length === 0) return;
  sheet.addAll(`\n<details><summary>${title}: ${pieces.length}</summary>\n\n`, pieces, '\n</details>\n', kind);
}

/** “The words” as a code span, with where they stand. */
function passage(quote: string, place: Parameters<typeof placeWords>[0], over = ''): string {
  const where = [placeWords(place), over === '' ? '' : `under ${code(over, 80)}`].filter((part) => part !== '');
  return `${code(quote)}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
}

function gap(requirement: RequirementReport): string {
  const { title, force, cite, statute, asks, id } = requirement;
  const lines: string[] = [];
  for (const element of essentials(requirement)) {
    const label = { full: 'There', partial: 'In part', absent: 'Missing' }[element.status];
    lines.push(`- **${label}:** ${text(element.asks)}`);
    const evidence = element.evidence[0];
    if (evidence) lines.push(`  - ${passage(evidence.quote, evidence, headingOf(evidence))}`);
    if (element.status === 'full' || !element.nearest) continue;
    const { nearest } = element;
    if (evidence?.quote !== nearest.quote || evidence.line !== nearest.line) {
      lines.push(`  - Nearest: ${passage(nearest.quote, nearest, headingOf(nearest))}`);
    }
    lines.push(`  - Not enough: ${text(sentence(nearest.reason))}`);
  }
  for (const write of whatToWrite(requirement)) lines.push(`- **To write:** ${text(write)}`);
  lines.push(...eyeLines(requirement));
  const sources = [cite ?? '', statuteWords(statute ?? ''), id].filter((part) => part !== '').map((part) => text(part));
  return [
    `<details><summary><b>${text(title, NAME)}</b> (${text(forceWords(force).toLowerCase())})</summary>\n`,
    `Asks: ${text(asks)} <sub>${sources.join(' · ')}</sub>\n`,
    ...lines,
    '\n</details>\n',
  ].join('\n');
}

const eyeLines = (requirement: RequirementReport): string[] =>
  doubts(requirement).map((reason) => (reason === '' ? '- **Check by eye.**' : `- **Check by eye:** ${text(reason)}`));

function metLine(requirement: RequirementReport): string {
  const best = bestEvidence(requirement.elements);
  const quote = best === undefined ? '' : ` – ${passage(best.quote, best)}`;
  const eye = eyeLines(requirement).map((line) => `\n  ${line}`);
  return `- **${text(requirement.title, NAME)}**${quote}${eye.join('')}\n`;
}

function withoutLine({ title, notApplicable }: RequirementReport): string {
  return `- **${text(title, NAME)}**${notApplicable === undefined ? '' : ` – ${text(notApplicable)}`}\n`;
}

function finding(item: Finding): string {
  const where = item.quote ? passage(item.quote, item) : placeWords(item);
  const lines = [`- **${levelWords(item.level)}:** ${text(item.message)}`];
  if (where !== '') lines.push(`  - Where: ${where}`);
  if (item.advice !== undefined) lines.push(`  - To do: ${text(item.advice)}`);
  return `${lines.join('\n')}\n`;
}
