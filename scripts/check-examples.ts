/** For people who write rules: the examples of some requirements (or all) that do not hold. */

import { exampleMistakes } from '../src/evaluate/examples.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';
import { lenient } from './lenient.ts';
import { savedWeights } from './saved-weights.ts';

const wanted = process.argv.slice(2);
const { rules, mistakes } = loadRules('rules', { allowUnfinished: true });
const shown = mistakes.filter(
  ({ file, message }) =>
    !/^Nothing uses/.test(message) && (wanted.length === 0 || wanted.some((id) => file.includes(id))),
);
if (shown.length > 0) console.log(shown.map(formatMistake).join('\n'));
if (!rules) process.exit(2);
const compiled = compileRules(lenient(rules!), undefined, savedWeights());
let failures = 0;
for (const requirement of rules.requirements) {
  if (wanted.length > 0 && !wanted.includes(requirement.id)) continue;
  for (const mistake of await exampleMistakes(requirement, compiled)) {
    console.log(mistake);
    failures++;
  }
}
console.log(`${failures} expectations of examples do not hold`);
