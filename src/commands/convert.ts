/** `masa convert`: a document as the checker sees it, in Markdown. */

import { statSync } from 'node:fs';
import { markdown } from '../pipeline.ts';
import { plain } from '../report/plain.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { failure } from './check.ts';
import { Failure } from './failure.ts';
import { STDIN } from './files.ts';
import type { Io } from './io.ts';
import { refuseToOverwrite, writeWhole } from './outputs.ts';
import { readBytes } from './read-bytes.ts';

export interface ConvertOptions {
  output?: string;
}

export async function convert(path: string, { output }: ConvertOptions, io: Io): Promise<ExitCode> {
  if (output === '') throw new Failure('--output needs the name of a file.');
  if (path !== STDIN && statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(`“${path}” is a folder; name one document in it.`);
  }
  const target = output === STDIN ? undefined : output;
  if (target !== undefined) refuseToOverwrite([{ path: target }], [path], 'Markdown');
  const { text, notes } = await converted(path, io);
  for (const { message } of notes) await io.stderr.write(`masa: ${plain(message)}\n`);
  if (target === undefined) await io.stdout.write(text);
  else writeWhole(target, text, 'Markdown');
  return 0;
}

async function converted(path: string, io: Io): ReturnType<typeof markdown> {
  try {
    return await markdown(path, await readBytes(path, io));
  } catch (error) {
    throw new Failure(failure(path, error).error.message);
  }
}
