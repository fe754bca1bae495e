/** The rules in the form in which they are tested against a document. Done once a run. */
import type { EditionId, Element, Requirement, RuleSet, Signal, SignalPattern, Within } from '../rules/types.ts';
import { NAME_KINDS } from '../rules/vocabulary.ts';
import { startKernel } from './kernel.ts';
import { PhraseMatcher } from './matcher.ts';
import { numberRules, type PatternNumbers, type RuleNumbers, type SomeNumbers } from './rule-numbers.ts';
import { SecondReader } from './second-reading/reader.ts';
import type { WeightTable } from './second-reading/table.ts';
import { Sieve, sieveProgram } from './sieve.ts';
import { buildMatcher, type MatcherData } from './trie.ts';

/** Any of these concepts will do. */
export type Choice = readonly number[];

export interface CompiledPattern {
  /** Its number, by which `Reading.places` knows it. */
  number: number;
  /** Every choice must be met in the window's live text; `has` and `names` together. */
  has: readonly Choice[];
  topic: readonly Choice[];
  some: readonly CompiledSome[];
  without: Choice;
  under: readonly Choice[];
  notUnder: Choice;
  within: Within;
  despite: ReadonlySet<string>;
  /** Only for these editions; all when undefined. */
  editions: readonly EditionId[] | undefined;
  /** Concepts of headings under which its element is at home; empty where any will do. */
  home: Choice;
}

export interface CompiledSome {
  of: readonly Choice[];
  atLeast: number;
}

export interface CompiledElement {
  element: Element;
  topic: readonly Choice[];
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
  /** Its number among all patterns; those of signals come first. */
  number: number;
  has: readonly Choice[];
  some: readonly CompiledSome[];
  without: Choice;
  heading: readonly Choice[];
  mark: NonNullable<SignalPattern['mark']>;
}

export interface CompiledRules {
  rules: RuleSet;
  /**
   * The size of a concept set: concepts, kinds of name, superseded terms, and the wordings that make a superseded term
   * right where it stands, numbered in this order.
   */
  size: number;
  matcher: PhraseMatcher;
  sieve: Sieve;
  /** How many patterns there are, and the number of the first that is no signal's. */
  patternCount: number;
  firstPattern: number;
  /** Number of the first of `rules.terminology`, and of the first of their exceptions. */
  firstTerm: number;
  firstException: number;
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
  /** Reads what the rules take for evidence once more; undefined where nothing was learnt for these rules. */
  secondReader: SecondReader | undefined;
}

/** Concepts whose id begins so tell what a section is about. */
const HEADING = /^heading-/;

/** Concepts whose id begins so can be given a local name ("the Lookout", "Spark, our shadow board ..."). */
const DEFINABLE = /^(?:body|role|doc)-/;

/** What is worked out of a rule set when the program is built, so that a run need not expand any phrase. */
export interface Prepared {
  numbers: RuleNumbers;
  phrases: MatcherData;
  /** The patterns for `Sieve`. */
  patterns: Uint16Array;
}

export function prepare(rules: RuleSet): Prepared {
  const numbers = numberRules(rules);
  return {
    numbers,
    phrases: buildMatcher([
      ...rules.concepts,
      // Names are known by their form; their kinds have numbers and no phrases.
      ...NAME_KINDS.map(() => ({ phrases: [] })),
      ...rules.terminology,
      ...rules.terminology.map(({ unless }) => ({ phrases: unless ?? [] })),
    ]),
    patterns: sieveProgram(numbers),
  };
}

const NOTHING: readonly never[] = [];
const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * @param prepared that of these same rules, if it was made before
 * @param learnt for the second reading; without it the rules decide alone
 */
export function compileRules(rules: RuleSet, prepared: Prepared = prepare(rules), learnt?: WeightTable): CompiledRules {
  const { numbers } = prepared;
  // One list for every pattern that has the same entry: its sentences are looked up once.
  const choices = (places: readonly number[] | undefined): readonly Choice[] =>
    places === undefined ? NOTHING : places.map((place) => numbers.choices[place]!);
  const some = (list: readonly SomeNumbers[] | undefined): readonly CompiledSome[] =>
    list === undefined ? NOTHING : list.map(({ of, atLeast }) => ({ of: choices(of), atLeast }));
  // In the order of `patternsOf`.
  let number = 0;
  const pattern = (source: PatternNumbers, home: Choice): CompiledPattern => ({
    number: number++,
    has: choices(source.has),
    topic: choices(source.topic),
    some: some(source.some),
    without: source.without ?? NOTHING,
    under: choices(source.under),
    notUnder: source.notUnder ?? NOTHING,
    within: source.within ?? 'sentence',
    despite: source.despite === undefined ? NO_NAMES : new Set(source.despite),
    editions: source.editions,
    home,
  });

  const ids = new Map(rules.concepts.map((concept, number) => [concept.id, number]));
  const names = new Map(NAME_KINDS.map((kind, index) => [kind, rules.concepts.length + index]));
  const firstTerm = rules.concepts.length + NAME_KINDS.length;
  const firstException = firstTerm + rules.terminology.length;
  const size = firstException + rules.terminology.length;
  const kernel = startKernel();
  const signals = rules.signals.map((signal, index): CompiledSignal => {
    const { when, until } = numbers.signals[index]!;
    return {
      signal,
      until,
      when: when.map((source) => ({
        number: number++,
        has: choices(source.has),
        some: some(source.some),
        without: source.without ?? NOTHING,
        heading: choices(source.heading),
        mark: source.mark ?? [],
      })),
    };
  });
  const firstPattern = number;
  const requirements = rules.requirements.map((requirement, index): CompiledRequirement => {
    const { home, elements, appliesWhen } = numbers.requirements[index]!;
    return {
      requirement,
      elements: requirement.elements.map((element, place) => {
        const { topic, full, partial } = elements[place]!;
        return {
          element,
          topic: choices(topic),
          home,
          full: full.map((source) => pattern(source, home)),
          partial: partial.map((source) => pattern(source, home)),
        };
      }),
      appliesWhen: appliesWhen?.map((source) => pattern(source, home)),
    };
  });
  return {
    rules,
    size,
    matcher: new PhraseMatcher(prepared.phrases, kernel),
    sieve: new Sieve(kernel, prepared.patterns, size),
    patternCount: number,
    firstPattern,
    firstTerm,
    firstException,
    concept: (id) => ids.get(id),
    conceptId: (number) => rules.concepts[number]?.id ?? NAME_KINDS[number - rules.concepts.length] ?? '',
    name: (kind) => names.get(kind),
    definable: rules.concepts.flatMap((concept, number) => (DEFINABLE.test(concept.id) ? [number] : [])),
    aboutHeadings: rules.concepts.flatMap((concept, number) => (HEADING.test(concept.id) ? [number] : [])),
    signals,
    requirements,
    secondReader: learnt && new SecondReader(learnt, kernel, conceptIds(rules), size),
  };
}

/** Ids of the concepts and kinds of name, by their numbers. */
export const conceptIds = ({ concepts }: Pick<RuleSet, 'concepts'>): string[] => [
  ...concepts.map(({ id }) => id),
  ...NAME_KINDS,
];

/** True where the pattern is meant for this edition. */
export const forEdition = ({ editions }: CompiledPattern, edition: EditionId): boolean =>
  editions === undefined || editions.includes(edition);
