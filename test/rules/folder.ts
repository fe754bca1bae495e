/** Small folders of rules, written to a temporary place for a test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatMistake, type LoadOptions, loadRules } from '../../src/rules/load.ts';

/** A folder with nothing wrong in it: one edition, one requirement, one signal, two concepts. */
export const SOUND: Readonly<Record<string, string>> = {
  'editions/wt2023.yaml': `id: wt2023
title: Working Together to Safeguard Children 2023
short: WT 2023
published: 2023-12-15
in-force-from: 2023-12-15
evidence: []
`,
  'requirements/funding.yaml': `id: funding
title: How the arrangements are funded
theme: funding
asks: Say who pays.
editions:
  wt2023: { force: should, cite: "chapter 2, funding" }
remedy: Say who pays.
near-misses: []
elements:
  - id: model
    need: essential
    asks: Who pays.
    counts: { full: Who pays is given. }
    full:
      - { has: [money, pays] }
examples:
  - text: The council pays half of the money.
    expect: { model: full }
  - text: Money matters.
    expect: { model: absent }
`,
  'lexicon/funding.yaml': `money:
  - money
pays:
  - pay*
`,
  'signals/duty.yaml': `id: duty
title: duty restated
says: it repeats the duty
effect: cancel
carries: []
when:
  - { has: [money], without-names: [group] }
`,
  'terminology.yaml': `- id: ccg
  phrases: [clinical commissioning group*]
  since: abolished on 1 July 2022
  use-instead: the integrated care board
  applies-after: 2022-07-01
  level: error
  says: Clinical commissioning groups were abolished.
`,
  'agencies.yaml': `- id: health
  title: Health
  in-schedule: true
  names: [nhs trust*]
`,
};

/** The mistakes in the sound folder with some files changed, as lines; a file changed to undefined is left out. */
export function mistakesIn(
  changes: Readonly<Record<string, string | undefined>>,
  options: LoadOptions = { conceptsUsedByCode: [] },
): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'masa-rules-'));
  try {
    for (const [path, text] of Object.entries({ ...SOUND, ...changes })) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    return loadRules(dir, options).mistakes.map((mistake) =>
      formatMistake(mistake).replaceAll(`${dir.replaceAll('\\', '/')}/`, ''),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A file of the sound folder with some of its text replaced; fails the test if the text is not there. */
export function edited(path: string, ...edits: [from: string, to: string][]): Record<string, string> {
  let text = SOUND[path]!;
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
    text = text.replace(from, to);
  }
  return { [path]: text };
}
