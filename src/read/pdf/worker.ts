/** A worker that reads one file and hands it back. */
import { serve } from '../read-worker.ts';
import { readPdfHere } from './index.ts';

/** Resolves when it has. */
export const done = serve(readPdfHere);
