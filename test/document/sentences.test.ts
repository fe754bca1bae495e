import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/document/sentences.ts';

const split = (text: string, breaks: number[] = []): string[] =>
  splitSentences(text, breaks).map(({ from, to }) => text.slice(from, to));

describe('splitSentences', () => {
  it.each([
    ['Dr. Ives and Mrs. Oduya chair it. They meet monthly.', 2],
    ['Agencies, e.g. schools, i.e. settings, attend. Others write.', 2],
    ['See No. 4, para. 12, s. 11, pp. 3-4 and ch. 2 of the guide. It is long.', 2],
    ['St. Anne leads. St. Mary follows.', 2],
    ['The share is 3.5 per cent. It was 2.75.', 2],
    ['J. Smith and A. B. Jones sign. They did.', 2],
    ['It covers meetings, training, etc. The rest is paid in kind.', 2],
    ['It ends at 5 p.m. The office then shuts.', 2],
    ['It ends at 5 p.m. on Fridays.', 1],
    ['See www.marlby.example/plan. Write to team.one@marlby.example. Ring us.', 3],
    ['The guide (Dr. No.) is old. "It works." So they say.', 3],
    ['Does help work? Yes! It does.', 3],
    ['She asked "why?" and left. He stayed.', 2],
    ['The plan is read by the board.3 It is sent out.¹ It is kept.', 3],
    ['We wrote to them .We have an answer.', 2],
    ['They have agreed to this.We will do it.', 2],
    ['Read section 4.2. Then read Annex A. It is short.', 3],
    ['1. The board meets.', 1],
    ['iv. The board meets.', 1],
    ['Working Together 2018. 19 areas took part.', 2],
    ['On 3 Sept. 2019 it began. It went on.', 2],
    ['Wait ... and see. Then act ... Then stop.', 3],
    ['They meet; they talk; they decide: all is well.', 1],
    ['It came from the U.K. and left. The U.K. The end.', 3],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count);
    expect(split(text).join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  });

  it('keeps closing marks with the sentence they close', () => {
    expect(split('He said "It works." Nobody (they were four.) spoke. (All of it is true.) Done.')).toEqual([
      'He said "It works."',
      'Nobody (they were four.) spoke.',
      '(All of it is true.)',
      'Done.',
    ]);
  });

  it('starts a sentence at every break it is given', () => {
    expect(split('Ada Quill Chief Executive', [10])).toEqual(['Ada Quill', 'Chief Executive']);
  });

  it('makes no sentence of signs alone', () => {
    expect(split('It is so. . . The rest. •')).toEqual(['It is so. . .', 'The rest. •']);
  });

  it('cuts what never stops', () => {
    const pieces = split('word '.repeat(5000));
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(6000);
    expect(pieces.every((piece) => !/^\s|\s$/.test(piece))).toBe(true);
  });

  it('is linear in the length of the text', () => {
    const time = (length: number): number => {
      const text = 'The board meets. Dr. A. B. Jones, i.e. the chair, attends "now and then." '.repeat(length);
      const started = performance.now();
      splitSentences(text);
      return performance.now() - started;
    };
    time(200);
    const short = Math.max(time(1000), 0.5);
    expect(time(8000)).toBeLessThan(short * 40);
  });
});
