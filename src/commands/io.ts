/** The world outside a command: where it reads and prints. Given to it, so that a test can look on. */

import { Failure, systemReason } from './failure.ts';

export interface Output {
  /** Resolves when written. A reader that has gone away (`masa ... | head`) is no error. */
  write(data: string | Uint8Array): Promise<void>;
  isTTY: boolean;
  columns: number | undefined;
}

export interface Io {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** The working folder. */
  cwd: string;
}

function output(stream: NodeJS.WriteStream, name: string): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') gone = true;
  });
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write: (data) =>
      new Promise((resolve, reject) => {
        if (gone) return resolve();
        stream.write(data, (error?: NodeJS.ErrnoException | null) => {
          if (!error || error.code === 'EPIPE') resolve();
          else reject(new Failure(`Nothing can be written to ${name}: ${systemReason(error) ?? 'it is closed'}.`));
        });
      }),
  };
}

/** The real one. Standard input is only touched when somebody reads from it. */
export function processIo(): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: output(process.stdout, 'standard output'),
    stderr: output(process.stderr, 'standard error'),
    env: process.env,
    get cwd() {
      return process.cwd();
    },
  };
}
