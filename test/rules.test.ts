/** Gates on the rules that come with the program. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CompiledRules, compileRules, conceptIds, prepare } from '../src/evidence/compile.ts';
import { pack } from '../src/evidence/packed.ts';
import { packTable, tableOf } from '../src/evidence/second-reading/table.ts';
import { elementKey, readWeights } from '../src/evidence/second-reading/weights.ts';
import { readDocument } from '../src/read/index.ts';
import { builtModule, textModule } from '../src/rules/built-text.ts';
import { detailsOf, withoutDetails } from '../src/rules/details.ts';
import { formatMistake, loadRules } from '../src/rules/load.ts';
import { PHRASE_LIMITS } from '../src/rules/phrase.ts';
import type { Example, Requirement } from '../src/rules/types.ts';
import { checkDocument } from '../src/verdict/check.ts';
import catalogue from './rules/catalogue.json' with { type: 'json' };

const { rules, mistakes } = loadRules('rules');
const LEARNT = 'rules/learnt/second-reading.json';
const learnt = readWeights(readFileSync(LEARNT, 'utf8'));
/** Made when first asked for, so that a mistake in a phrase is told by the first gate and not by an error here. */
const compile = ((made?: CompiledRules) => (): CompiledRules => {
  made ??= compileRules(rules, undefined, tableOf(learnt));
  return made;
})();
const lines = (list: readonly string[]): string => list.join('\n');

describe('rules/', () => {
  it('has no mistake', () => {
    expect(lines(mistakes.map(formatMistake))).toBe('');
  });

  it.each([
    ['src/rules/built.ts', builtModule(withoutDetails(rules))],
    ['src/rules/built-details.ts', builtModule(detailsOf(rules))],
    ['src/evidence/built-prepared.ts', textModule({ ...pack(prepare(rules)) })],
    ['src/evidence/built-learnt.ts', textModule({ ...packTable(tableOf(learnt)) })],
  ])('is what %s was built from', (built, text) => {
    const now = existsSync(built) ? readFileSync(built, 'utf8') : '';
    expect(now === text, `${built} is stale or missing; run "npm run build:rules"`).toBe(true);
  });

  it('has taught the second reading of no element and no concept that is gone', () => {
    const elements = rules.requirements.flatMap(({ id, elements }) => elements.map((each) => elementKey(id, each.id)));
    const concepts = conceptIds(rules);
    const gone = [
      ...[...learnt.elements.keys()].filter((key) => !elements.includes(key)),
      ...learnt.concepts.filter((id) => !concepts.includes(id)),
    ];
    expect(gone, `${LEARNT} is older than the rules; run "npm run learn"`).toEqual([]);
  });

  it('has every requirement of the catalogue and no other', () => {
    const ids = rules.requirements.map(({ id }) => id);
    expect([...ids].sort()).toEqual(catalogue.requirements.map(({ id }) => id).sort());
  });

  it('keeps every phrase within the limits that make it fast', () => {
    expect(PHRASE_LIMITS.words).toBeLessThanOrEqual(12);
    expect(PHRASE_LIMITS.gaps).toBeLessThanOrEqual(2);
    expect(PHRASE_LIMITS.expansions).toBeLessThanOrEqual(512);
  });

  it('has editions that follow each other with no day between', () => {
    const editions = rules.editions.filter(({ provisional }) => !provisional);
    for (const [n, edition] of editions.entries()) {
      const next = editions[n + 1];
      if (!next) expect(edition.inForceTo).toBeUndefined();
      else expect(Date.parse(next.inForceFrom) - Date.parse(edition.inForceTo ?? '')).toBe(86_400_000);
    }
  });
});

describe.each(rules.requirements.map((requirement) => [requirement.id, requirement] as const))(
  '%s',
  (id, requirement) => {
    const source = catalogue.requirements.find((entry) => entry.id === id);

    it('says what the catalogue says', () => {
      expect(mechanical(requirement)).toEqual(source && { ...source, elements: sorted(source.elements) });
    });

    it('is written in whole sentences of plain text', () => {
      const bad = sentences(requirement).filter(([, text]) => !isSentence(text));
      expect(lines(bad.map(([where, text]) => `${where}: ${text}`))).toBe('');
    });

    it('has examples that hold', async () => {
      const broken: string[] = [];
      for (const example of requirement.examples) broken.push(...(await unmet(requirement, example)));
      expect(lines(broken)).toBe('');
    });
  },
);

/** What the catalogue fixes: theme, law, citations, force, and which elements are essential. */
function mechanical(requirement: Requirement): unknown {
  const { id, theme, statute, editions, appliesWhen, elements } = requirement;
  return {
    id,
    theme,
    ...(statute === undefined ? {} : { statute }),
    conditional: appliesWhen !== undefined && appliesWhen.editions === undefined,
    editions: Object.fromEntries(
      Object.entries(editions).map(([edition, { force, publicationList, cite, provisional }]) => [
        edition,
        {
          // "should-if-delegated" in the catalogue: conditional in that edition only.
          force: appliesWhen?.editions?.includes(edition) ? `${force}-if-delegated` : force,
          ...(publicationList ? { 'publication-list': true } : {}),
          ...(cite === undefined ? {} : { cite }),
          ...(provisional ? { provisional: true } : {}),
        },
      ]),
    ),
    elements: sorted(
      Object.fromEntries(
        elements.map(({ id: element, need, essentialIn }) => {
          const fromEdition = essentialIn?.includes('wt2023') && essentialIn.includes('wt2026');
          return [element, fromEdition ? `${need}, essential from wt2023` : need];
        }),
      ),
    ),
  };
}

function sorted(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every sentence that a reader of reports or of `masa explain` sees. */
function sentences(requirement: Requirement): [string, string][] {
  const { asks, changed, remedy, nearMisses, elements } = requirement;
  return [
    ['asks', asks] as [string, string],
    ...(changed === undefined ? [] : [['changed', changed] as [string, string]]),
    ['remedy', remedy],
    ...nearMisses.map((text): [string, string] => ['near-misses', text]),
    ...elements.flatMap((element) =>
      Object.entries({ asks: element.asks, ...element.counts, write: element.write ?? '' }).map(
        ([key, text]): [string, string] => [`${element.id}.${key}`, text],
      ),
    ),
  ];
}

const isSentence = (text: string): boolean => /^["A-Z].*[.?]"?$/s.test(text) && !/[*_`]|\s\s|“|”|–/.test(text);

async function unmet(requirement: Requirement, example: Example): Promise<string[]> {
  const edition = example.edition ?? newestAsking(requirement);
  const text = `${example.heading === undefined ? '' : `## ${example.heading}\n\n`}${example.text}`;
  const document = await readDocument('example.md', new TextEncoder().encode(text), { format: 'markdown' });
  const report = checkDocument(document, compile(), { edition, requirements: [requirement.id] });
  const elements = report.requirements.find(({ id }) => id === requirement.id)?.elements ?? [];
  return Object.entries(example.expect).flatMap(([id, status]) => {
    const got = elements.find((element) => element.id === id)?.status;
    return got === status
      ? []
      : [`${id} is ${got} and should be ${status} (${edition}): ${example.text.slice(0, 100)}`];
  });
}

/** The newest edition that asks for it and is not provisional; a provisional one where no other asks. */
function newestAsking(requirement: Requirement): string {
  const asking = rules.editions.filter(({ id }) => requirement.editions[id] !== undefined);
  return (asking.filter(({ provisional }) => !provisional).at(-1) ?? asking.at(-1))!.id;
}
