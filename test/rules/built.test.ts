import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/rules/built-in.ts';
import { builtModule } from '../../src/rules/built-text.ts';
import type { RuleSet } from '../../src/rules/types.ts';

const awkward: RuleSet = {
  editions: [],
  requirements: [],
  concepts: [
    {
      id: 'awkward',
      phrases: ['a "quoted" word', "a child's \\ home", 'line\nend', 'two\u2028parts\u2029', '`y` $'],
    },
  ],
  signals: [],
  terminology: [],
  agencies: [],
};

describe('the built rules', () => {
  it('come back as they were, whatever signs stand in them', async () => {
    const { code } = await transform(builtModule(awkward), { loader: 'ts' });
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(JSON.parse(module.built)).toEqual(awkward);
  });

  it('have the same bytes for the same rules', () => {
    expect(builtModule(structuredClone(awkward))).toBe(builtModule(awkward));
  });

  it('are read once', () => {
    expect(builtInRules()).toBe(builtInRules());
    expect(builtInRules().editions.map(({ id }) => id)).toContain('wt2023');
  });
});
