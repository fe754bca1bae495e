/**
 * The passages that a report quotes, matched with the sentences of the document they were taken from, so that the two
 * can be linked both ways.
 */

import type { Document } from '../../document/types.ts';
import type { EvidenceReport, Finding } from '../../verdict/types.ts';
import { plain } from '../plain.ts';

/** What a passage was good for; the strongest first. */
export type Use = 'full' | 'partial' | 'finding' | 'none';
const USES: readonly Use[] = ['full', 'partial', 'finding', 'none'];

/** A mark beside a sentence: which part of the report speaks of it. */
export interface Mark {
  use: Use;
  /** The number of the requirement or finding, as the report shows it. */
  label: string;
  /** What stands under that number. */
  title: string;
  /** `id` of the quotation in the report. */
  target: string;
}

type Passage = Pick<Finding, 'quote' | 'line' | 'column' | 'endLine' | 'endColumn'>;

export class Passages {
  readonly #prefix: string;
  readonly #document: Document | undefined;
  readonly #starts = new Map<string, number[]>();
  readonly #marks = new Map<number, Mark[]>();
  readonly #targets = new Set<number>();
  #count = 0;

  constructor(prefix: string, document: Document | undefined) {
    this.#prefix = prefix;
    this.#document = document;
    for (const { index, place } of document?.sentences ?? []) {
      const key = `${place.start.line}:${place.start.column}`;
      const there = this.#starts.get(key);
      if (there === undefined) this.#starts.set(key, [index]);
      else there.push(index);
    }
  }

  /** Notes a quotation of the report: its own `id`, and that of its place in the text if that can be found. */
  add(passage: Passage | EvidenceReport, use: Use, label: string, title: string): { id: string; text?: string } {
    this.#count += 1;
    const id = `${this.#prefix}q${this.#count}`;
    const sentences = this.#find(passage);
    const [first] = sentences;
    if (first === undefined) return { id };
    this.#targets.add(first);
    for (const sentence of sentences) this.#mark(sentence, { use, label, title, target: id });
    return { id, text: this.idOf(first) };
  }

  idOf(sentence: number): string {
    return `${this.#prefix}s${sentence}`;
  }

  isTarget(sentence: number): boolean {
    return this.#targets.has(sentence);
  }

  marks(sentence: number): readonly Mark[] {
    return this.#marks.get(sentence) ?? [];
  }

  /** Of several marks of one requirement at one sentence, the strongest stays. */
  #mark(sentence: number, mark: Mark): void {
    const marks = this.#marks.get(sentence);
    if (marks === undefined) {
      this.#marks.set(sentence, [mark]);
      return;
    }
    const same = marks.findIndex(({ label }) => label === mark.label);
    if (same < 0) marks.push(mark);
    else if (USES.indexOf(mark.use) < USES.indexOf(marks[same]!.use)) marks[same] = mark;
  }

  /** The sentences that a quotation covers, from those that begin where it begins; none if nothing fits. */
  #find({ quote, line, column, endLine, endColumn }: Passage): number[] {
    if (this.#document === undefined || line === undefined) return [];
    const { sentences } = this.#document;
    const words = quote === undefined ? '' : quote.replace(/ …$/, '');
    const starts = this.#starts.get(`${line}:${column ?? 1}`) ?? [];
    const first =
      starts.find((index) => agrees(sentences[index]!.text, words)) ?? starts[0] ?? this.#around(line, words);
    if (first === undefined) return [];
    const found = [first];
    const { block } = sentences[first]!;
    const isBefore = (index: number): boolean => {
      const { start } = sentences[index]!.place;
      return start.line < (endLine ?? line) || (start.line === (endLine ?? line) && start.column < (endColumn ?? 0));
    };
    let covered = sentences[first]!.text.length;
    for (let next = first + 1; sentences[next]?.block === block; next++) {
      if (!isBefore(next) || covered >= words.length) break;
      found.push(next);
      covered += 1 + sentences[next]!.text.length;
    }
    return found;
  }

  /** A finding may point into the middle of a sentence: the one that holds its words, or else holds its line. */
  #around(line: number, words: string): number | undefined {
    const { sentences } = this.#document!;
    const there = sentences.filter(({ place }) => place.start.line <= line && line <= place.end.line);
    return (there.find(({ text }) => words !== '' && text.includes(words)) ?? there[0])?.index;
  }
}

const agrees = (text: string, words: string): boolean =>
  words === '' || words.startsWith(text) || text.startsWith(words) || plain(text).startsWith(plain(words));
