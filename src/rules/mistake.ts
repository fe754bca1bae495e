/** A mistake in a rule file, in words a person can act on. */
export interface Mistake {
  /** The file's path, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
  column: number;
  /** One plain sentence: what is wrong and what to do. */
  message: string;
  /** True where nothing is wrong yet but something is still to be written: patterns, examples, a use for a concept. */
  unfinished?: true;
}

export const formatMistake = (mistake: Mistake): string =>
  `${mistake.file}:${mistake.line}:${mistake.column} ${mistake.message}`;

/** By file, then by place, so that the same mistakes always come in the same order. */
export const sortMistakes = (mistakes: readonly Mistake[]): Mistake[] =>
  [...mistakes].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
