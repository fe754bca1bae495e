import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const markdown =
  '# Arrangements\n\nThe partners meet.\n\n## Funding\n\n- The council pays half.\n- Health pays a third.\n';
const pdfText =
  'Contents\n\nFunding ........ 3\nScrutiny ....... 4\nReviews ........ 5\n\nFunding\n\nThe council pays half of what is needed\nand health pays the rest.\n';

describe('which format a file is in', () => {
  it.each([
    ['a.md', markdown, 'markdown'],
    ['a.txt', markdown, 'markdown'],
    ['a', markdown, 'markdown'],
    ['a.txt', pdfText, 'text'],
    ['a.md', pdfText, 'text'],
    ['a.txt', '---\ntitle: Arrangements\n---\n\nThe partners meet.\n', 'markdown'],
    ['a.txt', 'The partners meet.\n\n- monthly\n- yearly\n', 'text'],
    ['a.md', 'The partners meet.\n\n- monthly\n- yearly\n', 'markdown'],
    ['a.yaml', 'title: Arrangements\nfunding: The council pays half.\n', 'yaml'],
    ['a.yml', 'title: Arrangements\nfunding: The council pays half.\n', 'yaml'],
  ])('%s is read by what it holds', async (path, text, format) => {
    expect((await readDocument(path, bytes(text))).format).toBe(format);
  });

  it.each([
    [
      'a.doc',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
      'a.doc is an old Word document (.doc), which cannot be read; save it as .docx and try again.',
    ],
    [
      'a.rtf',
      [...bytes('{\\rtf1\\ansi Hello}')],
      'a.rtf is a rich text (.rtf) document, which cannot be read; save it as .docx and try again.',
    ],
    [
      'a.odt',
      [0x50, 0x4b, 3, 4, 0, 0],
      'a.odt is an OpenDocument text, which cannot be read; save it as .docx and try again.',
    ],
    [
      'a.docx',
      [...bytes('plain')],
      'a.docx is named .docx but does not hold a Word document; the file may be damaged, so save it again and retry.',
    ],
    [
      'a.pdf',
      [...bytes('plain')],
      'a.pdf is named .pdf but does not hold a PDF; the file may be damaged, so save it again and retry.',
    ],
  ])('%s is refused with a sentence', async (path, content, message) => {
    await expect(readDocument(path, Uint8Array.from(content))).rejects.toMatchObject({ name: 'ReadError', message });
  });

  it('writes paths with forward slashes', async () => {
    expect((await readDocument('docs\\plan.md', bytes(markdown))).path).toBe('docs/plan.md');
  });
});

describe('what is loaded', () => {
  it('is no parser of another format', async () => {
    const { build } = await import('esbuild');
    const { metafile } = await build({
      stdin: {
        contents:
          "export { readText } from './src/read/text/index.ts'; export { buildDocument } from './src/document/build.ts';",
        resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    expect(Object.keys(metafile.inputs).filter((input) => input.includes('node_modules'))).toEqual([]);
  });
});
