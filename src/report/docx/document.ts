/** One document's part of the Word report: the summary, the table of gaps, each gap in full, and what is met. */

import { isGap } from '../../verdict/exit-code.ts';
import type { DocumentReport, EvidenceReport, RequirementReport } from '../../verdict/types.ts';
import { groupedFindings } from '../findings.ts';
import { withVerdict } from '../order.ts';
import { bestEvidence, doubts, essentials, placeOfGap, whatToWrite } from '../parts.ts';
import { shorten } from '../width.ts';
import {
  count,
  forces,
  forcesIn,
  forceWords,
  formatWords,
  gapWords,
  headingOf,
  levelWords,
  pathWords,
  placeWords,
  sentence,
  statuteWords,
  verdicts,
  verdictWords,
} from '../words.ts';
import { bullet, heading, type Part, paragraph, step, table } from './blocks.ts';

/** A table row can be a page long; the report of the terminal cuts quotations as well. */
const QUOTE = 600;
const SHORT_QUOTE = 220;

/** `depth` is that of the headings of its parts; `list` numbers its list of steps apart from those of others. */
export function documentParts(report: DocumentReport, depth: number, list: number): Part[] {
  const gaps = report.requirements
    .filter(isGap)
    .sort(
      (a, b) =>
        forces.indexOf(a.force) - forces.indexOf(b.force) || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
    );
  return [
    ...summary(report, depth, list),
    ...overview(gaps, depth),
    ...(gaps.length > 0 ? [heading('The gaps in full', depth)] : []),
    ...gaps.flatMap((requirement, index) => gap(requirement, index + 1, depth + 1)),
    ...met(withVerdict(report.requirements, 'met'), depth),
    ...without(withVerdict(report.requirements, 'not-applicable'), depth),
    ...findings(report, depth),
    ...read(report, depth),
  ];
}

function summary(report: DocumentReport, depth: number, list: number): Part[] {
  const { summary: sums, arrangements, looksLike, editionChoice } = report;
  const parts: Part[] = [heading('Summary', depth)];
  if (!arrangements) {
    const label = 'This does not look like a published arrangements document.';
    parts.push(paragraph({ label, text: sentence(looksLike ?? '') }));
  }
  if (editionChoice.provisional !== undefined) {
    parts.push(paragraph({ label: 'Provisional:', text: sentence(editionChoice.provisional) }));
  }
  parts.push(paragraph({ label: `${gapWords(sums)}.`, text: sentence(sums.sentence) }));
  const rows = forcesIn(sums).map((force) => [
    forceWords(force),
    ...verdicts.map((verdict) => String(sums.byForce[force]![verdict])),
  ]);
  if (rows.length > 0) {
    const columns = [
      { head: 'Force', share: 28 },
      ...verdicts.map((verdict) => ({ head: verdictWords(verdict), share: 18, number: true as const })),
    ];
    parts.push(table(columns, rows));
  }
  if (sums.checkByEye > 0) {
    const words = count(sums.checkByEye, 'answer is', 'answers are');
    parts.push(
      paragraph(`${words} marked “check by eye”: the evidence is doubtful, so look at the document yourself.`),
    );
  }
  if (sums.next.length > 0) {
    parts.push(heading('What to do next', depth + 1));
    parts.push(...sums.next.map((text) => step(sentence(text), list)));
  }
  return parts;
}

/** What a board reads: each gap in a row, the heaviest first. */
function overview(gaps: readonly RequirementReport[], depth: number): Part[] {
  if (gaps.length === 0) return [];
  const rows = gaps.map((requirement, index) => {
    const place = placeOfGap(requirement);
    return [
      String(index + 1),
      requirement.title,
      forceWords(requirement.force),
      verdictWords(requirement.verdict) + (doubts(requirement).length > 0 ? ' (check by eye)' : ''),
      place === undefined ? '' : sentence(placeWords(place)).replace(/\.$/, ''),
      whatToWrite(requirement).map(sentence).join(' '),
    ];
  });
  const columns = [
    { head: 'No.', share: 8 },
    { head: 'Requirement', share: 22 },
    { head: 'Force', share: 11 },
    { head: 'Verdict', share: 12 },
    { head: 'Where', share: 13 },
    { head: 'What to write', share: 38 },
  ];
  return [heading('The gaps at a glance', depth), table(columns, rows)];
}

const STATUS = { full: 'There:', partial: 'In part:', absent: 'Missing:' } as const;

