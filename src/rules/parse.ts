/** From the texts of rule files to rules, or to everything that is wrong with them. Pure: it is given the files. */
import { checkIdsDiffer, checkNames, checkPhrases, type Registers } from './check-patterns.ts';
import { checkRequirement } from './check-requirement.ts';
import { type Mistake, sortMistakes } from './mistake.ts';
import { asMap, mapsAt } from './raw.ts';
import { giveFileId, Register } from './register.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import type { SchemaName } from './schemas.ts';
import { toShape } from './shape.ts';
import { type RuleFile, RuleSource } from './source.ts';
import type { AgencyCategory, Concept, Edition, Requirement, RuleSet, Signal, SupersededTerm } from './types.ts';
import { CONCEPTS_USED_BY_CODE, FAMILIES_USED_BY_CODE } from './used-by-code.ts';

export interface RuleFiles {
  editions: RuleFile[];
  requirements: RuleFile[];
  lexicon: RuleFile[];
  signals: RuleFile[];
  /** Absent where the file is. */
  terminology?: RuleFile;
  agencies?: RuleFile;
}

export interface LoadOptions {
  /** Leave out the mistakes that only say that something is still to be written. */
  allowUnfinished?: boolean;
  /** Concepts that need no use in a rule; those of the program itself when left out. */
  conceptsUsedByCode?: readonly string[];
}

export interface LoadedRules {
  /** The rules of every file that has no mistake in its own shape. */
  rules: RuleSet;
  /** All mistakes of all files, by file and place. */
  mistakes: Mistake[];
}

interface Checked {
  source: RuleSource;
  /** Whether the data has the shape of its schema. */
  sound: boolean;
}

export const parseRules = (files: RuleFiles, options: LoadOptions = {}): LoadedRules => {
  const read = (list: readonly RuleFile[], schema: SchemaName): Checked[] =>
    list.map((file) => readSource(file, schema));
  const editions = read(files.editions, 'edition');
  const requirements = read(files.requirements, 'requirement');
  const lexicon = read(files.lexicon, 'lexicon');
  const signals = read(files.signals, 'signal');
  const terminology = read(files.terminology ? [files.terminology] : [], 'terminology');
  const agencies = read(files.agencies ? [files.agencies] : [], 'agencies');
  const all = [editions, requirements, lexicon, signals, terminology, agencies].flat();

  const registers = fillRegisters(editions, requirements, lexicon, signals);
  for (const { source } of requirements) checkRequirement(source, registers);
  for (const { source } of signals) {
    checkNames(asMap(source.data), [], source, registers);
    for (const { map, path } of mapsAt(asMap(source.data).when, ['when'])) checkNames(map, path, source, registers);
  }
  for (const { source } of editions) {
    for (const { map, path } of mapsAt(asMap(source.data).evidence, ['evidence'])) {
      if (typeof map.concept === 'string') registers.concepts.use(map.concept, source, [...path, 'concept']);
    }
  }
  for (const { source } of lexicon) {
    for (const [concept, phrases] of Object.entries(asMap(source.data))) checkPhrases(phrases, [concept], source);
  }
  for (const { source } of terminology) {
    checkIdsDiffer(source.data, [], 'a term', source);
    for (const { map, path } of mapsAt(source.data, [])) {
      checkPhrases(map.phrases, [...path, 'phrases'], source);
      checkPhrases(map.unless, [...path, 'unless'], source);
    }
  }
  for (const { source } of agencies) {
    checkIdsDiffer(source.data, [], 'a category', source);
    for (const { map, path } of mapsAt(source.data, [])) checkPhrases(map.names, [...path, 'names'], source);
  }
  checkUnused(registers, options);

  const mistakes = sortMistakes(all.flatMap(({ source }) => source.mistakes));
  return {
    rules: {
      editions: shaped<Edition>(editions),
      requirements: shaped<Requirement>(requirements),
      concepts: lexicon.filter(({ sound }) => sound).flatMap(({ source }) => concepts(source.data)),
      signals: shaped<Signal>(signals),
      terminology: shaped<SupersededTerm[]>(terminology).flat(),
      agencies: shaped<AgencyCategory[]>(agencies).flat(),
    },
    mistakes: options.allowUnfinished ? mistakes.filter((mistake) => !mistake.unfinished) : mistakes,
  };
};

const readSource = (file: RuleFile, schema: SchemaName): Checked => {
  const source = new RuleSource(file);
  if (source.mistakes.length > 0) return { source, sound: false };
  if (source.data === null || source.data === undefined) {
    source.add([], 'The file is empty; write it or delete it.');
    return { source, sound: false };
  }
  const found = schemaMistakes(schema, source.data);
  for (const mistake of found) source.add(mistake.path, mistake.message, { at: mistake.at });
  return { source, sound: found.length === 0 };
};

const fillRegisters = (
  editions: readonly Checked[],
  requirements: readonly Checked[],
  lexicon: readonly Checked[],
  signals: readonly Checked[],
): Registers => {
  const registers: Registers = {
    editions: new Register('edition', 'rules/editions'),
    requirements: new Register('requirement', 'rules/requirements'),
    concepts: new Register('concept', 'rules/lexicon'),
    signals: new Register('signal', 'rules/signals'),
  };
  for (const [register, list] of [
    [registers.editions, editions],
    [registers.requirements, requirements],
    [registers.signals, signals],
  ] as const) {
    for (const { source } of list) {
      giveFileId(register, source);
      if (source.data === undefined || source.data === null) register.complete = false;
    }
  }
  for (const { source } of lexicon) {
    for (const concept of Object.keys(asMap(source.data))) registers.concepts.give(concept, source, [concept]);
    if (asMap(source.data) !== source.data) registers.concepts.complete = false;
  }
  return registers;
};

const checkUnused = (registers: Registers, options: LoadOptions): void => {
  // A file that cannot be read may be the one that uses a concept.
  if (![registers.editions, registers.requirements, registers.signals].every(({ complete }) => complete)) return;
  registers.concepts.markUsed(options.conceptsUsedByCode ?? CONCEPTS_USED_BY_CODE);
  for (const [concept, { source, path }] of registers.concepts.unused()) {
    if (FAMILIES_USED_BY_CODE.some((beginning) => concept.startsWith(beginning))) continue;
    source.add(path, `No rule uses the concept "${concept}"; use it or take it out.`, { at: 'key', unfinished: true });
  }
};

const shaped = <T>(list: readonly Checked[]): T[] =>
  list.filter(({ sound }) => sound).map(({ source }) => toShape<T>(source.data));

const concepts = (data: unknown): Concept[] =>
  Object.entries(asMap(data)).map(([id, phrases]) => ({ id, phrases: phrases as string[] }));
