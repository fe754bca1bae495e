/** Reads a folder of rules. The one file of this folder that reads files: the program itself uses `builtInRules`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake } from './mistake.ts';
import { sortMistakes } from './mistake.ts';
import { type LoadedRules, type LoadOptions, parseRules } from './parse.ts';
import type { RuleFile } from './source.ts';

export type { Mistake } from './mistake.ts';
export { formatMistake } from './mistake.ts';
export type { LoadedRules, LoadOptions } from './parse.ts';

/** As the ids sort, so that `funding` comes before `funding-contributions`. */
const byId = (a: string, b: string): number => {
  const [one, other] = [a.replace(/\.yaml$/, ''), b.replace(/\.yaml$/, '')];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Every rule under `dir`, and every mistake in them. It never throws for what a file says. */
export const loadRules = (dir: string, options: LoadOptions = {}): LoadedRules => {
  const mistakes: Mistake[] = [];
  const path = (...parts: string[]) => join(dir, ...parts).replaceAll('\\', '/');
  const file = (...parts: string[]): RuleFile => ({
    path: path(...parts),
    text: readFileSync(join(dir, ...parts), 'utf8'),
  });

  const folder = (name: string): RuleFile[] => {
    const found = existsSync(join(dir, name)) ? readdirSync(join(dir, name)).sort(byId) : [];
    if (found.length === 0) {
      mistakes.push({
        file: path(name),
        line: 1,
        column: 1,
        message: `There is no rule file in "${name}"; add one.`,
        unfinished: true,
      });
    }
    for (const entry of found) {
      if (entry.endsWith('.yaml') || entry.startsWith('.')) continue;
      mistakes.push({
        file: path(name, entry),
        line: 1,
        column: 1,
        message: 'Only files that end in ".yaml" can stand here; rename or move it.',
      });
    }
    return found.filter((entry) => entry.endsWith('.yaml')).map((entry) => file(name, entry));
  };
  const single = (name: string): RuleFile | undefined => {
    if (existsSync(join(dir, name))) return file(name);
    mistakes.push({ file: path(name), line: 1, column: 1, message: 'There is no such file; add it.' });
    return undefined;
  };

  const terminology = single('terminology.yaml');
  const agencies = single('agencies.yaml');
  const loaded = parseRules(
    {
      editions: folder('editions'),
      requirements: folder('requirements'),
      lexicon: folder('lexicon'),
      signals: folder('signals'),
      ...(terminology ? { terminology } : {}),
      ...(agencies ? { agencies } : {}),
    },
    options,
  );
  const own = options.allowUnfinished ? mistakes.filter((mistake) => !mistake.unfinished) : mistakes;
  return { rules: loaded.rules, mistakes: sortMistakes([...own, ...loaded.mistakes]) };
};
