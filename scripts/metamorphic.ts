/**
 * Survival rates of the metamorphic operators over the labelled corpus:
 *   npm run metamorphic -- [--failures] [--operator NAME] [DIR ...]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { parseLabels } from '../src/evaluate/labels.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { loadRules } from '../src/rules/load.ts';
import { type LabelledSource, operators } from '../test/metamorphic/operators.ts';
import { survival } from '../test/metamorphic/run.ts';
import { lenient } from './lenient.ts';
import { savedWeights } from './saved-weights.ts';

const args = process.argv.slice(2);
const failures = args.includes('--failures');
const at = args.indexOf('--operator');
const wanted = at < 0 ? undefined : args[at + 1];
const dirs = args.filter((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1));

const list = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => (statSync(`${dir}/${name}`).isDirectory() ? list(`${dir}/${name}`) : [`${dir}/${name}`]));

const sources: LabelledSource[] = [];
for (const dir of dirs.length > 0 ? dirs : ['fixtures/corpus/documents', 'fixtures/corpus/passages']) {
  for (const path of list(dir)) {
    if (!/\.labels\.yaml$|passages\/[^/]+\.yaml$/.test(path)) continue;
    for (const { name, kind, file, text, edition } of parseLabels(path, readFileSync(path, 'utf8'))) {
      sources.push({
        name,
        kind,
        edition,
        text: text ?? readFileSync(`${path.slice(0, path.lastIndexOf('/'))}/${file}`, 'utf8'),
      });
    }
  }
}

const { rules } = loadRules('rules', { allowUnfinished: true });
const chosen = operators.filter(({ name }) => wanted === undefined || name === wanted);
let low = false;
for (const { operator, says, checked, survived, failures: list } of await survival(
  sources,
  compileRules(lenient(rules!), undefined, savedWeights()),
  chosen,
)) {
  const share = checked === 0 ? 1 : survived / checked;
  if (share < 0.97) low = true;
  console.log(
    `${operator.padEnd(18)} ${(share * 100).toFixed(2).padStart(6)}%  ${String(survived).padStart(6)} of ${String(checked).padStart(6)}  ${says}`,
  );
  if (failures) for (const line of list.slice(0, 60)) console.log(`    ${line}`);
}
if (low) process.exitCode = 1;
