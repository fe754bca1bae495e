/** `masa check`: reads documents, judges each, and writes the report wherever it was asked for. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Document } from '../document/types.ts';
import { type JudgeOptions, judge, loadBuiltInRules, readFor } from '../pipeline.ts';
import { type Format, type FormatName, formats } from '../report/formats.ts';
import type { Detail, FormatOptions } from '../report/formatter.ts';
import { plain } from '../report/plain.ts';
import type { RuleSet } from '../rules/types.ts';
import { type ExitCode, exitCode, type FailOn, failOnChoices } from '../verdict/exit-code.ts';
import type { FailedDocument, Report } from '../verdict/types.ts';
import { version } from '../version.ts';
import { columnsFor, wantsColour } from './colour.ts';
import { editionId } from './edition.ts';
import { Failure, internalMessage, systemReason } from './failure.ts';
import { findDocuments, STDIN, unreadable } from './files.ts';
import type { Io } from './io.ts';
import { refuseToOverwrite, type Target, targets, writeWhole } from './outputs.ts';
import { Progress } from './progress.ts';
import { readBytes, TooLarge } from './read-bytes.ts';
import { nearestName, unknownName } from './suggest.ts';

export interface CheckOptions {
  edition?: string;
  asOf?: string;
  format?: string;
  output: string[];
  failOn: string;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
  width?: number;
  ext?: string[];
  baseDir?: string;
  /** Names of the program's commands, since a slip in one arrives here as a file that does not exist. */
  commands?: string[];
}

export async function check(names: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const failOn = failOnChoice(options.failOn);
  const outputs = targets(options.format, options.output);
  if (options.baseDir !== undefined) refuseUnlessFolder(options.baseDir);
  for (const { format, path } of outputs) {
    if (path !== undefined || !io.stdout.isTTY || !isBinary(format)) continue;
    throw new Failure(`A report of format “${format}” cannot be shown on a terminal; name a file with --output.`);
  }
  const rules = await loadBuiltInRules();
  const edition = options.edition === undefined ? undefined : editionId(options.edition, rules.editions);
  const { paths, failed } = findDocuments(names, options.ext);
  refuseToOverwrite(outputs, paths);

  const report: Report = { schemaVersion: '1', tool: { name: 'masa-check', version }, documents: [], failed };
  const checked: Checked = { report, documents: outputs.some(showsText) ? [] : undefined };
  const progress = new Progress(io, paths.length);
  for (const path of paths) {
    await progress.next(path);
    await one(path, rules, { edition, asOf: options.asOf }, checked, io);
  }
  await progress.done();

  const problems = await deliver(checked, outputs, options, io);
  for (const { path, error } of report.failed) {
    const near = error.code === 'not-found' ? nearestName(path, options.commands ?? []) : undefined;
    const hint = near === undefined ? '' : ` Did you mean the command “${near}”?`;
    await io.stderr.write(`masa: ${plain(error.message)}${hint}\n`);
  }
  for (const problem of problems) await io.stderr.write(`masa: ${plain(problem)}\n`);
  return problems.length > 0 ? 2 : exitCode(report, failOn);
}

export function failOnChoice(name: string): FailOn {
  const lower = name.toLowerCase() as FailOn;
  if (failOnChoices.includes(lower)) return lower;
  throw unknownName('choice for --fail-on called', name, failOnChoices);
}

function refuseUnlessFolder(path: string): void {
  let reason = 'it is a file, not a folder';
  try {
    if (statSync(path).isDirectory()) return;
  } catch (error) {
    reason = systemReason(error) ?? 'something went wrong';
  }
  throw new Failure(`Paths cannot be shown relative to “${path}”: ${reason}.`);
}

interface Checked {
  report: Report;
  /** The documents as they were read, in step with the report's; only when a report shows their text. */
  documents: Document[] | undefined;
}

const isBinary = (format: FormatName): boolean => (formats[format] as Format).binary === true;
const showsText = ({ format }: Target): boolean => (formats[format] as Format).showsText === true;

/** Adds one document to the report; whatever is wrong with it does not stop the others. */
async function one(path: string, rules: RuleSet, options: JudgeOptions, checked: Checked, io: Io): Promise<void> {
  const { report, documents } = checked;
  try {
    const document = await readFor(rules, path, await readBytes(path, io));
    report.documents.push(await judge(document, rules, options));
    documents?.push(document);
  } catch (error) {
    report.failed.push(failure(path, error));
  }
}

/** What a report says of a document that could not be checked. */
export function failure(path: string, error: unknown): FailedDocument {
  if (error instanceof TooLarge) return { path, error: { code: 'too-large', message: error.message } };
  if (error instanceof Error && error.name === 'ReadError') {
    const { code, message } = error as Error & { code: string };
    return { path, error: { code, message } };
  }
  if (typeof (error as NodeJS.ErrnoException)?.syscall === 'string') return unreadable(path, error);
  const name = path === STDIN ? 'Standard input' : `“${path}”`;
  return { path, error: { code: 'internal', message: `${name} could not be checked. ${internalMessage(error)}` } };
}

/** Makes every report before writing the first, so that a fault in one leaves nothing half done. */
async function deliver(
  { report, documents }: Checked,
  outputs: readonly Target[],
  options: CheckOptions,
  io: Io,
): Promise<string[]> {
  const detail: Detail = options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal';
  const made: { path: string | undefined; data: string | Uint8Array }[] = [];
  for (const { format, path } of outputs) {
    const formatter = await formats[format].load();
    const settings: FormatOptions = {
      detail,
      workingDir: io.cwd,
      ...(documents === undefined ? {} : { documents }),
      ...(options.baseDir === undefined ? {} : { baseDir: resolve(io.cwd, options.baseDir) }),
      ...(path === undefined
        ? { color: wantsColour(options.color, io), width: columnsFor(options.width, io) }
        : { color: options.color === true, ...(options.width === undefined ? {} : { width: options.width }) }),
    };
    made.push({ path, data: await formatter(report, settings) });
  }
  const problems: string[] = [];
  for (const { path, data } of made) {
    if (path === undefined) {
      await io.stdout.write(data);
      continue;
    }
    try {
      writeWhole(path, data);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(error.message);
    }
  }
  return problems;
}
