/** What the front matter declares and the text never mentions. */
import { countsAsText } from '../../evidence/counts-as-text.ts';
import type { Finding } from '../types.ts';
import type { FindingInput } from './index.ts';

const PARTNER_PATH =
  /^(?:partners|lead-partners|delegated-partners|lead_partners|delegated_partners)(?:\.|$)|^(?:chair|scrutineer)(?:\.|$)/;

export function contradictions({ reading }: FindingInput): Finding[] {
  const { document } = reading;
  const body = document.sentences
    .filter((sentence) => (countsAsText(sentence) || sentence.kind === 'heading') && sentence.kind !== 'field')
    .map((sentence) => sentence.text.toLowerCase())
    .join('\n');
  if (body === '') return [];
  const findings: Finding[] = [];
  for (const declared of document.declared) {
    if (typeof declared.value !== 'string' || !PARTNER_PATH.test(declared.path)) continue;
    if (/(?:email|phone|telephone|link|url)$/.test(declared.path)) continue;
    const name = declared.value.trim();
    // Only a proper name can be looked for: a sentence or a pointer cannot.
    if (name.length < 4 || name.length > 80 || !/^[A-Z]/.test(name) || /[.()"“]/.test(name)) continue;
    if (body.includes(name.toLowerCase())) continue;
    findings.push({
      code: 'declared-not-in-text',
      level: 'warning',
      message: `The front matter declares "${name}" (${declared.path}), and the text never mentions it.`,
      advice: 'Name it in the text as well, or correct the front matter.',
      quote: name,
      line: declared.place.start.line,
      column: declared.place.start.column,
      endLine: declared.place.end.line,
      endColumn: declared.place.end.column,
    });
  }
  return findings;
}
