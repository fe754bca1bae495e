/**
 * What the second reading is worth on texts from which it has learnt nothing: for each set of the corpus that one hand
 * wrote it is learnt anew from all the others, and that set is scored, beside the rules alone.
 *   npm run held-out [-- SET ...]     all sets, or only such as fixtures/corpus/tenth-hand
 */
import { existsSync, readFileSync } from 'node:fs';
import { table } from '../src/evaluate/print.ts';
import { evaluate } from '../src/evaluate/run.ts';
import { compileRules, conceptIds } from '../src/evidence/compile.ts';
import { tableOf } from '../src/evidence/second-reading/table.ts';
import { loadRules } from '../src/rules/load.ts';
import { hands, labelFiles } from './learn/corpus.ts';
import { learn } from './learn/learn.ts';
import { studyAll } from './learn/study-all.ts';

const { rules } = loadRules('rules', { allowUnfinished: true });
const { alone, studied } = await studyAll(rules);
const files = { list: labelFiles, read: (path: string) => readFileSync(path), exists: existsSync };
const total = async (dir: string, compiled: typeof alone): Promise<string> =>
  table(await evaluate(dir, files, compiled), 'edition')
    .split('\n')
    .filter((line) => line.startsWith('ALL'))
    .join('');

for (const set of process.argv.length > 2 ? process.argv.slice(2) : hands()) {
  const others = studied.filter(({ path }) => !path.startsWith(`${set}/`));
  const both = compileRules(rules, undefined, tableOf(learn(others, conceptIds(rules))));
  for (const part of ['documents', 'passages']) {
    const dir = `${set}/${part}`;
    if (!existsSync(dir)) continue;
    console.log(`${dir}\n  rules alone    ${await total(dir, alone)}\n  both readings  ${await total(dir, both)}`);
  }
}
