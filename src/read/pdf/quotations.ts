/** Paragraphs set in from both margins: somebody's words. */

import type { PdfBlock } from './block.ts';

/** How far from the margin, in points. */
const SET_IN = 14;

export function markQuotations(blocks: readonly PdfBlock[]): void {
  const pages = new Map<number, PdfBlock[]>();
  for (const one of blocks) {
    if (one.kind !== 'paragraph' || one.tagged) continue;
    const list = pages.get(one.page);
    if (list === undefined) pages.set(one.page, [one]);
    else list.push(one);
  }
  for (const own of pages.values()) {
    const lefts = own.map((one) => Math.min(...one.lines.map((line) => line.x)));
    own.forEach((one, index) => {
      const left = lefts[index]!;
      const right = Math.max(...one.lines.map((line) => line.x1));
      // The text around it that shares its column.
      const margin = Math.min(...lefts.filter((other) => other > left - 80 && other <= left));
      if (left - margin < SET_IN || one.lines.length < 2) return;
      if (one.lines.some((line) => Math.abs(line.x - left) > 3)) return;
      if (
        right < one.right - SET_IN * 0.7 &&
        one.lines.slice(0, -1).every((line) => line.x1 > right - (right - left) * 0.25)
      ) {
        one.kind = 'quotation';
      }
    });
  }
}
