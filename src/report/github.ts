/**
 * The report as GitHub Actions annotations: `::error file=…,line=…::…`, one command a line.
 *
 * The runner obeys such lines, so no text of the document may begin one or reach into the parts of another.
 */

import type { Report } from '../verdict/types.ts';
import type { FormatOptions } from './formatter.ts';
import { filePath } from './paths.ts';
import { plain } from './plain.ts';
import { type Level, type Problem, problemsOf } from './problems.ts';
import { shorten } from './width.ts';
import { count } from './words.ts';

/** GitHub shows so many of each level for a step and drops the rest without a word. */
const MOST = 10;
/** GitHub cuts longer messages; a title of more than a line is not read. */
const LONGEST = { message: 4000, title: 200 };

const COMMANDS: Record<Level, string> = { error: 'error', warning: 'warning', note: 'notice' };
const NAMES: Record<Level, string> = { error: 'error', warning: 'warning', note: 'notice' };

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

interface Annotation {
  level: Level;
  title: string;
  message: string;
  file?: string;
  place?: Problem['place'];
}

export function formatGithub(report: Report, options: FormatOptions = {}): string {
  const all: Annotation[] = report.failed.map(({ path, error }) => ({
    level: 'error',
    title: 'Not read',
    message: plain(error.message),
    ...fileOf(path, options),
  }));
  for (const document of report.documents) {
    for (const { level, title, says, place, requirement, waived } of problemsOf(document, options)) {
      if (waived !== undefined) continue;
      // A finding's title is its first sentence, which need not stand there twice.
      const message = (requirement === undefined ? says : [`${title}.`, ...says]).join('\n');
      const short = requirement === undefined ? 'Arrangements' : plain(requirement.title);
      all.push({ level, title: short, message, place, ...fileOf(document.path, options) });
    }
  }
  const lines = (['error', 'warning', 'note'] as const).flatMap((level) =>
    limited(
      all.filter((annotation) => annotation.level === level),
      level,
    ).map(command),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** A file that is standard input has no place that GitHub could show. */
function fileOf(path: string, options: FormatOptions): { file?: string } {
  return path === '-' ? {} : { file: plain(filePath(path, options)) };
}

/** All of a level or, where they are too many, the first of them and one that counts the others. */
function limited(annotations: readonly Annotation[], level: Level): Annotation[] {
  if (annotations.length <= MOST) return [...annotations];
  const more = annotations.length - (MOST - 1);
  const message = `${count(more, `more ${NAMES[level]}`)} not shown here; the other reports list them all.`;
  return [...annotations.slice(0, MOST - 1), { level, title: 'masa-check', message }];
}

function command({ level, title, message, file, place = {} }: Annotation): string {
  const { line, endLine = line, column, endColumn } = place;
  const properties: Record<string, string | number | undefined> = { file };
  if (file !== undefined && line !== undefined) {
    Object.assign(properties, { line, endLine });
    // Columns mean something to GitHub only within one line.
    if (line === endLine) Object.assign(properties, { col: column, endColumn });
  }
  properties.title = shorten(title, LONGEST.title);
  const parts = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[level]} ${parts.join(',')}::${data(shorten(message, LONGEST.message))}`;
}
