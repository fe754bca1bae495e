import { describe, expect, it } from 'vitest';
import { expandPhrase, PHRASE_LIMITS, type PhraseToken, tokenize } from '../../src/rules/phrase.ts';

const words = (text: string): string[] => tokenize(text).map(({ word }) => word);

/** A sequence as one line, with choices among single words written out. */
const show = (tokens: readonly PhraseToken[]): string =>
  tokens
    .map((token) => {
      if (token.kind === 'gap') return '...';
      if (token.kind === 'any') return `[${token.words.map((word) => show([word])).join(' ')}]`;
      return token.kind === 'prefix' ? `${token.text}*` : token.text;
    })
    .join(' ');
const expand = (phrase: string): string[] => expandPhrase(phrase).map(show);

describe('tokenize', () => {
  it.each([
    ['Multi-agency working', ['multi', 'agency', 'working']],
    ["the children's homes", ['the', 'children', 'homes']],
    ['the children’s homes', ['the', 'children', 'homes']],
    ["all partners' duties", ['all', 'partners', 'duties']],
    ["don't; o'clock", ['dont', 'oclock']],
    ["'quoted words'", ['quoted', 'words']],
    ['£30,000 in 2023/24', ['£30,000', 'in', '2023/24']],
    ['£1,234,567.89, 52% and 1.5m', ['£1,234,567.89', '52%', 'and', '1.5m']],
    ['on 31/12/2024.', ['on', '31/12/2024']],
    ['by 30, 40 or 3. Then', ['by', '30', '40', 'or', '3', 'then']],
    ['section 16E(3), s175/157', ['section', '16e', '3', 's175', '157']],
    ['Health & Wellbeing', ['health', 'and', 'wellbeing']],
    ['and/or', ['and', 'or']],
    ['caf\u00e9, \ufb01nance, soft\u00adhyphen', ['cafe', 'finance', 'softhyphen']],
    ['\uf0b7 bullet \u{1f600} \u2013 dash', ['bullet', 'dash']],
    ['', []],
    ["' £ - . /", []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('gives the place of each word, without its possessive', () => {
    const text = "  The Board's £30,000";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'Board', '£30,000']);
  });

  it('takes time in step with the length of the text', () => {
    const sentence = "The partners' share of £30,000 (2023/24) isn't re-agreed; see s.16E–16L. ";
    const time = (text: string): number => {
      const from = performance.now();
      tokenize(text);
      return performance.now() - from;
    };
    const [short, long] = [sentence.repeat(2_000), sentence.repeat(20_000)];
    time(short);
    expect(Math.min(time(long), time(long))).toBeLessThan(
      40 * Math.max(Math.min(time(short), time(short), time(short)), 0.5),
    );
  });

  it.each(["'", '1', ',', '1,', '1.1', '/', '1/', '\u00ad', 'a\u00ad', '£', '&'])(
    'is quick on %j many times over',
    (unit) => {
      const from = performance.now();
      tokenize(unit.repeat(300_000));
      expect(performance.now() - from).toBeLessThan(1_500);
    },
  );
});

describe('expandPhrase', () => {
  it.each([
    ['lead safeguarding partner*', ['lead safeguarding partner*']],
    ['Multi-Agency audit*', ['multi agency audit*']],
    ['(lead|delegated) partner', ['lead partner', 'delegated partner']],
    ['(the|) partners', ['the partners', 'partners']],
    ['agenc(y|ies)', ['agency', 'agencies']],
    ['(one (two|2)|three) times', ['one two times', 'one 2 times', 'three times']],
    ['meet* ... a year', ['meet* ... a year']],
    ['(red|green|blue) book', ['[red green blue] book']],
    ["(the child's|the child) home", ['the child home']],
    ['section 16*', ['section 16*']],
  ])('%s', (phrase, expected) => {
    expect(expand(phrase)).toEqual(expected);
  });

  it.each([
    ['*', 'no word before it'],
    ['shares (are|:) agreed', '":" on its own'],
    ['a*', 'too short'],
    ['par*ner', 'only stands at the end of a word'],
    ['(a|)', 'would match everywhere'],
    ['(one', 'never closed'],
    ['one)', 'no "(" before it'],
    ['one|two', 'outside brackets'],
    ['(one) two', 'single wording'],
    ['... one', 'begins with "..."'],
    ['one ...', 'ends with "..."'],
    ['one ... ... two', 'two "..." side by side'],
    ['one... two', 'touches a word'],
    ['one ... two ... three ... four', 'a phrase may have 2'],
    ['a b c d e f g h i j k l m', 'a phrase may have 12'],
    [`${'(a|b c)'.repeat(4)} ${'(d|e f)'.repeat(4)} ${'(g|h i)'.repeat(4)}`, 'split it into several phrases'],
    [`(${'('.repeat(5)}a|b)`, 'nested more than'],
    ['word '.repeat(PHRASE_LIMITS.characters), 'make it several phrases'],
  ])('refuses %j', (phrase, reason) => {
    expect(() => expandPhrase(phrase)).toThrow(reason);
  });

  it('is quick to refuse what would be large', () => {
    const from = performance.now();
    expect(() => expandPhrase('(a|b c)'.repeat(100))).toThrow();
    expect(performance.now() - from).toBeLessThan(200);
  });
});
