/**
 * masa-check as a library: the same report that the command line makes.
 *
 * ```js
 * import { check } from 'masa-check';
 *
 * const report = await check('# Our arrangements\n\nThe safeguarding partners are ...', { edition: 'wt2023' });
 * for (const { id, verdict } of report.requirements) console.log(id, verdict);
 * ```
 */

import type { Document } from './document/types.ts';
import { judge, loadBuiltInRules, loadWholeRules, read } from './pipeline.ts';
import { type FormatName, formats } from './report/formats.ts';
import type { FormatOptions } from './report/formatter.ts';
import type { RuleSet } from './rules/types.ts';
import type { DocumentReport, Report } from './verdict/types.ts';
import { version } from './version.ts';

export type * from './document/types.ts';
export { ReadError } from './read/errors.ts';
export type { FormatName } from './report/formats.ts';
export type { FormatOptions } from './report/formatter.ts';
export type * from './rules/types.ts';
export type { ExitCode, FailOn } from './verdict/exit-code.ts';
export { exitCode } from './verdict/exit-code.ts';
export type * from './verdict/types.ts';
export { version } from './version.ts';

export interface CheckOptions {
  /** Edition to judge against, such as `wt2023`; found from the document when left out. */
  edition?: string;
  /** The day (ISO date) against which dates count as past; the document's own date when left out. */
  asOf?: string;
  /** Name of the document in the report; its ending helps to tell the format of the bytes. Default `-`. */
  path?: string;
  /** Requirements to judge by; those that come with the program when left out. */
  rules?: RuleSet;
}

/**
 * Checks one document and says what it sets out.
 *
 * Takes the text, the bytes of a file in any readable format, or a document that was read before. Pure: it reads no
 * file, no clock and no settings, so the same input always gives the same report.
 *
 * ```js
 * const report = await check(await readFile('arrangements.md'), { path: 'arrangements.md' });
 * const gaps = report.requirements.filter(({ verdict }) => verdict === 'not-met' || verdict === 'partially-met');
 * ```
 *
 * @throws ReadError, with a `code` and a one-sentence `message`, when the input cannot be read.
 * @throws RangeError when the edition does not exist.
 */
export async function check(
  input: string | Uint8Array | Document,
  options: CheckOptions = {},
): Promise<DocumentReport> {
  const rules = options.rules ?? (await loadBuiltInRules());
  const { edition } = options;
  if (edition !== undefined && !rules.editions.some(({ id }) => id === edition)) {
    throw new RangeError(
      `There is no edition "${edition}"; choose from ${rules.editions.map(({ id }) => id).join(', ')}.`,
    );
  }
  const isDocument = typeof input !== 'string' && !(input instanceof Uint8Array);
  const document = isDocument
    ? input
    : await readDocument(input, options.path === undefined ? {} : { path: options.path });
  return judge(document, rules, { edition, asOf: options.asOf });
}

/**
 * Reads text or bytes into a document: sections, blocks and sentences, each with its place.
 *
 * ```js
 * const document = await readDocument(bytes, { path: 'arrangements.txt' });
 * console.log(document.sections.map(({ heading }) => heading));
 * ```
 *
 * @throws ReadError when the input cannot be read.
 */
export async function readDocument(input: string | Uint8Array, options: { path?: string } = {}): Promise<Document> {
  return read(options.path ?? '-', typeof input === 'string' ? new TextEncoder().encode(input) : input);
}

/** The editions, requirements and wording that come with the program. Shared: treat them as read-only. */
export async function loadRules(): Promise<RuleSet> {
  return loadWholeRules();
}

/**
 * Puts document reports into the envelope that every format takes.
 *
 * ```js
 * const text = await formatReport(toReport([await check(one), await check(two)]), 'json');
 * ```
 */
export function toReport(documents: DocumentReport[], failed: Report['failed'] = []): Report {
  return { schemaVersion: '1', tool: { name: 'masa-check', version }, documents, failed };
}

/** The report in one of the command line's formats. */
export async function formatReport(
  report: Report,
  format: FormatName,
  options: FormatOptions = {},
): Promise<string | Uint8Array> {
  if (!Object.hasOwn(formats, format)) {
    throw new RangeError(`There is no report format "${format}"; choose from ${Object.keys(formats).join(', ')}.`);
  }
  const formatter = await formats[format].load();
  return formatter(report, options);
}
