/** The corpus in `fixtures/corpus`, by the hand that wrote each part. */
import { readdirSync, statSync } from 'node:fs';

export const CORPUS = 'fixtures/corpus';

/** Every label file under a folder, sorted. */
export const labelFiles = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = `${dir}/${name}`;
      if (statSync(path).isDirectory()) return name.startsWith('.') ? [] : labelFiles(path);
      return /\.labels\.ya?ml$/.test(name) || /\/passages\/[^/]+\.ya?ml$/.test(path) ? [path] : [];
    });

/** Folders of the corpus that one hand wrote: each could be left out to see what the others teach. */
export const hands = (): string[] =>
  readdirSync(CORPUS)
    .sort()
    .filter((name) => name.endsWith('-hand'))
    .map((name) => `${CORPUS}/${name}`);
