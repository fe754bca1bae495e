/**
 * The accuracy figures, with those of a keyword search beside them:
 *   npm run accuracy [-- DIR ...]
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { evaluateKeywords } from '../bench/keyword-baseline.ts';
import { table } from '../src/evaluate/print.ts';
import { evaluate } from '../src/evaluate/run.ts';
import { builtInLearnt } from '../src/evidence/built-in-learnt.ts';
import { builtInPrepared } from '../src/evidence/built-in-prepared.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { builtInRules } from '../src/rules/built-in.ts';

const list = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => (statSync(`${dir}/${name}`).isDirectory() ? list(`${dir}/${name}`) : [`${dir}/${name}`]));
const files = { list, read: (path: string) => readFileSync(path), exists: existsSync };
const compiled = compileRules(builtInRules(), builtInPrepared(), builtInLearnt());
const sets =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync('fixtures/corpus')
        .sort()
        .flatMap((name) => {
          const path = `fixtures/corpus/${name}`;
          if (!statSync(path).isDirectory() || name === 'real') return [];
          return name === 'documents' || name === 'passages'
            ? [path]
            : readdirSync(path)
                .sort()
                .map((part) => `${path}/${part}`);
        });
for (const dir of sets) {
  const ours = await evaluate(dir, files, compiled);
  const theirs = evaluateKeywords(dir, files, compiled);
  if (ours.elements.length === 0) continue;
  console.log(`\n== ${dir}: ${ours.texts} texts\n\n${table(ours, 'requirement')}`);
  console.log(
    `\nkeyword search on the same texts:\n${table(theirs, 'edition')
      .split('\n')
      .filter((line) => /^(edition|ALL)/.test(line))
      .join('\n')}`,
  );
}
