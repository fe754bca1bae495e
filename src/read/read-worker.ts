/** What runs in the worker: one file, read and handed back. Built as a program of its own. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../document/types.ts';
import { ReadError } from './errors.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

async function read({ format, path, bytes }: WorkerTask): Promise<Source> {
  if (format === 'docx') return (await import('./docx/tree.ts')).readDocxHere(path, bytes);
  if (format === 'pdf') return (await import('./pdf/index.ts')).readPdfHere(path, bytes);
  return (await import('./html/tree.ts')).readHtmlHere(path, bytes);
}

async function answer(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    return { source: await read(task) };
  } catch (error) {
    if (error instanceof ReadError) return { refused: { code: error.code, message: error.message } };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await answer(workerData as WorkerTask));
