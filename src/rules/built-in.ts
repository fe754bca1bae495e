/** The rules that come with the program, checked when it was built, so that a run parses no YAML and loads no schema. */
import { built } from './built.ts';
import type { RuleSet } from './types.ts';

let rules: RuleSet | undefined;

/** All that a check needs: without phrases and examples. Read on first use and shared after: treat it as read-only. */
export const builtInRules = (): RuleSet => {
  rules ??= JSON.parse(built) as RuleSet;
  return rules;
};

let whole: RuleSet | undefined;

/** The same with phrases and examples, for explaining and for those who want the rules themselves. */
export const builtInRulesInFull = async (): Promise<RuleSet> => {
  if (whole === undefined) {
    const [{ built: details }, { withDetails }] = await Promise.all([
      import('./built-details.ts'),
      import('./details.ts'),
    ]);
    whole = withDetails(builtInRules(), JSON.parse(details));
  }
  return whole;
};

/** True for either form of the rules that come with the program. */
export const isBuiltIn = (candidate: RuleSet): boolean => candidate === builtInRules() || candidate === whole;
