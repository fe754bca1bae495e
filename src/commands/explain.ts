/** `masa explain`: what one requirement asks for, what counts, and what to write. */

import { loadWholeRules } from '../pipeline.ts';
import { formatExplanation } from '../report/terminal-explain.ts';
import type { Requirement } from '../rules/types.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import { columnsFor, wantsColour } from './colour.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { unknownName } from './suggest.ts';

export interface ExplainOptions {
  width?: number;
  color?: boolean;
}

export async function explain(id: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { editions, requirements } = await loadWholeRules();
  const requirement = requirements.find((candidate) => candidate.id === id.toLowerCase());
  if (requirement === undefined) throw unknownRequirement(id, requirements);
  const settings = { width: columnsFor(options.width, io), color: wantsColour(options.color, io) };
  await io.stdout.write(formatExplanation(requirement, editions, settings));
  return 0;
}

/** A report names a requirement's elements too, so somebody may well ask for one of them. */
function unknownRequirement(id: string, requirements: readonly Requirement[]): Failure {
  const whole = requirements.find(({ elements }) => elements.some((element) => element.id === id));
  if (whole !== undefined) return new Failure(`“${id}” is part of “${whole.id}”; try “masa explain ${whole.id}”.`);
  const known = requirements.map((requirement) => requirement.id);
  return unknownName('requirement', id, known, '“masa rules” lists them.');
}
