/** Says on a terminal what a long run is at, in one line that is gone when it ends. */

import { plain } from '../report/plain.ts';
import { padEnd, width, wrap } from '../report/width.ts';
import type { Io, Output } from './io.ts';

/** A run that is over sooner says nothing. */
const PATIENCE = 500;

export class Progress {
  readonly #stderr: Output | undefined;
  readonly #total: number;
  readonly #began = performance.now();
  #number = 0;
  #line = '';
  #shown = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Silent where standard error is no terminal, or one that cannot go back to the front of a line. */
  constructor({ stderr, env }: Pick<Io, 'stderr' | 'env'>, total: number) {
    this.#stderr = stderr.isTTY && env.TERM !== 'dumb' ? stderr : undefined;
    this.#total = total;
  }

  async next(path: string): Promise<void> {
    if (this.#stderr === undefined) return;
    this.#number += 1;
    const name = path === '-' ? 'standard input' : path;
    const line = `Checking ${this.#total > 1 ? `${this.#number} of ${this.#total}: ` : ''}${plain(name)} …`;
    this.#line = wrap(line, Math.max((this.#stderr.columns || 80) - 1, 20))[0]!;
    const wait = this.#began + PATIENCE - performance.now();
    clearTimeout(this.#timer);
    if (wait <= 0) await this.#show();
    else this.#timer = setTimeout(() => void this.#show().catch(() => undefined), wait).unref();
  }

  async done(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#shown > 0) await this.#stderr?.write(`\r${' '.repeat(this.#shown)}\r`);
    this.#shown = 0;
  }

  async #show(): Promise<void> {
    const columns = width(this.#line);
    await this.#stderr?.write(`\r${padEnd(this.#line, this.#shown)}`);
    this.#shown = Math.max(this.#shown, columns);
  }
}
