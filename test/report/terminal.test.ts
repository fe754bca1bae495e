import { describe, expect, it } from 'vitest';
import { formatTerminal } from '../../src/report/terminal.ts';
import { width } from '../../src/report/width.ts';
import { DANGEROUS } from './dangerous.ts';
import { clean, documentReport, element, evidence, full, hostile, report, requirement, several } from './fixtures.ts';

const lines = (text: string): string[] => text.split('\n');
const one = report([full]);

describe('the whole report', () => {
  it.each([
    ['normal', { width: 80 }],
    ['verbose', { width: 80, detail: 'verbose' }],
    ['quiet', { width: 80, detail: 'quiet' }],
    ['narrow', { width: 40 }],
  ] as const)('reads well: %s', async (name, options) => {
    await expect(formatTerminal(several, options)).toMatchFileSnapshot(`snapshots/terminal-${name}.txt`);
  });

  it.each([20, 33, 45, 46, 60, 80, 200])('fits %i columns', (columns) => {
    for (const input of [several, hostile(), hostile('北京'.repeat(60)), hostile('x'.repeat(10_000))]) {
      for (const line of lines(formatTerminal(input, { width: columns }))) {
        expect(width(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('is the same every time', () => {
    expect(formatTerminal(several)).toBe(formatTerminal(structuredClone(several)));
  });
});

describe('order', () => {
  const text = formatTerminal(one);
  const at = (words: string): number => {
    expect(text).toContain(words);
    return text.indexOf(words);
  };

  it('puts gaps first and the summary last', () => {
    const parts = [
      '2 gaps: 1 must, 1 should',
      'Not met',
      'Partly met',
      'Met:',
      'Does not apply:',
      'Other things found',
    ];
    const places = [...parts, 'Summary', 'What to do next'].map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('puts must before should before good practice', () => {
    const gap = (force: 'must' | 'should' | 'good-practice' | 'prospective') =>
      requirement(force, { force, title: `The ${force} one`, verdict: 'not-met' });
    const document = documentReport([gap('prospective'), gap('good-practice'), gap('should'), gap('must')]);
    const found = [...formatTerminal(report([document])).matchAll(/The (\S+) one/g)].map((match) => match[1]);
    expect(found).toEqual(['must', 'should', 'good-practice', 'prospective']);
  });
});

describe('a gap', () => {
  const text = formatTerminal(one, { width: 200 });

  it('says what is missing, where the nearest text is, why it was not enough and what to write', () => {
    expect(text).toContain('Missing   How youth custody is included');
    expect(text).toContain('Nearest: “The arrangements must say how any youth custody in the area is included.”');
    expect(text).toContain('(page 14, line 212, under “Youth custody”)');
    expect(text).toContain('Not enough: it repeats what the guidance asks for');
    expect(text).toContain('To write  Name each establishment');
    expect(text).toContain(
      'Must · chapter 2, independent scrutiny · Children Act 2004 section 16G(3) [independent-scrutiny]',
    );
  });

  it('does not print one passage twice', () => {
    expect(text.match(/“She visits from time to time\.”/g)).toHaveLength(1);
    expect(text).toContain('Nearest: the same passage, line 302.');
  });

  it('leaves supporting parts and signals for --verbose', () => {
    expect(text).not.toContain('Could add');
    expect(text).not.toContain('[duty]');
    const verbose = formatTerminal(one, { width: 200, detail: 'verbose' });
    expect(verbose).toContain('Could add How the partners know that it works.');
    expect(verbose).toContain('[duty]');
  });
});

it('marks “check by eye” wherever it applies', () => {
  const text = formatTerminal(one);
  expect(text).toContain('Check by eye: A table on page 15');
  expect(text).toContain('Check by eye: The health partner is named only in a table.');
  expect(text).toContain('2 answers are marked “check by eye”.');
  const doubt = requirement('a', { verdict: 'not-met', confidence: 'low' });
  expect(formatTerminal(report([documentReport([doubt])]))).toContain('Check by eye.');
});

it('shows a met requirement by an essential passage in full', () => {
  const met = requirement('a', {
    elements: [
      element('s', { need: 'supporting', evidence: [evidence('supporting words', 1)] }),
      element('e', { evidence: [evidence('weak words', 2, { strength: 'partial' }), evidence('strong words', 3)] }),
    ],
  });
  const text = formatTerminal(report([documentReport([met])]));
  expect(text).toContain('“strong words” (line 3)');
  expect(text).not.toContain('supporting words');
});

it('says when the edition is provisional and when the document is something else', () => {
  const text = formatTerminal(several, { width: 200 });
  expect(text).toContain('so these answers are provisional');
  expect(text).toContain('This does not look like a published arrangements document. It reads like a briefing');
});

it('gathers the places of one finding', () => {
  const text = formatTerminal(one);
  expect(text.match(/were abolished/g)).toHaveLength(1);
  expect(text).toContain('Also      line 90');
});

it('lists every document and every failure when there are several', () => {
  const text = formatTerminal(several);
  expect(text.slice(text.indexOf('All documents'))).toMatch(
    /arrangements\.md[\s\S]*clean\.md[\s\S]*The file is damaged\./,
  );
  expect(formatTerminal(report([clean]))).not.toContain('All documents');
});

it('uses colour only when told to', () => {
  const code = '\u001b';
  expect(formatTerminal(several)).not.toContain(code);
  const coloured = formatTerminal(several, { color: true });
  expect(coloured).toContain(`${code}[1m`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(formatTerminal(several));
});

it.each(['normal', 'verbose', 'quiet'] as const)('prints hostile text as text: %s', (detail) => {
  const text = formatTerminal(hostile(), { detail });
  expect(text.replaceAll('\n', '')).not.toMatch(DANGEROUS);
  expect(text).toContain('␛[31mred');
});
