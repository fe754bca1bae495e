/** Checks on a requirement that a schema cannot make: its parts fit each other and the other files. */
import { checkIdsDiffer, checkNames, checkPattern, type Registers } from './check-patterns.ts';
import { asList, asMap, asText, mapsAt, type Raw, textsAt } from './raw.ts';
import type { Path, RuleSource } from './source.ts';
import { didYouMean, listWords } from './suggest.ts';

export const checkRequirement = (source: RuleSource, registers: Registers): void => {
  const data = asMap(source.data);
  const editions = Object.keys(asMap(data.editions));
  checkEditions(data, source, registers);

  const inEditions = (value: unknown, path: Path) => {
    for (const { text, path: at } of textsAt(value, path)) notInEditions(text, at, editions, source);
  };
  const patterns = (value: unknown, path: Path) => {
    for (const { map, path: at } of mapsAt(value, path)) {
      checkPattern(map, at, source, registers);
      inEditions(map.editions, [...at, 'editions']);
    }
  };

  if (data['applies-when'] !== undefined) {
    const condition = asMap(data['applies-when']);
    patterns(condition.any, ['applies-when', 'any']);
    inEditions(condition.editions, ['applies-when', 'editions']);
    if (asList(condition.any).length === 0) {
      source.add(
        ['applies-when', 'any'],
        'The condition has no pattern yet; add one that shows when the requirement applies.',
        {
          unfinished: true,
        },
      );
    }
  }

  checkIdsDiffer(data.elements, ['elements'], 'an element', source);
  for (const { map: element, path } of mapsAt(data.elements, ['elements'])) {
    checkNames(element, path, source, registers);
    patterns(element.full, [...path, 'full']);
    patterns(element.partial, [...path, 'partial']);
    for (const { text, path: at } of textsAt(element['essential-in'], [...path, 'essential-in'])) {
      registers.editions.use(text, source, at);
      notInEditions(text, at, editions, source);
    }
    if (element.need === 'essential' && element['essential-in'] !== undefined) {
      source.add(
        [...path, 'essential-in'],
        'The element is essential in every edition already; take "essential-in" out or make its need supporting.',
        {
          at: 'key',
        },
      );
    }
    if (Array.isArray(element.full) && element.full.length === 0) {
      source.add(
        [...path, 'full'],
        `The element "${asText(element.id)}" has no pattern that sets it out yet; add one to "full".`,
        {
          unfinished: true,
        },
      );
    }
  }
  checkSomethingEssential(data, editions, source);
  checkExamples(data, editions, source);
};

const notInEditions = (edition: string, path: Path, editions: readonly string[], source: RuleSource): void => {
  if (editions.includes(edition)) return;
  const hint = didYouMean(edition, editions) || `; it is asked by ${listWords(editions, 'and')}.`;
  source.add(path, `The requirement is not asked by "${edition}"${hint}`);
};

/** Each edition exists, and a duty or an expectation says where it is written. */
const checkEditions = (data: Raw, source: RuleSource, registers: Registers): void => {
  for (const [edition, value] of Object.entries(asMap(data.editions))) {
    const path = ['editions', edition];
    registers.editions.use(edition, source, path);
    const entry = asMap(value);
    const binding = entry.force === 'must' || entry.force === 'should' || entry.force === 'prospective';
    const free = entry.provisional === true && entry.force !== 'prospective';
    if (binding && !free && entry.cite === undefined && data.statute === undefined) {
      source.add(
        path,
        `The requirement has no citation for "${edition}"; add "cite" with the place in the guidance, or "statute".`,
      );
    }
  }
};

const checkSomethingEssential = (data: Raw, editions: readonly string[], source: RuleSource): void => {
  const elements = mapsAt(data.elements, ['elements']);
  if (elements.length === 0 || elements.some(({ map }) => map.need === 'essential')) return;
  for (const edition of editions) {
    if (elements.some(({ map }) => asList(map['essential-in']).includes(edition))) continue;
    source.add(
      ['elements'],
      `No element is essential in "${edition}", so the requirement could never fail; make one essential.`,
      { at: 'key' },
    );
  }
};

/** Examples name real elements, and each element has the examples that show where its lines run. */
const checkExamples = (data: Raw, editions: readonly string[], source: RuleSource): void => {
  const elements = mapsAt(data.elements, ['elements']);
  const ids = elements.flatMap(({ map }) => asText(map.id) ?? []);
  const shown = new Map<string, Set<unknown>>(ids.map((id) => [id, new Set()]));
  const seen = new Set<string>();
  for (const { map: example, path } of mapsAt(data.examples, ['examples'])) {
    const edition = asText(example.edition);
    if (edition !== undefined) notInEditions(edition, [...path, 'edition'], editions, source);
    for (const [id, status] of Object.entries(asMap(example.expect))) {
      const statuses = shown.get(id);
      if (statuses) statuses.add(status);
      else {
        const hint = didYouMean(id, ids) || `; the elements are ${listWords(ids, 'and')}.`;
        source.add([...path, 'expect', id], `There is no element "${id}" in this requirement${hint}`, { at: 'key' });
      }
    }
    const text = `${asText(example.heading)}\n${edition}\n${asText(example.text)?.trim()}`;
    if (asText(example.text) !== undefined && seen.has(text))
      source.add([...path, 'text'], 'The same example stands here twice; keep one.');
    seen.add(text);
  }
  for (const { map: element, path } of elements) {
    const id = asText(element.id);
    const statuses = id === undefined ? undefined : shown.get(id);
    if (!statuses) continue;
    const needed = ['full', ...(asList(element.partial).length > 0 ? ['partial'] : []), 'absent'];
    const missing = needed.filter((status) => !statuses.has(status));
    if (missing.length > 0) {
      source.add(
        [...path, 'id'],
        `The element "${id}" has no example that is ${listWords(missing)}; add one to "examples".`,
        {
          unfinished: true,
        },
      );
    }
  }
};
