import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDocuments } from '../../src/commands/files.ts';
import { temporary } from '../temporary.ts';

const tree = () =>
  temporary({
    'b.md': '',
    'a.txt': '',
    'B.MD': '',
    'a.labels.yaml': '',
    'data.yaml': '',
    'picture.png': '',
    '.hidden.md': '',
    '.git/x.md': '',
    'node_modules/x.md': '',
    'sub/c.md': '',
    'sub/d.labels.yml': '',
  });

it('walks a folder in a stable order and takes only documents', () => {
  const folder = tree();
  const { paths, failed } = findDocuments([folder]);
  expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
    'B.MD',
    'a.txt',
    'b.md',
    'data.yaml',
    'sub/c.md',
  ]);
  expect(failed).toEqual([]);
});

it('takes other endings when told to', () => {
  const folder = tree();
  expect(findDocuments([folder], ['png']).paths).toEqual([`${folder}/picture.png`]);
});

it('takes a named file whatever it is called, and each once', () => {
  const folder = tree();
  const picture = join(folder, 'picture.png');
  const { paths } = findDocuments([picture, '-', folder, picture, '-', join(folder, 'b.md')]);
  expect(paths.slice(0, 2)).toEqual([picture, '-']);
  expect(paths).toHaveLength(7);
});

it('follows a link to a file but not to a folder', () => {
  const folder = temporary({ 'real/a.md': '' });
  symlinkSync('../real/a.md', join(folder, 'real/link.md'));
  symlinkSync('..', join(folder, 'real/round'));
  symlinkSync('nowhere.md', join(folder, 'real/broken.md'));
  expect(findDocuments([`${folder}/real/`]).paths).toEqual([`${folder}/real/a.md`, `${folder}/real/link.md`]);
});

it('says what is missing or holds nothing', () => {
  const folder = temporary({ 'x.png': '' });
  mkdirSync(join(folder, 'empty'));
  const { paths, failed } = findDocuments([join(folder, 'none.md'), folder, 'a\0b']);
  expect(paths).toEqual([]);
  expect(failed.map(({ error }) => error.code)).toEqual(['not-found', 'empty-folder', 'unreadable']);
  expect(failed[0]!.error.message).toMatch(/^There is no file or folder “.*none\.md”\.$/);
  expect(failed[1]!.error.message).toMatch(/holds nothing to read: no file in it ends in \.md/);
});

it('is content with a folder whose files were named already', () => {
  const folder = temporary({ 'a.md': '' });
  const { paths, failed } = findDocuments([`${folder}/a.md`, folder]);
  expect(paths).toEqual([`${folder}/a.md`]);
  expect(failed).toEqual([]);
});
