/** Hand-written reports for the formatters' tests: small, but with every part that a report can have. */

import type {
  DocumentReport,
  ElementReport,
  EvidenceReport,
  Finding,
  Report,
  RequirementReport,
  Summary,
} from '../../src/verdict/types.ts';

export function evidence(quote: string, line: number, more: Partial<EvidenceReport> = {}): EvidenceReport {
  return { quote, line, column: 1, endLine: line, endColumn: 80, headings: [], strength: 'full', signals: [], ...more };
}

export function element(id: string, more: Partial<ElementReport> = {}): ElementReport {
  return { id, need: 'essential', asks: `What ${id} asks.`, status: 'full', confidence: 'high', evidence: [], ...more };
}

export function requirement(id: string, more: Partial<RequirementReport> = {}): RequirementReport {
  return {
    id,
    title: `Title of ${id}`,
    theme: 'theme',
    asks: `What ${id} asks for.`,
    force: 'should',
    verdict: 'met',
    confidence: 'high',
    remedy: `What to write for ${id}.`,
    elements: [],
    ...more,
  };
}

/** The counts of a list of requirements, as the verdict step makes them. */
export function summaryOf(requirements: readonly RequirementReport[], more: Partial<Summary> = {}): Summary {
  const byForce: Summary['byForce'] = {};
  for (const { force, verdict } of requirements) {
    byForce[force] ??= { met: 0, 'partially-met': 0, 'not-met': 0, 'not-applicable': 0 };
    byForce[force][verdict]++;
  }
  return { byForce, checkByEye: 0, sentence: 'A sentence about the document.', next: [], ...more };
}

export function documentReport(
  requirements: RequirementReport[],
  more: Partial<Omit<DocumentReport, 'summary'>> & { summary?: Partial<Summary> } = {},
): DocumentReport {
  return {
    path: 'arrangements.md',
    title: 'Wrenfield Safeguarding Children Partnership',
    format: 'markdown',
    edition: 'wt2023',
    editionChoice: {
      id: 'wt2023',
      title: 'Working Together to Safeguard Children 2023',
      because: 'The document names this edition as its basis.',
    },
    arrangements: true,
    requirements,
    findings: [],
    notes: [],
    ...more,
    summary: summaryOf(requirements, more.summary),
  };
}

export function report(documents: DocumentReport[], failed: Report['failed'] = []): Report {
  return { schemaVersion: '1', tool: { name: 'masa-check', version: '0.0.0' }, documents, failed };
}

const custody = requirement('custody-and-residential', {
  title: 'Youth custody and residential homes',
  asks: 'How children in youth custody and in residential homes are included.',
  cite: 'chapter 2, publication of arrangements',
  verdict: 'not-met',
  remedy: 'Name each establishment or home sector and the group, person or report that links it to the partnership.',
  elements: [
    element('custody-position', {
      asks: 'How youth custody is included, or that there is none here and how children placed elsewhere are covered.',
      status: 'absent',
      nearest: {
        ...evidence('The arrangements must say how any youth custody in the area is included.', 212, {
          page: 14,
          headings: ['Wrenfield', 'Youth custody'],
          strength: 'none',
          signals: ['duty'],
        }),
        reason: 'it repeats what the guidance asks for and does not say what happens here.',
      },
    }),
    element('residential-position', {
      asks: 'How residential homes for children are included.',
      status: 'absent',
      confidence: 'low',
      checkByEye: 'A table on page 15 could not be read with certainty.',
    }),
    element('assurance', { need: 'supporting', status: 'absent', asks: 'How the partners know that it works.' }),
  ],
});

