/** A rule file as data that knows where each part of it stands. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Mistake } from './mistake.ts';

export interface RuleFile {
  /** Path as mistakes show it, with forward slashes. */
  path: string;
  text: string;
}

/** Keys and indexes that lead from the top of the file to one of its parts. */
export type Path = readonly (string | number)[];

export class RuleSource {
  readonly path: string;
  /** What the file says, as plain data; undefined where it is no YAML at all. */
  readonly data: unknown;
  readonly mistakes: Mistake[] = [];
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #lines = new LineCounter();

  constructor(file: RuleFile) {
    this.path = file.path;
    this.#document = parseDocument(file.text.replace(/^\uFEFF/, ''), {
      lineCounter: this.#lines,
      prettyErrors: false,
      version: '1.2',
      strict: true,
    });
    for (const error of worthTelling(this.#document.errors)) this.mistakes.push(this.#yamlMistake(error));
    this.#refuseAliases();
    this.data = this.mistakes.length > 0 ? undefined : this.#document.toJS();
  }

  /** Notes a mistake at a part of the file: at its value, or at the key that names it. */
  add(path: Path, message: string, options: { at?: 'key' | 'value'; unfinished?: boolean } = {}): void {
    this.mistakes.push({
      file: this.path,
      ...this.#place(path, options.at ?? 'value'),
      message,
      ...(options.unfinished ? { unfinished: true as const } : {}),
    });
  }

  /** Rules need no aliases; a `*` at the start of a text is a phrase that lacks its quotation marks. */
  #refuseAliases(): void {
    visit(this.#document, {
      Alias: (_, { source, range }) => {
        const { line, col } = this.#lines.linePos(range?.[0] ?? 0);
        const message = `A text that begins with "*" is an alias in YAML; put "*${source}" in quotation marks.`;
        this.mistakes.push({ file: this.path, line, column: col, message });
      },
    });
  }

  #place(path: Path, at: 'key' | 'value'): { line: number; column: number } {
    let node: Node | null = this.#document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      let next: Node | null = null;
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        const key = pair?.key as Node | undefined;
        const value = pair?.value as Node | null | undefined;
        const keyOffset = key?.range?.[0] ?? offset;
        // A key with nothing after it has an empty value, which stands nowhere: show the key.
        const empty = isScalar(value) && value.value === null && value.source === '';
        offset = (at === 'key' && depth === path.length - 1) || empty ? keyOffset : (value?.range?.[0] ?? keyOffset);
        next = value ?? null;
      } else if (isSeq(node)) {
        next = (node.items[Number(step)] as Node | undefined) ?? null;
        offset = next?.range?.[0] ?? offset;
      }
      if (next === null) break;
      node = next;
    }
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #yamlMistake(error: YAMLError): Mistake {
    const { line, col } = this.#lines.linePos(error.pos[0]);
    return { file: this.path, line: Math.max(line, 1), column: Math.max(col, 1), message: yamlSentence(error) };
  }
}

const SENTENCES: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'The "*" makes this an alias; put the text in quotation marks.',
  BAD_DQ_ESCAPE: 'A "\\" in double quotation marks starts an escape that does not exist; use single quotation marks.',
  BAD_INDENT: 'The line is not indented like its neighbours; line it up with the others at its level.',
  BAD_SCALAR_START: 'A text cannot begin with this sign; put the text in quotation marks.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a ":" too many on this line; put the text after the first ":" in quotation marks.',
  DUPLICATE_KEY: 'This key stands twice in the same place; keep one of them.',
  MISSING_CHAR:
    'Something is missing here: a comma, a bracket, a quotation mark, the ":" after a key, or spaces that line it up with its neighbours.',
  MULTILINE_IMPLICIT_KEY:
    'A key goes over more than one line; check for a missing ":" or quotation mark on the line before.',
  TAB_AS_INDENT: 'The line is indented with a tab; indent with spaces.',
  UNEXPECTED_TOKEN:
    'This is not expected here; check the brackets, quotation marks and commas of the line and the line before.',
};

/** The first error and keys that stand twice: what follows a first error is mostly its consequence. */
const worthTelling = (errors: readonly YAMLError[]): YAMLError[] => {
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = inOrder.find(({ code }) => code !== 'DUPLICATE_KEY');
  return inOrder.filter((error) => error.code === 'DUPLICATE_KEY' || error === first);
};

const yamlSentence = (error: YAMLError): string => {
  if (error.code === 'BAD_INDENT' && error.message.startsWith('Flow')) {
    return 'A "{" or "[" is never closed before this; add the "}" or "]".';
  }
  return SENTENCES[error.code] ?? `This is not YAML that can be read (${error.message.split('\n')[0]}).`;
};
