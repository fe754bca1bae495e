/**
 * Reads a file in a worker, so that none can hang the program or use up its memory: the worker is stopped when its time
 * is over, and the program goes on with the next file.
 */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Source } from '../document/types.ts';
import { ReadError, type ReadErrorCode } from './errors.ts';

export type WorkerFormat = 'docx' | 'html' | 'pdf';

export interface WorkerTask {
  format: WorkerFormat;
  path: string;
  bytes: Uint8Array;
}

export type WorkerAnswer =
  | { source: Source }
  | { refused: { code: ReadErrorCode; message: string } }
  | { failed: string };

const SECONDS = 30;
const MEGABYTES = 700;
/** Bytes by which the whole program may grow meanwhile. */
const MOST_GROWTH = 1_000 * 1024 * 1024;

export interface WorkerLimits {
  seconds?: number;
  megabytes?: number;
}

export async function readInWorker(
  format: WorkerFormat,
  path: string,
  bytes: Uint8Array,
  { seconds = SECONDS, megabytes = MEGABYTES }: WorkerLimits = {},
): Promise<Source> {
  const task: WorkerTask = { format, path, bytes };
  const worker = new Worker(workerFile(), {
    workerData: task,
    execArgv: [],
    stdout: true,
    stderr: true,
    // Room for young objects saves a third of the time, which would go into clearing it.
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  const before = process.memoryUsage.rss();
  try {
    const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow(path, seconds)), seconds * 1000);
      // What is unpacked lies outside the memory that `resourceLimits` counts.
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > MOST_GROWTH) reject(tooMuch(path));
      }, 100);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(path) : error);
      });
      worker.once('exit', () => reject(tooMuch(path)));
    });
    if ('source' in answer) return answer.source;
    if ('refused' in answer) throw new ReadError(answer.refused.code, path, answer.refused.message);
    throw new Error(answer.failed);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    void worker.terminate();
  }
}

function tooSlow(path: string, seconds: number): ReadError {
  return new ReadError(
    'too-slow',
    path,
    `${path} could not be read within ${seconds} seconds; copy its text into a new document and try again.`,
  );
}

function tooMuch(path: string): ReadError {
  return new ReadError(
    'too-large',
    path,
    `${path} needs more memory than a document should; copy its text into a new document and try again.`,
  );
}

const NAME = 'read-worker.js';

/** In the package's `bin/`, whether this runs from the built program or from its source. */
function workerFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'bin', NAME);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`${NAME} is missing; install masa-check again`);
  }
}
