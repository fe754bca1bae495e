import { expect, it } from 'vitest';
import { formatCodequality } from '../../src/report/codequality.ts';
import { report, several } from './fixtures.ts';

const issues: {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}[] = JSON.parse(formatCodequality(several));

it('is what it was', async () => {
  await expect(formatCodequality(several)).toMatchFileSnapshot('snapshots/codequality.txt');
  expect(JSON.parse(formatCodequality(report([])))).toEqual([]);
});

it('has what GitLab needs', () => {
  for (const { description, check_name, fingerprint, severity, location } of issues) {
    expect(description).not.toBe('');
    expect(check_name).not.toBe('');
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(location.path).not.toMatch(/^\.?\//);
    expect(location.lines.begin).toBeGreaterThan(0);
  }
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

it('has the gaps, the findings and what was not read', () => {
  expect(issues.map(({ check_name, severity }) => `${check_name} ${severity}`)).toEqual([
    'independent-scrutiny critical',
    'custody-and-residential major',
    'superseded-term major',
    'superseded-term major',
    'date-past info',
    'custody-and-residential major',
    'not-read blocker',
  ]);
});
