/**
 * The grammar of a phrase in `rules/lexicon`: words; `*` at the end of a word for any ending; `(a|b c|)` for a choice,
 * which may stand inside a word, be nested, and have an empty side; `...` for up to four words between. There is nothing
 * in it that repeats, and its size is bounded, so no phrase can make the program slow.
 */
import { tokenize } from './tokenize.ts';

export { type Token, tokenize } from './tokenize.ts';

export type PhraseWord = { kind: 'word'; text: string } | { kind: 'prefix'; text: string };
/** `any`: one word, which may be any of these; so a choice among single words costs one step and not a phrase each. */
export type PhraseToken = PhraseWord | { kind: 'any'; words: PhraseWord[] } | { kind: 'gap' };

export const PHRASE_LIMITS = {
  words: 12,
  gaps: 2,
  expansions: 512,
  characters: 900,
  nesting: 4,
  prefixLetters: 3,
} as const;

/** Stands in an expanded text for a choice among single words; the words follow, parted by `SINGLE_BAR`. */
const SINGLE = '\u0001';
const SINGLE_BAR = '\u0002';

/** A phrase that breaks the grammar; the message is one sentence that says what to do. */
export class PhraseError extends Error {
  override name = 'PhraseError';
}

/** Every sequence of tokens that a phrase stands for. Throws a PhraseError for a phrase outside the grammar. */
export const expandPhrase = (phrase: string): PhraseToken[][] => {
  if (phrase.length > PHRASE_LIMITS.characters) {
    throw new PhraseError(
      `it has ${phrase.length} characters, and a phrase may have ${PHRASE_LIMITS.characters}; make it several phrases`,
    );
  }
  const seen = new Set<string>();
  const sequences: PhraseToken[][] = [];
  for (const text of expandChoices(phrase.replaceAll('…', '...'))) {
    const tokens = readTokens(text);
    const key = JSON.stringify(tokens);
    if (!seen.has(key)) {
      seen.add(key);
      sequences.push(tokens);
    }
  }
  return sequences;
};

/** The texts that the choices of a phrase stand for. */
const expandChoices = (phrase: string): string[] => {
  let at = 0;

  const tooMany = (): never => {
    throw new PhraseError(
      `its choices make more than ${PHRASE_LIMITS.expansions} phrases; split it into several phrases with fewer choices`,
    );
  };

  /** Reads up to a `|` or `)` that belongs to an outer choice, or to the end. */
  const readSequence = (depth: number): string[] => {
    let texts = [''];
    while (at < phrase.length) {
      const char = phrase[at]!;
      if (char === '|' || char === ')') {
        if (depth > 0) return texts;
        throw new PhraseError(
          char === ')'
            ? 'it has a ")" with no "(" before it'
            : 'it has a "|" outside brackets; write a choice as (one|other)',
        );
      }
      if (char !== '(') {
        texts = texts.map((text) => text + char);
        at++;
        continue;
      }
      const choices = readChoice(depth + 1);
      if (texts.length * choices.length > PHRASE_LIMITS.expansions) tooMany();
      texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    }
    if (depth > 0) throw new PhraseError('it has a "(" that is never closed; add the ")"');
    return texts;
  };

  const refuseSingle = (): never => {
    throw new PhraseError(
      'it has brackets round a single wording; write a choice as (one|other), or (one|) for a word that may be left out',
    );
  };

  const readChoice = (depth: number): string[] => {
    if (depth > PHRASE_LIMITS.nesting) {
      throw new PhraseError(`its choices are nested more than ${PHRASE_LIMITS.nesting} deep; write the choices out`);
    }
    const choices: string[] = [];
    const open = at;
    do {
      at++;
      choices.push(...readSequence(depth));
      if (choices.length > PHRASE_LIMITS.expansions) tooMany();
    } while (phrase[at] === '|');
    at++;
    const wholeWord = (open === 0 || phrase[open - 1] === ' ') && (at === phrase.length || phrase[at] === ' ');
    if (wholeWord) return choices.length === 1 ? refuseSingle() : foldSingles(choices);
    if (choices.length === 1) refuseSingle();
    return choices;
  };

  return readSequence(0);
};

