/** Names that a document gives carry their meaning wherever they stand, and no other. */
import { expect, it } from 'vitest';
import { hasBit } from '../../src/evidence/bits.ts';
import { readConcepts } from '../../src/evidence/reading.ts';
import { readDocument } from '../../src/read/index.ts';
import { compiled } from '../corpus.ts';

/** Whether the last sentence of a text has a concept. */
async function lastHas(text: string, concept: string): Promise<boolean> {
  const document = await readDocument('a.md', new TextEncoder().encode(text));
  return hasBit(readConcepts(document, compiled).own.at(-1)!, compiled.concept(concept)!);
}

it('a local name stands for the role that it was given to', async () => {
  expect(
    await lastHas(
      'Our independent scrutineer is known as the Lookout.\n\nThe Lookout reports in May.',
      'role-scrutineer',
    ),
  ).toBe(true);
});

it('an abbreviation stands for the words that it abbreviates, and not for those before them', async () => {
  const text =
    'Dr Ash is the independent scrutineer for the Fellside Safeguarding Children Partnership (FSCP).\n\nThe FSCP meets in May.';
  expect(await lastHas(text, 'body-partnership')).toBe(true);
  expect(await lastHas(text, 'role-scrutineer')).toBe(false);
});
