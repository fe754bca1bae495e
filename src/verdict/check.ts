/** One document against one edition: every requirement decided, with its evidence, and the findings that cut across. */
import type { Document } from '../document/types.ts';
import { type AgreedEvidence, agree } from '../evidence/agree.ts';
import { type CompiledRequirement, type CompiledRules, forEdition } from '../evidence/compile.ts';
import { findEvidence, meetsAnywhere } from '../evidence/find.ts';
import { type Reading, readConcepts } from '../evidence/reading.ts';
import { editionNamed } from '../rules/edition-named.ts';
import type { FrontMatterMistake } from '../rules/front-matter.ts';
import type { EditionId } from '../rules/types.ts';
import { FORCES } from '../rules/vocabulary.ts';
import { chooseEdition } from './choose-edition.ts';
import { confidenceOf } from './confidence.ts';
import { dateOf } from './document-date.ts';
import { judgeKind, NOT_ARRANGEMENTS } from './document-kind.ts';
import { elementReport, needIn } from './element-report.ts';
import { findFindings } from './findings/index.ts';
import { summarise } from './summary.ts';
import type { DocumentReport, ElementReport, RequirementReport, Verdict } from './types.ts';
import { waiver } from './waiver.ts';

export interface CheckOptions {
  /** The edition to judge against; chosen from the document when left out. */
  edition?: EditionId;
  /** The day (ISO date) against which dates count as past; the document's own date when left out. */
  asOf?: string;
  /** What is wrong with the front matter; found before, because the schema that finds it is only loaded where needed. */
  frontMatter?: readonly FrontMatterMistake[];
  /** Only these requirements; all when left out. */
  requirements?: readonly string[];
}

/**
 * Checks a document. Pure: the same document, rules and options give the same report.
 * @throws RangeError if `options.edition` is not an edition of the rules.
 */
export function checkDocument(document: Document, compiled: CompiledRules, options: CheckOptions = {}): DocumentReport {
  const date = dateOf(document);
  const mistakes = (options.frontMatter ?? []).filter(({ level }) => level === 'warning').map(({ path }) => path);
  const viewpoint = standpoint(compiled, document, date?.iso, options.edition);
  const reading = readConcepts(document, compiled, viewpoint, mistakes);
  const editionChoice = chooseEdition(reading, date, options.edition);
  const edition = editionChoice.id;
  const kind = judgeKind(reading);
  const asked = compiled.requirements
    .filter(({ requirement }) => requirement.editions[edition] !== undefined)
    .filter(({ requirement }) => options.requirements === undefined || options.requirements.includes(requirement.id));
  const evidence = evidenceFor(reading, asked, edition);
  const requirements = asked.map((requirement, place) =>
    judgeRequirement(
      reading,
      requirement,
      edition,
      kind.arrangements ? evidence[place]! : evidence[place]!.map(halved),
    ),
  );
  requirements.sort((a, b) => FORCES.indexOf(a.force) - FORCES.indexOf(b.force));
  const findings = findFindings({
    reading,
    edition,
    date,
    asOf: options.asOf,
    frontMatter: options.frontMatter ?? [],
    requirements,
  });
  const report: DocumentReport = {
    path: document.path,
    title: document.title,
    format: document.format,
    edition,
    editionChoice,
    ...(date === undefined ? {} : { date: date.iso }),
    arrangements: kind.arrangements,
    ...(kind.looksLike === undefined ? {} : { looksLike: kind.looksLike }),
    requirements,
    findings,
    notes: document.notes,
    summary: { byForce: {}, checkByEye: 0, sentence: '', next: [] },
  };
  report.summary = summarise(report);
  return report;
}

/** By requirement, what both readings make of its elements. */
function evidenceFor(
  reading: Reading,
  requirements: readonly CompiledRequirement[],
  edition: EditionId,
): AgreedEvidence[][] {
  const found = requirements.flatMap(({ requirement, elements }) =>
    elements.map((element) => ({
      requirement: requirement.id,
      element: element.element.id,
      found: findEvidence(reading, element, edition),
    })),
  );
  const agreed = agree(reading, found).values();
  return requirements.map(({ elements }) => elements.map(() => agreed.next().value!));
}

