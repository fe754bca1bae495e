import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { readInWorker } from '../../src/read/worker.ts';
import { masa } from '../run-masa.ts';
import { temporary } from '../temporary.ts';
import { type Part, paragraph, styles, word, wordXml, zip } from './zip.ts';

const real = new Uint8Array(readFileSync('fixtures/documents/formats/ashgrove-2024.pandoc.docx'));
const body = paragraph('The partners meet monthly.');

const tail = 'open it in Word, save it again and retry.';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Word's own encryption puts the document into a container of the old format. */
function encrypted(): Uint8Array {
  const head = Buffer.alloc(2048);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  head.write('EncryptedPackage', 1024, 'utf16le');
  return head;
}

function corrupted(): Uint8Array {
  const bytes = Uint8Array.from(real);
  const at = Buffer.from(bytes).indexOf('word/document.xml') + 400;
  for (let i = 0; i < 600; i++) bytes[at + i] = (bytes[at + i]! * 7 + i) & 255;
  return bytes;
}

const bomb = Buffer.alloc(320 * 1024 * 1024, 0x20);

const BAD: [string, () => Uint8Array, string][] = [
  ['truncated', () => real.subarray(0, real.length / 2), `a.docx is a damaged Word file (its end is missing); ${tail}`],
  ['corrupt', corrupted, `a.docx is a damaged Word file (its contents cannot be unpacked); ${tail}`],
  ['encrypted', encrypted, 'a.docx is protected by a password; save it without one and try again.'],
  ['empty', () => new Uint8Array(0), 'a.docx is empty; give a file that holds the published arrangements.'],
  ['an empty zip', () => zip([]), `a.docx is a damaged Word file (it holds no text part); ${tail}`],
  [
    'another zip',
    () => zip([{ name: 'word/other.txt', text: 'x' }]),
    `a.docx is a damaged Word file (it holds no text part); ${tail}`,
  ],
  [
    'broken XML',
    () => word(`${wordXml(body).slice(0, -12)}`),
    `a.docx is a damaged Word file (its XML is broken); ${tail}`,
  ],
  [
    'no text',
    () => word(wordXml('<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>')),
    'a.docx holds no text; if it shows pictures of pages, give the document that they were made from.',
  ],
  [
    'deep XML',
    () => word(wordXml('<w:tbl><w:tr><w:tc>'.repeat(10_000) + body + '</w:tc></w:tr></w:tbl>'.repeat(10_000))),
    'a.docx has tables or other parts nested more than 200 deep; copy its text into a new Word document and try again.',
  ],
  [
    'external entities',
    () =>
      word(
        `<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>${wordXml(paragraph('&secret;')).replace(/^<\?xml[^>]*>/, '')}`,
      ),
    `a.docx holds declarations of XML entities, which no Word file needs and which are not read; ${tail}`,
  ],
  [
    'entities in the styles',
    () => word(wordXml(body), [{ ...styles(''), text: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }]),
    `a.docx holds declarations of XML entities, which no Word file needs and which are not read; ${tail}`,
  ],
  ...['../../evil.xml', '/etc/evil.xml', 'word/../../evil.xml', 'C:/evil.xml'].map(
    (name): [string, () => Uint8Array, string] => [
      `the path ${name}`,
      () => word(wordXml(body), [{ name, text: 'x' }]),
      `a.docx is a damaged Word file (names inside it lead out of the file); ${tail}`,
    ],
  ),
  [
    'one name twice',
    () => word(wordXml(body), [{ name: 'word/document.xml', text: wordXml(paragraph('Other.')) }]),
    `a.docx is a damaged Word file (it holds “word/document.xml” twice); ${tail}`,
  ],
  [
    'a zip bomb',
    () => word(wordXml(body), [{ name: 'word/media/image1.png', text: bomb }]),
    'a.docx unpacks to more than can be read (16 MB of text, 300 MB in all); give the arrangements alone, without appendices of data.',
  ],
  [
    'a zip bomb in the text',
    () => zip([{ name: 'word/document.xml', text: bomb.subarray(0, 40_000_000) }]),
    'a.docx unpacks to more than can be read (16 MB of text, 300 MB in all); give the arrangements alone, without appendices of data.',
  ],
  [
    'a zip bomb that lies about its size',
    () => zip([{ name: 'word/document.xml', text: bomb, declares: 1000 }] satisfies Part[]),
    `a.docx is a damaged Word file (what it says of its own size is wrong); ${tail}`,
  ],
];

describe('a bad Word file is refused with one sentence', () => {
  it.each(BAD)('%s', { timeout: 30_000 }, async (_name, make, message) => {
    await expect(readDocument('a.docx', make())).rejects.toMatchObject({ name: 'ReadError', message });
  });

  it('keeps the bombs small', () => {
    expect(zip([{ name: 'word/document.xml', text: bomb }]).length).toBeLessThan(400_000);
  });

  it('gives up when the time is over', async () => {
    const long = word(wordXml(body.repeat(20_000)));
    await expect(readInWorker('docx', 'a.docx', long, { seconds: 0.2 })).rejects.toMatchObject({
      code: 'too-slow',
      message: 'a.docx could not be read within 0.2 seconds; copy its text into a new document and try again.',
    });
  });

  it('gives up when it needs too much memory', async () => {
    const long = word(wordXml(body.repeat(100_000)));
    await expect(readInWorker('docx', 'a.docx', long, { megabytes: 40 })).rejects.toMatchObject({
      code: 'too-large',
      message: 'a.docx needs more memory than a document should; copy its text into a new document and try again.',
    });
  });
});

describe('a bad web page', () => {
  it.each(['div', 'b', 'span', 'table', 'ul', 'blockquote'])('of 100,000 nested %s is refused', async (tag) => {
    const page = `<!doctype html>${`<${tag}>`.repeat(100_000)}Text`;
    await expect(readDocument('a.html', bytesOf(page))).rejects.toMatchObject({
      code: 'too-deep',
      message: 'a.html has parts nested more than 256 deep; copy its text into a new document and try again.',
    });
  });

  it.each([
    '<p>',
    '<li>',
    '<td>',
    '<tr><td>',
    '<dd>',
    '<option>',
    '<a href=x>',
    '</div>',
    '<br>',
    '&',
    '<',
    '<!',
    '<!--',
    '<script>',
  ])('of 50,000 times %s is read or refused soon', async (piece) => {
    const started = performance.now();
    const page = `<!doctype html><p>The partners meet.</p>${`${piece} x `.repeat(50_000)}`;
    await readDocument('a.html', bytesOf(page)).catch((error) => expect(error).toMatchObject({ name: 'ReadError' }));
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('without text is refused', async () => {
    const page = '<html><body><nav>Home</nav><div id="app"></div><script>render("text")</script></body></html>';
    await expect(readDocument('a.html', bytesOf(page))).rejects.toMatchObject({
      code: 'empty',
      message:
        'a.html holds no text to read; if the page shows its text only in a browser, print it to PDF and give that.',
    });
  });
});

describe('on the command line', () => {
  it('a bad file ends with code 2, and the others are reported', async () => {
    const folder = temporary({
      'good.md': '# Arrangements\n\nThe partners meet.\n',
      'late.html': '<html><p>Ours.</p></html>',
      'bad.docx': real.subarray(0, 5000),
      'locked.docx': encrypted(),
    });
    const { code, stdout, stderr } = await masa(['check', '--format', 'json', folder]);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(report.documents.map(({ format }: { format: string }) => format)).toEqual(['markdown', 'html']);
    expect(report.failed).toHaveLength(2);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});
