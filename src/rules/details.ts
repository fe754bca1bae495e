/**
 * What a check never reads of the rules: phrases (they are in the matchers) and examples. They are the larger half, so
 * the program keeps them apart and loads them only to explain a rule or to hand the rules out.
 */
import type { Example, RuleSet } from './types.ts';

export interface RuleDetails {
  /** Phrases by concept, in the order of the concepts. */
  phrases: string[][];
  /** Examples by requirement, in the order of the requirements. */
  examples: Example[][];
}

export const detailsOf = (rules: RuleSet): RuleDetails => ({
  phrases: rules.concepts.map(({ phrases }) => phrases),
  examples: rules.requirements.map(({ examples }) => examples),
});

export const withoutDetails = (rules: RuleSet): RuleSet => ({
  ...rules,
  concepts: rules.concepts.map((concept) => ({ ...concept, phrases: [] })),
  requirements: rules.requirements.map((requirement) => ({ ...requirement, examples: [] })),
});

export const withDetails = (rules: RuleSet, { phrases, examples }: RuleDetails): RuleSet => ({
  ...rules,
  concepts: rules.concepts.map((concept, index) => ({ ...concept, phrases: phrases[index] ?? [] })),
  requirements: rules.requirements.map((requirement, index) => ({ ...requirement, examples: examples[index] ?? [] })),
});
