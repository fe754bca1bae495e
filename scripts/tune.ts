/**
 * For people who write rules: scores the rules in `rules/` as they stand, without a build, with the
 * second reading as it was learnt last, or without it.
 *   npm run tune -- [--requirement ID[,ID]] [--by requirement|element|need|document|style|edition] [--errors] [--rules-alone] [DIR ...]
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { errors, type Grouping, table } from '../src/evaluate/print.ts';
import { type Evaluation, evaluate } from '../src/evaluate/run.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';
import { lenient } from './lenient.ts';
import { savedWeights } from './saved-weights.ts';

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const flag = (name: string): boolean => {
  const at = args.indexOf(name);
  if (at < 0) return false;
  args.splice(at, 1);
  return true;
};
const requirements = option('--requirement')?.split(',');
const by = (option('--by') ?? 'element') as Grouping;
const showErrors = flag('--errors');
const rulesAlone = flag('--rules-alone');
const dirs = args.length > 0 ? args : ['fixtures/corpus/passages', 'fixtures/corpus/documents'];

const list = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = `${dir}/${name}`;
      return statSync(path).isDirectory() ? list(path) : [path];
    });

const { rules, mistakes } = loadRules('rules', { allowUnfinished: true });
const grave = mistakes.filter(({ message }) => !/^Nothing uses/.test(message));
if (grave.length > 0) console.error(grave.slice(0, 40).map(formatMistake).join('\n'));
if (!rules) process.exit(2);
const compiled = compileRules(lenient(rules!), undefined, rulesAlone ? undefined : savedWeights());
const total: Evaluation = { elements: [], requirements: [], texts: 0, skipped: [] };
const started = performance.now();
for (const dir of dirs) {
  const result = await evaluate(
    dir,
    { list, read: (path) => readFileSync(path), exists: existsSync },
    compiled,
    requirements ? { requirements } : {},
  );
  total.elements.push(...result.elements);
  total.requirements.push(...result.requirements);
  total.texts += result.texts;
}
if (showErrors) console.log(errors(total));
console.log(table(total, by));
console.log(`${total.texts} texts in ${((performance.now() - started) / 1000).toFixed(1)} s`);
