/**
 * What each report format costs beside reading and checking the same document, in one warm process:
 *
 *   npm run bench:reports [FILE]
 *
 * It ends with exit code 1 when one costs more than a fifth.
 */
import { readFileSync } from 'node:fs';
import { judge, loadBuiltInRules, read } from '../src/pipeline.ts';
import { type FormatName, formats } from '../src/report/formats.ts';
import type { Report } from '../src/verdict/types.ts';
import { median } from './median.ts';

const BOUND = 0.2;
const WARM_UPS = 20;
const RUNS = 15;

const file = process.argv[2] ?? 'fixtures/corpus/documents/harlowmere-2019.txt';
const bytes = readFileSync(file);
const rules = await loadBuiltInRules();

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const start = performance.now();
    await work();
    if (run >= WARM_UPS) times.push(performance.now() - start);
  }
  return median(times);
}

const check = await timeOf(async () => judge(await read(file, bytes), rules));
const document = await read(file, bytes);
const report: Report = {
  schemaVersion: '1',
  tool: { name: 'masa-check', version: '0.0.0' },
  documents: [await judge(document, rules)],
  failed: [],
};
console.log(`reading and checking: ${check.toFixed(1)} ms`);
for (const name of Object.keys(formats) as FormatName[]) {
  const format = await formats[name].load();
  const share = (await timeOf(async () => format(report, { documents: [document] }))) / check;
  const holds = share <= BOUND;
  if (!holds) process.exitCode = 1;
  console.log(`${name}: ${(share * 100).toFixed(1)} % of it (at most ${BOUND * 100})${holds ? '' : '  TOO MUCH'}`);
}