/** Choices that are single words, three or more of them, become one token; what is longer or empty stays a choice. */
const foldSingles = (choices: string[]): string[] => {
  const single = choices.filter((choice) => /^[\p{L}\p{N}]+\*?$/u.test(choice.trim()));
  if (single.length < 3) return choices;
  const rest = choices.filter((choice) => !single.includes(choice));
  return [`${SINGLE}${single.map((choice) => choice.trim()).join(SINGLE_BAR)}`, ...rest];
};

/** Two digits are enough before a `*`, as in `16*` for sections 16E to 16L. */
const refuseShort = (word: string): void => {
  if (word.length >= PHRASE_LIMITS.prefixLetters || /^\d\d/.test(word)) return;
  throw new PhraseError(
    `it has "${word}*", which is too short to mean one word; give at least ${PHRASE_LIMITS.prefixLetters} letters before the "*"`,
  );
};

const singleWord = (piece: string): PhraseWord => {
  const isPrefix = piece.endsWith('*');
  const word = tokenize(isPrefix ? piece.slice(0, -1) : piece)[0]?.word ?? '';
  if (isPrefix) refuseShort(word);
  return { kind: isPrefix ? 'prefix' : 'word', text: word };
};

/** Tokens of a phrase that has no choices left. */
const readTokens = (text: string): PhraseToken[] => {
  const tokens: PhraseToken[] = [];
  let words = 0;
  let gaps = 0;
  for (const piece of text.split(/\s+/)) {
    if (piece === '') continue;
    if (piece.startsWith(SINGLE)) {
      tokens.push({ kind: 'any', words: piece.slice(1).split(SINGLE_BAR).map(singleWord) });
      words++;
      continue;
    }
    if (piece === '...') {
      if (tokens.length === 0) throw new PhraseError('it begins with "...", which only stands between words');
      if (tokens.at(-1)?.kind === 'gap') throw new PhraseError('it has two "..." side by side; keep one');
      tokens.push({ kind: 'gap' });
      gaps++;
      continue;
    }
    if (piece.includes('...')) throw new PhraseError('it has a "..." that touches a word; put a space on both sides');
    const star = piece.indexOf('*');
    const isPrefix = star === piece.length - 1 && star >= 0;
    if (star >= 0 && !isPrefix)
      throw new PhraseError(`it has a "*" inside "${piece}"; a "*" only stands at the end of a word`);
    const found = tokenize(isPrefix ? piece.slice(0, -1) : piece);
    if (found.length === 0) {
      if (isPrefix) throw new PhraseError('it has a "*" with no word before it, which would match every word');
      throw new PhraseError(`it has "${piece}" on its own, which no text has to hold; leave it out`);
    }
    found.forEach((token, n) => {
      const prefix = isPrefix && n === found.length - 1;
      if (prefix) refuseShort(token.word);
      tokens.push({ kind: prefix ? 'prefix' : 'word', text: token.word });
    });
    words += found.length;
  }
  if (words === 0)
    throw new PhraseError('all its words may be left out, so it would match everywhere; make one of them necessary');
  if (tokens.at(-1)?.kind === 'gap') throw new PhraseError('it ends with "...", which only stands between words');
  if (words > PHRASE_LIMITS.words)
    throw new PhraseError(
      `it has ${words} words, and a phrase may have ${PHRASE_LIMITS.words}; keep the words that matter`,
    );
  if (gaps > PHRASE_LIMITS.gaps)
    throw new PhraseError(`it has ${gaps} "...", and a phrase may have ${PHRASE_LIMITS.gaps}; make it shorter phrases`);
  return tokens;
};
