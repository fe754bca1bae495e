/** What makes a sentence not count, on sentences of each kind and on those that only look like it. */
import { describe, expect, it } from 'vitest';
import { readConcepts } from '../../src/evidence/reading.ts';
import { readDocument } from '../../src/read/index.ts';
import { compiled } from '../corpus.ts';

/** The signals of the last sentence of a text. */
async function signalsOf(text: string): Promise<string[]> {
  const document = await readDocument('a.md', new TextEncoder().encode(`# Arrangements\n\n${text}\n`));
  return readConcepts(document, compiled, '2024')
    .signals.at(-1)!
    .map(({ id }) => id);
}

describe('cancels', () => {
  it.each([
    [
      'general-duty',
      'Safeguarding partners should decide how scrutiny works. They should say how the yearly report is scrutinised.',
    ],
    ['general-duty', 'Employers should have clear procedures for raising concerns.'],
    ['duty', 'The rapid review should be finished within fifteen working days of the incident.'],
    ['promise', 'A business unit will be established.'],
    ['promise', 'We are going to have a panel for parents.'],
    ['promise', 'We intend that a later version will be signed by all three.'],
    ['negation', 'The partners did not consult on a draft, as time was short.'],
    ['negation', 'The terms do not say who decides.'],
    ['placeholder', 'Formal requests: procedure to follow.'],
    ['placeholder', 'The text of this part is being rewritten.'],
    ['promise', 'A new threshold guide is going to be prepared for the town.'],
    ['promise', 'The arrangements will come into effect when the posts have been filled.'],
    ['pointer', 'The shares are shown in the finance annex on our website.'],
    ['long-past', 'In 2019 the partnership held forty training days for schools and nurseries.'],
    ['long-past', 'When the first plan was drawn up in 2018, agencies were consulted for eight weeks.'],
    ['past', 'The Board completed an audit in 2017. It held four rapid reviews, each within the time allowed.'],
  ])('%s: %s', async (signal, text) => {
    expect(await signalsOf(text)).toContain(signal);
  });
});

describe('lets stand', () => {
  it.each([
    ['promise', 'A dashboard will be developed each January by the analyst.'],
    ['promise', 'A business unit will be established by 1 May 2025.'],
    ['past', 'These arrangements replace everything that the former Board published.'],
    ['pointer', 'The analyst writes a separate paper on disproportionality each spring.'],
    ['general-duty', 'Each partner should send its figures to the analyst once a year.'],
    ['long-past', 'The scrutineer was appointed in 2021 by a panel of young people and lay members.'],
    ['long-past', 'Since 2019 the forum has met each term, and it asks every school for a return.'],
    [
      'general-duty',
      'The review panel decides, on behalf of the safeguarding partners, whether a review is to be held.',
    ],
    ['general-duty', 'The three partners have adopted one vision: no child should have to ask twice.'],
    ['negation', 'A named worker is kept for each of them.'],
    ['negation', 'The figures are set beside those of colleagues who have not yet attended.'],
    ['negation', 'There is no charge to schools, childminders and small charities.'],
    [
      'duty',
      'The guidance says what must be published. The Secretary of State has been sent a copy of these arrangements.',
    ],
    ['duty', 'The guidance asks for a plan that is kept up to date. It is version 3.'],
  ])('%s: %s', async (signal, text) => {
    expect(await signalsOf(text)).not.toContain(signal);
  });
});

describe('a group that nothing else in a long document mentions', () => {
  const filler = 'The partners meet in the town hall and the minutes are kept by the manager. '.repeat(90);

  it.each([
    'Analysis of the figures is the work of the Insight Cell.',
    'The Learning Lessons Panel oversees each review.',
  ])('%s', async (text) => {
    expect(await signalsOf(`${filler}\n\n${text}`)).toContain('undefined-group');
    expect(await signalsOf(text)).not.toContain('undefined-group');
    expect(await signalsOf(`${filler}\n\n${text.replace(/[.]$/, '')}, and is chaired by a director.`)).not.toContain(
      'undefined-group',
    );
  });
});
