/** Endings that one form of a word has and another has not, by their last letter; some leave a letter behind. */
const ENDINGS: Readonly<Record<string, readonly (readonly [ending: string, instead: string])[]>> = {
  s: [
    ['ings', ''],
    ['ies', 'y'],
    ['es', ''],
    ['s', ''],
  ],
  g: [['ing', '']],
  d: [
    ['ied', 'y'],
    ['ed', ''],
  ],
  e: [['e', '']],
};
const SHORTEST_STEM = 4;

/** Words that stand in every text and tell nothing of it. */
const EVERYWHERE = new Set(
  'the a an of to in and or for on at by with is are be as it its this that these those from'.split(' '),
);

/** A word without its ending; undefined for numbers and for words that tell nothing. */
export function wordForm(word: string): string | undefined {
  // Letters come after digits and signs of currency; other letters than ours come later still.
  if (word < 'a' || '£€'.includes(word[0]!) || EVERYWHERE.has(word)) return undefined;
  const endings = word.length > SHORTEST_STEM ? ENDINGS[word[word.length - 1]!] : undefined;
  if (endings === undefined) return word;
  for (const [ending, instead] of endings) {
    if (word.length - ending.length >= SHORTEST_STEM && word.endsWith(ending))
      return word.slice(0, -ending.length) + instead;
  }
  return word;
}
