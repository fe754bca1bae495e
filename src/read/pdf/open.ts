/** Opens a PDF with pdf.js, and says in a sentence why one cannot be opened. Runs in a worker. */

import type { PDFDocumentProxy } from 'pdfjs-dist';
import { protectedFile } from '../detect.ts';
import { ReadError } from '../errors.ts';
import { prepareNode } from './node-20.ts';
import { checkContentStreams } from './streams.ts';

/** An `%%EOF` stands within this many bytes of the end of a whole file. */
const TAIL = 8_192;

/** Images are not looked at, so none is worth decoding. */
const NO_IMAGES = 1;

export async function openPdf(path: string, bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - TAIL))).toString('latin1');
  if (!tail.includes('%%EOF')) {
    throw new ReadError('damaged', path, `${path} is cut off before its end; download or save it again and retry.`);
  }
  checkContentStreams(path, bytes);
  const pdfjs = await load();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: NO_IMAGES,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
  try {
    return await task.promise;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'PasswordException') throw protectedFile(path);
    throw new ReadError(
      'damaged',
      path,
      `${path} is damaged and cannot be opened; download or save it again and retry.`,
    );
  }
}

/** Both halves of pdf.js, in the order that lets the one find the other. */
async function load(): Promise<typeof import('pdfjs-dist')> {
  prepareNode();
  (globalThis as Record<string, unknown>).pdfjsWorker = await import('pdfjs-dist/build/pdf.worker.min.mjs');
  return import('pdfjs-dist');
}
