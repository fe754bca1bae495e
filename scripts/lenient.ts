/** While several people edit rules, one bad phrase should not stop the others from scoring theirs. */
import { compileRules } from '../src/evidence/compile.ts';
import { expandPhrase } from '../src/rules/phrase.ts';
import type { RuleSet } from '../src/rules/types.ts';

const usable = (phrase: string): boolean => {
  try {
    expandPhrase(phrase);
    return true;
  } catch {
    return false;
  }
};

/** The rules without the phrases, signals and requirements that cannot be compiled. */
export function lenient(rules: RuleSet): RuleSet {
  const concepts = rules.concepts.map((concept) => ({ ...concept, phrases: concept.phrases.filter(usable) }));
  const bare: RuleSet = { ...rules, concepts, requirements: [], signals: [] };
  const compiles = (part: Partial<RuleSet>): boolean => {
    try {
      compileRules({
        ...bare,
        concepts: concepts.map((concept) => ({ ...concept, phrases: [] })),
        terminology: [],
        ...part,
      });
      return true;
    } catch (error) {
      console.error(`left out: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  };
  return {
    ...bare,
    signals: rules.signals.filter((signal) => compiles({ signals: [signal] })),
    requirements: rules.requirements.filter((requirement) => compiles({ requirements: [requirement] })),
  };
}
