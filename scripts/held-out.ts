/**
 * What the second reading is worth on texts from which it has learnt nothing: for each set of the corpus that one hand
 * wrote it is learnt anew from all the others, and that set is scored, beside the rules alone.
 *   npm run held-out [-- SET ...]     all sets, or only such as fixtures/corpus/tenth-hand
 */
import { existsSync, readFileSync } from 'node:fs';
import { table } from '../src/evaluate/print.ts';
import { evaluate } from '../src/evaluate/run.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { tableOf } from '../src/evidence/second-reading/table.ts';
import { loadRules } from '../src/rules/load.ts';
import { NAME_KINDS } from '../src/rules/vocabulary.ts';
import { CORPUS, hands, labelFiles } from './learn/corpus.ts';
import { examplesOf, labelledTexts } from './learn/labelled.ts';
import { learn } from './learn/learn.ts';
import { type Studied, study } from './learn/lessons.ts';

const { rules } = loadRules('rules', { allowUnfinished: true });
const alone = compileRules(rules);
const studied: Studied[] = [];
for (const lesson of [...labelledTexts(labelFiles(CORPUS)), ...examplesOf(rules)])
  studied.push(await study(lesson, alone));
const concepts = [...rules.concepts.map(({ id }) => id), ...NAME_KINDS];
const files = { list: labelFiles, read: (path: string) => readFileSync(path), exists: existsSync };
const total = async (dir: string, compiled: typeof alone): Promise<string> =>
  table(await evaluate(dir, files, compiled), 'edition')
    .split('\n')
    .filter((line) => line.startsWith('ALL'))
    .join('');

for (const set of process.argv.length > 2 ? process.argv.slice(2) : hands()) {
  const others = studied.filter(({ path }) => !path.startsWith(`${set}/`));
  const both = compileRules(rules, undefined, tableOf(learn(others, concepts)));
  for (const part of ['documents', 'passages']) {
    const dir = `${set}/${part}`;
    if (!existsSync(dir)) continue;
    console.log(`${dir}\n  rules alone    ${await total(dir, alone)}\n  both readings  ${await total(dir, both)}`);
  }
}
