/** The rules that come with the program, checked when it was built, so that a run parses no YAML and loads no schema. */
import { built } from './built.ts';
import type { RuleSet } from './types.ts';

let rules: RuleSet | undefined;

/** Read on first use and shared after: treat it as read-only. */
export const builtInRules = (): RuleSet => {
  rules ??= JSON.parse(built) as RuleSet;
  return rules;
};
