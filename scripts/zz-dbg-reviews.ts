import { readFileSync } from 'node:fs';
import { compileRules } from '/work/main/src/evidence/compile.ts';
import { readConcepts } from '/work/main/src/evidence/reading.ts';
import { readDocument } from '/work/main/src/read/index.ts';
import { loadRules } from '/work/main/src/rules/load.ts';
import { NAME_KINDS } from '/work/main/src/evidence/compile.ts';
import { findEvidence } from '/work/main/src/evidence/find.ts';
const [file, match, prefix, edition, reqid] = process.argv.slice(2);
const { rules } = loadRules('rules', { allowUnfinished: true });
const c = compileRules(rules!);
const doc = await readDocument(file!, readFileSync(file!), {} as any);
const r = readConcepts(doc, c);
doc.sentences.forEach((s, i) => {
  if (match && !s.text.includes(match)) return;
  const names: string[] = [];
  for (let n = 0; n < c.size; n++) if ((r.reads[i]![n >> 5]! >>> (n & 31)) & 1) names.push(n < rules!.concepts.length ? c.conceptId(n) : '@' + NAME_KINDS[n - rules!.concepts.length]);
  console.log(i, s.kind, s.text, '\n   ', names.filter((n) => !prefix || prefix === '-' || n.startsWith('@') || prefix.split(',').some((p) => n.startsWith(p))).join(' '), '\n    SIG', r.signals[i]!.map((x) => x.id + (x.carried ? '*' : '')).join(' '));
});
if (reqid) for (const q of c.requirements) if (q.requirement.id === reqid) for (const e of q.elements) { const ev = findEvidence(r, e, edition as any); console.log(e.element.id, ev.status, ev.evidence.map((p) => p.sentences.join('+') + ' pat' + ([...e.full, ...e.partial].indexOf(p.pattern as any)) ).join(' | ')); }
