/** The names that rule files give to things, and where: what one file may ask of another. */
import { asMap, asText } from './raw.ts';
import type { Path, RuleSource } from './source.ts';
import { didYouMean } from './suggest.ts';

interface Given {
  source: RuleSource;
  path: Path;
}

export class Register {
  readonly #what: string;
  readonly #where: string;
  readonly #given = new Map<string, Given>();
  readonly #used = new Set<string>();
  /** False when a file that gives such names could not be read: then no name can be called unknown. */
  complete = true;

  /** `what` as a sentence has it ("concept"), and the folder where one is made. */
  constructor(what: string, where: string) {
    this.#what = what;
    this.#where = where;
  }

  get names(): string[] {
    return [...this.#given.keys()];
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  give(name: string, source: RuleSource, path: Path): void {
    const first = this.#given.get(name);
    if (!first) {
      this.#given.set(name, { source, path });
      return;
    }
    const also = first.source === source ? 'earlier in this file' : `in ${first.source.path}`;
    source.add(
      path,
      `There is already a ${this.#what} "${name}" ${also}; give this one another name or join the two.`,
      { at: 'key' },
    );
  }

  /** Notes that a name is used, and says so if nobody gives it. Whether it is given. */
  use(name: string, source: RuleSource, path: Path, at: 'key' | 'value' = 'value'): boolean {
    this.#used.add(name);
    if (this.#given.has(name)) return true;
    if (!this.complete) return false;
    const hint = didYouMean(name, this.#given.keys()) || `; add it to ${this.#where} or take it out.`;
    source.add(path, `There is no ${this.#what} "${name}"${hint}`, { at });
    return false;
  }

  /** Names given and never used. */
  unused(): [string, Given][] {
    return [...this.#given].filter(([name]) => !this.#used.has(name));
  }

  markUsed(names: Iterable<string>): void {
    for (const name of names) this.#used.add(name);
  }
}

/** Gives the `id` of a file that holds one thing, and checks that the file is named after it. */
export const giveFileId = (register: Register, source: RuleSource): void => {
  const id = asText(asMap(source.data).id);
  const name = source.path
    .split('/')
    .at(-1)!
    .replace(/\.yaml$/, '');
  if (id === undefined) return;
  register.give(id, source, ['id']);
  if (id !== name) {
    source.add(['id'], `The file is named "${name}.yaml" and its id is "${id}"; make them the same.`);
  }
};
