/**
 * Offsets to lines and columns. LF, CRLF and a lone CR each end one line; a form feed does not. Lookups come almost in
 * order, so the last answer is tried before a binary search.
 */

import type { Point } from './types.ts';

export class LineIndex {
  readonly starts: number[] = [0];
  private last = 0;

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) this.starts.push(i + 1);
      else if (code === 13 && text.charCodeAt(i + 1) !== 10) this.starts.push(i + 1);
    }
  }

  /** The 0-based number of the line that holds an offset. */
  lineOf(offset: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    if (starts[this.last]! <= offset) {
      low = this.last;
      if (low === high || starts[low + 1]! > offset) return low;
      if (low + 1 === high || starts[low + 2]! > offset) {
        this.last = low + 1;
        return low + 1;
      }
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    this.last = low;
    return low;
  }

  pointAt(offset: number): Point {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - this.starts[line]! + 1, offset };
  }
}