function judgeRequirement(
  reading: Reading,
  compiled: CompiledRequirement,
  edition: EditionId,
  evidence: readonly AgreedEvidence[],
): RequirementReport {
  const { requirement } = compiled;
  const inEdition = requirement.editions[edition]!;
  const base = {
    id: requirement.id,
    title: requirement.title,
    theme: requirement.theme,
    asks: requirement.asks,
    force: inEdition.force,
    ...(inEdition.cite === undefined ? {} : { cite: inEdition.cite }),
    ...(requirement.statute === undefined ? {} : { statute: requirement.statute }),
    remedy: requirement.remedy,
  };
  const elements: ElementReport[] = compiled.elements.map((element, place) => {
    const found = evidence[place]!;
    const need = needIn(element.element, edition);
    return elementReport(reading, element.element, edition, found, confidenceOf(reading, element, need, found));
  });
  const reason = whyNotApplicable(reading, compiled, edition, elements);
  const verdict: Verdict = reason === undefined ? verdictOf(elements) : 'not-applicable';
  const essential = elements.filter((element) => element.need === 'essential');
  const doubtful = essential.find((element) => element.checkByEye !== undefined);
  return {
    ...base,
    verdict,
    confidence: doubtful ? 'low' : essential.every((element) => element.confidence === 'high') ? 'high' : 'medium',
    ...(doubtful?.checkByEye === undefined || reason !== undefined ? {} : { checkByEye: doubtful.checkByEye }),
    ...(reason === undefined ? {} : { notApplicable: reason }),
    elements,
  };
}

/**
 * The day from which bodies count as gone: the document's own date, or the start of an edition that it is asked to
 * answer to and that came later.
 */
function standpoint(
  compiled: CompiledRules,
  document: Document,
  date: string | undefined,
  asked: EditionId | undefined,
): string | undefined {
  const { editions } = compiled.rules;
  const declared = document.frontMatter?.edition;
  const edition =
    editions.find(({ id }) => id === asked) ??
    (declared === undefined || declared === null ? undefined : editionNamed(editions, String(declared)));
  const days = [date, edition?.inForceFrom].filter((day): day is string => day !== undefined);
  return days.sort().at(-1);
}

/** What a briefing or a template says is nobody's arrangement: it can look like one and is half set out at most. */
function halved(found: AgreedEvidence): AgreedEvidence {
  if (found.status !== 'full') return found;
  const evidence = found.evidence.map((passage) => ({
    ...passage,
    strength: 'partial' as const,
    signals: [...passage.signals, NOT_ARRANGEMENTS.id].sort(),
  }));
  return { ...found, status: 'partial', evidence, stopped: false };
}

/** Met if every essential element is full, not met if every one is absent, else partly met. */
export function verdictOf(elements: readonly Pick<ElementReport, 'need' | 'status'>[]): Verdict {
  const essential = elements.filter((element) => element.need === 'essential');
  if (essential.every((element) => element.status === 'full')) return 'met';
  return essential.every((element) => element.status === 'absent') ? 'not-met' : 'partially-met';
}

function whyNotApplicable(
  reading: Reading,
  compiled: CompiledRequirement,
  edition: EditionId,
  elements: readonly ElementReport[],
): string | undefined {
  const declared = reading.document.frontMatter?.['not-applicable'];
  if (typeof declared === 'object' && declared !== null && !Array.isArray(declared)) {
    const reason = (declared as Record<string, unknown>)[compiled.requirement.id];
    if (typeof reason === 'string' && reason.trim() !== '') return waiver(reason);
  }
  const { appliesWhen } = compiled;
  if (!compiled.requirement.appliesWhen || !appliesWhen) return undefined;
  if (elements.some((element) => element.need === 'essential' && element.status === 'full')) return undefined;
  const patterns = appliesWhen.filter((pattern) => forEdition(pattern, edition));
  if (meetsAnywhere(reading, patterns)) return undefined;
  return `It applies only where ${compiled.requirement.appliesWhen.says}, and nothing in the document says so.`;
}
