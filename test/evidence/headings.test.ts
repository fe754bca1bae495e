/** What headings tell of the text under them. */
import { expect, it } from 'vitest';
import { check } from '../../src/index.ts';

const TOPICS = [
  'Hearing children',
  'Money',
  'Levels of need',
  'Learning together',
  'Sharing what we know',
  'The area that we cover',
];
const filler = TOPICS.map(
  (topic) =>
    `### ${topic}\n\n${'Marl Police and NHS Marl Integrated Care Board meet the council in June. '.repeat(6)}\n`,
);

/** The status of an element in a document whose sections all stand under one heading of the second level. */
async function statusUnder(heading: string): Promise<string | undefined> {
  const text = `# Side by side\n\n## ${heading}\n\n### Setting the scene\n\nThe arrangements apply to the whole area of Marlshire County Council.\n\n${filler.join('\n')}`;
  const { requirements } = await check(text, { edition: 'wt2018' });
  return requirements.find(({ id }) => id === 'geography')?.elements.find(({ id }) => id === 'area-defined')?.status;
}

it('a heading over the whole document is its title and takes nothing from what stands under it', async () => {
  expect(await statusUnder('How agencies protect children')).toBe('full');
  expect(await statusUnder('Independent scrutiny of the arrangements')).toBe('full');
});
