/** A worker that reads one file and hands it back. */
import { serve } from '../read-worker.ts';
import { readDocxHere } from './tree.ts';

/** Resolves when it has. */
export const done = serve(readDocxHere);
