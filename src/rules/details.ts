/**
 * What a check never reads of the rules: phrases, patterns (both are in what was prepared from them) and examples. They
 * are by far the larger part, so the program keeps them apart and loads them only to explain a rule or to hand the rules out.
 */
import type { Element, Requirement, RuleSet, Signal } from './types.ts';

export interface RuleDetails {
  /** Phrases by concept, in the order of the concepts. */
  phrases: string[][];
  /** Whole, in their order. */
  requirements: Requirement[];
  signals: Signal[];
}

export const detailsOf = ({ concepts, requirements, signals }: RuleSet): RuleDetails => ({
  phrases: concepts.map(({ phrases }) => phrases),
  requirements,
  signals,
});

export const withoutDetails = (rules: RuleSet): RuleSet => ({
  ...rules,
  concepts: rules.concepts.map(({ id }) => ({ id, phrases: [] })),
  requirements: rules.requirements.map(leanRequirement),
  signals: rules.signals.map(leanSignal),
});

export const withDetails = (rules: RuleSet, { phrases, requirements, signals }: RuleDetails): RuleSet => ({
  ...rules,
  concepts: rules.concepts.map(({ id }, index) => ({ id, phrases: phrases[index] ?? [] })),
  requirements,
  signals,
});

function leanRequirement({ home, appliesWhen, elements, ...rest }: Requirement): Requirement {
  return {
    ...rest,
    ...(appliesWhen === undefined ? {} : { appliesWhen: { ...appliesWhen, any: [] } }),
    elements: elements.map(leanElement),
    nearMisses: [],
    examples: [],
  };
}

function leanElement({ topic, despite, partial, counts, ...rest }: Element): Element {
  return { ...rest, counts: { full: counts.full }, full: [] };
}

const leanSignal = ({ until, untilNames, ...rest }: Signal): Signal => ({ ...rest, when: [] });
