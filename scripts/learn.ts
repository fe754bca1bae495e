/**
 * Learns the second reading from the labelled corpus and the examples of the rules:
 *   npm run learn                  writes rules/learnt/second-reading.json
 *   npm run learn -- --check       writes nothing and fails when that file is older than rules or corpus
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { conceptIds } from '../src/evidence/compile.ts';
import { writeWeights } from '../src/evidence/second-reading/weights.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';
import { learn } from './learn/learn.ts';
import { studyAll } from './learn/study-all.ts';
import { SAVED } from './saved-weights.ts';

const { rules, mistakes } = loadRules('rules', { allowUnfinished: true });
if (mistakes.length > 0) {
  console.error(mistakes.map(formatMistake).join('\n'));
  console.error('Nothing is learnt from rules with mistakes; mend them first.');
  process.exit(1);
}
const { studied } = await studyAll(rules);
const learnt = learn(studied, conceptIds(rules));
const text = writeWeights(learnt);
if (existsSync(SAVED) && readFileSync(SAVED, 'utf8') === text) process.exit(0);
if (process.argv.includes('--check')) {
  console.error(`${SAVED} is older than the rules or the corpus; run "npm run learn".`);
  process.exit(1);
}
mkdirSync(dirname(SAVED), { recursive: true });
writeFileSync(SAVED, text);
console.error(
  `${SAVED}: ${studied.length} texts, ${learnt.concepts.length} concepts, ${learnt.words.length} words, ${learnt.elements.size} elements.`,
);
