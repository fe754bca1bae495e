import { describe, expect, it } from 'vitest';
import { formatSarif } from '../../src/report/sarif.ts';
import type { DocumentReport } from '../../src/verdict/types.ts';
import { waiver } from '../../src/verdict/waiver.ts';
import { clean, documentReport, full, report, requirement, several } from './fixtures.ts';
import { expectSarif } from './official.ts';

const { runs } = expectSarif(formatSarif(several));
const [run] = runs;
const results = (document: DocumentReport, options = {}) =>
  expectSarif(formatSarif(report([document]), options)).runs[0].results;

it('is what it was', async () => {
  await expect(formatSarif(several)).toMatchFileSnapshot('snapshots/sarif.txt');
  expect(formatSarif(structuredClone(several))).toBe(formatSarif(several));
  expectSarif(formatSarif(report([])));
});

it('has one result for each gap and finding, and a rule for each result', () => {
  const first = run.results.filter(({ locations }: { locations: { physicalLocation: unknown }[] }) => {
    return JSON.stringify(locations[0]!.physicalLocation).includes('"arrangements.md"');
  });
  expect(first.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
    'independent-scrutiny',
    'custody-and-residential',
    'superseded-term',
    'superseded-term',
    'date-past',
  ]);
  const { rules } = run.tool.driver;
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
  expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
  for (const { help, shortDescription } of rules) {
    expect(help.text).not.toBe('');
    expect(shortDescription.text).not.toBe('');
  }
});

it('says in a rule where the requirement comes from', () => {
  const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'independent-scrutiny');
  expect(rule.help.text).toContain('Guidance (wt2023): Chapter 2, independent scrutiny.');
  expect(rule.help.text).toContain('Law: Children Act 2004 section 16G(3).');
  expect(rule.properties).toMatchObject({ force: 'must', statute: 'Children Act 2004 section 16G(3)' });
});

it('takes the level from the force', () => {
  const gaps = (['must', 'should', 'good-practice', 'prospective'] as const).map((force) =>
    requirement(force, { force, verdict: 'not-met' }),
  );
  expect(results(documentReport(gaps)).map(({ level }: { level: string }) => level)).toEqual([
    'error',
    'warning',
    'note',
    'note',
  ]);
});

it('gives the place of the nearest passage with its page', () => {
  const custody = run.results[1];
  expect(custody.locations[0].physicalLocation.region).toMatchObject({ startLine: 212, startColumn: 1, endColumn: 80 });
  expect(custody.properties.page).toBe(14);
  expect(custody.locations[0].logicalLocations[0].name).toBe('Youth custody');
  const nowhere = results(documentReport([requirement('a', { verdict: 'not-met' })]))[0];
  expect(nowhere.locations[0].physicalLocation.region).toEqual({ startLine: 1 });
});

it('lists what the document waives as suppressed, with the reason', () => {
  const reason = 'There is no secure establishment in the area.';
  const waived = requirement('restraint', { verdict: 'not-applicable', notApplicable: waiver(reason) });
  const conditional = requirement('other', { verdict: 'not-applicable', notApplicable: 'It applies only where x.' });
  const found = results(documentReport([waived, conditional]));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    ruleId: 'restraint',
    suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason }],
  });
});

it('reports what was not read', () => {
  expect(run.invocations[0].executionSuccessful).toBe(false);
  const [first] = run.invocations[0].toolExecutionNotifications;
  expect(first).toMatchObject({ level: 'error', message: { text: 'The file is damaged.' } });
  expect(expectSarif(formatSarif(report([clean]))).runs[0].invocations[0].executionSuccessful).toBe(true);
});

describe('fingerprints', () => {
  const prints = (document: DocumentReport): string[] =>
    results(document).map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) => partialFingerprints['masaCheck/v1'],
    );

  it('survive edits elsewhere in the file', () => {
    const moved = JSON.parse(JSON.stringify(full), (key, value) =>
      /^(?:line|endLine|page)$/.test(key) ? value + 40 : value,
    );
    expect(prints(moved)).toEqual(prints(full));
    const fewer = { ...full, requirements: full.requirements.slice(1), findings: full.findings.slice(1) };
    for (const print of prints(fewer)) expect(prints(full)).toContain(print);
  });

  it('differ from each other', () => {
    expect(new Set(prints(full)).size).toBe(prints(full).length);
    expect(prints({ ...full, path: 'other.md' })).not.toContain(prints(full)[0]);
  });
});

describe('paths', () => {
  const uri = (path: string, options = {}) => {
    const document = documentReport([requirement('a', { verdict: 'not-met' })], { path });
    return results(document, options)[0].locations[0].physicalLocation.artifactLocation;
  };

  it.each([
    ['a.md', { workingDir: '/repo' }, 'a.md'],
    ['./x/../a.md', {}, 'a.md'],
    ['/repo/docs/a.md', { workingDir: '/repo' }, 'docs/a.md'],
    ['a.md', { workingDir: '/repo/docs', baseDir: '/repo' }, 'docs/a.md'],
    ['../a.md', { workingDir: '/repo/docs', baseDir: '/repo' }, 'a.md'],
    ['a b:ü#.md', {}, 'a%20b%3A%C3%BC%23.md'],
    ['-', {}, 'stdin'],
  ])('%s with %j', (path, options, expected) => {
    expect(uri(path, options)).toEqual({ uri: expected, uriBaseId: '%SRCROOT%', index: 0 });
  });

  it('are absolute outside the base folder', () => {
    const options = { workingDir: '/repo/docs', baseDir: '/repo/docs' };
    expect(uri('../a b.md', options)).toEqual({ uri: 'file:///repo/a%20b.md', index: 0 });
  });
});
