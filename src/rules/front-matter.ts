/** Front matter against its published schema, as sentences that a report can show. Loaded only where there is some. */
import { DATE_KEYS, isRealDate } from './dates.ts';
import { editionNamed } from './edition-named.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import { schemas } from './schemas.ts';
import type { Path } from './source.ts';
import { nearest } from './suggest.ts';
import type { Edition, RuleSet } from './types.ts';

export interface FrontMatterMistake {
  /** The path of keys as the document has them, joined by dots, as in `DeclaredValue.path`: `partners.police`. */
  path: string;
  /** A key that the schema does not know is only a note: an area may declare what it likes. */
  level: 'warning' | 'note';
  message: string;
}

/** `rules` have the requirements that `not-applicable` and the editions that `edition` may name. */
export const checkFrontMatter = (
  data: Readonly<Record<string, unknown>>,
  rules: Pick<RuleSet, 'requirements' | 'editions'>,
): FrontMatterMistake[] => {
  const requirements = rules.requirements.map(({ id }) => id);
  const normal = withHyphens(data);
  const mistakes: FrontMatterMistake[] = schemaMistakes('front-matter', normal).map(({ path, message }) => ({
    path: pathInDocument(path, data),
    level: 'warning',
    message,
  }));

  const known = Object.keys(schemas['front-matter'].properties);
  for (const [key, value] of Object.entries(data)) {
    const name = hyphenated(key);
    if (name === 'edition') mistakes.push(...unknownEdition(key, value, rules.editions));
    if (isDateKey(name) && typeof value === 'string' && /^\d{4}-\d\d(?:-\d\d)?$/.test(value) && !isRealDate(value)) {
      const message = `"${key}" says ${value}, which is no date; write it as 2024-12-15, 2024-12 or December 2024.`;
      mistakes.push({ path: key, level: 'warning', message });
    }
    if (known.includes(name) || isDateKey(name)) continue;
    const near = nearest(name, known);
    const hint = near === undefined ? 'it is kept and not used.' : `did you mean "${near}"?`;
    mistakes.push({ path: key, level: 'note', message: `"${key}" is not a key this program knows; ${hint}` });
  }
  const waived = (normal as Record<string, unknown>)['not-applicable'];
  for (const id of typeof waived === 'object' && waived !== null ? Object.keys(waived) : []) {
    if (requirements.includes(id)) continue;
    const near = nearest(id, requirements);
    const hint = near === undefined ? 'see "masa rules" for their ids.' : `did you mean "${near}"?`;
    mistakes.push({
      path: pathInDocument(['not-applicable', id], data),
      level: 'warning',
      message: `There is no requirement "${id}" to declare not applicable; ${hint}`,
    });
  }
  return mistakes;
};

const unknownEdition = (path: string, value: unknown, editions: readonly Edition[]): FrontMatterMistake[] => {
  // What is no text or number, or an empty one, the schema has told.
  const said = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 80) : '';
  if (said.trim() === '' || editionNamed(editions, said)) return [];
  const ids = editions.map(({ id }) => id);
  const known = `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
  const message = `"${path}" says ${said}, which is none of ${known}, so it was not used; correct it or leave it out.`;
  return [{ path, level: 'warning', message }];
};

const isDateKey = (name: string): boolean => (DATE_KEYS as readonly string[]).includes(name);

const hyphenated = (key: string): string =>
  key
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-');

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy whose keys are written as the schema has them. */
const withHyphens = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withHyphens);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [hyphenated(key), withHyphens(inner)]));
};

/** The same path in the document's own spelling of its keys. */
const pathInDocument = (path: Path, data: unknown): string => {
  const steps: (string | number)[] = [];
  let at = data;
  for (const step of path) {
    const own = isMap(at) ? (Object.keys(at).find((key) => hyphenated(key) === step) ?? step) : step;
    steps.push(own);
    at = (at as Record<string, unknown> | undefined)?.[own];
  }
  return steps.join('.');
};
