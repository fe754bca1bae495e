/** `masa rules`: what an edition asks for, as a table or as data. */

import { loadBuiltInRules } from '../pipeline.ts';
import { toJson } from '../report/json.ts';
import type { Edition, Requirement } from '../rules/types.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { columnsFor, wantsColour } from './colour.ts';
import { editionId } from './edition.ts';
import type { Io } from './io.ts';
import { unknownName } from './suggest.ts';

export interface RulesCommandOptions {
  edition?: string;
  format: string;
  width?: number;
  color?: boolean;
}

const FORMATS = ['terminal', 'json'];

export async function rules(options: RulesCommandOptions, io: Io): Promise<ExitCode> {
  if (!FORMATS.includes(options.format)) throw unknownName('format', options.format, FORMATS);
  const { editions, requirements } = await loadBuiltInRules();
  const id = options.edition === undefined ? undefined : editionId(options.edition, editions);
  const edition = editions.find((candidate) => candidate.id === id) ?? newestComplete(editions);
  if (options.format === 'json') {
    await io.stdout.write(toJson(asData(edition, requirements)));
    return 0;
  }
  const { formatRules } = await import('../report/terminal-rules.ts');
  const settings = { width: columnsFor(options.width, io), color: wantsColour(options.color, io) };
  await io.stdout.write(formatRules(edition, requirements, settings));
  return 0;
}

/** The newest edition that is not provisional; today's date plays no part, so the answer is the same every day. */
function newestComplete(editions: readonly Edition[]): Edition {
  const complete = editions.filter(({ provisional }) => provisional === undefined);
  return [...(complete.length > 0 ? complete : editions)].sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))[0]!;
}

/** The requirements without what only the matching step needs. */
function asData(edition: Edition, requirements: readonly Requirement[]) {
  const { id, title, published, inForceFrom, inForceTo, provisional } = edition;
  return {
    schemaVersion: '1',
    edition: { id, title, published, inForceFrom, inForceTo, provisional },
    requirements: requirements
      .filter((requirement) => requirement.editions[id] !== undefined)
      .map((requirement) => ({
        id: requirement.id,
        title: requirement.title,
        theme: requirement.theme,
        force: requirement.editions[id]!.force,
        cite: requirement.editions[id]!.cite,
        statute: requirement.statute,
        publicationList: requirement.editions[id]!.publicationList ?? false,
        asks: requirement.asks,
        remedy: requirement.remedy,
        elements: requirement.elements.map((element) => ({
          id: element.id,
          need: element.essentialIn?.includes(id) ? 'essential' : element.need,
          asks: element.asks,
        })),
      })),
  };
}
