/**
 * Makes the PDF files in fixtures/documents/formats from the Markdown they were written in, by LibreOffice (tagged and
 * not), Chromium, WeasyPrint and groff, in the layouts that partnerships publish in. For development only: the results
 * are committed, and no test needs this or those programs.
 *
 *   apt-get install pandoc libreoffice-writer-nogui chromium weasyprint groff poppler-utils qpdf img2pdf
 *   node scripts/run.mjs scripts/make-fixtures/pdf.ts
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FAKE_HEADINGS, featuresPage, HEADERS, LANDSCAPE, TWO_COLUMNS } from './pdf-pages.ts';

const OUT = 'fixtures/documents/formats';
const corpus = (name: string): string => `fixtures/corpus/documents/${name}.md`;
const out = (name: string): string => join(OUT, name);
const folder = mkdtempSync(join(tmpdir(), 'masa-pdf-'));
const temporary = (name: string): string => join(folder, name);

function run(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

/** A web page with a style sheet for print. */
function page(name: string, css: string, ...args: string[]): string {
  const html = temporary(`${name}.html`);
  const style = temporary(`${name}.css`);
  writeFileSync(style, css);
  run(
    'pandoc',
    '--from',
    'gfm',
    corpus(name),
    '--standalone',
    '--metadata',
    'lang=en-GB',
    '--variable',
    'pagetitle=Arrangements',
    '--self-contained',
    '--css',
    style,
    '--output',
    html,
    ...args,
  );
  return html;
}

const weasyprint = (html: string, to: string): void => run('weasyprint', '--quiet', html, to);

function chromium(html: string, to: string, ...args: string[]): void {
  run(
    'chromium',
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${folder}/chromium`,
    `--print-to-pdf=${resolve(to)}`,
    ...args,
    `file://${html}`,
  );
}

/** By way of an OpenDocument text that Pandoc wrote. */
function libreOffice(from: string[], to: string, tagged: boolean, ...args: string[]): void {
  run('pandoc', '--from', 'gfm', ...from, '--output', temporary('file.odt'), ...args);
  const options = { UseTaggedPDF: tagged, ExportBookmarks: tagged };
  const settings = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, { type: 'boolean', value: String(value) }]),
  );
  run(
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    `pdf:writer_pdf_Export:${JSON.stringify(settings)}`,
    '--outdir',
    folder,
    temporary('file.odt'),
  );
  copyFileSync(temporary('file.pdf'), to);
}

function groff(name: string, to: string): void {
  const ms = temporary(`${name}.ms`);
  run('pandoc', '--from', 'gfm', corpus(name), '--to', 'ms', '--standalone', '--output', ms);
  run('sh', '-c', `groff -k -t -ms -Tpdf '${ms}' > '${to}'`);
}

/** Pictures of pages, as a scanner makes them. */
function scan(from: string, to: string, pages: number): void {
  run('pdftoppm', '-r', '45', '-gray', '-jpeg', '-jpegopt', 'quality=30', '-l', String(pages), from, temporary('scan'));
  const pictures = readdirSync(folder)
    .filter((file) => /^scan-\d+\.jpg$/.test(file))
    .sort();
  run('img2pdf', ...pictures.map(temporary), '--output', to);
}

mkdirSync(OUT, { recursive: true });
try {
  libreOffice([corpus('ashgrove-2024')], out('ashgrove-2024.libreoffice-tagged.pdf'), true, '--toc', '--standalone');
  libreOffice([corpus('wexcombe-2024')], out('wexcombe-2024.libreoffice.pdf'), false);
  libreOffice([corpus('tarnholme-2024')], out('tarnholme-2024.libreoffice-tagged.pdf'), true);
  const long = ['ashgrove-2024', 'wexcombe-2024', 'tarnholme-2024', 'brackenshire-2019'].map(corpus);
  libreOffice(long, out('thirty-pages.libreoffice.pdf'), false);

  weasyprint(page('ashgrove-2024', TWO_COLUMNS), out('ashgrove-2024.two-columns.pdf'));
  weasyprint(page('wexcombe-2024', HEADERS), out('wexcombe-2024.headers.pdf'));
  weasyprint(page('tarnholme-2024', FAKE_HEADINGS), out('tarnholme-2024.fake-headings.pdf'));
  chromium(page('wexcombe-2024', LANDSCAPE), out('wexcombe-2024.landscape.pdf'), '--no-pdf-header-footer');
  chromium(page('tarnholme-2024', ''), out('tarnholme-2024.chromium.pdf'));
  groff('ashgrove-2024', temporary('groff.pdf'));
  run(
    'qpdf',
    '--compress-streams=y',
    '--object-streams=generate',
    temporary('groff.pdf'),
    out('ashgrove-2024.groff.pdf'),
  );

  const features = temporary('features.html');
  writeFileSync(features, featuresPage());
  weasyprint(features, out('pdf-features.weasyprint.pdf'));

  scan(out('ashgrove-2024.two-columns.pdf'), out('scanned.pdf'), 3);
  const mixed = out('partly-scanned.pdf');
  run(
    'qpdf',
    '--empty',
    '--pages',
    out('pdf-features.weasyprint.pdf'),
    '1-3',
    out('scanned.pdf'),
    '1-2',
    out('pdf-features.weasyprint.pdf'),
    '4-z',
    '--',
    mixed,
  );
  run('qpdf', '--encrypt', 'secret', 'owner', '256', '--', out('pdf-features.weasyprint.pdf'), out('password.pdf'));
  run(
    'qpdf',
    '--encrypt',
    '',
    'owner',
    '256',
    '--print=none',
    '--extract=n',
    '--modify=none',
    '--',
    out('pdf-features.weasyprint.pdf'),
    out('owner-restricted.pdf'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
