/** The labelled corpus, for tests: its texts and the rules that come with the program, made ready once. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { parseLabels } from '../src/evaluate/labels.ts';
import type { Files } from '../src/evaluate/run.ts';
import { builtInLearnt } from '../src/evidence/built-in-learnt.ts';
import { builtInPrepared } from '../src/evidence/built-in-prepared.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { builtInRules } from '../src/rules/built-in.ts';
import type { LabelledSource } from './metamorphic/operators.ts';

export const compiled = compileRules(builtInRules(), builtInPrepared(), builtInLearnt());

const list = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => (statSync(`${dir}/${name}`).isDirectory() ? list(`${dir}/${name}`) : [`${dir}/${name}`]));

export const files: Files = { list, read: (path) => readFileSync(path), exists: existsSync };

/** Documents and passages under a folder, as the metamorphic operators take them. */
export function sourcesIn(dir: string): LabelledSource[] {
  return list(dir)
    .filter((path) => /\.labels\.yaml$|passages\/[^/]+\.yaml$/.test(path))
    .flatMap((path) =>
      parseLabels(path, readFileSync(path, 'utf8')).map(({ name, kind, file, text, edition }) => ({
        name,
        kind,
        edition,
        text: text ?? readFileSync(`${path.slice(0, path.lastIndexOf('/'))}/${file}`, 'utf8'),
      })),
    );
}
