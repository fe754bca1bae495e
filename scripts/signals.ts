/**
 * For people who write signals: over the labelled passages, which kinds of text each signal falls on.
 *   npm run tune:signals -- [--show full|KIND] [DIR]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseLabels } from '../src/evaluate/labels.ts';
import { compileRules } from '../src/evidence/compile.ts';
import { readConcepts } from '../src/evidence/reading.ts';
import { readDocument } from '../src/read/index.ts';
import { loadRules } from '../src/rules/load.ts';
import { lenient } from './lenient.ts';

const args = process.argv.slice(2);
const at = args.indexOf('--show');
const show = at < 0 ? undefined : args.splice(at, 2)[1];
const dir = args[0] ?? 'fixtures/corpus/passages';
const { rules } = loadRules('rules', { allowUnfinished: true });
const compiled = compileRules(lenient(rules!));
const counts = new Map<string, Map<string, number>>();
const totals = new Map<string, number>();
for (const file of readdirSync(dir).sort()) {
  for (const text of parseLabels(`${dir}/${file}`, readFileSync(`${dir}/${file}`, 'utf8'))) {
    const document = await readDocument('passage.md', new TextEncoder().encode(text.text), { format: 'markdown' });
    const reading = readConcepts(document, compiled);
    const statuses = [...text.labels.values()].flatMap((labels) => [...labels.values()].map((label) => label.status));
    const kinds = statuses.includes('full') ? 'full' : statuses.includes('partial') ? 'partial' : text.quality;
    totals.set(kinds, (totals.get(kinds) ?? 0) + 1);
    const fired = new Set<string>();
    document.sentences.forEach((sentence, index) => {
      for (const signal of reading.signals[index]!) if (sentence.kind !== 'heading') fired.add(signal.id);
    });
    const live = document.sentences.some(
      (sentence, index) =>
        sentence.kind !== 'heading' &&
        sentence.kind !== 'contents' &&
        !reading.signals[index]!.some(({ effect }) => effect === 'cancel'),
    );
    if (live) fired.add('(some sentence lives)');
    for (const id of fired) {
      const row = counts.get(id) ?? new Map();
      row.set(kinds, (row.get(kinds) ?? 0) + 1);
      counts.set(id, row);
    }
    if (show === kinds && (show === 'full' ? fired.size > 1 : live)) {
      console.log(
        `- ${text.name} [${text.quality}] ${JSON.stringify(Object.fromEntries([...text.labels.values()].flatMap((l) => [...l].map(([k, v]) => [k, v.status]))))}`,
      );
      document.sentences.forEach((sentence, index) => {
        console.log(
          `    ${sentence.kind === 'heading' ? '# ' : ''}${sentence.text}  {${reading.signals[index]!.map(({ id, carried }) => id + (carried ? '+' : '')).join(', ')}}`,
        );
      });
    }
  }
}
const kinds = [...totals.keys()].sort();
console.log(['signal', ...kinds.map((kind) => `${kind}(${totals.get(kind)})`)].join('\t'));
for (const [id, row] of [...counts].sort()) console.log([id, ...kinds.map((kind) => row.get(kind) ?? 0)].join('\t'));