function gap(requirement: RequirementReport, number: number, depth: number): Part[] {
  const { title, asks, verdict, force } = requirement;
  const parts: Part[] = [
    heading(`${number}. ${title}`, depth),
    paragraph({ label: `${verdictWords(verdict)} (${forceWords(force).toLowerCase()}).`, text: sentence(asks) }),
    paragraph(source(requirement), { style: 'Source' }),
  ];
  const shown = new Set<string>();
  for (const element of essentials(requirement)) {
    const { status, nearest, evidence } = element;
    parts.push(bullet({ label: STATUS[status], text: sentence(element.asks) }));
    const [best] = evidence;
    if (best !== undefined) parts.push(quote(best, shown, ''));
    if (nearest === undefined || status === 'full') continue;
    const isRepeated = evidence.some(({ quote: words, line }) => words === nearest.quote && line === nearest.line);
    if (!isRepeated) parts.push(quote(nearest, shown, 'Nearest: '));
    parts.push(paragraph({ label: 'Not enough:', text: sentence(nearest.reason) }, { under: true }));
  }
  for (const text of whatToWrite(requirement)) {
    parts.push(paragraph({ label: 'To write:', text: sentence(text) }, { style: 'ToWrite' }));
  }
  for (const reason of doubts(requirement)) parts.push(paragraph({ label: 'Check by eye.', text: sentence(reason) }));
  return parts;
}

function source({ cite, statute, id }: RequirementReport): string {
  return [cite ?? '', statuteWords(statute ?? ''), id].filter((part) => part !== '').join(' · ');
}

function quote(passage: EvidenceReport, shown: Set<string>, before: string): Part {
  const place = placeWords(passage);
  const key = `${passage.line}:${passage.column} ${passage.quote}`;
  if (shown.has(key)) return paragraph(`${before}the same passage, ${place}`, { style: 'Quote' });
  shown.add(key);
  const over = headingOf(passage);
  const where = [place, over === '' ? '' : `under “${shorten(over, 80)}”`].filter((part) => part !== '').join(', ');
  return paragraph(`${before}“${shorten(passage.quote, QUOTE)}” (${where})`, { style: 'Quote' });
}

function met(requirements: readonly RequirementReport[], depth: number): Part[] {
  if (requirements.length === 0) return [];
  const rows = requirements.map((requirement) => {
    const best = bestEvidence(requirement.elements);
    const eye = doubts(requirement).map((reason) => ` Check by eye. ${sentence(reason)}`.trimEnd());
    const words = best === undefined ? '' : `“${shorten(best.quote, SHORT_QUOTE)}” (${placeWords(best)})`;
    return [requirement.title, forceWords(requirement.force), words + eye.join('')];
  });
  const columns = [
    { head: 'Requirement', share: 30 },
    { head: 'Force', share: 12 },
    { head: 'What shows it', share: 58 },
  ];
  return [heading(`Met: ${count(requirements.length, 'requirement')}`, depth), table(columns, rows)];
}

function without(requirements: readonly RequirementReport[], depth: number): Part[] {
  if (requirements.length === 0) return [];
  return [
    heading(`Does not apply: ${count(requirements.length, 'requirement')}`, depth),
    ...requirements.map(({ title, notApplicable }) =>
      bullet({ label: sentence(title), text: sentence(notApplicable ?? '') }),
    ),
  ];
}

/** How many places of one finding are named before the rest are only counted. */
const PLACES = 8;

function findings(report: DocumentReport, depth: number): Part[] {
  const groups = groupedFindings(report);
  if (groups.length === 0) return [];
  const parts: Part[] = [heading(`Other things found: ${groups.length}`, depth)];
  for (const [first, ...more] of groups) {
    if (first === undefined) continue;
    parts.push(bullet({ label: `${levelWords(first.level)}:`, text: sentence(first.message) }));
    const place = placeWords(first);
    const others = more.map(placeWords).filter((words) => words !== '');
    const also =
      others.slice(0, PLACES).join('; ') + (others.length > PLACES ? ` and ${others.length - PLACES} more` : '');
    const where = [place, also].filter((words) => words !== '').join('; also ');
    if (first.quote) parts.push(paragraph(`“${shorten(first.quote, QUOTE)}” (${where})`, { style: 'Quote' }));
    else if (where !== '') parts.push(paragraph(`Where: ${where}.`, { under: true }));
    if (first.advice) parts.push(paragraph({ label: 'To do:', text: sentence(first.advice) }, { under: true }));
  }
  return parts;
}

function read({ path, format, date, editionChoice, notes }: DocumentReport, depth: number): Part[] {
  return [
    heading('What was read', depth),
    paragraph({ label: 'File:', text: `${pathWords(path)} (${formatWords(format)})` }),
    paragraph({ label: 'Date of the document:', text: date ?? 'it gives none' }),
    paragraph({ label: 'Judged against:', text: `${editionChoice.title}. ${sentence(editionChoice.because)}` }),
    ...notes.map(({ message }) => bullet(sentence(message))),
  ];
}
