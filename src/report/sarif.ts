/**
 * The report as SARIF 2.1.0, for code scanning services and editors: a rule for each requirement and kind of finding,
 * a result for each gap and finding, and what the document rules out with a reason as suppressed results.
 */

import { pathToFileURL } from 'node:url';
import type { DocumentReport, EvidenceReport, Report, RequirementReport } from '../verdict/types.ts';
import { findingTitle } from './finding-titles.ts';
import type { FormatOptions } from './formatter.ts';
import { toJson } from './json.ts';
import { essentials } from './parts.ts';
import { filePath, isOutside } from './paths.ts';
import { plain } from './plain.ts';
import { type Level, levelOf, type Problem, problemsOf } from './problems.ts';
import { forceWords, sentence, statuteWords } from './words.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const BASE = '%SRCROOT%';

/** What GitHub sorts alerts by. */
const SEVERITIES: Record<Level, string> = { error: 'error', warning: 'warning', note: 'recommendation' };

type Json = Record<string, unknown>;

/** Text for people. A viewer takes `[words](target)` in a message for a link, so that cannot be left to stand. */
const message = (text: string): Json => ({ text: plain(text).replaceAll('](', '] (') });

/** Without the properties that are undefined. */
function known(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

export function formatSarif(report: Report, options: FormatOptions = {}): string {
  const rules = new Rules();
  for (const { requirements, edition } of report.documents) {
    for (const requirement of requirements) rules.addRequirement(requirement, edition);
  }
  const artifacts = new Map<string, Json>();
  const results = report.documents.flatMap((document) => {
    const file = fileAt(document.path, options);
    // `a.md` and `./a.md` are one file.
    if (!artifacts.has(file.uri)) artifacts.set(file.uri, artifact(document, file));
    const index = [...artifacts.keys()].indexOf(file.uri);
    return problemsOf(document, options).map((problem) => result(problem, document, { ...file, index }, rules));
  });
  const run = {
    tool: {
      driver: {
        name: report.tool.name,
        fullName: `${report.tool.name} ${plain(report.tool.version)}`,
        version: plain(report.tool.version),
        shortDescription: message('Checks multi-agency safeguarding arrangements against Working Together.'),
        rules: rules.list,
      },
    },
    invocations: [
      { executionSuccessful: report.failed.length === 0, toolExecutionNotifications: notifications(report, options) },
    ],
    originalUriBaseIds: { [BASE]: { description: message('The folder that paths are relative to.') } },
    artifacts: [...artifacts.values()],
    columnKind: 'utf16CodeUnits',
    results,
  };
  return toJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

/** The rules of a run, each once, and where each stands in their list. */
class Rules {
  readonly list: Json[] = [];
  readonly #index = new Map<string, number>();

  addRequirement(requirement: RequirementReport, edition: string): void {
    const { id, title, asks, force, cite, statute, remedy, theme } = requirement;
    const sources = [
      cite === undefined ? '' : `Guidance (${edition}): ${sentence(cite)}`,
      statute === undefined ? '' : `Law: ${sentence(statuteWords(statute))}`,
    ].filter((text) => text !== '');
    const known = this.#index.get(id);
    if (known !== undefined) {
      this.#addSources(this.list[known]!, sources);
      return;
    }
    const level = levelOf(force);
    const help = [asks, `What to write: ${remedy}`, ...sources].map((text) => sentence(plain(text)));
    this.#add(id, {
      shortDescription: message(title),
      fullDescription: message(asks),
      help: message(help.join(' ')),
      defaultConfiguration: { level },
      properties: {
        tags: [theme, force].map(plain),
        force,
        ...(cite === undefined ? {} : { citation: plain(cite) }),
        ...(statute === undefined ? {} : { statute: plain(statuteWords(statute)) }),
        'problem.severity': SEVERITIES[level],
      },
    });
  }

  /** Documents judged against another edition cite another place for the same requirement. */
  #addSources(rule: Json, sources: readonly string[]): void {
    const help = rule.help as { text: string };
    for (const source of sources) {
      const { text } = message(source) as { text: string };
      if (!help.text.includes(text)) help.text += ` ${text}`;
    }
  }

  /** Where a result's rule stands; a kind of finding is a rule from its first result on. */
  indexOf({ rule, level, finding }: Problem): number {
    const known = this.#index.get(rule);
    if (known !== undefined) return known;
    const title = findingTitle(rule);
    return this.#add(rule, {
      shortDescription: message(title),
      fullDescription: message(title),
      help: message(`${title} ${sentence(finding?.advice ?? 'Look at the place and put it right.')}`),
      defaultConfiguration: { level },
      properties: { tags: ['finding'], 'problem.severity': SEVERITIES[level] },
    });
  }

  #add(id: string, rule: Json): number {
    const name = id.replace(/(?:^|[-./])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    this.list.push({ id, name, ...rule });
    this.#index.set(id, this.list.length - 1);
    return this.list.length - 1;
  }
}

interface Artifact {
  uri: string;
  uriBaseId?: string;
  index?: number;
}

const LONE_SURROGATE = /[\ud800-\udfff]/gu;

