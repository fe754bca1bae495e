import { readFileSync } from 'node:fs';
import { compileRules } from '../src/evidence/compile.ts';
import { readConcepts } from '../src/evidence/reading.ts';
import { readDocument } from '../src/read/index.ts';
import { loadRules } from '../src/rules/load.ts';
import { findEvidence } from '../src/evidence/find.ts';
const { rules } = loadRules('rules', { allowUnfinished: true });
const c = compileRules(rules!);
const P = JSON.parse(readFileSync('/tmp/probe/p.json', 'utf8'));
for (const r of Object.keys(P)) for (let i = 0; i < P[r].length; i++) {
  const [ed, , text, x] = P[r][i];
  const doc = await readDocument('passage.md', readFileSync(`/tmp/probe/${r}-${i}.md`), { format: 'markdown' } as any);
  const rd = readConcepts(doc, c);
  const q = c.requirements.find((z) => z.requirement.id === r)!;
  console.log(r, i, '|', x, '|', q.elements.map((e) => e.element.id.slice(0, 12) + ' ' + findEvidence(rd, e, ed as any).status).join(', '), '|', text.slice(0, 60), '| SIG', rd.signals.map((s) => s.map((y) => y.id).join('+')).filter(Boolean).join('/'));
}
