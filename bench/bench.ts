/**
 * Speed as ratios, measured in one run on one machine, because absolute times say little:
 *
 *   npm run bench [FILE]
 *
 * 1. a fresh process that checks FILE, against a fresh process that only imports the Markdown parser and parses it;
 * 2. evidence and verdicts in a warm process, against the Markdown parse of the same text;
 * 3. ten copies of the text, against one;
 * 4. peak memory of the check.
 * It ends with exit code 1 when a bound does not hold.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { builtInLearnt } from '../src/evidence/built-in-learnt.ts';
import { builtInPrepared } from '../src/evidence/built-in-prepared.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { readDocument } from '../src/read/index.ts';
import { builtInRules } from '../src/rules/built-in.ts';
import { checkDocument } from '../src/verdict/check.ts';
import { median } from './median.ts';
import { parseMarkdown } from './parse-markdown.ts';

const file = process.argv[2] ?? 'fixtures/corpus/documents/harlowmere-2019.txt';
const text = readFileSync(file, 'utf8');
const bytes = new TextEncoder().encode(text);

function timesOf(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}

mkdirSync('.tmp', { recursive: true });
const folder = mkdtempSync(join('.tmp', 'bench-'));
try {
  const parser = join(folder, 'parser.mjs');
  await build({
    entryPoints: ['bench/parse-process.ts'],
    outfile: parser,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
  });
  const ten = join(folder, 'ten.txt');
  writeFileSync(ten, Array.from({ length: 10 }, () => text).join('\n\f\n'));

  const run = (args: string[]): { ms: number; megabytes: number } => {
    const start = performance.now();
    const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const ms = performance.now() - start;
    if (done.status !== 0 && done.status !== 1)
      throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`);
    return { ms, megabytes: 0 };
  };
  const check = [
    resolve('bin/masa.js'),
    'check',
    '--edition',
    'wt2018',
    '--output',
    `json=${join(folder, 'report.json')}`,
    '--quiet',
  ];
  const pairs: [number, number][] = [];
  run([...check, file]);
  run([parser, file]);
  for (let n = 0; n < 9; n++) pairs.push([run([...check, file]).ms, run([parser, file]).ms]);
  const fresh = median(pairs.map(([ours, theirs]) => ours / theirs));

  const memory = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent('process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))')}`,
      ...check,
      file,
    ],
    { encoding: 'utf8' },
  );
  const peak = Number(/peak (\d+)/.exec(memory.stderr)?.[1] ?? Number.NaN) / 1024;

  const compiled = compileRules(builtInRules(), builtInPrepared(), builtInLearnt());
  const one = await readDocument('one.txt', bytes, { format: 'text' });
  const many = await readDocument('ten.txt', new TextEncoder().encode(readFileSync(ten, 'utf8')), { format: 'text' });
  for (let warm = 0; warm < 20; warm++) {
    checkDocument(one, compiled, { edition: 'wt2018' });
    parseMarkdown(text);
  }
  const judge = timesOf(15, () => checkDocument(one, compiled, { edition: 'wt2018' }));
  const parse = timesOf(15, () => parseMarkdown(text));
  const judgeTen = timesOf(5, () => checkDocument(many, compiled, { edition: 'wt2018' }));

  const rows: [string, number, number, string][] = [
    [
      'fresh check / fresh Markdown parse',
      fresh,
      1.5,
      `medians ${median(pairs.map(([a]) => a)).toFixed(0)} and ${median(pairs.map(([, b]) => b)).toFixed(0)} ms`,
    ],
    ['evidence and verdicts / Markdown parse', judge / parse, 1, `${judge.toFixed(1)} and ${parse.toFixed(1)} ms`],
    ['ten copies / one', judgeTen / judge, 12, `${judgeTen.toFixed(1)} and ${judge.toFixed(1)} ms`],
    ['peak memory of the check, MB', peak, 120, ''],
  ];
  for (const [name, value, bound, detail] of rows) {
    const holds = value <= bound;
    if (!holds) process.exitCode = 1;
    console.log(
      `${name}: ${value.toFixed(2)} (at most ${bound})${detail ? `; ${detail}` : ''}${holds ? '' : '  TOO MUCH'}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
