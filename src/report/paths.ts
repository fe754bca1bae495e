/** How files are named in reports for services: relative to one folder, the same on every machine. */

import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { FormatOptions } from './formatter.ts';

/** What standard input is called where a file's name is needed. */
const STDIN = 'stdin';

const slashes = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));

/**
 * The path of a document relative to the base folder, with forward slashes and without `./`; absolute if it lies
 * outside. Without a working folder to start from, the path as given is taken to be relative to the base.
 */
export function filePath(path: string, { workingDir, baseDir = workingDir }: FormatOptions = {}): string {
  if (path === '-') return STDIN;
  if (workingDir === undefined || baseDir === undefined) return posix.normalize(slashes(path));
  const full = resolve(workingDir, path);
  const inside = relative(resolve(workingDir, baseDir), full);
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return slashes(outside ? full : inside);
}

export const isOutside = (path: string): boolean => isAbsolute(path) || path === '..' || path.startsWith('../');
