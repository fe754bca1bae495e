import { expect, it } from 'vitest';
import { formatExplanation } from '../../src/report/terminal-explain.ts';
import { formatRules } from '../../src/report/terminal-rules.ts';
import { width } from '../../src/report/width.ts';
import type { Edition, Requirement } from '../../src/rules/types.ts';

const editions: Edition[] = [
  { id: 'wt2018', title: 'Guidance 2018', short: '2018', published: '2018-07', inForceFrom: '2018-07', evidence: [] },
  {
    id: 'wt2026',
    title: 'Guidance 2026',
    short: '2026',
    published: '2026-03',
    inForceFrom: '2026-04',
    evidence: [],
    provisional: 'This edition has not been read in full.',
  },
];

const scrutiny: Requirement = {
  id: 'independent-scrutiny',
  title: 'Independent scrutiny of how well the arrangements work for children and families',
  theme: 'scrutiny',
  asks: 'Who looks at the arrangements from outside.',
  statute: 'CA 2004 s16G(3)',
  editions: {
    wt2018: { force: 'must', cite: 'chapter 3, pp. 78-79', publicationList: true },
    wt2026: { force: 'must' },
  },
  changed: 'The chair can no longer be the scrutineer.',
  appliesWhen: { says: 'there are partners.', any: [], editions: ['wt2026'] },
  remedy: 'Name the scrutineer.',
  nearMisses: ['An independent chair.'],
  elements: [
    {
      id: 'exists',
      need: 'essential',
      asks: 'That there is scrutiny.',
      counts: { full: 'Somebody does it.', partial: 'It is mentioned.', absent: 'The duty repeated.' },
      write: 'Say who.',
      full: [],
    },
    {
      id: 'covers-reviews',
      need: 'supporting',
      essentialIn: ['wt2026'],
      asks: 'That it covers reviews.',
      counts: { full: 'Reviews are named.' },
      full: [],
    },
    { id: 'note', need: 'supporting', asks: 'A note.', counts: { full: 'A note.' }, full: [] },
  ],
  examples: [
    { text: 'Jo Bell is our scrutineer.', heading: 'Scrutiny', expect: { exists: 'full', 'covers-reviews': 'absent' } },
    { text: 'There must be scrutiny.', edition: 'wt2018', expect: { exists: 'absent' }, because: 'The duty repeated.' },
  ],
};

it('lists the requirements of an edition', async () => {
  const other = { ...scrutiny, id: 'other', editions: { wt2018: { force: 'should' } } } as Requirement;
  await expect(formatRules(editions[0]!, [scrutiny, other])).toMatchFileSnapshot('snapshots/rules.txt');
  const provisional = formatRules(editions[1]!, [scrutiny, other]);
  expect(provisional).toContain('has not been read in full');
  expect(provisional).not.toContain('other');
});

it('explains a requirement', async () => {
  await expect(formatExplanation(scrutiny, editions)).toMatchFileSnapshot('snapshots/explain.txt');
});

it.each([40, 60, 80])('fits %i columns', (columns) => {
  const text = formatExplanation(scrutiny, editions, { width: columns });
  for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
  for (const line of formatRules(editions[0]!, [scrutiny], { width: columns }).split('\n')) {
    expect(width(line)).toBeLessThanOrEqual(columns);
  }
});
