/** What runs in a worker: one file, read and handed back. Each format's reader is built as a script of its own. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../document/types.ts';
import { ReadError } from './errors.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

type Reader = (path: string, bytes: Uint8Array) => Source | Promise<Source>;

async function answer(read: Reader, { path, bytes }: WorkerTask): Promise<WorkerAnswer> {
  try {
    return { source: await read(path, bytes) };
  } catch (error) {
    if (error instanceof ReadError) return { refused: { code: error.code, message: error.message } };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads the file that this worker was started for. */
export async function serve(read: Reader): Promise<void> {
  parentPort?.postMessage(await answer(read, workerData as WorkerTask));
}
