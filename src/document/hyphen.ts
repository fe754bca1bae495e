/**
 * What a hyphen at the end of a line means. A printer's hyphen ("Safe-" / "guarding") is dropped; a writer's hyphen
 * ("multi-" / "agency") stays. The document's own other words decide first, for they are the best dictionary there is.
 */

/** First parts that are written with a hyphen far more often than not. */
const HYPHENATED_FIRST = new Set(
  `multi inter co non re pre post self cross mid semi sub anti ex long short well part full half high low front
  early follow whole child family school peer place need evidence strength strengths trauma decision policy day year
  year's term face one two three four five six seven eight nine ten out-of in on off by over under up down whistle
  independent community hospital police health court sign drop stand whole-system fast slow case new best web e single
  joint quality public third young age data user service life on-going real time risk first second mental solution
  child-centred person family-led local partner ongoing end work so and to of the drug alcohol county gang knife`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Second parts that are never words by themselves: the first part must be broken off a longer word. */
const BROKEN_LAST =
  /^(?:tion|sion|tions|sions|ment|ments|ness|ing|ings|ly|ity|ities|ance|ence|ances|ences|able|ible|ally|ous|tive|tives|ive|ism|ist|ship|ships|ward|wards|hood|ised|ized|isation|ization|ed|er|ers|al|ary|tial|cial|cy|cies|ty|ties|guarding|bourhood|bourhoods|lescent|lescents)$/;

export type Vocabulary = ReadonlySet<string>;

/** Every word of a text, in lower case; hyphenated words count as a whole and not by their parts at a line end. */
export function vocabularyOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const match of text.matchAll(/[A-Za-zÀ-ɏ0-9]+(?:['’-][A-Za-zÀ-ɏ0-9]+)*/gu)) {
    // A fragment before a hyphen at a line end, or at the start of the line after one, is no word.
    const end = match.index + match[0].length;
    if (text[end] === '-' && isLineEnd(text, end + 1)) continue;
    if (followsBrokenLine(text, match.index)) continue;
    words.add(match[0].toLowerCase());
  }
  return words;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function followsBrokenLine(text: string, at: number): boolean {
  let i = at - 1;
  let newline = false;
  for (let steps = 0; i >= 0 && steps < 40; i--, steps++) {
    const char = text[i];
    if (char === '\n' || char === '\r') newline = true;
    else if (char !== ' ' && char !== '\t') break;
  }
  return newline && text[i] === '-' && /[A-Za-zÀ-ɏ]/u.test(text[i - 1] ?? '');
}

/**
 * How to join "left-" at a line end to "right" at the next line's start: `drop` the hyphen, or `keep` it. There is never
 * a space between the two.
 */
export function hyphenAtLineEnd(left: string, right: string, vocabulary: Vocabulary): 'drop' | 'keep' {
  const first = right.charCodeAt(0);
  if (first >= 48 && first <= 57) return 'keep';
  if (right.slice(0, 1) !== right.slice(0, 1).toLowerCase()) return 'keep';
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  const joined = a + b;
  if (hasForm(vocabulary, joined)) return 'drop';
  if (vocabulary.has(`${a}-${b}`)) return 'keep';
  if (BROKEN_LAST.test(b)) return 'drop';
  const lastPart = a.slice(a.lastIndexOf('-') + 1);
  if (HYPHENATED_FIRST.has(lastPart)) return 'keep';
  if (vocabulary.has(a) && vocabulary.has(b)) return 'keep';
  return 'drop';
}

/** The word itself, or the same word in the plural or singular. */
function hasForm(vocabulary: Vocabulary, word: string): boolean {
  return (
    vocabulary.has(word) || vocabulary.has(`${word}s`) || (word.endsWith('s') && vocabulary.has(word.slice(0, -1)))
  );
}
