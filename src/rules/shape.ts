/** From the keys people write in YAML (`at-least`) to the names the program uses (`atLeast`). */

/** Keys whose value is a map from names of people's own choosing, which stay as they are. */
const MAPS_OF_NAMES = new Set(['editions', 'expect']);

const camel = (key: string): string => key.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of validated data with the program's names; `T` is what the schema has made sure of. */
export const toShape = <T>(value: unknown): T => reshape(value, false) as T;

const reshape = (value: unknown, keepKeys: boolean): unknown => {
  if (Array.isArray(value)) return value.map((entry) => reshape(entry, false));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      keepKeys ? key : camel(key),
      reshape(inner, !keepKeys && MAPS_OF_NAMES.has(key) && isMap(inner)),
    ]),
  );
};
