/**
 * Checks `rules/` and writes it into `src/rules/built.ts`; `--check` writes nothing and fails when that file is stale. What
 * is only unfinished does not stop a build: a gate in the tests asks for that.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { builtModule } from '../src/rules/built-text.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';

const checkOnly = process.argv.includes('--check');
const target = 'src/rules/built.ts';

const { rules, mistakes } = loadRules('rules', { allowUnfinished: true });
for (const mistake of mistakes) console.error(formatMistake(mistake));

if (mistakes.length > 0) {
  console.error(`${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in rules/; nothing is built.`);
  process.exitCode = 1;
} else {
  const text = builtModule(rules);
  const now = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (checkOnly && now !== text) {
    console.error(`${target} is ${now === undefined ? 'missing' : 'stale'}; run "npm run build:rules".`);
    process.exitCode = 1;
  } else if (now !== text) {
    writeFileSync(target, text);
    console.error(
      `${target}: ${rules.requirements.length} requirements, ${rules.concepts.length} concepts, ${rules.signals.length} signals.`,
    );
  }
}
