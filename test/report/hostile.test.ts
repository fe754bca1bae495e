/** Whatever a document holds comes out as text in every format. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCodequality } from '../../src/report/codequality.ts';
import { formatCsv } from '../../src/report/csv.ts';
import { formatGithub } from '../../src/report/github.ts';
import { formatJunit } from '../../src/report/junit.ts';
import { formatMarkdown, LONGEST } from '../../src/report/markdown.ts';
import { plain } from '../../src/report/plain.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { DANGEROUS } from './dangerous.ts';
import { HOSTILE, hostile } from './fixtures.ts';
import { EVERYWHERE, hostileText } from './hostile-text.ts';
import { shapeOf, textsOf } from './markdown-tree.ts';
import { expectJunit, expectSarif, readCommand, readCsv } from './official.ts';

const FRAGMENTS = [
  HOSTILE,
  '<script>alert(1)</script>',
  '</details><img src=x onerror=alert(1)>',
  '<![CDATA[',
  ']]>',
  '&amp;&#0;&lol;',
  '<?xml?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '\u001b[2J\u001b]8;;https://evil.example\u0007',
  '\n::set-output name=x::y\n',
  '::error file=a,line=1::x',
  '%0A::stop-commands::x',
  '##[add-mask]x',
  '=HYPERLINK("https://evil.example";"x")',
  '=',
  '+',
  '-',
  '@',
  '\t=1',
  '\r=1',
  '"',
  '""',
  ',',
  ';',
  '\r\n',
  ...EVERYWHERE,
  '`',
  '``` ',
  '[a](b)',
  '](https://evil.example)',
  '![',
  '@octocat',
  '#1',
  'www.evil.example',
  'https://evil.example/?a=b',
  '|',
  '# ',
  '- ',
  '1. ',
  '> ',
  '***',
  '~~~',
  '$$',
  '\\',
  '{0}',
  '../../x',
  ' ',
];

const { text, examples } = hostileText(FRAGMENTS);

function always(check: (words: string) => void): void {
  fc.assert(fc.property(text, check), { numRuns: 120, examples });
}

describe('hostile text', () => {
  it('leaves JUnit well-formed and valid, with the words in it', () => {
    always((words) => {
      const [titles, commands] = expectJunit(
        formatJunit(hostile(words)),
        '//property[@name="title"]/@value',
        '//script',
      );
      expect(titles![0]).toBe(plain(words).replace(/[\ufffe\uffff]/g, '\ufffd'));
      expect(commands).toEqual([]);
    });
  });

  it('leaves CSV that reads back equal, and no cell that is run', () => {
    always((words) => {
      const nasty = hostile(words);
      const [head = [], ...rows] = readCsv(formatCsv(nasty));
      const shown = plain(words);
      const expected = /^\s*[=+\-@＝＋－＠]/.test(shown) ? `'${shown}` : shown;
      const column = head.indexOf('Asks');
      const asked = rows.map((row) => row[column]).filter((cell) => cell !== '');
      const short = expected.length > 32_000;
      for (const cell of asked)
        short ? expect(expected).toContain(cell!.slice(0, 31_000)) : expect(cell).toBe(expected);
      expect(asked.length).toBeGreaterThan(0);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\n]/);
    });
  });

  it('leaves one GitHub command a line, with nothing of the document in its parts', () => {
    const harmless = formatGithub(hostile('words')).split('\n').slice(0, -1).map(readCommand);
    always((words) => {
      const out = formatGithub(hostile(words));
      expect(out.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      const commands = out.split('\n').slice(0, -1).map(readCommand);
      expect(commands.map(({ name, properties }) => [name, Object.keys(properties)])).toEqual(
        harmless.map(({ name, properties }) => [name, Object.keys(properties)]),
      );
      for (const { properties } of commands) expect(properties.line ?? '1').toMatch(/^\d+$/);
    });
  });

  it('leaves Markdown of the same shape, without links, tags or mentions from the document', () => {
    const harmless = shapeOf(formatMarkdown(hostile('words'))).join(' ');
    always((words) => {
      const out = formatMarkdown(hostile(words));
      expect(out.length).toBeLessThan(LONGEST);
      expect(out.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      if (!out.includes('_Left out')) expect(shapeOf(out).join(' ')).toBe(harmless);
      expect(textsOf(out)).not.toMatch(/@\w|#\d|www\.|:\/\//);
    });
  });

  it('leaves SARIF valid, without links in its messages', () => {
    always((words) => {
      const out = formatSarif(hostile(words));
      expect(out.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      const [run] = expectSarif(out).runs;
      for (const { message, locations } of run.results) {
        expect(message.text).not.toContain('](');
        expect(locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/^(?!file:)[a-z]+:/i);
      }
    });
  });

  it('leaves a Code Quality report whose entries all differ', () => {
    always((words) => {
      const out = formatCodequality(hostile(words));
      expect(out.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      const prints = JSON.parse(out).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
      expect(prints).toHaveLength(6);
      expect(new Set(prints).size).toBe(prints.length);
    });
  });
});
