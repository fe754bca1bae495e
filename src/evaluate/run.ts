/** Reads a folder of labelled texts, checks each and compares. The file system is given, so a test can bring its own. */

import type { CompiledRules } from '../evidence/compile.ts';
import { readDocument } from '../read/index.ts';
import { checkDocument } from '../verdict/check.ts';
import type { DocumentReport } from '../verdict/types.ts';
import { type LabelledText, parseLabels } from './labels.ts';
import { type Comparison, compare } from './score.ts';

export interface Files {
  /** All file paths under the folder, with forward slashes, sorted. */
  list(dir: string): string[];
  read(path: string): Uint8Array;
  exists(path: string): boolean;
}

export interface EvaluateOptions {
  /** Only these requirements; all when left out. */
  requirements?: readonly string[];
  edition?: string;
}

export interface Evaluation extends Comparison {
  texts: number;
  /** Label files whose document is not there. */
  skipped: string[];
}

const LABELS = /\.labels\.ya?ml$/;
const decoder = new TextDecoder();

const PASSAGES = /(?:^|\/)passages\/[^/]+\.ya?ml$/;

/** In the folder that was named, that is: what is hidden inside it is not looked at, but it may be hidden itself. */
function isLabelFile(path: string, dir: string): boolean {
  const inside = path.startsWith(dir) ? path.slice(dir.length) : path;
  return (LABELS.test(path) || PASSAGES.test(path)) && !inside.includes('/.');
}

export async function evaluate(
  dir: string,
  files: Files,
  compiled: CompiledRules,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const result: Evaluation = { elements: [], requirements: [], texts: 0, skipped: [] };
  const inPassages = /(?:^|\/)passages\/?$/.test(dir.replaceAll('\\', '/'));
  for (const path of files.list(dir)) {
    if (!isLabelFile(path, dir) && !(inPassages && /\.ya?ml$/.test(path))) continue;
    for (const text of parseLabels(path, decoder.decode(files.read(path)))) {
      if (options.requirements && ![...text.labels.keys()].some((id) => options.requirements!.includes(id))) continue;
      const source = bytesOf(path, text, files);
      if (!source) {
        result.skipped.push(path);
        continue;
      }
      const report = await checkLabelled(text, source, compiled, options);
      const comparison = compare(text, decoder.decode(source.bytes), report);
      const wanted = (pair: { requirement: string }): boolean =>
        options.requirements?.includes(pair.requirement) ?? true;
      result.elements.push(...comparison.elements.filter(wanted));
      result.requirements.push(...comparison.requirements.filter(wanted));
      result.texts++;
    }
  }
  return result;
}

function bytesOf(path: string, text: LabelledText, files: Files): { name: string; bytes: Uint8Array } | undefined {
  if (text.text !== undefined) return { name: `${text.name}.md`, bytes: new TextEncoder().encode(text.text) };
  const file = `${path.slice(0, path.lastIndexOf('/') + 1)}${text.file}`;
  return files.exists(file) ? { name: file, bytes: files.read(file) } : undefined;
}

async function checkLabelled(
  text: LabelledText,
  source: { name: string; bytes: Uint8Array },
  compiled: CompiledRules,
  options: EvaluateOptions,
): Promise<DocumentReport> {
  const document = await readDocument(source.name, source.bytes, text.kind === 'passage' ? { format: 'markdown' } : {});
  const requirements = [...text.labels.keys()].filter((id) => options.requirements?.includes(id) ?? true);
  return checkDocument(document, compiled, { edition: options.edition ?? text.edition, requirements });
}
