/** Checks on a requirement that a schema cannot make: its parts fit each other and the other files. */
import { checkIdsDiffer, checkNames, checkPattern, type Registers } from './check-patterns.ts';
import { asList, asMap, asText, mapsAt, type Raw, textsAt } from './raw.ts';
import type { Path, RuleSource } from './source.ts';
import { didYouMean, listWords } from './suggest.ts';
import { STATUSES } from './vocabulary.ts';

export const checkRequirement = (source: RuleSource, registers: Registers): void => {
  const data = asMap(source.data);
  const editions = Object.keys(asMap(data.editions));
  const inEditions = (value: unknown, path: Path): void => {
    for (const { text, path: at } of textsAt(value, path)) checkEdition(text, at, editions, source, registers);
  };
  const patterns = (value: unknown, path: Path): void => {
    for (const { map, path: at } of mapsAt(value, path)) {
      checkPattern(map, at, source, registers);
      inEditions(map.editions, [...at, 'editions']);
    }
  };

  checkCitations(data, source, registers);
  if (data['applies-when'] !== undefined) {
    const condition = asMap(data['applies-when']);
    patterns(condition.any, ['applies-when', 'any']);
    inEditions(condition.editions, ['applies-when', 'editions']);
    if (asList(condition.any).length === 0) {
      const message = 'The condition has no pattern yet; add one that shows when the requirement applies.';
      source.add(['applies-when', 'any'], message, { unfinished: true });
    }
  }
  checkIdsDiffer(data.elements, ['elements'], 'an element', source);
  for (const { map: element, path } of mapsAt(data.elements, ['elements'])) {
    checkNames(element, path, source, registers);
    patterns(element.full, [...path, 'full']);
    patterns(element.partial, [...path, 'partial']);
    inEditions(element['essential-in'], [...path, 'essential-in']);
    checkElement(element, path, source);
  }
  checkSomethingEssential(data, editions, source);
  checkExamples(data, source, (edition, path) => checkEdition(edition, path, editions, source, registers));
};

/** An edition that a part of the requirement is for: there is one, and it asks for the requirement. */
const checkEdition = (
  edition: string,
  path: Path,
  editions: readonly string[],
  source: RuleSource,
  registers: Registers,
): void => {
  if (!registers.editions.use(edition, source, path) || editions.includes(edition)) return;
  source.add(path, `The requirement is not asked by "${edition}"; it is asked by ${listWords(editions, 'and')}.`);
};

/** Each edition exists, and a duty or an expectation says where it is written. */
const checkCitations = (data: Raw, source: RuleSource, registers: Registers): void => {
  for (const [edition, value] of Object.entries(asMap(data.editions))) {
    const path = ['editions', edition];
    registers.editions.use(edition, source, path, 'key');
    const { force, cite, provisional } = asMap(value);
    if (cite !== undefined || data.statute !== undefined) continue;
    if (force === 'prospective' || ((force === 'must' || force === 'should') && provisional !== true)) {
      const message = `The requirement has no citation for "${edition}"; add "cite" with the place in the guidance, or "statute".`;
      source.add(path, message, { at: 'key' });
    }
  }
};

const checkElement = (element: Raw, path: Path, source: RuleSource): void => {
  if (element.need === 'essential' && element['essential-in'] !== undefined) {
    const message =
      'The element is essential in every edition already; take "essential-in" out or make its need supporting.';
    source.add([...path, 'essential-in'], message, { at: 'key' });
  }
  if (Array.isArray(element.full) && element.full.length === 0) {
    const message = `The element "${asText(element.id)}" has no pattern that sets it out yet; add one to "full".`;
    source.add([...path, 'full'], message, { unfinished: true });
  }
};

const checkSomethingEssential = (data: Raw, editions: readonly string[], source: RuleSource): void => {
  const elements = mapsAt(data.elements, ['elements']);
  if (elements.length === 0 || elements.some(({ map }) => map.need !== 'supporting')) return;
  for (const edition of editions) {
    if (elements.some(({ map }) => asList(map['essential-in']).includes(edition))) continue;
    const message = `No element is essential in "${edition}", so the requirement could never fail; make one essential.`;
    source.add(['elements'], message, { at: 'key' });
  }
};

/** Examples name real elements, and each element has the examples that show where its lines run. */
const checkExamples = (data: Raw, source: RuleSource, useEdition: (edition: string, path: Path) => void): void => {
  const elements = mapsAt(data.elements, ['elements']);
  const ids = elements.flatMap(({ map }) => asText(map.id) ?? []);
  const shown = new Map<string, unknown[]>(ids.map((id) => [id, []]));
  const seen = new Set<string>();
  for (const { map: example, path } of mapsAt(data.examples, ['examples'])) {
    const edition = asText(example.edition);
    if (edition !== undefined) useEdition(edition, [...path, 'edition']);
    for (const [id, status] of Object.entries(asMap(example.expect))) {
      shown.get(id)?.push(status);
      if (shown.has(id)) continue;
      const hint = didYouMean(id, ids) || `; the elements are ${listWords(ids, 'and')}.`;
      source.add([...path, 'expect', id], `There is no element "${id}" in this requirement${hint}`, { at: 'key' });
    }
    const text = asText(example.text)?.trim();
    const passage = JSON.stringify([example.heading, edition, text]);
    if (text !== undefined && seen.has(passage)) {
      source.add([...path, 'text'], 'The same example stands here twice; keep one.');
    }
    seen.add(passage);
  }
  for (const { map: element, path } of elements) {
    const id = asText(element.id);
    const statuses = id === undefined ? undefined : shown.get(id);
    // A misspelt status is told by the schema and may be the one that is missed here.
    if (!statuses?.every((status) => STATUSES.some((known) => known === status))) continue;
    const needed = STATUSES.filter((status) => status !== 'partial' || asList(element.partial).length > 0);
    const missing = needed.filter((status) => !statuses.includes(status));
    if (missing.length > 0) {
      const message = `The element "${id}" has no example that is ${listWords(missing)}; add one to "examples".`;
      source.add([...path, 'id'], message, { unfinished: true });
    }
  }
};
