/** Checks on patterns and on the phrases of lists: what they name exists, and they can be met. */

import { expandPhrase, PhraseError } from './phrase.ts';
import { asMap, asText, choices, mapsAt, type Raw, textsAt } from './raw.ts';
import type { Register } from './register.ts';
import type { Path, RuleSource } from './source.ts';
import { didYouMean, listWords } from './suggest.ts';
import { NAME_KINDS } from './vocabulary.ts';

export interface Registers {
  editions: Register;
  requirements: Register;
  concepts: Register;
  signals: Register;
}

/** Keys of patterns and elements that list concepts. */
const CONCEPT_KEYS = ['has', 'topic', 'without', 'under', 'not-under', 'heading', 'until'] as const;
/** Keys that list kinds of name; a concept may stand there too. */
const NAME_KEYS = ['names', 'without-names', 'until-names'] as const;

/** Every name in a pattern: concepts, kinds of name and signals. Also right for an element's own keys. */
export const checkNames = (map: Raw, path: Path, source: RuleSource, registers: Registers): void => {
  const useConcepts = (value: unknown, at: Path) => {
    for (const { text, path: place } of textsAt(value, at)) {
      for (const name of choices(text)) registers.concepts.use(name, source, place);
    }
  };
  for (const key of CONCEPT_KEYS) useConcepts(map[key], [...path, key]);
  for (const { map: group, path: at } of mapsAt(map.some, [...path, 'some'])) {
    useConcepts(group.of, [...at, 'of']);
    checkCount(group, at, source);
  }
  for (const key of NAME_KEYS) {
    for (const { text, path: at } of textsAt(map[key], [...path, key])) {
      for (const name of choices(text)) useName(name, at, source, registers);
    }
  }
  for (const { text, path: at } of textsAt(map.despite, [...path, 'despite'])) registers.signals.use(text, source, at);
};

/** A kind of name may share its id with a concept: then either is meant, and both are used. */
const useName = (name: string, path: Path, source: RuleSource, { concepts }: Registers): void => {
  if (NAME_KINDS.includes(name) || concepts.has(name)) {
    concepts.markUsed([name]);
  } else if (concepts.complete) {
    const hint =
      didYouMean(name, [...NAME_KINDS, ...concepts.names]) || `; the kinds are ${listWords(NAME_KINDS, 'and')}.`;
    source.add(path, `There is no kind of name and no concept "${name}"${hint}`);
  }
};

const checkCount = (group: Raw, path: Path, source: RuleSource): void => {
  const needed = group['at-least'];
  const of = textsAt(group.of, path).length;
  if (typeof needed === 'number' && of > 0 && needed > of) {
    source.add(
      [...path, 'at-least'],
      `"at-least" asks for ${needed} of ${of}, which can never be met; ask for ${of} at most.`,
    );
  }
};

/** A pattern of a requirement: its names, that it asks for more than a topic, and that it does not contradict itself. */
export const checkPattern = (map: Raw, path: Path, source: RuleSource, registers: Registers): void => {
  checkNames(map, path, source, registers);
  if (map.has === undefined && map.names === undefined && map.some === undefined) {
    source.add(path, 'The pattern has no "has", "names" or "some"; add one, since a topic alone is never evidence.');
  }
  const wanted = new Set(textsAt(map.has, path).map(({ text }) => text));
  for (const { text, path: at } of textsAt(map.without, [...path, 'without'])) {
    if (wanted.has(text))
      source.add(at, `"${text}" stands in "has" and in "without", so the pattern can never be met; take one out.`);
  }
};

/** Phrases of a list: each follows the grammar, and none stands there twice. */
export const checkPhrases = (value: unknown, path: Path, source: RuleSource): void => {
  const seen = new Set<string>();
  for (const { text, path: at } of textsAt(value, path)) {
    if (text === '') continue;
    try {
      expandPhrase(text);
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      source.add(at, `The phrase "${text.slice(0, 60)}" cannot be used: ${error.message}.`);
    }
    if (seen.has(text)) source.add(at, `The phrase "${text}" stands twice in this list; keep one.`);
    seen.add(text);
  }
};

/** The path and the id of each entry of a list, for lists whose ids must differ. */
export const checkIdsDiffer = (value: unknown, path: Path, what: string, source: RuleSource): string[] => {
  const seen: string[] = [];
  for (const { map, path: at } of mapsAt(value, path)) {
    const id = asText(asMap(map).id);
    if (id === undefined) continue;
    if (seen.includes(id))
      source.add([...at, 'id'], `There is already ${what} "${id}" earlier in this file; give this one another id.`);
    else seen.push(id);
  }
  return seen;
};
