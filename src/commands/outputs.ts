/** Where reports go: what `--format` and `--output` say together, and files written whole or not at all. */

import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FormatName, formatForFile, formatNames, isFormatName } from '../report/formats.ts';
import { Failure, systemReason } from './failure.ts';
import { unknownName } from './suggest.ts';

export interface Target {
  format: FormatName;
  /** Undefined: standard output. */
  path?: string;
}

/** `-o` values that name their format: letters, an equals sign, a path. `./a=b.txt` is always a path. */
const NAMED = /^([A-Za-z]+)=(.+)$/s;

/**
 * `--format F` alone prints F. `--output PATH` sends that to a file instead; without `--format`, the file's ending
 * says which. `--output FORMAT=PATH` writes a file besides, and prints only if `--format` was given as well.
 */
export function targets(format: string | undefined, outputs: readonly string[]): Target[] {
  const wanted = format === undefined ? undefined : formatName(format);
  const found: Target[] = [];
  let bare = false;
  for (const output of outputs) {
    if (output === '') throw new Failure('--output needs the name of a file.');
    const named = NAMED.exec(output);
    if (named) {
      found.push(target(formatName(named[1]!), named[2]!));
    } else {
      bare = true;
      if (wanted === undefined) refuseUnreadable(output);
      found.push(target(wanted ?? formatForFile(output) ?? 'terminal', output));
    }
  }
  if (!bare && (wanted !== undefined || outputs.length === 0)) found.unshift({ format: wanted ?? 'terminal' });
  const places = found.map(({ path }) => path ?? '-');
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined) {
    const place = twice === '-' ? 'standard output' : `“${twice}”`;
    throw new Failure(`Two reports cannot both go to ${place}; give each its own file.`);
  }
  return found;
}

/** Files of these endings are opened by programs that could not read any of our reports. */
const NOT_OURS = /\.(?:pdf|doc|odt|rtf|xlsx?|ods|pptx?)$/i;

function refuseUnreadable(path: string): void {
  const ending = NOT_OURS.exec(path)?.[0];
  if (ending === undefined) return;
  throw new Failure(`A report cannot be written as “${ending}”; name it .html, .docx or .csv instead.`);
}

const target = (format: FormatName, path: string): Target => (path === '-' ? { format } : { format, path });

function formatName(name: string): FormatName {
  const lower = name.toLowerCase();
  if (isFormatName(lower)) return lower;
  throw unknownName('report format', name, formatNames);
}

const stat = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/** Stops a slip such as `-o arrangements.md` from replacing the document by its report. */
export function refuseToOverwrite(
  outputs: readonly Partial<Target>[],
  inputs: readonly string[],
  what = 'report',
): void {
  for (const { path } of outputs) {
    const existing = path === undefined ? undefined : quietly(() => stat(path));
    if (!existing?.isFile()) continue;
    const same = inputs.find((input) => {
      const stats = quietly(() => stat(input));
      return stats?.dev === existing.dev && stats.ino === existing.ino;
    });
    if (same !== undefined) {
      throw new Failure(`The ${what} would replace the document “${same}”; give --output another name.`);
    }
  }
}

function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Writes a file so that whoever looks sees the old one or the new one and never half of it. */
export function writeWhole(path: string, data: string | Uint8Array, what = 'report'): void {
  try {
    const existing = stat(path);
    if (existing?.isDirectory()) throw new Failure(`The ${what} cannot be written to “${path}”: it is a folder.`);
    // A pipe or a device, such as /dev/null, cannot be replaced and has nothing to lose.
    if (existing && !existing.isFile()) writeFileSync(path, data);
    else replace(existing ? realpathSync(path) : path, data, existing?.mode);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`The ${what} cannot be written to “${path}”: ${systemReason(error) ?? 'something went wrong'}.`);
  }
}

function replace(path: string, data: string | Uint8Array, mode: number | undefined): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${process.pid}-${process.hrtime.bigint()}.tmp`);
  try {
    writeFileSync(temporary, data, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
