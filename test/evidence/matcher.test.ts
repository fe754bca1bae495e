/** The walk through the trie finds what trying every phrase at every place finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBits, hasBit } from '../../src/evidence/bits.ts';
import { PhraseMatcher } from '../../src/evidence/matcher.ts';
import { buildMatcher } from '../../src/evidence/trie.ts';
import { expandPhrase, type PhraseToken, type PhraseWord } from '../../src/rules/phrase.ts';

/** Common words too: a phrase is looked for from the least common of its first words. */
const WORDS = ['the', 'of', 'partners', 'partnership', 'board', 'fund', 'funding', 'agree', 'agreed', 'scrutineer'];
const GAP_WORDS = 4;

const takes = (word: string, { kind, text }: PhraseWord): boolean =>
  kind === 'prefix' ? word.startsWith(text) : word === text;

/** Whether the tokens from `token` on stand in the words from `at` on. */
function standsAt(words: readonly string[], at: number, tokens: readonly PhraseToken[], token = 0): boolean {
  const next = tokens[token];
  if (next === undefined) return true;
  if (next.kind === 'gap')
    return Array.from({ length: GAP_WORDS + 1 }, (_, skipped) => at + skipped).some((to) =>
      standsAt(words, to, tokens, token + 1),
    );
  const word = words[at];
  if (word === undefined) return false;
  const choices = next.kind === 'any' ? next.words : [next];
  return choices.some((choice) => takes(word, choice)) && standsAt(words, at + 1, tokens, token + 1);
}

const standsIn = (words: readonly string[], phrase: string): boolean =>
  expandPhrase(phrase).some((tokens) => words.some((_, at) => standsAt(words, at, tokens)));

function found(phrases: readonly string[], words: readonly string[]): number[] {
  const matcher = new PhraseMatcher(buildMatcher(phrases.map((phrase) => ({ phrases: [phrase] }))));
  const bits = emptyBits(phrases.length);
  matcher.match(words, bits);
  return phrases.flatMap((_, number) => (hasBit(bits, number) ? [number] : []));
}

const word = fc.constantFrom(...WORDS);
const token = fc.oneof(
  { weight: 6, arbitrary: word },
  fc.constantFrom('fund*', 'agree*', 'partner*', 'scrut*'),
  fc.uniqueArray(word, { minLength: 3, maxLength: 4 }).map((words) => `(${words.join('|')})`),
  fc.tuple(word, word).map(([one, other]) => `(${one} ${other}|${other})`),
);
const part = fc.array(token, { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join(' '));
const anyPhrase = fc.oneof(
  { weight: 3, arbitrary: part },
  fc.tuple(part, part).map(([one, other]) => `${one} ... ${other}`),
);

/** Such as the lexicon takes: some that are put together at random are too long for it. */
const phrase = anyPhrase.filter((text) => {
  try {
    return expandPhrase(text).length > 0;
  } catch {
    return false;
  }
});

describe('PhraseMatcher', () => {
  it('finds what every phrase tried at every place finds', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 12 }),
        fc.array(word, { maxLength: 24 }),
        (phrases, words) => {
          const expected = phrases.flatMap((one, number) => (standsIn(words, one) ? [number] : []));
          expect(found(phrases, words)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes sentences of any length, and words that only begin like one of the lexicon', () => {
    const words = Array.from({ length: 50_000 }, (_, n) => (n === 49_999 ? 'board' : `fund${n}`));
    expect(found(['fund* board', 'board fund*'], words)).toEqual([0]);
  });

  it('serves many lexicons at once', () => {
    const matchers = Array.from(
      { length: 300 },
      (_, n) => new PhraseMatcher(buildMatcher([{ phrases: [`partner ${WORDS[n % WORDS.length]}`] }])),
    );
    const hits = matchers.filter((matcher) => {
      const bits = emptyBits(1);
      matcher.match(['partner', 'board'], bits);
      return hasBit(bits, 0);
    });
    expect(hits).toHaveLength(300 / WORDS.length);
  });
});
