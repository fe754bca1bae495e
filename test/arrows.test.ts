/** Holds the direction of imports, and that the core touches neither files nor the clock. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run-masa.ts';

const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/\/built(?:-details|-prepared)?\.ts$/.test(file));

/** What each folder may import from; its own files always. Files at the top are wiring and may import anything. */
const MAY: Record<string, readonly string[]> = {
  document: [],
  rules: [],
  read: ['document', 'rules'],
  evidence: ['rules', 'document'],
  verdict: ['evidence', 'rules', 'document'],
  report: ['verdict', 'rules', 'document'],
  commands: ['evaluate', 'report', 'verdict', 'read', 'evidence', 'rules', 'document', '(top)'],
  evaluate: ['report', 'verdict', 'read', 'evidence', 'rules', 'document', '(top)'],
};

const PURE = ['document', 'evidence', 'verdict', 'report', 'rules'];

/** Reads rule files for the build; the program itself uses the built-in rules. */
const READS_FILES = ['rules/load.ts'];

/** Of Node's own modules, those that only calculate. */
const CALCULATES = ['node:crypto', 'node:path', 'node:url'];

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(top)');

function code(file: string): string {
  return readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
}

function imports(file: string): string[] {
  const found = [...code(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)];
  return found.map((match) => match[1]!);
}

it('imports run one way', () => {
  const wrong = files.flatMap((file) => {
    const from = folderOf(file);
    const allowed = MAY[from];
    if (allowed === undefined) return [];
    return imports(file)
      .filter((target) => target.startsWith('.') && target.endsWith('.ts'))
      .map((target) => folderOf(normalize(join(dirname(file), target)).replaceAll('\\', '/')))
      .filter((to) => to !== from && !allowed.includes(to))
      .map((to) => `${file} imports from ${to}`);
  });
  expect(wrong).toEqual([]);
});

it('the core reads no file, clock, locale or chance', () => {
  const wrong = files
    .filter((file) => PURE.includes(folderOf(file)) && !READS_FILES.includes(file))
    .filter(
      (file) =>
        imports(file).some((target) => target.startsWith('node:') && !CALCULATES.includes(target)) ||
        /\bDate\.now\b|new Date\(\)|Math\.random|\bprocess\.|toLocale|localeCompare\(/.test(code(file)),
    );
  expect(wrong).toEqual([]);
});

it('only the terminal report knows colours, and only bin sets the exit code', () => {
  expect(files.filter((file) => imports(file).includes('chalk'))).toEqual(['report/terminal-page.ts']);
  expect(files.filter((file) => /process\.exit/.test(code(file)))).toEqual([]);
});
