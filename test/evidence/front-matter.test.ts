/** What front matter declares is evidence, unless it cannot be right. */
import { expect, it } from 'vitest';
import { check } from '../../src/index.ts';

async function published(frontMatter: string): Promise<string | undefined> {
  const text = `---\n${frontMatter}\n---\n# Arrangements\n\nThe partners are Marl Council, NHS Marl ICB and Marl Police.\n`;
  const { requirements } = await check(text, { edition: 'wt2023' });
  return requirements.find(({ id }) => id === 'publication-dates')?.elements.find(({ id }) => id === 'published')
    ?.status;
}

it('counts a date of publication that exists, and no other', async () => {
  expect(await published('published: 2025-12-02')).toBe('full');
  expect(await published('published: 2025-13-02')).toBe('absent');
  expect(await published('published: 2025-02-30')).toBe('absent');
});
