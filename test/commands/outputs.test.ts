import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseToOverwrite, targets, writeWhole } from '../../src/commands/outputs.ts';
import { temporary } from '../temporary.ts';

describe('targets', () => {
  it.each([
    [undefined, [], [{ format: 'terminal' }]],
    ['json', [], [{ format: 'json' }]],
    ['JSON', [], [{ format: 'json' }]],
    ['json', ['a.out'], [{ format: 'json', path: 'a.out' }]],
    [undefined, ['a.json'], [{ format: 'json', path: 'a.json' }]],
    [undefined, ['a.txt'], [{ format: 'terminal', path: 'a.txt' }]],
    [undefined, ['a.sarif.json'], [{ format: 'sarif', path: 'a.sarif.json' }]],
    [undefined, ['gl-code-quality-report.json'], [{ format: 'codequality', path: 'gl-code-quality-report.json' }]],
    [undefined, ['a.XML'], [{ format: 'junit', path: 'a.XML' }]],
    [undefined, ['a.html'], [{ format: 'html', path: 'a.html' }]],
    [undefined, ['a.docx'], [{ format: 'docx', path: 'a.docx' }]],
    [undefined, ['a.md'], [{ format: 'markdown', path: 'a.md' }]],
    [undefined, ['json=a'], [{ format: 'json', path: 'a' }]],
    ['terminal', ['json=a'], [{ format: 'terminal' }, { format: 'json', path: 'a' }]],
    [undefined, ['json=-'], [{ format: 'json' }]],
    [undefined, ['json=a=b'], [{ format: 'json', path: 'a=b' }]],
    [undefined, ['./a=b.txt'], [{ format: 'terminal', path: './a=b.txt' }]],
    [
      undefined,
      ['json=a', 'terminal=b'],
      [
        { format: 'json', path: 'a' },
        { format: 'terminal', path: 'b' },
      ],
    ],
  ] as const)('--format %s --output %j', (format, outputs, expected) => {
    expect(targets(format, outputs)).toEqual(expected);
  });

  it('refuses what cannot be meant', () => {
    expect(() => targets('jsn', [])).toThrow('There is no report format “jsn”. Did you mean “json”?');
    expect(() => targets(undefined, ['jsno=a'])).toThrow('Did you mean “json”?');
    expect(() => targets(undefined, ['json=a', 'terminal=a'])).toThrow('Two reports cannot both go to “a”');
    expect(() => targets('terminal', ['json=-'])).toThrow('standard output');
    expect(() => targets(undefined, ['report.pdf'])).toThrow('cannot be written as “.pdf”');
    expect(targets('html', ['report.pdf'])).toEqual([{ format: 'html', path: 'report.pdf' }]);
    expect(() => targets(undefined, [''])).toThrow('--output needs the name of a file');
  });
});

describe('writeWhole', () => {
  it('makes missing folders and leaves nothing else behind', () => {
    const folder = temporary();
    writeWhole(join(folder, 'a/b/report.json'), '{}');
    expect(readFileSync(join(folder, 'a/b/report.json'), 'utf8')).toBe('{}');
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['report.json']);
  });

  it('replaces a file, keeps its permissions and follows a link to it', () => {
    const folder = temporary({ 'real/report.txt': 'old' });
    chmodSync(join(folder, 'real/report.txt'), 0o640);
    symlinkSync('real/report.txt', join(folder, 'link.txt'));
    writeWhole(join(folder, 'link.txt'), 'new');
    expect(readFileSync(join(folder, 'real/report.txt'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'real/report.txt')).mode & 0o777).toBe(0o640);
  });

  it('says in a sentence what is in the way, and leaves what was there', () => {
    const folder = temporary({ file: 'kept' });
    mkdirSync(join(folder, 'folder'));
    expect(() => writeWhole(join(folder, 'folder'), 'x')).toThrow(/cannot be written to “.*”: it is a folder\.$/);
    expect(() => writeWhole(join(folder, 'file/report'), 'x')).toThrow(/part of the path is a file/);
    expect(() => writeWhole(join(folder, 'n'.repeat(300)), 'x')).toThrow(/the name is too long/);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept');
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
  });

  it('writes to a device without trying to replace it', () => {
    writeWhole('/dev/null', 'x');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

it('does not replace the document that is checked', () => {
  const folder = temporary({ 'a.md': 'text', 'b.md': 'text' });
  symlinkSync('a.md', join(folder, 'link.md'));
  const inputs = [join(folder, 'a.md'), '-', join(folder, 'missing.md')];
  const refuse = (path: string) => () => refuseToOverwrite([{ format: 'json', path }], inputs);
  expect(refuse(join(folder, 'link.md'))).toThrow(/would replace the document/);
  expect(refuse(join(folder, 'b.md'))).not.toThrow();
  expect(refuse(join(folder, 'new.md'))).not.toThrow();
  writeFileSync(join(folder, 'new.md'), '');
  expect(refuse(join(folder, 'new.md'))).not.toThrow();
});
