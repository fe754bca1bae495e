import { readFileSync } from 'node:fs';
import { compileRules } from '../src/evidence/compile.ts';
import { readConcepts } from '../src/evidence/reading.ts';
import { findEvidence } from '../src/evidence/find.ts';
import { numbersOf } from '../src/evidence/bits.ts';
import { readDocument } from '../src/read/index.ts';
import { loadRules } from '../src/rules/load.ts';
import { lenient } from './lenient.ts';
const [req, el, file, grep] = process.argv.slice(2);
const { rules } = loadRules('rules', { allowUnfinished: true });
const compiled = compileRules(lenient(rules!));
const document = await readDocument(file!, readFileSync(file!));
const reading = readConcepts(document, compiled, '2024-12-01');
const r = compiled.requirements.find((x) => x.requirement.id === req)!;
const e = r.elements.find((x) => x.element.id === el)!;
const used = new Set<number>();
for (const p of [...e.full, ...e.partial]) { for (const c of [...p.has, ...p.topic, ...p.some.flatMap((s) => s.of), p.without]) for (const k of c) used.add(k); }
const ev = findEvidence(reading, e, 'wt2023');
console.log(ev.status);
for (const p of ev.evidence) console.log('  EV', p.strength, p.sentences.map((i) => document.sentences[i]!.text.slice(0, 200)), JSON.stringify(p.pattern?.source));
document.sentences.forEach((s, i) => {
  if (grep && !new RegExp(grep, 'i').test(s.text)) return;
  if (!grep && document.sentences.length > 40) return;
  console.log(i, s.kind, JSON.stringify(s.text.slice(0, 240)), '\n    ', numbersOf(reading.reads[i]!).filter((c) => used.has(c)).map((c) => compiled.conceptId(c)).join(' '), '\n     T:', numbersOf(reading.topics[i]!).filter((c) => used.has(c)).map((c) => compiled.conceptId(c)).join(' '), '\n     S:', reading.signals[i]!.map((x) => x.id + (x.carried ? '+' : '')).join(' '));
});
