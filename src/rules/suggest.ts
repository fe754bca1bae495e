/** The name somebody probably meant, for names that do not exist. */

/** Edits (a letter added, left out, changed, or two swapped) between two names. */
export const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
};

/** The nearest of the known names, if one is near enough to have been meant. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  const wanted = name.slice(0, 100).toLowerCase();
  let best: string | undefined;
  let bestCost = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const cost =
      wanted.replaceAll(/[^a-z0-9]/g, '') === candidate.replaceAll(/[^a-z0-9]/g, '') ? 0 : distance(wanted, candidate);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
};

/** ` Did you mean "x"?`, or nothing, to end a sentence's paragraph. */
export const didYouMean = (name: string, known: Iterable<string>): string => {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

/** A list as a sentence has it: `a, b or c`. */
export const listWords = (words: readonly string[], last: 'and' | 'or' = 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
