/** The parser's other half has no types of its own; it is loaded for what it does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
