/**
 * The rules' patterns with numbers in place of the names of concepts. Worked out when the program is built, because
 * finding some thousand names by their text costs a run more than all its matching.
 */
import type { EditionId, Pattern, RuleSet, SignalPattern, Within } from '../rules/types.ts';
import { NAME_KINDS } from '../rules/vocabulary.ts';

/** A concept's number is its place among the rules' concepts; kinds of name follow in the order of `NAME_KINDS`. */
export type ConceptNumber = number;
/** A place in `RuleNumbers.choices`. */
export type ChoiceNumber = number;

export interface PatternNumbers {
  /** `has` and `names` together. */
  has?: ChoiceNumber[];
  topic?: ChoiceNumber[];
  some?: SomeNumbers[];
  without?: ConceptNumber[];
  under?: ChoiceNumber[];
  notUnder?: ConceptNumber[];
  within?: Within;
  despite?: string[];
  editions?: EditionId[];
}

export interface SomeNumbers {
  of: ChoiceNumber[];
  atLeast: number;
}

export interface SignalPatternNumbers {
  has?: ChoiceNumber[];
  some?: SomeNumbers[];
  without?: ConceptNumber[];
  heading?: ChoiceNumber[];
  mark?: NonNullable<SignalPattern['mark']>;
}

/** In the order of the rules. */
export interface RuleNumbers {
  /** Each entry of the patterns ("a | b") once: the concepts any of which will do. */
  choices: ConceptNumber[][];
  requirements: {
    home: ConceptNumber[];
    elements: { topic: ChoiceNumber[]; full: PatternNumbers[]; partial: PatternNumbers[] }[];
    appliesWhen?: PatternNumbers[];
  }[];
  signals: { when: SignalPatternNumbers[]; until: ConceptNumber[] }[];
}

type Entries = readonly string[] | undefined;

/** @throws Error if a rule uses a concept or a kind of name that does not exist; the rules' loader reports those first. */
export function numberRules(rules: RuleSet): RuleNumbers {
  const concepts = new Map(rules.concepts.map(({ id }, number) => [id, number]));
  const names = new Map(NAME_KINDS.map((kind, index) => [kind, rules.concepts.length + index]));
  const choices: ConceptNumber[][] = [];
  const places = new Map<string, ChoiceNumber>();

  const numbersOf = (entry: string, isName: boolean): ConceptNumber[] =>
    entry.split('|').flatMap((part) => {
      const id = part.trim();
      const found = [concepts.get(id), isName ? names.get(id) : undefined].filter((number) => number !== undefined);
      if (found.length === 0) throw new Error(`unknown ${isName ? 'kind of name' : 'concept'} "${id}" in a rule`);
      return found;
    });
  const place = (entry: string, isName: boolean): ChoiceNumber => {
    const key = isName ? `name:${entry}` : entry;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, choices.length);
    return choices.push(numbersOf(entry, isName)) - 1;
  };
  const all = (entries: Entries, kinds?: Entries): ChoiceNumber[] => [
    ...(entries ?? []).map((entry) => place(entry, false)),
    ...(kinds ?? []).map((entry) => place(entry, true)),
  ];
  const flat = (entries: Entries, kinds?: Entries): ConceptNumber[] => [
    ...(entries ?? []).flatMap((entry) => numbersOf(entry, false)),
    ...(kinds ?? []).flatMap((entry) => numbersOf(entry, true)),
  ];
  const some = (list: Pattern['some']): SomeNumbers[] =>
    (list ?? []).map(({ of, atLeast }) => ({ of: all(of), atLeast }));

  const pattern = (source: Pattern, topic?: Entries, despite: readonly string[] = []): PatternNumbers =>
    withoutEmpty({
      has: all(source.has, source.names),
      topic: all(source.topic ?? topic),
      some: some(source.some),
      without: flat(source.without),
      under: all(source.under),
      notUnder: flat(source.notUnder),
      within: source.within,
      despite: [...new Set([...despite, ...(source.despite ?? [])])],
      editions: source.editions,
    });

  return {
    requirements: rules.requirements.map(({ home, elements, appliesWhen }) => ({
      home: flat(home),
      elements: elements.map(({ topic, despite, full, partial }) => ({
        topic: all(topic),
        full: full.map((source) => pattern(source, topic, despite)),
        partial: (partial ?? []).map((source) => pattern(source, topic, despite)),
      })),
      ...(appliesWhen === undefined ? {} : { appliesWhen: appliesWhen.any.map((source) => pattern(source)) }),
    })),
    signals: rules.signals.map(({ when, until, untilNames }) => ({
      until: flat(until, untilNames),
      when: when.map((source) =>
        withoutEmpty({
          has: all(source.has, source.names),
          some: some(source.some),
          without: flat(source.without, source.withoutNames),
          heading: all(source.heading),
          mark: source.mark,
        }),
      ),
    })),
    choices,
  };
}

/** Leaves out what says nothing: most patterns use few of their fields. An empty list of editions says "in none". */
function withoutEmpty<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== undefined && (name === 'editions' || !Array.isArray(value) || value.length > 0),
    ),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
