import { describe, expect, it } from 'vitest';
import { checkFrontMatter } from '../../src/rules/front-matter.ts';
import { compiled } from '../corpus.ts';

const told = (data: Record<string, unknown>): string[] =>
  checkFrontMatter(data, compiled.rules).map(({ path, level, message }) => `${level} ${path}: ${message}`);

describe('front matter', () => {
  it('may say everything the schema knows', () => {
    expect(
      told({
        title: 'Arrangements',
        area: ['Exampleshire', 'Northshire'],
        edition: 'wt2023',
        version: 2.1,
        published: '2024-12-15',
        effective: '2025-01-01',
        'review-due': '2025-12',
        partners: {
          'local-authority': 'Exampleshire County Council',
          health: ['NHS Exampleshire Integrated Care Board', 'NHS Northshire Integrated Care Board'],
          police: 'Exampleshire Police',
        },
        'lead-partners': { 'local-authority': 'Chief Executive', police: { name: 'A. Name', post: 'Chief Constable' } },
        'delegated-partners': { health: { name: 'B. Name', post: 'Chief Nurse', body: 'NHS Exampleshire' } },
        chair: 'Director of Children’s Services',
        scrutineer: { name: 'C. Name', term: 'three years' },
        'relevant-agencies': ['Exampleshire Fire', { name: 'Exampleshire College', reason: 'Serves most over-16s.' }],
        contact: { team: 'Business Unit', email: 'team@example.gov.uk', phone: '01555 000000' },
        'threshold-document': { title: 'Right Help', link: 'https://example.gov.uk/right-help' },
        'not-applicable': { 'restraint-review': 'There is no secure establishment in the area.' },
      }),
    ).toEqual([]);
  });

  it('is told of dates that no calendar has', () => {
    expect(told({ published: '2024-13-45', effective: '2025-02-29', approved: '2024-12', date: '2024-12-02' })).toEqual(
      [
        'warning published: "published" says 2024-13-45, which is no date; write it as 2024-12-15, 2024-12 or December 2024.',
        'warning effective: "effective" says 2025-02-29, which is no date; write it as 2024-12-15, 2024-12 or December 2024.',
      ],
    );
  });

  it('may list the partners, and write its keys with underscores or capitals', () => {
    expect(
      told({
        partners: ['A Council', 'NHS A', 'A Police'],
        in_force_from: '2025-01-06',
        Document_Type: 'arrangements',
      }),
    ).toEqual([]);
  });

  it('may have keys of its own, which are only noted', () => {
    expect(told({ reveiw_due: '2025', 'known-locally-as': 'the Lookout' })).toEqual([
      'note reveiw_due: "reveiw_due" is not a key this program knows; did you mean "review-due"?',
      'note known-locally-as: "known-locally-as" is not a key this program knows; it is kept and not used.',
    ]);
  });

  it('is told what is wrong at the place where it stands', () => {
    expect(
      told({
        partners: { local_authority: 12, police: [] },
        contact: { email: 'no address' },
        'not-applicable': { 'restraint-review': 'none' },
      }),
    ).toEqual([
      'warning partners.local_authority: "local-authority" is the number 12 and must be a text or a list; put it in quotation marks.',
      'warning partners.police: "police" is an empty list; add an entry or take the key out.',
      'warning contact.email: "email" is "no address"; an e-mail address has one @ and no spaces, such as team@example.gov.uk.',
      'warning not-applicable.restraint-review: "restraint-review" is too short: write at least 10 letters.',
    ]);
  });

  it('may only name an edition that there is', () => {
    for (const edition of ['wt2018', 2023, 'Working Together 2023']) expect(told({ edition })).toEqual([]);
    expect(told({ edition: 'wt2032' })).toEqual([
      'warning edition: "edition" says wt2032, which is none of wt2018, wt2023 and wt2026, so it was not used; correct it or leave it out.',
    ]);
  });

  it('may only declare a requirement not applicable that there is', () => {
    expect(told({ not_applicable: { 'restraint-reviews': 'There is no secure establishment.' } })).toEqual([
      'warning not_applicable.restraint-reviews: There is no requirement "restraint-reviews" to declare not applicable; did you mean "restraint-review"?',
    ]);
  });
});
