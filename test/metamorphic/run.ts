/** Applies the operators to labelled texts and counts, element by element, where the verdicts behave as they must. */
import type { CompiledRules } from '../../src/evidence/compile.ts';
import { readDocument } from '../../src/read/index.ts';
import { checkDocument } from '../../src/verdict/check.ts';
import type { DocumentReport } from '../../src/verdict/types.ts';
import { type LabelledSource, type Operator, operators, statuses, type Variant } from './operators.ts';

export interface Survival {
  operator: string;
  says: string;
  checked: number;
  survived: number;
  /** `text requirement.element: before -> after`, for the first few that did not. */
  failures: string[];
}

async function report(
  text: string,
  format: Variant['format'],
  edition: string,
  compiled: CompiledRules,
): Promise<DocumentReport> {
  const document = await readDocument('text', new TextEncoder().encode(text), { format });
  return checkDocument(document, compiled, { edition });
}

export async function survival(
  sources: readonly LabelledSource[],
  compiled: CompiledRules,
  chosen: readonly Operator[] = operators,
): Promise<Survival[]> {
  const results = new Map<string, Survival>();
  for (const { name, says } of chosen)
    results.set(name, { operator: name, says, checked: 0, survived: 0, failures: [] });
  for (const source of sources) {
    const format = source.kind === 'passage' || !source.name.endsWith('.txt') ? 'markdown' : 'text';
    const before = await report(source.text, format, source.edition, compiled);
    for (const operator of chosen) {
      const result = results.get(operator.name)!;
      for (const variant of operator.apply(source, before)) {
        const after = await report(variant.text, variant.format, source.edition, compiled);
        tallyVariant(result, source, before, after, variant);
      }
    }
  }
  return [...results.values()];
}

function tallyVariant(
  result: Survival,
  source: LabelledSource,
  before: DocumentReport,
  after: DocumentReport,
  variant: Variant,
): void {
  const was = statuses(before);
  const is = statuses(after);
  const { expect } = variant;
  const wanted = expect.kind === 'falls' ? expect.elements : [...was.keys()];
  for (const id of wanted) {
    const old = was.get(id)!;
    const now = is.get(id)!;
    const holds =
      expect.kind === 'same'
        ? old === now
        : expect.kind === 'no-gap-closes'
          ? now !== 'full' || old === 'full'
          : now !== 'full';
    result.checked++;
    if (holds) result.survived++;
    else result.failures.push(`${source.name} ${id}: ${old} -> ${now}`);
  }
}
