/** Lays text out on a terminal: indents, labels, tables, and colour where it is allowed. Knows nothing of reports. */

import { Chalk } from 'chalk';
import { plain } from './plain.ts';
import { padEnd, padStart, width, wrap } from './width.ts';

/** How a piece of text is meant; the page decides what that looks like. */
export type Style = 'plain' | 'strong' | 'dim' | 'good' | 'warn' | 'bad';

export interface BlockOptions {
  indent?: number;
  style?: Style;
  /** Stands before the first line; the other lines hang under the text. */
  marker?: string;
  markerStyle?: Style;
}

/** Columns that a label takes beside its text, and the width under which it stands above its text instead. */
const LABEL_COLUMNS = 10;
const NARROW = 46;

export class Page {
  readonly columns: number;
  readonly #paint: Record<Style, (text: string) => string>;
  readonly #lines: string[] = [];

  constructor(columns: number, color: boolean) {
    this.columns = Math.max(columns, 20);
    const chalk = new Chalk({ level: color ? 1 : 0 });
    this.#paint = {
      plain: (text) => text,
      strong: chalk.bold,
      dim: chalk.dim,
      good: chalk.green,
      warn: chalk.yellow,
      bad: chalk.red,
    };
  }

  /** An empty line, but never two together and never one at the top. */
  gap(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  /** Wrapped text. */
  text(text: string, { indent = 0, style = 'plain', marker = '', markerStyle = 'plain' }: BlockOptions = {}): this {
    const hang = width(marker);
    const paint = this.#paint[style];
    const [first = '', ...rest] = wrap(plain(text), this.columns - indent - hang);
    const before = marker === '' ? '' : this.#paint[markerStyle](marker);
    this.#lines.push(`${' '.repeat(indent)}${before}${paint(first)}`);
    for (const line of rest) this.#lines.push(' '.repeat(indent + hang) + paint(line));
    return this;
  }

  /** Text with a label in a column of its own before it; above it where the page is too narrow for that. */
  labelled(label: string, text: string, { indent = 0, style = 'plain', markerStyle = 'dim' }: BlockOptions = {}): this {
    if (this.columns < NARROW) {
      if (label !== '') this.text(label, { indent, style: markerStyle });
      return this.text(text, { indent: indent + 2, style });
    }
    return this.text(text, { indent, style, marker: padEnd(label, LABEL_COLUMNS), markerStyle });
  }

  /** A heading over a part of the page, underlined. */
  heading(text: string, style: Style = 'strong'): this {
    const lines = wrap(plain(text), this.columns);
    this.gap();
    for (const line of lines) this.#lines.push(this.#paint[style](line));
    this.#lines.push(this.#paint.dim('─'.repeat(Math.max(...lines.map(width)))));
    return this;
  }

  /** A line right across the page: what follows is about something else. */
  rule(): this {
    this.gap();
    this.#lines.push(this.#paint.dim('═'.repeat(this.columns)));
    return this;
  }

  /**
   * Rows of cells under column headings. Cells after the first `wordy` columns are numbers, set to the right. The last
   * wordy column takes what room is left and wraps.
   */
  table(head: readonly string[], rows: readonly (readonly string[])[], { indent = 0, wordy = 1 } = {}): this {
    const cells = [head, ...rows].map((row) => row.map(plain));
    const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
    const others = widths.reduce((sum, columns, column) => (column === wordy - 1 ? sum : sum + columns + 2), 0);
    widths[wordy - 1] = Math.min(widths[wordy - 1]!, Math.max(this.columns - indent - others, 8));
    for (const [number, row] of cells.entries()) {
      const wrapped = row.map((cell, column) => (column < wordy ? wrap(cell, widths[column]!) : [cell]));
      const height = Math.max(...wrapped.map((cell) => cell.length));
      for (let line = 0; line < height; line++) {
        const parts = wrapped.map((cell, column) => {
          const pad = column < wordy ? padEnd : padStart;
          return pad(cell[line] ?? '', widths[column]!);
        });
        const text = ' '.repeat(indent) + parts.join('  ').trimEnd();
        this.#lines.push(number === 0 ? this.#paint.dim(text) : text);
      }
    }
    return this;
  }

  toString(): string {
    while (this.#lines.at(-1) === '') this.#lines.pop();
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }
}
