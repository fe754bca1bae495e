/**
 * The report as a spreadsheet: a row for each element of each requirement.
 *
 * RFC 4180 with a byte order mark, so that Excel takes it for UTF-8. A cell that a spreadsheet would run as a formula
 * gets an apostrophe before it.
 */

import type { DocumentReport, ElementReport, Report, RequirementReport } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { shorten } from './width.ts';
import { forceWords, headingOf, statuteWords, verdictWords } from './words.ts';

/** Excel holds 32,767 characters in a cell and cuts the rest. */
const LONGEST_CELL = 32_000;

/** What Excel, LibreOffice and Google Sheets begin a formula with, also as the wide characters of East Asian text. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

const STATUSES: Record<ElementReport['status'], string> = { full: 'in full', partial: 'in part', absent: 'missing' };

interface Row {
  document: DocumentReport;
  path: string;
  requirement: RequirementReport;
  element?: ElementReport;
}

type Column = readonly [heading: string, value: (row: Row) => string | number | undefined];

const COLUMNS: readonly Column[] = [
  ['Document', ({ path }) => path],
  ['Title', ({ document }) => document.title],
  ['Edition', ({ document }) => document.edition],
  ['Requirement', ({ requirement }) => requirement.id],
  ['Requirement title', ({ requirement }) => requirement.title],
  ['Theme', ({ requirement }) => requirement.theme],
  ['Force', ({ requirement }) => forceWords(requirement.force)],
  ['Citation', ({ requirement }) => requirement.cite],
  ['Statute', ({ requirement }) => statuteWords(requirement.statute ?? '')],
  ['Verdict', ({ requirement }) => verdictWords(requirement.verdict)],
  ['Why it does not apply', ({ requirement }) => requirement.notApplicable],
  ['Element', ({ element }) => element?.id],
  ['Need', ({ element }) => element?.need],
  ['Asks', ({ element }) => element?.asks],
  ['Status', ({ element }) => element && STATUSES[element.status]],
  ['Confidence', ({ requirement, element }) => (element ?? requirement).confidence],
  ['Check by eye', ({ requirement, element }) => (element ?? requirement).checkByEye],
  ['Quotation', ({ element }) => element?.evidence[0]?.quote],
  ['Page', ({ element }) => element?.evidence[0]?.page],
  ['Line', ({ element }) => element?.evidence[0]?.line],
  ['Heading', ({ element }) => element?.evidence[0] && headingOf(element.evidence[0])],
  ['Nearest', ({ element }) => element?.nearest?.quote],
  ['Nearest page', ({ element }) => element?.nearest?.page],
  ['Nearest line', ({ element }) => element?.nearest?.line],
  ['Not enough because', ({ element }) => element?.nearest?.reason],
  ['To write', ({ element }) => element?.write],
];

export function formatCsv(report: Report, options: FormatOptions = {}): string {
  const rows = report.documents.flatMap((document) => {
    const path = filePath(document.path, options);
    return document.requirements.flatMap((requirement): Row[] =>
      requirement.elements.length === 0
        ? [{ document, path, requirement }]
        : requirement.elements.map((element) => ({ document, path, requirement, element })),
    );
  });
  const lines = [
    COLUMNS.map(([heading]) => cell(heading)),
    ...rows.map((row) => COLUMNS.map(([, value]) => cell(value(row) ?? ''))),
  ];
  return `\ufeff${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/** Every text stands in quotation marks: a semicolon or a tab parts cells in some settings. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (value === '') return '';
  const text = shorten(plain(value), LONGEST_CELL);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
