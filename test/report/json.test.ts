import { expect, it } from 'vitest';
import { formatJson } from '../../src/report/json.ts';
import { DANGEROUS } from './dangerous.ts';
import { clean, full, hostile, report, several } from './fixtures.ts';
import { expectReport, isReport } from './schema.ts';

it('writes the report object as it is, after the published schema', () => {
  const text = formatJson(several);
  expect(JSON.parse(text)).toEqual(several);
  expectReport(JSON.parse(text));
  expect(text.endsWith('}\n')).toBe(true);
});

it('writes an empty report', () => {
  expectReport(JSON.parse(formatJson(report([]))));
});

it('keeps the names that other programs rely on', () => {
  const { schemaVersion, tool, documents } = JSON.parse(formatJson(several));
  expect(schemaVersion).toBe('1');
  expect(tool.name).toBe('masa-check');
  const [document] = documents;
  expect(document.path).toBe('arrangements.md');
  expect(document.edition).toBe('wt2023');
  const requirement = document.requirements.find(({ id }: { id: string }) => id === 'independent-scrutiny');
  expect(requirement).toMatchObject({ verdict: 'partially-met', confidence: 'high' });
  expect(requirement.elements[0]).toMatchObject({ id: 'scrutineer', need: 'essential', status: 'full' });
  const [evidence] = requirement.elements[0].evidence;
  expect(evidence).toMatchObject({ line: 301, endLine: 301, strength: 'full', signals: [] });
  expect(evidence.quote).toContain('Hanna Osei');
});

it('is safe to print and loses nothing of a hostile document', () => {
  const nasty = hostile();
  const text = formatJson(nasty);
  expect(text.replaceAll('\n', '')).not.toMatch(DANGEROUS);
  expect(JSON.parse(text)).toEqual(nasty);
});

it('has a schema that refuses what is not a report', () => {
  const wrong = (change: (copy: typeof several) => void): boolean => {
    const copy = structuredClone(report([full, clean]));
    change(copy);
    return isReport(copy);
  };
  expect(wrong(() => undefined)).toBe(true);
  expect(wrong((copy) => Object.assign(copy, { schemaVersion: '2' }))).toBe(false);
  expect(wrong((copy) => Object.assign(copy.documents[0]!, { extra: 1 }))).toBe(false);
  expect(wrong((copy) => Object.assign(copy.documents[0]!.requirements[0]!, { verdict: 'maybe' }))).toBe(false);
  expect(
    wrong((copy) => Object.assign(copy.documents[0]!.requirements[0]!.elements[0]!.evidence[0]!, { line: 0 })),
  ).toBe(false);
  expect(
    wrong((copy) => Object.assign(copy.documents[0]!.requirements[0]!.elements[0]!.evidence[0]!, { why: 'x' })),
  ).toBe(false);
  expect(wrong((copy) => Reflect.deleteProperty(copy.documents[0]!.summary, 'sentence'))).toBe(false);
});
