/** All there is to learn from, studied with the rules alone. */
import { type CompiledRules, compileRules } from '../../src/evidence/compile.ts';
import type { RuleSet } from '../../src/rules/types.ts';
import { CORPUS, labelFiles } from './corpus.ts';
import { examplesOf, labelledTexts } from './labelled.ts';
import { type Studied, study } from './lessons.ts';

export async function studyAll(rules: RuleSet): Promise<{ alone: CompiledRules; studied: Studied[] }> {
  const alone = compileRules(rules);
  const studied: Studied[] = [];
  for (const lesson of [...labelledTexts(labelFiles(CORPUS)), ...examplesOf(rules)])
    studied.push(await study(lesson, alone));
  return { alone, studied };
}
