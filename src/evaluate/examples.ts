/** A rule's examples are its tests: each is read as a one-section document and must come out as it expects. */
import type { CompiledRules } from '../evidence/compile.ts';
import { readDocument } from '../read/index.ts';
import type { Requirement } from '../rules/types.ts';
import { checkDocument } from '../verdict/check.ts';

/** The editions in which a requirement stands, a settled one first. */
const editionFor = (requirement: Requirement): string =>
  ['wt2023', 'wt2018', 'wt2026'].find((edition) => requirement.editions[edition] !== undefined) ?? 'wt2023';

/** One sentence for each expectation that does not hold. */
export async function exampleMistakes(requirement: Requirement, compiled: CompiledRules): Promise<string[]> {
  const mistakes: string[] = [];
  for (const [index, example] of requirement.examples.entries()) {
    const text = `${example.heading === undefined ? '' : `## ${example.heading}\n\n`}${example.text}`;
    const document = await readDocument('example.md', new TextEncoder().encode(text), { format: 'markdown' });
    const report = checkDocument(document, compiled, {
      edition: example.edition ?? editionFor(requirement),
      requirements: [requirement.id],
    });
    const elements = report.requirements[0]?.elements ?? [];
    for (const [id, expected] of Object.entries(example.expect)) {
      const found = elements.find((element) => element.id === id)?.status;
      if (found !== expected) {
        mistakes.push(
          `${requirement.id}: example ${index + 1} ("${example.text.trim().replace(/\s+/g, ' ').slice(0, 80)}") expects ${id} to be ${expected}, and it is ${found ?? 'not checked'}.`,
        );
      }
    }
  }
  return mistakes;
}
