/**
 * Makes the Word files and web pages in fixtures/documents/formats from the Markdown they were written in, with the
 * programs that partnerships use or that write files in their own way: Pandoc, LibreOffice and the npm package `docx`.
 * For development only: the results are committed, and no test needs this or those programs.
 *
 *   apt-get install pandoc libreoffice-writer-nogui
 *   node scripts/run.mjs scripts/make-fixtures/word-and-web.ts
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { councilPage } from './council-page.ts';
import { wordFeatures } from './word-features.ts';
import { wordFile } from './word-file.ts';

const OUT = 'fixtures/documents/formats';
const corpus = (name: string): string => `fixtures/corpus/documents/${name}.md`;
const out = (name: string): string => join(OUT, name);

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

const pandoc = (from: string, ...args: string[]): string => run('pandoc', '--from', 'gfm', from, ...args);

/** From an OpenDocument text that Pandoc wrote to LibreOffice's idea of a Word file. */
function libreOffice(from: string, to: string, ...args: string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'masa-office-'));
  try {
    pandoc(from, '--output', join(folder, 'file.odt'), ...args);
    run(
      'soffice',
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      folder,
      join(folder, 'file.odt'),
    );
    writeFileSync(to, readFileSync(join(folder, 'file.docx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(OUT, { recursive: true });

pandoc(corpus('ashgrove-2024'), '--output', out('ashgrove-2024.pandoc.docx'));
pandoc(corpus('wexcombe-2024'), '--output', out('wexcombe-2024.pandoc.docx'));
pandoc(corpus('tarnholme-2024'), '--toc', '--output', out('tarnholme-2024.pandoc-contents.docx'));

libreOffice(corpus('ashgrove-2024'), out('ashgrove-2024.libreoffice.docx'));
libreOffice(corpus('wexcombe-2024'), out('wexcombe-2024.libreoffice.docx'), '--toc', '--standalone');

// Thirty pages, for bench/readers.ts.
const others = ['wexcombe-2024', 'tarnholme-2024', 'brackenshire-2019'].map(corpus);
libreOffice(corpus('ashgrove-2024'), out('thirty-pages.libreoffice.docx'), ...others);

for (const name of ['ashgrove-2024', 'wexcombe-2024', 'tarnholme-2024']) {
  const markdown = readFileSync(corpus(name), 'utf8');
  writeFileSync(out(`${name}.npm-docx.docx`), await wordFile(markdown, { fakeHeadings: name === 'tarnholme-2024' }));
}
writeFileSync(out('word-features.npm-docx.docx'), await wordFeatures());
// The same again, saved by another program.
run(
  'soffice',
  '--headless',
  '--convert-to',
  'docx:MS Word 2007 XML',
  '--outdir',
  tmpdir(),
  out('word-features.npm-docx.docx'),
);
renameSync(join(tmpdir(), 'word-features.npm-docx.docx'), out('word-features.libreoffice.docx'));

for (const name of ['ashgrove-2024', 'wexcombe-2024']) {
  pandoc(corpus(name), '--standalone', '--variable', 'pagetitle=Arrangements', '--output', out(`${name}.pandoc.html`));
}
writeFileSync(
  out('tarnholme-2024.council-page.html'),
  councilPage('Tarnholme', pandoc(corpus('tarnholme-2024'), '--to', 'html', '--wrap', 'auto')),
);
