/**
 * Checks `rules/` and writes it into `src/rules/built.ts` and `built-details.ts`, its phrases, ready for matching, into
 * `src/evidence/built-prepared.ts`, and what was learnt into `built-learnt.ts`; `--check` writes nothing and fails when one of them is stale. What
 * is only unfinished does not stop a build: a gate in the tests asks for that.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { prepare } from '../src/evidence/compile.ts';
import { pack } from '../src/evidence/packed.ts';
import { packTable, tableOf } from '../src/evidence/second-reading/table.ts';
import { NOTHING_LEARNT } from '../src/evidence/second-reading/weights.ts';
import { builtModule, textModule } from '../src/rules/built-text.ts';
import { detailsOf, withoutDetails } from '../src/rules/details.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';
import { savedWeights } from './saved-weights.ts';

const checkOnly = process.argv.includes('--check');

const { rules, mistakes } = loadRules('rules', { allowUnfinished: true });
for (const mistake of mistakes) console.error(formatMistake(mistake));

if (mistakes.length > 0) {
  console.error(`${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in rules/; nothing is built.`);
  process.exitCode = 1;
} else {
  const files: [string, string][] = [
    ['src/rules/built.ts', builtModule(withoutDetails(rules))],
    ['src/rules/built-details.ts', builtModule(detailsOf(rules))],
    ['src/evidence/built-prepared.ts', textModule({ ...pack(prepare(rules)) })],
    ['src/evidence/built-learnt.ts', textModule({ ...packTable(savedWeights() ?? tableOf(NOTHING_LEARNT)) })],
  ];
  for (const [target, text] of files) {
    const now = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
    if (now === text) continue;
    if (checkOnly) {
      console.error(`${target} is ${now === undefined ? 'missing' : 'stale'}; run "npm run build:rules".`);
      process.exitCode = 1;
    } else {
      writeFileSync(target, text);
      console.error(
        `${target}: ${rules.requirements.length} requirements, ${rules.concepts.length} concepts, ${rules.signals.length} signals.`,
      );
    }
  }
}
