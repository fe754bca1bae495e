/** What is wrong with the front matter itself, at the key where it is wrong. */
import type { Finding } from '../types.ts';
import type { FindingInput } from './index.ts';

export function frontMatterMistakes({ reading, frontMatter }: FindingInput): Finding[] {
  return frontMatter.map(({ path, level, message }) => {
    const declared = reading.document.declared.find(
      (value) => value.path === path || value.path.startsWith(`${path}.`) || path.startsWith(`${value.path}.`),
    );
    const place = declared?.place;
    return {
      code: 'front-matter',
      level,
      message,
      ...(place === undefined
        ? {}
        : {
            line: place.start.line,
            column: place.start.column,
            endLine: place.end.line,
            endColumn: place.end.column,
          }),
    };
  });
}