const scrutiny = requirement('independent-scrutiny', {
  title: 'Independent scrutiny',
  force: 'must',
  cite: 'chapter 2, independent scrutiny',
  statute: 'CA 2004 s16G(3)',
  verdict: 'partially-met',
  elements: [
    element('scrutineer', {
      asks: 'Who scrutinises the arrangements.',
      evidence: [evidence('Dr Hanna Osei is the independent scrutineer.', 301, { headings: ['Scrutiny'] })],
    }),
    element('method', {
      asks: 'How the scrutiny is done.',
      status: 'partial',
      evidence: [evidence('She visits from time to time.', 302, { strength: 'partial' })],
      nearest: {
        ...evidence('She visits from time to time.', 302, { strength: 'partial' }),
        reason: 'this does not say what is looked at or how often.',
      },
      write: 'Say what the scrutineer looks at, how, and how often.',
    }),
    element('reporting', {
      asks: 'To whom the scrutineer reports.',
      status: 'absent',
      nearest: {
        ...evidence('She visits from time to time.', 302, { strength: 'none', signals: ['bare-promise'] }),
        reason: 'it names nobody to whom she reports.',
      },
      write: 'Name the people who get the report.',
    }),
  ],
});

const partners = requirement('partners-named', {
  title: 'The safeguarding partners are identified',
  confidence: 'low',
  checkByEye: 'The health partner is named only in a table.',
  elements: [
    element('la-named', {
      evidence: [
        evidence(
          'The safeguarding partners are Wrenfield Borough Council, NHS Marlowshire Integrated Care Board and Marlowshire Police.',
          40,
          { endLine: 42, headings: ['The safeguarding partners'] },
        ),
      ],
    }),
    element('statutory-status', { need: 'supporting', status: 'absent', asks: 'That their duty is equal and joint.' }),
  ],
});

const childDeath = requirement('child-death-link', {
  title: 'Link with child death review',
  force: 'good-practice',
  verdict: 'not-applicable',
  notApplicable: 'The front matter says that this is set out elsewhere.',
});

const findings: Finding[] = [
  {
    code: 'superseded-term',
    level: 'error',
    message: 'Clinical commissioning groups were abolished on 1 July 2022.',
    advice: 'Name the integrated care board.',
    quote: 'Marlowshire CCG will',
    line: 77,
    column: 5,
    endLine: 77,
    endColumn: 25,
  },
  {
    code: 'superseded-term',
    level: 'error',
    message: 'Clinical commissioning groups were abolished on 1 July 2022.',
    advice: 'Name the integrated care board.',
    line: 90,
    column: 1,
  },
  { code: 'date-past', level: 'note', message: 'The next review was due in March 2024.', page: 3, line: 12 },
];

export const full: DocumentReport = documentReport([partners, custody, scrutiny, childDeath], {
  findings,
  notes: [{ code: 'scanned-page', message: 'Page 7 holds only a picture and was not read.' }],
  summary: {
    checkByEye: 2,
    sentence: 'The document leaves gaps in 2 of 3 requirements that apply, 1 of them a must.',
    next: ['Set out how scrutiny is done and who gets its report.', 'Say what happens about youth custody.'],
  },
});

export const clean: DocumentReport = documentReport([partners], { path: 'b/clean.md', title: '' });

export const briefing: DocumentReport = documentReport([custody], {
  path: '-',
  title: 'A briefing',
  editionChoice: {
    id: 'wt2026',
    title: 'Working Together to Safeguard Children 2026',
    because: 'It was asked for.',
    provisional: 'This edition has not been read in full, so these answers are provisional.',
  },
  edition: 'wt2026',
  arrangements: false,
  looksLike: 'It reads like a briefing about the guidance.',
});

export const several: Report = report(
  [full, clean, briefing],
  [{ path: 'c/broken.pdf', error: { code: 'broken', message: 'The file is damaged.' } }],
);

/** Text that a hostile document could hold in any place that a report quotes. */
export const HOSTILE =
  'A\u0000B \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u202Eevil\u202C \ud800 <script> ]]> ::set-output::x =HYPERLINK("x") a\r\nb\u2028c';

/** A report in which every free text is the given one. */
export function hostile(text = HOSTILE): Report {
  const replace = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEEP.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((item) => replace(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replace(item, name)]));
  };
  return replace(several) as Report;
}

/** Keys whose values are the program's own words. */
const KEEP = new Set([
  'schemaVersion',
  'name',
  'version',
  'need',
  'status',
  'confidence',
  'strength',
  'force',
  'verdict',
  'level',
  'id',
  'edition',
  'code',
  'theme',
  'format',
  'signals',
]);
