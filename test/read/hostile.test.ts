import { describe, expect, it } from 'vitest';
import { fill, hostile } from '../../fixtures/hostile/makers.ts';
import { ReadError, readDocument } from '../../src/read/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads, and gives what came of it: a document that hangs together, or the sentence that refuses it. */
async function outcome(path: string, text: string, format: 'markdown' | 'text'): Promise<string> {
  try {
    const document = await readDocument(path, bytes(text), { format });
    for (const block of document.blocks) {
      expect(block.from).toBeLessThanOrEqual(block.to);
      expect(block.section).toBeLessThan(document.sections.length);
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).toContain(path);
    expect(error.message).not.toMatch(/\n|\bat .*:\d+:\d+/);
    return error.code;
  }
}

describe('hostile input is read or refused, soon and in words', () => {
  const generous = 10_000;
  for (const [name, make] of Object.entries(hostile)) {
    it(`${name}, as Markdown`, { timeout: generous }, async () => {
      expect(await outcome('hostile.md', make(15_000), 'markdown')).toMatch(
        /^(?:read|too-deep|too-large|front-matter|empty)$/,
      );
    });
    it(`${name}, as plain text`, { timeout: generous }, async () => {
      expect(await outcome('hostile.txt', make(60_000), 'text')).toMatch(/^(?:read|too-large|empty)$/);
    });
  }

  it('refuses what is larger than any arrangements', async () => {
    expect(await outcome('large.md', fill('The partners meet. ', 1_200_000), 'markdown')).toBe('too-large');
    expect(await outcome('large.txt', fill('The partners meet.\n', 4_000_000), 'text')).toBe('too-large');
    await expect(readDocument('large.txt', new Uint8Array(21 * 1024 * 1024).fill(97))).rejects.toThrow(
      'large.txt is 21 MB and the limit is 20 MB',
    );
  });

  it('refuses ten megabytes of nesting without parsing them', async () => {
    const started = performance.now();
    for (const piece of ['>', '[', '- ', '`', '*a ']) {
      await expect(readDocument('deep.md', bytes(fill(piece, 10_000_000)))).rejects.toThrow(ReadError);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('names the line and says what to do', async () => {
    const deep = `# Arrangements\n\nText.\n\n${'> '.repeat(60)}a\n`;
    await expect(readDocument('a/b.md', bytes(deep))).rejects.toMatchObject({
      code: 'too-deep',
      line: 5,
      message:
        'a/b.md, line 5: lists or quotations are nested more than 40 deep; correct the file or save it as plain text.',
    });
  });
});
