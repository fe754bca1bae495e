/** How rules are written into the program when it is built. */
/**
 * A generated module. The data stand in it as one JSON text, since an engine reads JSON several times faster than the
 * same data as code. The same data always give the same bytes.
 */
export const builtModule = (data: unknown): string => textModule({ built: JSON.stringify(data) });

/** A generated module of texts; their type is told, or the published declarations would hold each text once more. */
export const textModule = (texts: Readonly<Record<string, string>>): string =>
  [
    '// Made from rules/ by `npm run build:rules`. Do not edit: edit the YAML and build again.',
    ...Object.entries(texts).map(([name, text]) => `export const ${name}: string = ${singleQuoted(text)};`),
    '',
  ].join('\n');

/** A text as a JavaScript string in single quotation marks, which need no escapes for those in JSON. */
const singleQuoted = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`;
