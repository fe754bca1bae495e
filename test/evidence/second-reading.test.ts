/** The second reading, with what it has learnt put in its head. */
import { describe, expect, it } from 'vitest';
import { builtInPrepared } from '../../src/evidence/built-in-prepared.ts';
import { compileRules } from '../../src/evidence/compile.ts';
import { packTable, tableOf, unpackTable } from '../../src/evidence/second-reading/table.ts';
import {
  type ElementWeights,
  elementKey,
  type LearntWeights,
  readWeights,
  writeWeights,
} from '../../src/evidence/second-reading/weights.ts';
import { wordForm } from '../../src/evidence/second-reading/word-form.ts';
import { readDocument } from '../../src/read/index.ts';
import { builtInRules } from '../../src/rules/built-in.ts';
import { checkDocument } from '../../src/verdict/check.ts';
import type { ElementReport } from '../../src/verdict/types.ts';

/** Of one element it is taught that "heron" speaks for it and "badger" against it, as much as is said here. */
function taught(key: string, { full, some }: { full: number; some: number }): LearntWeights {
  const tendency = (bias: number) => ({ scale: 1 / 127, bias, weights: Int8Array.from([127, -127]) });
  const elements = new Map<string, ElementWeights>([[key, { full: tendency(full), some: tendency(some) }]]);
  return { concepts: [], words: ['heron', 'badger'], rarity: [1, 1], elements };
}

async function check(text: string, learnt?: LearntWeights, requirement = 'funding'): Promise<ElementReport[]> {
  const compiled = compileRules(builtInRules(), builtInPrepared(), learnt && tableOf(learnt));
  const document = await readDocument('text.md', new TextEncoder().encode(text), { format: 'markdown' });
  const report = checkDocument(document, compiled, { edition: 'wt2023', requirements: [requirement] });
  return report.requirements[0]!.elements;
}

async function model(text: string, learnt?: LearntWeights): Promise<ElementReport> {
  return (await check(text, learnt)).find(({ id }) => id === 'model')!;
}

const MODEL = elementKey('funding', 'model');
const PAID = 'The council, the ICB and the constabulary each pay a third, agreed by the leads every January';
const HALF = 'The three safeguarding partners fund the partnership together from their own means';

