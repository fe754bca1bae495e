/** Edits after which it is known what must happen to the verdicts, over a part of the labelled corpus. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compiled, sourcesIn } from '../corpus.ts';
import { operators } from './operators.ts';
import { type Survival, survival } from './run.ts';

/** Every so-manieth text, to keep the tests quick: `npm run metamorphic` takes them all. */
const DOCUMENTS = 6;
const PASSAGES = 3;
const BAR = 0.97;

const part = <T>(list: readonly T[], every: number, first = 0): T[] =>
  list.filter((_, index) => index % every === first);

describe('metamorphic', () => {
  let results: Survival[] = [];

  beforeAll(async () => {
    const sources = [
      // The first of these is text from a PDF, which one operator is for.
      ...part(sourcesIn('fixtures/corpus/documents'), DOCUMENTS, 4),
      ...part(sourcesIn('fixtures/corpus/passages'), PASSAGES),
    ];
    results = await survival(sources, compiled);
  }, 300_000);

  test.each(operators)('$name: $says', ({ name }) => {
    const result = results.find(({ operator }) => operator === name)!;
    expect(result.checked).toBeGreaterThan(0);
    const bar = name === 'guidance-list' ? 1 : BAR;
    expect(result.survived / result.checked, result.failures.slice(0, 10).join('\n')).toBeGreaterThanOrEqual(bar);
  });
});
