/** A person with a list of words and Ctrl-F: an element is full where one of its words stands anywhere in the text. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLabels } from '../src/evaluate/labels.ts';
import type { Evaluation, Files } from '../src/evaluate/run.ts';
import { compare } from '../src/evaluate/score.ts';
import type { CompiledRules } from '../src/evidence/compile.ts';
import { needIn } from '../src/verdict/element-report.ts';
import type { DocumentReport } from '../src/verdict/types.ts';

type Keywords = Record<string, Record<string, string[]>>;

/** The report that searching for the keywords would give; only what scoring reads of it. */
function keywordReport(text: string, edition: string, keywords: Keywords, { rules }: CompiledRules): DocumentReport {
  const lower = text.toLowerCase();
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const requirements = rules.requirements.flatMap((requirement) => {
    const words = keywords[requirement.id];
    if (!words) return [];
    const elements = requirement.elements.map((element) => {
      const at = (words[element.id] ?? [])
        .map((word) => lower.indexOf(word.toLowerCase()))
        .filter((offset) => offset >= 0);
      const evidence = at.map((offset) => ({ line: lineAt(offset), endLine: lineAt(offset) }));
      return { id: element.id, need: needIn(element, edition), status: at.length > 0 ? 'full' : 'absent', evidence };
    });
    return [{ id: requirement.id, elements }];
  });
  return { requirements } as unknown as DocumentReport;
}

export function evaluateKeywords(dir: string, files: Files, compiled: CompiledRules): Evaluation {
  const keywords = parse(readFileSync('bench/keywords.yaml', 'utf8')) as Keywords;
  const total: Evaluation = { elements: [], requirements: [], texts: 0, skipped: [] };
  const decoder = new TextDecoder();
  for (const path of files.list(dir)) {
    if (!/\.labels\.yaml$|passages\/[^/]+\.yaml$/.test(path)) continue;
    for (const text of parseLabels(path, decoder.decode(files.read(path)))) {
      const file = `${path.slice(0, path.lastIndexOf('/') + 1)}${text.file}`;
      if (text.text === undefined && !files.exists(file)) continue;
      const body = text.text ?? decoder.decode(files.read(file));
      const { elements, requirements } = compare(text, body, keywordReport(body, text.edition, keywords, compiled));
      total.elements.push(...elements);
      total.requirements.push(...requirements);
      total.texts++;
    }
  }
  return total;
}
