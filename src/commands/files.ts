/** From what was named on the command line to the documents to check. */

import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { FailedDocument } from '../verdict/types.ts';
import { systemReason } from './failure.ts';

/** Standard input, as every command line tool calls it. */
export const STDIN = '-';

/** Files that a folder is searched for. A file that is named is read whatever its ending. */
export const defaultEndings: readonly string[] = [
  'md',
  'markdown',
  'txt',
  'text',
  'yaml',
  'yml',
  'docx',
  'html',
  'htm',
  'pdf',
];

/** Labels for the accuracy figures stand beside the documents they belong to and are not documents. */
const NOT_DOCUMENTS = ['.labels.yaml', '.labels.yml'];

const SKIPPED_FOLDERS = new Set(['node_modules']);

export interface Found {
  /** As given, with forward slashes; every path once, in order. */
  paths: string[];
  failed: FailedDocument[];
}

/** With forward slashes, as reports show paths on every system. */
const shown = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

export function findDocuments(names: readonly string[], endings: readonly string[] = defaultEndings): Found {
  const paths = new Set<string>();
  const failed: FailedDocument[] = [];
  for (const name of names) {
    if (name === STDIN) {
      paths.add(STDIN);
      continue;
    }
    let stats: Stats;
    try {
      stats = statSync(name);
    } catch (error) {
      failed.push(unreadable(shown(name), error));
      continue;
    }
    if (!stats.isDirectory()) {
      paths.add(shown(name));
      continue;
    }
    const before = paths.size + failed.length;
    walk(shown(name), endings, paths, failed);
    if (paths.size + failed.length === before && ![...paths].some((path) => path.startsWith(inside(shown(name))))) {
      const wanted = endings.map((end) => `.${end}`).join(', ');
      const message = `The folder “${shown(name)}” holds nothing to read: no file in it ends in ${wanted}.`;
      failed.push({ path: shown(name), error: { code: 'empty-folder', message } });
    }
  }
  return { paths: [...paths], failed };
}

/** The front of every path inside a folder: `docs/` for `docs` and `docs/`, nothing for `.`. */
function inside(folder: string): string {
  if (folder === '.' || folder === './') return '';
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** Files before folders would split a topic; plain order by name is what a reader expects, and is the same everywhere. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function walk(folder: string, endings: readonly string[], paths: Set<string>, failed: FailedDocument[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort(byName);
  } catch (error) {
    failed.push(unreadable(folder, error));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = inside(folder) + entry.name;
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) walk(path, endings, paths, failed);
    } else if (isDocument(entry.name, endings) && (entry.isFile() || isLinkedFile(entry, path))) {
      paths.add(path);
    }
  }
}

function isDocument(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return !NOT_DOCUMENTS.some((end) => lower.endsWith(end)) && endings.some((end) => lower.endsWith(`.${end}`));
}

/** A link to a file is followed; one to a folder is not, since it may lead round in a circle. */
function isLinkedFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The report's entry for what the operating system would not give. */
export function unreadable(path: string, error: unknown): FailedDocument {
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    return { path, error: { code: 'not-found', message: `There is no file or folder “${path}”.` } };
  }
  const reason = systemReason(error) ?? 'something went wrong while reading it';
  return { path, error: { code: 'unreadable', message: `“${path}” cannot be read: ${reason}.` } };
}
