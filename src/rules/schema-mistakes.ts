/** What a schema has to say against some data, as plain sentences. */
import type { ErrorObject } from 'ajv';
import { type SchemaName, validatorFor } from './schemas.ts';
import type { Path } from './source.ts';
import { didYouMean, listWords, nearest } from './suggest.ts';

export interface SchemaMistake {
  path: Path;
  /** Whether the key or the value is at fault. */
  at: 'key' | 'value';
  message: string;
}

/** Every mistake that the schema finds, each in one sentence. */
export const schemaMistakes = (name: SchemaName, data: unknown): SchemaMistake[] => {
  const validate = validatorFor(name);
  if (validate(data)) return [];
  const mistakes: SchemaMistake[] = [];
  const told = new Set<string>();
  const errors = validate.errors ?? [];
  for (const error of errors) {
    if (isMisspelling(error, errors)) continue;
    const mistake = sentence(error, data);
    if (!mistake) continue;
    const key = `${mistake.path.join('/')}\n${mistake.message}`;
    if (!told.has(key)) {
      told.add(key);
      mistakes.push(mistake);
    }
  }
  return mistakes;
};

/** True for a missing key that stands there misspelt, since the misspelling is told by itself. */
const isMisspelling = (error: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  error.keyword === 'required' &&
  errors.some(
    (other) =>
      other.keyword === 'additionalProperties' &&
      other.instancePath === error.instancePath &&
      nearest(String(other.params.additionalProperty), Object.keys(other.parentSchema?.properties ?? {})) ===
        error.params.missingProperty,
  );

const sentence = (error: ErrorObject, data: unknown): SchemaMistake | undefined => {
  const path = pathOf(error.instancePath, data);
  const schema = (error.parentSchema ?? {}) as Record<string, unknown>;
  const params = error.params as Record<string, unknown>;
  const subject = subjectOf(path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys((schema.properties ?? {}) as object);
      const hint = didYouMean(key, known) || `; ${listWords(known)} can stand here.`;
      return { path: [...path, key], at: 'key', message: `There is no key "${key}" here${hint}` };
    }
    case 'required': {
      const key = String(params.missingProperty);
      const says = (schema.properties as Record<string, { description?: string }> | undefined)?.[key]?.description;
      return { path, at: 'value', message: `"${key}" is missing${asReason(says)}; add it.` };
    }
    case 'type':
      return {
        path,
        at: 'value',
        message: `${subject} is ${article(error.data)} and must be ${types(params.type)}${quoteHint(error.data, params.type)}.`,
      };
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String);
      const hint = typeof error.data === 'string' ? didYouMean(error.data, allowed) : '';
      return {
        path,
        at: 'value',
        message: `${subject} is "${String(error.data)}" and must be ${listWords(allowed)}${hint || '.'}`,
      };
    }
    case 'pattern': {
      const why = schema.patternErrorMessage;
      // A key that breaks a pattern is told by "propertyNames", which knows its place.
      if (error.propertyName !== undefined) {
        return {
          path: [...path, error.propertyName],
          at: 'key',
          message: `"${error.propertyName}" cannot be a name here: ${why ?? 'it has the wrong form'}.`,
        };
      }
      return {
        path,
        at: 'value',
        message: `${subject} is "${String(error.data)}"; ${why ?? 'it has the wrong form'}.`,
      };
    }
    case 'propertyNames':
      return undefined;
    case 'minLength':
      return {
        path,
        at: 'value',
        message:
          error.data === ''
            ? `${subject} is empty; write it or take the key out.`
            : `${subject} is too short: write at least ${params.limit} letters.`,
      };
    case 'minItems':
      return { path, at: 'value', message: `${subject} is an empty list; add an entry or take the key out.` };
    case 'minProperties':
      return { path, at: 'value', message: `${subject} is empty; add an entry or take it out.` };
    case 'uniqueItems':
      return {
        path: [...path, Number(params.i)],
        at: 'value',
        message: `${subject} has the same entry twice; keep one.`,
      };
    case 'minimum':
    case 'maximum':
      return {
        path,
        at: 'value',
        message: `${subject} is ${String(error.data)} and must be ${error.keyword === 'minimum' ? 'at least' : 'at most'} ${params.limit}.`,
      };
    default:
      return { path, at: 'value', message: `${subject} ${error.message ?? 'is not right'}.` };
  }
};

/** The path of a JSON pointer, with the indexes of lists as numbers. */
const pathOf = (pointer: string, data: unknown): (string | number)[] => {
  const path: (string | number)[] = [];
  let at: unknown = data;
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(step) : step);
    at = (at as Record<string, unknown> | undefined)?.[step];
  }
  return path;
};

/** What the part is called in a sentence: its key, or an entry of it. */
const subjectOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast((step) => typeof step === 'string');
  return list === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of "${list}"`;
};

const article = (value: unknown): string => {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value} (yes or no)`;
  return 'a text';
};

const TYPES: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'a set of keys',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'empty',
};

const types = (type: unknown): string => {
  const names = Array.isArray(type) ? type.map(String) : String(type).split(',');
  return listWords([...new Set(names.map((name) => TYPES[name] ?? name))]);
};

const quoteHint = (value: unknown, type: unknown): string =>
  (typeof value === 'number' || typeof value === 'boolean') && String(type).includes('string')
    ? '; put it in quotation marks'
    : '';

/** A description as a reason in brackets: its first clause, which is short. */
const asReason = (description: string | undefined): string => {
  if (!description) return '';
  const first = description.split(/[.;:]/)[0]!.trim();
  return ` (${first.charAt(0).toLowerCase()}${first.slice(1)})`;
};
