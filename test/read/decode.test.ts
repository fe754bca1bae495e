import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/decode.ts';
import { ReadError, readDocument } from '../../src/read/index.ts';

const sentence = 'The council’s chief executive – Dr Zoë Ives – leads.';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** The same text as Word for Windows wrote it in 1998. */
function windows1252(text: string): Uint8Array {
  const table: Record<string, number> = {
    '’': 0x92,
    '‘': 0x91,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '—': 0x97,
    '€': 0x80,
    '•': 0x95,
  };
  return Uint8Array.from([...text].map((char) => table[char] ?? char.charCodeAt(0)));
}

describe('decode', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(sentence), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${sentence}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(sentence, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(sentence, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(sentence, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(sentence, false, false), 'utf-16be'],
    ['Windows-1252', windows1252(sentence), 'windows-1252'],
  ])('reads %s', (_name, bytes, encoding) => {
    const decoded = decode('a.txt', bytes);
    expect(decoded.text).toBe(sentence);
    expect(decoded.encoding).toBe(encoding);
  });

  it('reads every printing sign that Windows-1252 puts between 0x80 and 0x9F', () => {
    const { text } = decode(
      'a.txt',
      Uint8Array.from([0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x80, 0x85, 0x99, 0xe9, 0x41]),
    );
    expect(text).toBe('‘’“”•–—€…™éA');
  });

  it('says that a file is not UTF-8', () => {
    expect(decode('a.txt', windows1252(sentence)).notes).toEqual([
      { code: 'windows-1252', message: 'The file is not UTF-8; it was read as Windows-1252.' },
    ]);
  });

  it('keeps UTF-8 that has one bad byte, and says so', () => {
    const bytes = new TextEncoder().encode('Zoë’s naïve plan #');
    bytes[bytes.length - 1] = 0xff;
    const decoded = decode('a.txt', bytes);
    expect(decoded.text).toBe('Zoë’s naïve plan \ufffd');
    expect(decoded.notes).toEqual([
      { code: 'bad-utf-8', message: '1 byte that is not valid UTF-8 could not be read.' },
    ]);
  });

  it.each([
    ['zeros', Uint8Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 0 : 65))],
    ['an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decode('x.txt', bytes)).toThrow(ReadError);
    expect(() => decode('x.txt', bytes)).toThrow(
      'x.txt is not a text document; give the arrangements as Markdown, plain text, Word, HTML or PDF.',
    );
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \r\n\t\n'],
    ['only a byte order mark', '\ufeff'],
  ])('refuses a file that holds %s', async (_name, text) => {
    await expect(readDocument('empty.md', new TextEncoder().encode(text))).rejects.toMatchObject({
      code: 'empty',
      message: 'empty.md is empty; give a file that holds the published arrangements.',
    });
  });
});
