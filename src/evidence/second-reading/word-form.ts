/** Endings that one form of a word has and another has not, the longer ones first; some leave a letter behind. */
const ENDINGS = [
  ['ings', ''],
  ['ing', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
  ['e', ''],
] as const;
const SHORTEST_STEM = 4;

/** Words that stand in every text and tell nothing of it. */
const EVERYWHERE = new Set(
  'the a an of to in and or for on at by with is are be as it its this that these those from'.split(' '),
);

/** A word without its ending; undefined for numbers and for words that tell nothing. */
export function wordForm(word: string): string | undefined {
  if (EVERYWHERE.has(word) || /^[£$€]?[\d.,/%]+$/.test(word)) return undefined;
  for (const [ending, instead] of ENDINGS) {
    if (word.length - ending.length >= SHORTEST_STEM && word.endsWith(ending))
      return word.slice(0, -ending.length) + instead;
  }
  return word;
}
