/** The command line: options in, exit code out. Each command's code is loaded only when it is called. */

import { Command, CommanderError, Option } from 'commander';
import { columns, endings, gather, isoDate } from './commands/arguments.ts';
import type { CheckOptions } from './commands/check.ts';
import { Failure, internalMessage } from './commands/failure.ts';
import { type Io, processIo } from './commands/io.ts';
import { unknownName } from './commands/suggest.ts';
import { formatNames, formats } from './report/formats.ts';
import { plain } from './report/plain.ts';
import type { ExitCode } from './verdict/exit-code.ts';
import { version } from './version.ts';

const ABOUT = `Checks published multi-agency safeguarding arrangements (MASA) against Working
Together to Safeguard Children: what is set out, what is missing, and where.

"masa FILE" is short for "masa check FILE".`;

const EXAMPLES = `
Examples:
  masa arrangements.md                     what is set out and what is missing
  masa check --edition wt2023 documents/   every document in a folder
  masa check --format json - < plan.txt    for another program
  masa explain independent-scrutiny        what a requirement asks for
  masa convert draft.docx -o draft.md      what the checker sees of a document

Exit codes:
  0  no gap that fails (see --fail-on)
  1  a gap that fails
  2  the run itself went wrong: a file that cannot be read, a wrong option`;

/** Commander's own words for a wrong option, as one sentence in this program's manner. */
function sentence(message: string): string {
  const words = message
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/s, '. $1');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replace(/([^.?!])$/, '$1.');
}

function program(io: Io, printed: Promise<void>[], done: (code: ExitCode) => void): Command {
  const masa = new Command('masa')
    .description(ABOUT)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [COMMAND]', 'show the help of a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void printed.push(io.stdout.write(text)),
      writeErr: (text) => void printed.push(io.stderr.write(text)),
      outputError: (text, write) => write(`masa: ${plain(sentence(text))}\n`),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const names = (): string[] => [...masa.commands.map((command) => command.name()), 'help'];

  masa
    .command('check', { isDefault: true })
    .summary('check documents (what masa does when no command is given)')
    .description('Checks arrangements documents: what is set out, what is missing, and where.')
    .argument('<FILE...>', 'documents, or folders of them; - for standard input')
    .option(
      '-e, --edition <ID>',
      'edition of Working Together to judge against,\nsuch as wt2023; found from the document if left out',
    )
    .option(
      '--as-of <DATE>',
      "day before which dates count as past, such as\n2025-11-30; the document's own date if left out",
      isoDate,
    )
    .addOption(
      new Option('-f, --format <FORMAT>', `${formatNames.map((name) => `${name} (${formats[name].says})`).join(', ')}`),
    )
    .addOption(
      new Option(
        '-o, --output <FILE>',
        'write the report to a file; FORMAT=FILE may be\nrepeated for several reports at once',
      )
        .argParser(gather)
        .default([] as string[], 'none'),
    )
    .option('--fail-on <FORCE>', 'gaps for which the exit code is 1: must, should\n(and must), any, never', 'must')
    .option('-q, --quiet', 'only the closing sentence for each document')
    .addOption(new Option('-v, --verbose', 'all the evidence, and what lowered it').conflicts('quiet'))
    .option('--color', 'use colour even when not on a terminal')
    .option('--no-color', 'use no colour')
    .option('--width <COLUMNS>', 'columns to fit the report in', columns)
    .option('--ext <ENDINGS>', 'file endings to read in folders, such as docx,pdf', endings)
    .option('--base-dir <FOLDER>', 'folder that services take file names to be in; the\nworking folder if left out')
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      done(await check(files, { ...options, commands: names() }, io));
    });

  masa
    .command('rules')
    .summary('list what an edition asks for')
    .description('Lists the requirements of an edition of Working Together.')
    .option('-e, --edition <ID>', 'edition, such as wt2018; the newest complete one if\nleft out')
    .option('-f, --format <FORMAT>', 'terminal or json', 'terminal')
    .option('--color', 'use colour even when not on a terminal')
    .option('--no-color', 'use no colour')
    .option('--width <COLUMNS>', 'columns to fit the table in', columns)
    .action(async (options) => {
      const { rules } = await import('./commands/rules.ts');
      done(await rules(options, io));
    });

  masa
    .command('explain')
    .summary('say what a requirement asks for and what counts')
    .description('Says what a requirement asks for, what counts, what does not, and what to write.')
    .argument('<ID>', 'a requirement, as "masa rules" lists them')
    .option('--color', 'use colour even when not on a terminal')
    .option('--no-color', 'use no colour')
    .option('--width <COLUMNS>', 'columns to fit the text in', columns)
    .action(async (id: string, options) => {
      const { explain } = await import('./commands/explain.ts');
      done(await explain(id, options, io));
    });

  masa
    .command('convert')
    .summary('write the Markdown that the checker sees of a document')
    .description(
      'Writes what the checker sees of a Word, PDF, HTML or text document as Markdown: to\nlook at, to correct and to check again.',
    )
    .argument('<FILE>', 'a document; - for standard input')
    .option('-o, --output <FILE>', 'write to a file instead of printing')
    .action(async (file: string, options) => {
      const { convert } = await import('./commands/convert.ts');
      done(await convert(file, options, io));
    });

  masa
    .command('evaluate')
    .summary('say how often the verdicts on labelled documents are right')
    .description(
      'Checks labelled documents and passages and says how often the verdicts are\nright, for people who write rules and for those who want to know how far to trust\nthem.',
    )
    .argument('<FOLDER...>', 'folders with label files (NAME.labels.yaml, passages/*.yaml)')
    .option('--by <GROUP>', 'figures by requirement, element, need, document, style\nor edition', 'requirement')
    .option('--errors', 'each disagreement: where, both quotations, the signals')
    .option('--requirement <IDS>', 'only these requirements, parted by commas', endings)
    .option('-e, --edition <ID>', 'judge all against this edition')
    .option('-f, --format <FORMAT>', 'terminal or json', 'terminal')
    .action(async (folders: string[], options) => {
      const { evaluateCommand } = await import('./commands/evaluate.ts');
      done(await evaluateCommand(folders, options, io));
    });

  return masa;
}

/** Runs one command line and says how it ended. Never throws and never prints a list of code lines. */
export async function run(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const printed: Promise<void>[] = [];
  let code: ExitCode = 0;
  try {
    if (argv.length === 0) throw new Failure('Name a document or a folder to check, or try “masa --help”.');
    const masa = program(io, printed, (result) => {
      code = result;
    });
    refuseHelpFor(argv, masa);
    await masa.parseAsync([...argv], { from: 'user' }).catch(passOnly);
    await Promise.all(printed);
    return code;
  } catch (error) {
    await Promise.allSettled(printed);
    const words = error instanceof Failure ? error.message : internalMessage(error);
    if (!(error instanceof CommanderError)) await io.stderr.write(`masa: ${plain(words)}\n`).catch(() => undefined);
    return 2;
  }
}

/** Help and version end a command as errors with code 0; a wrong option has had its sentence printed by now. */
function passOnly(error: unknown): void {
  if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
}

/** Commander answers "help chek" with the general help, as if that had been asked for. */
function refuseHelpFor(argv: readonly string[], masa: Command): void {
  const [first, second] = argv;
  if (first !== 'help' || second === undefined || second.startsWith('-')) return;
  const names = masa.commands.map((command) => command.name());
  if (!names.includes(second)) throw unknownName('command', second, names);
}
