/**
 * Speed of the readers as ratios, measured in one run on one machine:
 *
 *   npm run bench:readers
 *
 * For each format: a fresh process that checks a file of thirty pages, against a fresh process that only loads the
 * format's own library and extracts the bare text of the same file; and the peak memory of the check. It ends with exit
 * code 1 when a bound does not hold.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { median } from './median.ts';

const FORMATS = [
  { name: 'Word', file: 'fixtures/documents/formats/thirty-pages.libreoffice.docx', bare: 'bench/word-process.ts' },
  { name: 'PDF', file: 'fixtures/documents/formats/thirty-pages.libreoffice.pdf', bare: 'bench/pdf-process.ts' },
];
const MOST_TIME = 2;
const MOST_MEGABYTES = 250;
const RUNS = 9;

function run(args: string[]): number {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const time = performance.now() - start;
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
  return time;
}

const WATCH = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))')}`;

function peak(args: string[]): number {
  const { stderr } = spawnSync(process.execPath, ['--import', WATCH, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}

function say(what: string, value: number, bound: number, detail = ''): void {
  const holds = value <= bound;
  if (!holds) process.exitCode = 1;
  console.log(`${what}: ${value.toFixed(2)} (at most ${bound})${detail}${holds ? '' : '  TOO MUCH'}`);
}

mkdirSync('.tmp', { recursive: true });
const folder = mkdtempSync(join('.tmp', 'bench-'));
try {
  for (const { name, file, bare } of FORMATS) {
    if (!existsSync(file) || !existsSync(bare)) {
      console.log(`${name}: not measured, as ${existsSync(file) ? bare : file} is not there.`);
      continue;
    }
    const extract = join(folder, `${name}.mjs`);
    const js = "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);";
    await build({
      entryPoints: [bare],
      outfile: extract,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      minify: true,
      banner: { js },
    });
    const check = [
      resolve('bin/masa.js'),
      'check',
      '--edition',
      'wt2023',
      '--output',
      join(folder, 'report.json'),
      file,
    ];
    run(check);
    run([extract, file]);
    const pairs = Array.from({ length: RUNS }, () => [run(check), run([extract, file])] as const);
    say(
      `${name}: fresh check / fresh bare text`,
      median(pairs.map(([ours, theirs]) => ours / theirs)),
      MOST_TIME,
      `; medians ${median(pairs.map(([ours]) => ours)).toFixed(0)} and ${median(pairs.map(([, theirs]) => theirs)).toFixed(0)} ms`,
    );
    say(`${name}: peak memory of the check, MB`, peak(check), MOST_MEGABYTES);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
