/**
 * Words of a text, with their places. Phrases of the lexicon and sentences of documents go through this one function,
 * so they can only differ where their words differ. It is a loop over char codes with no regular expression, because
 * every word of every document passes through it.
 */

export interface Token {
  /** Lower case; hyphens split words, a possessive 's is dropped, other apostrophes are removed, `&` is `and`. */
  word: string;
  /** Offsets into the text: first character, and one past the last. */
  start: number;
  end: number;
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const CURRENCY = 3;
const APOSTROPHE = 4;
/** Invisible inside a word: soft hyphen, zero-width characters, combining marks. */
const INVISIBLE = 5;
const AMPERSAND = 6;

const ascii = new Uint8Array(128);
for (let c = 48; c <= 57; c++) ascii[c] = DIGIT;
for (let c = 65; c <= 90; c++) ascii[c] = LETTER;
for (let c = 97; c <= 122; c++) ascii[c] = LETTER;
ascii[0x24] = CURRENCY;
ascii[0x26] = AMPERSAND;
ascii[0x27] = APOSTROPHE;

/** What a UTF-16 code unit is to a word. Beyond ASCII it goes by blocks: exact classes would not change a match. */
const kindOf = (code: number): number => {
  if (code < 128) return ascii[code]!;
  if (code < 0xc0) {
    if (code === 0xa3) return CURRENCY;
    return code === 0xad ? INVISIBLE : SPACE;
  }
  if (code < 0x300) return code === 0xd7 || code === 0xf7 ? SPACE : LETTER;
  if (code < 0x370) return INVISIBLE;
  if (code < 0x2000) return LETTER;
  if (code < 0x2c00) {
    if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x2032) return APOSTROPHE;
    if (code >= 0x200b && code <= 0x200d) return INVISIBLE;
    return code === 0x20ac ? CURRENCY : SPACE;
  }
  if (code < 0x3040) return code >= 0x3000 || (code >= 0x2e00 && code < 0x2e80) ? SPACE : LETTER;
  if (code < 0xd800) return LETTER;
  // Surrogates (emoji and the like), private use (bullets of symbol fonts), and specials.
  if (code < 0xf900) return SPACE;
  if (code === 0xfeff) return INVISIBLE;
  return code < 0xfe00 || (code >= 0xfe70 && code < 0xff00) ? LETTER : SPACE;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetterS = (code: number): boolean => code === 115 || code === 83;

const digitsFrom = (text: string, at: number): number => {
  let n = 0;
  while (n < 5 && isDigit(text.charCodeAt(at + n))) n++;
  return n;
};

/**
 * Length of what joins on to a run of digits at `at`: thousands (`30,000`), a decimal (`1.5`), a year span (`2023/24`)
 * or a date (`31/12/2024`). 0 if the number ends here. `digits` is the length of the run before.
 */
const joinedNumber = (text: string, at: number, digits: number): number => {
  const mark = text.charCodeAt(at);
  if (mark === 0x2c) return digits <= 3 && digitsFrom(text, at + 1) === 3 ? 4 : 0;
  if (mark === 0x2e) {
    const after = digitsFrom(text, at + 1);
    return after > 0 && after < 5 ? 1 + after : 0;
  }
  if (mark !== 0x2f) return 0;
  const second = digitsFrom(text, at + 1);
  if (digits === 4) return second === 2 || second === 4 ? 1 + second : 0;
  if (digits > 2 || second === 0 || second > 2 || text.charCodeAt(at + 1 + second) !== 0x2f) return 0;
  const third = digitsFrom(text, at + 2 + second);
  return third === 2 || third === 4 ? 2 + second + third : 0;
};

/** The word as it is compared. Only words with something to remove or to fold cost more than one pass. */
const normalWord = (text: string, start: number, end: number, plain: boolean): string => {
  const raw = text.slice(start, end);
  if (plain) return raw.toLowerCase();
  let kept = '';
  for (const char of raw.normalize('NFKD')) {
    const kind = kindOf(char.charCodeAt(0));
    if (kind !== APOSTROPHE && kind !== INVISIBLE) kept += char;
  }
  return kept.toLowerCase();
};

export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  const length = text.length;
  let i = 0;
  while (i < length) {
    const first = kindOf(text.charCodeAt(i));
    if (first === AMPERSAND) {
      tokens.push({ word: 'and', start: i, end: i + 1 });
      i++;
      continue;
    }
    if (first === SPACE || first === APOSTROPHE || first === INVISIBLE) {
      i++;
      continue;
    }
    const start = i;
    if (first === CURRENCY) {
      i++;
      if (!isDigit(text.charCodeAt(i))) continue;
    }
    // `end` stops before apostrophes and invisible characters that turn out to close the word.
    let end = i;
    let plain = true;
    let digits = 0;
    let number = true;
    while (i < length) {
      const code = text.charCodeAt(i);
      const kind = kindOf(code);
      if (kind === LETTER) {
        if (code > 127) plain = false;
        number = false;
        digits = 0;
        end = ++i;
      } else if (kind === DIGIT) {
        digits++;
        end = ++i;
      } else if (kind === APOSTROPHE) {
        const after = i + 1 < length ? kindOf(text.charCodeAt(i + 1)) : SPACE;
        if (after !== LETTER || end !== i) break;
        if (isLetterS(text.charCodeAt(i + 1))) {
          const beyond = i + 2 < length ? kindOf(text.charCodeAt(i + 2)) : SPACE;
          if (beyond !== LETTER && beyond !== DIGIT) break;
        }
        plain = false;
        i++;
        end = i;
      } else if (kind === INVISIBLE) {
        plain = false;
        i++;
      } else if (number && digits > 0) {
        const more = joinedNumber(text, i, digits);
        if (more === 0) {
          if (code === 0x25) end = ++i;
          break;
        }
        // After a date or a decimal nothing joins but more thousands.
        digits = code === 0x2c ? 3 : 5;
        i += more;
        end = i;
      } else {
        break;
      }
    }
    const word = normalWord(text, start, end, plain);
    if (word !== '') tokens.push({ word, start, end });
    if (i < length && kindOf(text.charCodeAt(i)) === APOSTROPHE) i = skipPossessive(text, i);
  }
  return tokens;
};

/** Past an apostrophe that closes a word, and past the `s` of a possessive. */
const skipPossessive = (text: string, at: number): number => {
  if (!isLetterS(text.charCodeAt(at + 1))) return at + 1;
  const beyond = at + 2 < text.length ? kindOf(text.charCodeAt(at + 2)) : SPACE;
  return beyond === LETTER || beyond === DIGIT ? at + 1 : at + 2;
};