describe('second reading', () => {
  it('leaves alone what it has learnt nothing of', async () => {
    const other = taught(elementKey('funding', 'review'), { full: -1, some: -1 });
    expect(await model(`${PAID}.`, other)).toEqual(await model(`${PAID}.`));
  });

  it('leaves alone what reads like it', async () => {
    const found = await model(`${PAID}, says the heron.`, taught(MODEL, { full: 0, some: 0 }));
    expect(found).toMatchObject({ status: 'full', confidence: 'high' });
    expect(found.checkByEye).toBeUndefined();
  });

  it('lowers what does not, shows it as the nearest passage and says why', async () => {
    const found = await model(`${PAID}, says the badger.`, taught(MODEL, { full: 0, some: 0.5 }));
    expect(found).toMatchObject({ status: 'absent', confidence: 'low', evidence: [] });
    expect(found.nearest).toMatchObject({
      quote: expect.stringContaining('each pay a third'),
      signals: ['second-reading'],
    });
    expect(found.nearest!.reason).toBe(
      'It has words of this, but does not read like arrangements that set it out. What counts: Who funds the arrangements, and how and when it is agreed, is given.',
    );
    expect(found.checkByEye).toMatch(/read it and decide/);
  });

  it('lowers by one step what reads like a part of it', async () => {
    const found = await model(`${PAID}, says the badger.`, taught(MODEL, { full: 0, some: 2 }));
    expect(found).toMatchObject({
      status: 'partial',
      evidence: [{ strength: 'partial', signals: ['second-reading'] }],
    });
  });

  it('raises what the rules found whole under a heading about something else', async () => {
    const text = `# Arrangements\n\n## Funding\n\nMoney matters.\n\n## Training\n\n${PAID}, says the heron.`;
    expect((await model(text)).status).toBe('partial');
    const found = await model(text, taught(MODEL, { full: 0, some: 0 }));
    expect(found).toMatchObject({ status: 'full', confidence: 'medium', evidence: [{ strength: 'full' }] });
  });

  it('asks to look where a half reads like the whole', async () => {
    const found = await model(`${HALF}, says the heron.`, taught(MODEL, { full: 0, some: 0 }));
    expect(found).toMatchObject({ status: 'partial', confidence: 'low' });
    expect(found.checkByEye).toMatch(/may be complete/);
  });

  it('never makes a whole of what the rules found nothing in', async () => {
    const nothing = 'In the reeds beside the long lake there stands every morning a heron';
    expect((await model(`${nothing}.`, taught(MODEL, { full: 9, some: 9 }))).status).toBe('partial');
  });

  it('raises nothing for a promise, a quotation of the guidance or a bare name', async () => {
    for (const text of [
      'How the heron in the reeds beside the long lake is kept will be agreed later this year.',
      '“Safeguarding partners should agree the level of funding that the heron of each of them needs for the arrangements.”',
      'Heron Lodge Council',
    ])
      expect((await model(text, taught(MODEL, { full: 9, some: 9 }))).status, text).toBe('absent');
  });

  it('holds nothing against a document whose every passage reads unlike what was learnt', async () => {
    const elements = (await check(PARTNERS, undefined, 'partners-named')).filter(({ status }) => status === 'full');
    expect(elements.length).toBeGreaterThan(2);
    // Fewer than eight findings tell nothing of a document; a whole one has more.
    const unlikeAll: LearntWeights = {
      concepts: [],
      words: [],
      rarity: [],
      elements: new Map(
        builtInRules().requirements.flatMap(({ id, elements: all }) =>
          all.map((each) => {
            const unlike = { scale: 1, bias: -0.2, weights: new Int8Array() };
            return [elementKey(id, each.id), { full: unlike, some: unlike }] as const;
          }),
        ),
      ),
    };
    const whole = compileRules(builtInRules(), builtInPrepared(), tableOf(unlikeAll));
    const alone = compileRules(builtInRules(), builtInPrepared());
    const path = 'fixtures/documents/example-arrangements.md';
    const { readFileSync } = await import('node:fs');
    const document = await readDocument(path, new Uint8Array(readFileSync(path)));
    const statuses = (compiled: typeof whole) =>
      checkDocument(document, compiled, { edition: 'wt2023' }).requirements.map(({ id, verdict }) => [id, verdict]);
    expect(statuses(whole)).toEqual(statuses(alone));
  });
});

const PARTNERS =
  'The three statutory safeguarding partners are Merrowdale Council, NHS Pennine Fells Integrated Care Board and Fellside Constabulary, equal and jointly responsible.';

describe('what was learnt', () => {
  it('comes back from its file, and packed, as it was', () => {
    const learnt = {
      ...taught(MODEL, { full: 0.25, some: -0.5 }),
      concepts: ['pays-verb', 'money'],
      rarity: [1, 2, 3, 4],
    };
    learnt.elements.get(MODEL)!.full.weights = Int8Array.from([1, -2, 3, -127]);
    learnt.elements.get(MODEL)!.some.weights = Int8Array.from([0, 127, 0, 5]);
    expect(readWeights(writeWeights(learnt))).toEqual(learnt);
    expect(unpackTable(packTable(tableOf(learnt)))).toEqual(tableOf(learnt));
  });

  it('knows a word in its forms, and no numbers', () => {
    expect(['agency', 'agencies'].map(wordForm)).toEqual(['agency', 'agency']);
    expect(['review', 'reviews', 'reviewed', 'reviewing'].map(wordForm)).toEqual(Array(4).fill('review'));
    expect(['share', 'shares', 'shared', 'sharing'].map(wordForm)).toEqual(Array(4).fill('shar'));
    expect(['2024', '£1,200', '33%', 'the'].map(wordForm)).toEqual(Array(4).fill(undefined));
  });
});
