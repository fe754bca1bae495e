/** What is wrong with the front matter itself, at the key where it is wrong. */
import type { Reading } from '../../evidence/reading.ts';
import type { FrontMatterMistake } from '../../rules/front-matter.ts';
import { editionNamed } from '../choose-edition.ts';
import type { Finding } from '../types.ts';
import type { FindingInput } from './index.ts';

/** The key says which edition to judge against, so a value that names none must not pass in silence. */
function unknownEdition({ document, compiled }: Reading): FrontMatterMistake[] {
  const declared = document.frontMatter?.edition;
  if (declared === undefined || declared === null) return [];
  const { editions } = compiled.rules;
  const said = String(declared).slice(0, 80);
  if (said.trim() === '' || editionNamed(editions, said)) return [];
  const ids = editions.map(({ id }) => id);
  const known = `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
  const message = `"edition" says ${said}, which is none of ${known}, so it was not used; correct it or leave it out.`;
  return [{ path: 'edition', level: 'warning', message }];
}

export function frontMatterMistakes({ reading, frontMatter }: FindingInput): Finding[] {
  return [...frontMatter, ...unknownEdition(reading)].map(({ path, level, message }) => {
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
