/** `masa evaluate`: how often the verdicts on labelled documents are right, for rule writers and for scrutineers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Grouping } from '../evaluate/print.ts';
import type { Evaluation } from '../evaluate/run.ts';
import { compiledRules, loadBuiltInRules } from '../pipeline.ts';
import { toJson } from '../report/json.ts';
import { plain } from '../report/plain.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { editionId } from './edition.ts';
import { Failure, systemReason } from './failure.ts';
import type { Io } from './io.ts';
import { unknownName } from './suggest.ts';

export interface EvaluateCommandOptions {
  format: string;
  by: string;
  errors?: boolean;
  edition?: string;
  requirement?: string[];
}

const GROUPINGS: readonly Grouping[] = ['requirement', 'element', 'need', 'document', 'style', 'edition'];
const FORMATS = ['terminal', 'json'];

export async function evaluateCommand(
  dirs: readonly string[],
  options: EvaluateCommandOptions,
  io: Io,
): Promise<ExitCode> {
  if (!FORMATS.includes(options.format)) throw unknownName('format', options.format, FORMATS);
  const by = GROUPINGS.find((grouping) => grouping === options.by);
  if (by === undefined) throw unknownName('grouping for --by called', options.by, GROUPINGS);
  const rules = await loadBuiltInRules();
  const ids = rules.requirements.map(({ id }) => id);
  for (const id of options.requirement ?? []) if (!ids.includes(id)) throw unknownName('requirement', id, ids);

  const { evaluate } = await import('../evaluate/run.ts');
  const { errors, table, asData } = await import('../evaluate/print.ts');
  const compiled = await compiledRules(rules);
  const total: Evaluation = { elements: [], requirements: [], texts: 0, skipped: [] };
  for (const dir of dirs) {
    const result = await evaluate(dir, files, compiled, {
      ...(options.requirement === undefined ? {} : { requirements: options.requirement }),
      ...(options.edition === undefined ? {} : { edition: editionId(options.edition, rules.editions) }),
    }).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'LabelError') throw new Failure(error.message);
      throw error;
    });
    total.elements.push(...result.elements);
    total.requirements.push(...result.requirements);
    total.skipped.push(...result.skipped);
    total.texts += result.texts;
  }
  for (const path of total.skipped)
    await io.stderr.write(`masa: ${plain(`“${path}” is left out, because its document is not beside it.`)}\n`);
  if (total.texts === 0) {
    throw new Failure(
      `There are no labelled documents or passages in ${dirs.map((dir) => `“${dir}”`).join(', ')}; see fixtures/corpus/README.md for the format.`,
    );
  }
  if (options.format === 'json') await io.stdout.write(toJson(asData(total, by, options.errors ?? false)));
  else await io.stdout.write(`${options.errors ? `${safe(errors(total))}\n\n` : ''}${safe(table(total, by))}\n`);
  return 0;
}

/** Line by line, because the lines are this program's own and what stands in them is not. */
const safe = (text: string): string => text.split('\n').map(plain).join('\n');

/** All files under a folder, by name, with forward slashes. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = `${folder.replace(/[\\/]+$/, '')}/${entry.name}`;
        return entry.isDirectory() ? list(path) : [path];
      });
  } catch (error) {
    throw new Failure(`The folder “${folder}” cannot be read: ${systemReason(error) ?? 'the system gives no reason'}.`);
  }
}

const files = { list, read: (path: string) => readFileSync(path), exists: existsSync };
