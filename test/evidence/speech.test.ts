/** What somebody says in quotation marks is not what the partnership says. */
import { expect, it } from 'vitest';
import { hasBit } from '../../src/evidence/bits.ts';
import { readConcepts } from '../../src/evidence/reading.ts';
import { readDocument } from '../../src/read/index.ts';
import { compiled } from '../corpus.ts';

/** Whether some sentence of a paragraph says how often, in words that count. */
async function saysHowOften(text: string): Promise<boolean> {
  const document = await readDocument('a.md', new TextEncoder().encode(`# Arrangements\n\n${text}\n`));
  const { own, signals } = readConcepts(document, compiled);
  const frequency = compiled.concept('frequency')!;
  return own.some((bits, index) => hasBit(bits, frequency) && signals[index]!.length === 0);
}

it('leaves out what is said within a sentence', async () => {
  expect(await saysHowOften('Somebody asked for "an audit of all agencies every month" when we met.')).toBe(false);
  expect(
    await saysHowOften('One agency put it so: "Do not ask for forms. Come and see us every month," and sat down.'),
  ).toBe(false);
});

it('keeps titles and what stands beside them', async () => {
  expect(await saysHowOften('The guide called "How we look at our work every month" is ours.')).toBe(true);
  expect(
    await saysHowOften('The group meets every month and asks "what would a child want to say to us" each time.'),
  ).toBe(true);
});

it('takes "named" inside a quotation for no title', async () => {
  expect(await saysHowOften('"A briefing is sent every month to all the teams by a named officer."')).toBe(false);
});
