/** What the check finds across the requirements: each kind where it should be said, and where it must not be. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.ts';

const DATED = 'These arrangements were published on 3 December 2024 and took effect that day.';
const PARTNERS =
  'The safeguarding partners for Marlshire are Marlshire County Council, NHS Marl Valley Integrated Care Board and Marl Valley Police.';

/** Codes of the findings in a short document, with the lines where they stand. */
async function found(
  body: string,
  { frontMatter, edition = 'wt2023', asOf }: { frontMatter?: string; edition?: string; asOf?: string } = {},
): Promise<string[]> {
  const head = frontMatter === undefined ? '' : `---\n${frontMatter}\n---\n`;
  const { findings } = await check(`${head}# Marlshire arrangements\n\n${body}\n`, {
    edition,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return findings.map(({ code, line }) => (line === undefined ? code : `${code}:${line}`));
}

describe('superseded terms', () => {
  it('are found where the present is spoken of, and not in history', async () => {
    expect(await found(`${DATED}\n\nMarl Clinical Commissioning Group pays a third.`)).toContain(
      'superseded-term/ccg:5',
    );
    const history = `${DATED}\n\nUntil 2022 the health partner was Marl Clinical Commissioning Group.`;
    expect(await found(history)).not.toContain('superseded-term/ccg:5');
  });

  it('are judged by the date of the document and by the edition', async () => {
    const old = 'Published on 3 June 2019.\n\nMarl Clinical Commissioning Group pays a third.';
    expect(await found(old, { edition: 'wt2018' })).toEqual([]);
    expect(await found(old)).toContain('superseded-term/ccg:5');
  });
});

describe('editions cited', () => {
  it('are found where two are current at once, and where a newer one was out', async () => {
    const both = `${DATED}\n\nThese arrangements follow Working Together to Safeguard Children 2018.\n\nThey meet Working Together 2023.`;
    expect(await found(both)).toContain('mixed-editions:5');
    const old = `${DATED}\n\nThese arrangements follow Working Together to Safeguard Children 2018.`;
    expect(await found(old)).toContain('edition-not-in-force:5');
    const replaced = `${DATED}\n\nWorking Together 2018 was replaced by Working Together 2023.`;
    expect(await found(replaced)).toEqual([]);
  });
});

describe('dates', () => {
  it('are missed where the document has none', async () => {
    expect(await found(PARTNERS)).toContain('undated');
    expect(await found(`${DATED} ${PARTNERS}`)).not.toContain('undated');
  });

  it('are not years in which something happened', async () => {
    expect(await found('In 2021 the partnership held forty training days.')).toContain('undated');
    expect(await found('Marlshire Safeguarding Children Partnership, 2021')).not.toContain('undated');
  });

  it('of reviews are past on the day that is given, or on the date of the document', async () => {
    const due = `${DATED}\n\nThe next review is due by 1 March 2025.`;
    expect(await found(due)).not.toContain('review-date-past:5');
    expect(await found(due, { asOf: '2025-02-28' })).not.toContain('review-date-past:5');
    expect(await found(due, { asOf: '2025-03-02' })).toContain('review-date-past:5');
    expect(await found(`${DATED}\n\nThe next review is due by 1 March 2023.`)).toContain('review-date-past:5');
  });
});

describe('roles', () => {
  it('of chair and scrutineer in one person are a conflict', async () => {
    expect(
      await found(`${DATED}\n\nJane Marrow chairs the partners and is also the independent scrutineer.`),
    ).toContain('chair-and-scrutineer:5');
    const apart = `${DATED}\n\nJane Marrow chairs the partners and is not also the independent scrutineer.`;
    expect(await found(apart)).not.toContain('chair-and-scrutineer:5');
  });
});

describe('what is left empty', () => {
  it('is found: a section, a list after a colon, a gap in a form', async () => {
    expect(await found(`${DATED}\n\n## Funding\n\n## Scrutiny\n\nJane Marrow scrutinises our work.`)).toContain(
      'empty-section:5',
    );
    expect(await found(`${DATED}\n\n## Agencies\n\nThey are:\n\n## Scrutiny\n\nJane Marrow does it.`)).toContain(
      'list-missing:7',
    );
    expect(await found(`${DATED}\n\nThe chair is [insert name].`)).toContain('placeholder:5');
    expect(await found(`${DATED}\n\nThe relevant agencies are:\n\n- Marl College\n- Marl Housing`)).toEqual([]);
  });
});

describe('front matter', () => {
  it('is found to declare a partner whom the text never names', async () => {
    const frontMatter = 'partners:\n  police: Farland Constabulary\n  health: NHS Marl Valley Integrated Care Board';
    expect(await found(`${DATED}\n\n${PARTNERS}`, { frontMatter })).toEqual(['declared-not-in-text:3']);
  });

  it('is found to name an edition that there is not', async () => {
    expect(await found(DATED, { frontMatter: 'edition: wt2032' })).toEqual(['front-matter:2']);
    for (const edition of ['wt2023', '2023', 'Working Together to Safeguard Children 2023'])
      expect(await found(DATED, { frontMatter: `edition: ${edition}` })).toEqual([]);
    const { edition, findings } = await check(`---\nedition: wt2032\n---\n# Arrangements\n\n${DATED}\n`);
    expect(edition).toBe('wt2023');
    expect(findings[0]?.message).toBe(
      '"edition" says wt2032, which is none of wt2018, wt2023 and wt2026, so it was not used; correct it or leave it out.',
    );
  });
});
