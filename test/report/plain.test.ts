import { describe, expect, it } from 'vitest';
import { plain } from '../../src/report/plain.ts';
import { DANGEROUS } from './dangerous.ts';
import { HOSTILE } from './fixtures.ts';

describe('plain', () => {
  it('leaves ordinary text alone', () => {
    for (const text of [
      '',
      'Children’s Services – “front door”',
      'Merthyr Tudful, Ynys Môn, naïve, €5',
      '北京',
      '👩‍👩‍👧',
    ]) {
      expect(plain(text)).toBe(text);
    }
  });

  it('shows an escape sequence and does not send it', () => {
    expect(plain('\u001b[31mred\u001b[0m')).toBe('␛[31mred␛[0m');
    expect(plain('\u001b]0;title\u0007')).toBe('␛]0;title␇');
    expect(plain('\u009b2J')).toBe('\ufffd2J');
    expect(plain('a\u0000b\u007f')).toBe('a␀b␡');
  });

  it('drops marks that turn the reading direction or hide text', () => {
    expect(plain('\u202Egnirts\u202C')).toBe('gnirts');
    expect(plain('\u2066a\u2069\u200bb\ufeffc\u00add')).toBe('abcd');
    expect(plain('x\u{e0041}y')).toBe('xy');
  });

  it('keeps a text on one line', () => {
    expect(plain('a\r\nb\tc\u2028d\u0085e')).toBe('a b c d e');
  });

  it('mends half characters and towers of accents', () => {
    expect(plain('a\ud800b')).toBe('a\ufffdb');
    expect(plain(`e${'\u0301'.repeat(500)}`)).toHaveLength(9);
  });

  it('leaves nothing dangerous whatever comes', () => {
    expect(plain(HOSTILE)).not.toMatch(DANGEROUS);
    for (let code = 0; code < 0x3000; code++) expect(plain(String.fromCharCode(code))).not.toMatch(DANGEROUS);
  });
});