function fileAt(path: string, options: FormatOptions): Artifact {
  const name = filePath(path, options).replace(LONE_SURROGATE, '\ufffd');
  // A NUL cannot be part of a file's address; no file has one in its name.
  if (isOutside(name) && !name.startsWith('..')) return { uri: pathToFileURL(name.replaceAll('\0', '')).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE };
}

function artifact(document: DocumentReport, location: Artifact): Json {
  const { title, format, edition, editionChoice, date, arrangements, summary } = document;
  return {
    location,
    properties: known({
      title: plain(title),
      format,
      edition,
      editionTitle: plain(editionChoice.title),
      editionBecause: plain(editionChoice.because),
      provisional: editionChoice.provisional && plain(editionChoice.provisional),
      date: date && plain(date),
      arrangements,
      summary: plain(summary.sentence),
    }),
  };
}

function result(problem: Problem, document: DocumentReport, file: Artifact, rules: Rules): Json {
  const { rule, level, title, says, place, requirement, waived, fingerprint } = problem;
  const words = requirement === undefined ? says.join(' ') : `${sentence(title)} ${says.join(' ')}`.trim();
  const related = requirement === undefined || waived !== undefined ? [] : relatedTo(requirement, place, file);
  const first = `${fingerprint}:1`;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(problem),
    level,
    message: message(waived === undefined ? words : `${sentence(title)} ${sentence(waived)}`),
    locations: [location(file, place)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    // GitHub goes by the first of these names only.
    partialFingerprints: { primaryLocationLineHash: first, 'masaCheck/v1': fingerprint },
    ...(waived === undefined ? {} : { suppressions: [suppression(waived)] }),
    properties: known({
      edition: document.edition,
      page: place.page,
      paragraph: place.paragraph,
      ...(requirement === undefined ? {} : gapProperties(requirement)),
    }),
  };
}

function gapProperties(requirement: RequirementReport): Json {
  const { title, force, cite, statute, verdict, confidence, checkByEye } = requirement;
  const open = essentials(requirement).filter(({ status }) => status !== 'full');
  return known({
    requirement: plain(title),
    force,
    forceWords: forceWords(force),
    verdict,
    confidence,
    checkByEye: checkByEye && plain(checkByEye),
    citation: cite && plain(cite),
    statute: statute && plain(statuteWords(statute)),
    openElements: open.map(({ id }) => id),
  });
}

/** The document itself gives the reason, so the suppression stands in the source and needs nobody's consent. */
const suppression = (reason: string): Json => ({
  kind: 'inSource',
  status: 'accepted',
  justification: plain(reason),
});

/** A whole file is its first line: services show nothing for a result that has no line. */
function location(file: Artifact, place: Problem['place']): Json {
  const { line, column, endLine, endColumn, page, paragraph, quote } = place;
  const headings = (place as Partial<EvidenceReport>).headings ?? [];
  const at = known({ page, paragraph });
  const region = known({
    startLine: line ?? 1,
    startColumn: line && column,
    endLine: line && endLine,
    endColumn: line && endLine && endColumn,
    snippet: line && quote ? { text: plain(quote) } : undefined,
  });
  return {
    physicalLocation: { artifactLocation: file, region },
    ...(headings.length === 0 ? {} : { logicalLocations: [section(headings)] }),
    ...(Object.keys(at).length === 0 ? {} : { properties: at }),
  };
}

function section(headings: readonly string[]): Json {
  const names = headings.map(plain);
  return { name: names.at(-1), fullyQualifiedName: names.join(' › '), kind: 'section' };
}

/** The other passages that were not enough, each with the reason. */
function relatedTo(requirement: RequirementReport, place: Problem['place'], file: Artifact): Json[] {
  const passages = essentials(requirement)
    .filter(({ status, nearest }) => status !== 'full' && nearest !== undefined)
    .map(({ asks, nearest }) => ({ asks, nearest: nearest! }))
    .filter(({ nearest }) => nearest !== place);
  return passages.map(({ asks, nearest }, index) => ({
    id: index + 1,
    ...location(file, nearest),
    message: message(`${sentence(plain(asks))} Not enough: ${sentence(plain(nearest.reason))}`),
  }));
}

/** What was not read, and what a reader of the results must know about how they came about. */
function notifications(report: Report, options: FormatOptions): Json[] {
  const failed = report.failed.map(({ path, error }) => ({
    level: 'error',
    descriptor: { id: error.code },
    message: message(error.message),
    locations: [{ physicalLocation: { artifactLocation: fileAt(path, options) } }],
  }));
  const said = report.documents.flatMap((document) => {
    const locations = [{ physicalLocation: { artifactLocation: fileAt(document.path, options) } }];
    const { provisional } = document.editionChoice;
    const unlike = document.arrangements ? [] : [{ id: 'not-arrangements', text: document.looksLike ?? '' }];
    const notes = [
      ...(provisional === undefined ? [] : [{ id: 'provisional-edition', text: provisional }]),
      ...unlike.map(({ id, text }) => ({
        id,
        text: `This does not look like a published arrangements document. ${sentence(text)}`.trim(),
      })),
    ];
    return [
      ...notes.map(({ id, text }) => ({ level: 'warning', descriptor: { id }, message: message(text), locations })),
      ...document.notes.map(({ code, message: text }) => ({
        level: 'note',
        descriptor: { id: code },
        message: message(text),
        locations,
      })),
    ];
  });
  return [...failed, ...said];
}
