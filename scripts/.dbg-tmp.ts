import { readFileSync } from 'node:fs';
import { compileRules } from '/work/main/src/evidence/compile.ts';
import { readConcepts } from '/work/main/src/evidence/reading.ts';
import { readDocument } from '/work/main/src/read/index.ts';
import { loadRules } from '/work/main/src/rules/load.ts';
import { findEvidence } from '/work/main/src/evidence/find.ts';
const [file, req, edition = 'wt2023'] = process.argv.slice(2);
const { rules } = loadRules('rules', { allowUnfinished: true });
const compiled = compileRules(rules!);
const document = await readDocument(file!, readFileSync(file!), file!.endsWith('.md') ? { format: 'markdown' } as any : undefined as any);
const reading = readConcepts(document, compiled);
const ids = (b: any) => { const r: string[] = []; for (let w = 0; w < b.length; w++) for (let k = 0; k < 32; k++) if (b[w] & (1 << k)) r.push(compiled.conceptId(w * 32 + k)); return r; };
const mine = new Set<string>();
const cr = compiled.requirements.find((r) => r.requirement.id === req);
for (const e of cr!.elements) {
  const ev = findEvidence(reading, e, edition as any);
  console.log(`## ${e.element.id}: ${ev.status}`);
  for (const p of ev.evidence) console.log(`   ${p.strength} [${p.sentences}] ${JSON.stringify(p.pattern?.source)}`);
  for (const s of [...e.element.full, ...(e.element.partial ?? [])]) for (const l of [...(s.has ?? []), ...(s.topic ?? e.element.topic ?? []), ...(s.without ?? []), ...(s.names ?? []), ...(s.some ?? []).flatMap((x: any) => x.of)]) for (const c of l.split('|')) mine.add(c.trim());
}
const sel = process.argv[5] ? process.argv[5].split(',').map(Number) : undefined;
document.sentences.forEach((s, i) => {
  if (sel ? !sel.includes(i) : document.sentences.length > 40) return;
  const own = ids(reading.own[i]).filter((c) => mine.has(c)), top = ids(reading.topics[i]).filter((c) => mine.has(c) && !own.includes(c));
  console.log(`${i} ${s.kind} b${s.block} {${reading.signals[i]!.map((x) => x.id)}} ${s.text}\n      OWN ${own.join(' ')}\n      TOP ${top.join(' ')}`);
});
