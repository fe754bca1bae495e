/**
 * The steps in their order: read, check. The command line and the library both come through here, and each step's
 * code is loaded when it is first needed.
 */

import type { Document, ReadingNote } from './document/types.ts';
import type { CompiledRules } from './evidence/compile.ts';
import type { FrontMatterMistake } from './rules/front-matter.ts';
import type { RuleSet } from './rules/types.ts';
import type { DocumentReport } from './verdict/types.ts';

/** The rules that come with the program, as far as a check needs them. */
export async function loadBuiltInRules(): Promise<RuleSet> {
  const { builtInRules } = await import('./rules/built-in.ts');
  return builtInRules();
}

/** The same with their phrases and examples. */
export async function loadWholeRules(): Promise<RuleSet> {
  const { builtInRulesInFull } = await import('./rules/built-in.ts');
  return builtInRulesInFull();
}

const compiled = new WeakMap<RuleSet, CompiledRules>();

/** Rules made ready for matching; the work is done once for each set of rules. */
export async function compiledRules(rules: RuleSet): Promise<CompiledRules> {
  let made = compiled.get(rules);
  if (made === undefined) {
    const [{ compileRules }, { isBuiltIn }] = await Promise.all([
      import('./evidence/compile.ts'),
      import('./rules/built-in.ts'),
    ]);
    if (isBuiltIn(rules)) {
      const [{ builtInPrepared }, { builtInLearnt }] = await Promise.all([
        import('./evidence/built-in-prepared.ts'),
        import('./evidence/built-in-learnt.ts'),
      ]);
      made = compileRules(rules, builtInPrepared(), builtInLearnt());
    } else {
      // The second reading was learnt with the built-in rules and knows nothing of others.
      made = compileRules(rules);
    }
    compiled.set(rules, made);
  }
  return made;
}

export async function read(path: string, bytes: Uint8Array): Promise<Document> {
  const { readDocument } = await import('./read/index.ts');
  if (path !== '-') return readDocument(path, bytes);
  // Sentences about it should not have to begin with a dash.
  return { ...(await readDocument('Standard input', bytes)), path };
}

/** Reads a document, and gets the rules ready meanwhile: Word files and PDFs are read by a worker. */
export async function readFor(rules: RuleSet, path: string, bytes: Uint8Array): Promise<Document> {
  const [document] = await Promise.all([read(path, bytes), import('./verdict/check.ts'), compiledRules(rules)]);
  return document;
}

/** What the checker sees of a document, as Markdown. */
export async function markdown(path: string, bytes: Uint8Array): Promise<{ text: string; notes: ReadingNote[] }> {
  const [{ readSource }, { markdownOf }] = await Promise.all([
    import('./read/index.ts'),
    import('./read/source-markdown.ts'),
  ]);
  const source = await readSource(path === '-' ? 'Standard input' : path, bytes);
  return { text: markdownOf(source), notes: source.notes };
}

export interface JudgeOptions {
  edition?: string | undefined;
  asOf?: string | undefined;
}

export async function judge(document: Document, rules: RuleSet, options: JudgeOptions = {}): Promise<DocumentReport> {
  const [{ checkDocument }, ready] = await Promise.all([import('./verdict/check.ts'), compiledRules(rules)]);
  const { edition, asOf } = options;
  return checkDocument(document, ready, {
    ...(document.frontMatter === undefined ? {} : { frontMatter: await frontMatterOf(document.frontMatter, rules) }),
    ...(edition === undefined ? {} : { edition }),
    ...(asOf === undefined ? {} : { asOf }),
  });
}

async function frontMatterOf(data: Readonly<Record<string, unknown>>, rules: RuleSet): Promise<FrontMatterMistake[]> {
  const { checkFrontMatter } = await import('./rules/front-matter.ts');
  return checkFrontMatter(data, rules);
}
