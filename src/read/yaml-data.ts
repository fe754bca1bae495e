/**
 * YAML -> plain data and the places of its values. Safe against duplicate keys, aliases that multiply, and depth; every
 * mistake becomes one sentence with its line and column in the whole file.
 */

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml';
import { LineIndex } from '../document/lines.ts';
import type { DeclaredValue } from '../document/types.ts';
import { ReadError, type ReadErrorCode } from './errors.ts';
import { MAX_YAML, MAX_YAML_LINES } from './limits.ts';

const DEEPEST = 40;
const MOST_VALUES = 20_000;

export interface YamlData {
  data: Record<string, unknown>;
  declared: DeclaredValue[];
  document: YamlDocument.Parsed;
}

/** Reads text[from, to) as one YAML mapping. */
export function readYamlData(
  path: string,
  text: string,
  from: number,
  to: number,
  code: Extract<ReadErrorCode, 'front-matter' | 'yaml'>,
): YamlData {
  const lines = new LineIndex(text);
  const what = code === 'yaml' ? 'the YAML' : 'the front matter';
  const fail = (offset: number, problem: string): ReadError => {
    const { line, column } = lines.pointAt(Math.min(Math.max(offset, 0), text.length));
    return new ReadError(code, path, `${path}, line ${line}, column ${column}: ${problem}`, { line, column });
  };
  const yaml = text.slice(from, to);
  let count = 0;
  for (let i = 0; i < yaml.length; i++) if (yaml.charCodeAt(i) === 10) count++;
  if (count > MAX_YAML_LINES || yaml.length > MAX_YAML) {
    throw fail(
      from,
      `${what} is too long to read (${MAX_YAML_LINES.toLocaleString('en-GB')} lines at most); shorten it.`,
    );
  }
  refuseDepth(yaml, (offset) => fail(from + offset, `${what} is nested too deeply to read; make it flatter.`));
  const document = parseDocument(yaml, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: true,
    schema: 'core',
    merge: false,
    logLevel: 'silent',
  });
  const error = document.errors[0];
  if (error !== undefined)
    throw fail(from + error.pos[0], explain(error.code, error.message, what, keyAt(yaml, error.pos[0])));
  const root = document.contents as Node | null;
  if (root === null) return { data: {}, declared: [], document };
  if (!isMap(root))
    throw fail(from + (root.range?.[0] ?? 0), `${what} must be a list of keys and values, one "key: value" a line.`);

  const declared: DeclaredValue[] = [];
  const visit = (node: unknown, keys: string[], keyOffset: number): unknown => {
    if (declared.length > MOST_VALUES) throw fail(from, `${what} holds more than ${MOST_VALUES} values; shorten it.`);
    if (isAlias(node)) {
      throw fail(
        from + (node.range?.[0] ?? 0),
        `${what} uses the alias "*${node.source}"; write the value out in full.`,
      );
    }
    if (isMap(node)) {
      const object: Record<string, unknown> = {};
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const at = (pair.key as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
        if (!isScalar(pair.key)) throw fail(from + at, `${what} has a key that is not a word; write "key: value".`);
        const value = visit(pair.value, [...keys, key], at);
        Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
      }
      return object;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        visit(item, [...keys, String(index)], (item as Node | null)?.range?.[0] ?? 0),
      );
    }
    if (node === null || node === undefined) {
      declare(null, keyOffset, keyOffset, keys);
      return null;
    }
    if (!isScalar(node)) return null;
    const raw = node.value;
    const value =
      typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
        ? raw
        : raw === null
          ? null
          : String(raw);
    const end = node.range?.[1] ?? keyOffset;
    declare(value, keyOffset, end, keys);
    return value;
  };
  const declare = (value: DeclaredValue['value'], start: number, end: number, keys: string[]): void => {
    const place = { start: lines.pointAt(from + start), end: lines.pointAt(from + trimEnd(yaml, start, end)) };
    declared.push({ path: keys.join('.'), value, place });
  };
  const data = visit(root, [], 0) as Record<string, unknown>;
  return { data, declared, document };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** The word that starts at an offset. */
function keyAt(text: string, at: number): string {
  return /^["']?([^\n:"']{1,60})/.exec(text.slice(at, at + 80))?.[1]?.trim() ?? '';
}

function explain(code: string, message: string, what: string, key: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return `${what} gives the key "${key}" twice; keep one of them.`;
    case 'TAB_AS_INDENT':
      return `${what} is indented with a tab; use spaces.`;
    case 'MULTIPLE_DOCS':
      return `${what} holds more than one YAML document; keep one.`;
    default: {
      const problem = message.split('\n')[0]!.replace(/\.$/, '');
      return `${what} is not valid YAML (${problem.charAt(0).toLowerCase()}${problem.slice(1)}); correct it there.`;
    }
  }
}

/** Depth by brackets and by indentation, counted without parsing. */
function refuseDepth(text: string, fail: (offset: number) => ReadError): void {
  let brackets = 0;
  let lineStart = 0;
  let markers = 0;
  let leading = true;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') {
      lineStart = i + 1;
      leading = true;
      markers = 0;
    } else if (char === '[' || char === '{') {
      if (++brackets > DEEPEST) throw fail(i);
      leading = false;
    } else if (char === ']' || char === '}') {
      brackets = Math.max(0, brackets - 1);
      leading = false;
    } else if (leading && (char === '-' || char === '?') && text[i + 1] === ' ') {
      if (++markers > DEEPEST) throw fail(i);
    } else if (char !== ' ') {
      if (leading && i - lineStart > DEEPEST * 8) throw fail(i);
      leading = false;
    }
  }
}
