/** Turns the rules' data into numbers and sets that can be tested quickly. Done once a run. */
import type {
  EditionId,
  Element,
  Pattern,
  Requirement,
  RuleSet,
  Signal,
  SignalPattern,
  Within,
} from '../rules/types.ts';
import { NAME_KINDS } from '../rules/vocabulary.ts';
import { buildMatcher, type MatcherData, PhraseMatcher } from './matcher.ts';

/** Any of these concepts will do. */
export type Choice = readonly number[];

export interface CompiledPattern {
  source: Pattern;
  /** Every choice must be met in the window's live text; `has` and `names` together. */
  has: Choice[];
  topic: Choice[];
  some: { of: readonly Choice[]; atLeast: number }[];
  without: Choice;
  under: Choice[];
  notUnder: Choice;
  within: Within;
  despite: ReadonlySet<string>;
}

export interface CompiledElement {
  element: Element;
  topic: Choice[];
  full: CompiledPattern[];
  partial: CompiledPattern[];
  /** Concepts of headings under which the element is at home; empty where any will do. */
  home: Choice;
}

export interface CompiledRequirement {
  requirement: Requirement;
  elements: CompiledElement[];
  appliesWhen: CompiledPattern[] | undefined;
}

export interface CompiledSignal {
  signal: Signal;
  when: CompiledSignalPattern[];
  until: Choice;
}

export interface CompiledSignalPattern {
  has: Choice[];
  some: { of: readonly Choice[]; atLeast: number }[];
  without: Choice;
  heading: Choice[];
  mark: NonNullable<SignalPattern['mark']>;
}

export interface CompiledRules {
  rules: RuleSet;
  /** How many concepts and kinds of name there are: the size of a concept set. */
  size: number;
  matcher: PhraseMatcher;
  /** Finds superseded terms: its concept numbers are indexes into `rules.terminology`. */
  terms: PhraseMatcher;
  /** Finds the wordings that make a superseded term right where it stands; numbered like `terms`. */
  termExceptions: PhraseMatcher;
  /** Number of a concept by id; `undefined` for an unknown one. */
  concept(id: string): number | undefined;
  conceptId(number: number): string;
  /** Number of a kind of name. */
  name(kind: string): number | undefined;
  /** Concepts for bodies, roles and documents that a local name can stand for. */
  definable: readonly number[];
  /** Concepts that tell what a section is about, by its heading. */
  aboutHeadings: readonly number[];
  signals: CompiledSignal[];
  requirements: CompiledRequirement[];
}

/** Concepts whose id begins so tell what a section is about. */
const HEADING = /^heading-/;

/** Concepts whose id begins so can be given a local name ("the Lookout", "Spark, our shadow board ..."). */
const DEFINABLE = /^(?:body|role|doc)-/;

/** The matchers of a rule set as data: made when the program is built, so that a run need not expand any phrase. */
export interface Matchers {
  concepts: MatcherData;
  terms: MatcherData;
  termExceptions: MatcherData;
}

export const buildMatchers = (rules: RuleSet): Matchers => ({
  concepts: buildMatcher(rules.concepts),
  terms: buildMatcher(rules.terminology),
  termExceptions: buildMatcher(rules.terminology.map(({ unless }) => ({ phrases: unless ?? [] }))),
});

/** @param matchers those of these same rules, if they were made before */
export function compileRules(rules: RuleSet, matchers: Matchers = buildMatchers(rules)): CompiledRules {
  const ids = new Map(rules.concepts.map((concept, number) => [concept.id, number]));
  const names = new Map<string, number>();
  NAME_KINDS.forEach((kind, index) => {
    names.set(kind, rules.concepts.length + index);
  });
  const size = rules.concepts.length + NAME_KINDS.length;

  // The same entry stands in many patterns; one list for all of them also lets its sentences be looked up once.
  const known = new Map<string, Choice>();
  const choice = (text: string, isName: boolean): Choice => {
    const key = isName ? `name:${text}` : text;
    let made = known.get(key);
    if (made === undefined) {
      made = numbersFor(text, isName);
      known.set(key, made);
    }
    return made;
  };
  const numbersFor = (text: string, isName: boolean): Choice =>
    text.split('|').flatMap((part) => {
      const id = part.trim();
      const found: number[] = [];
      const concept = ids.get(id);
      if (concept !== undefined) found.push(concept);
      const name = isName ? names.get(id) : undefined;
      if (name !== undefined) found.push(name);
      if (found.length === 0) throw new Error(`unknown ${isName ? 'kind of name' : 'concept'} "${id}" in a rule`);
      return found;
    });
  const choices = (list: readonly string[] | undefined, isName = false): Choice[] =>
    (list ?? []).map((entry) => choice(entry, isName));
  const some = (list: Pattern['some']) =>
    (list ?? []).map((entry) => ({ of: choices(entry.of), atLeast: entry.atLeast }));

  const pattern = (source: Pattern, element?: Element): CompiledPattern => ({
    source,
    has: [...choices(source.has), ...choices(source.names, true)],
    topic: [...choices(source.topic ?? element?.topic)],
    some: some(source.some),
    without: choices(source.without).flat(),
    under: choices(source.under),
    notUnder: choices(source.notUnder).flat(),
    within: source.within ?? 'sentence',
    despite: new Set([...(element?.despite ?? []), ...(source.despite ?? [])]),
  });

  const signals = rules.signals.map((signal) => ({
    signal,
    until: [...choices(signal.until), ...choices(signal.untilNames, true)].flat(),
    when: signal.when.map((when) => ({
      has: [...choices(when.has), ...choices(when.names, true)],
      some: some(when.some),
      without: [...choices(when.without), ...choices(when.withoutNames, true)].flat(),
      heading: choices(when.heading),
      mark: when.mark ?? [],
    })),
  }));

  return {
    rules,
    size,
    matcher: new PhraseMatcher(matchers.concepts),
    terms: new PhraseMatcher(matchers.terms),
    termExceptions: new PhraseMatcher(matchers.termExceptions),
    concept: (id) => ids.get(id),
    conceptId: (number) => rules.concepts[number]?.id ?? NAME_KINDS[number - rules.concepts.length] ?? '',
    name: (kind) => names.get(kind),
    definable: rules.concepts.flatMap((concept, number) => (DEFINABLE.test(concept.id) ? [number] : [])),
    aboutHeadings: rules.concepts.flatMap((concept, number) => (HEADING.test(concept.id) ? [number] : [])),
    signals,
    requirements: rules.requirements.map((requirement) => ({
      requirement,
      elements: requirement.elements.map((element) => ({
        element,
        topic: choices(element.topic),
        home: choices(requirement.home).flat(),
        full: element.full.map((source) => pattern(source, element)),
        partial: (element.partial ?? []).map((source) => pattern(source, element)),
      })),
      appliesWhen: requirement.appliesWhen?.any.map((source) => pattern(source)),
    })),
  };
}

/** True where the pattern is meant for this edition. */
export const forEdition = (pattern: CompiledPattern, edition: EditionId): boolean =>
  pattern.source.editions === undefined || pattern.source.editions.includes(edition);
