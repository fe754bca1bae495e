/** Labelled texts as passages of which it is known whether they set an element out. */
import type { Document } from '../../src/document/types.ts';
import type { CompiledRules } from '../../src/evidence/compile.ts';
import { type Reading, readConcepts } from '../../src/evidence/reading.ts';
import { passagesOf } from '../../src/evidence/second-reading/passages.ts';
import { elementKey } from '../../src/evidence/second-reading/weights.ts';
import { wordForm } from '../../src/evidence/second-reading/word-form.ts';
import { readDocument } from '../../src/read/index.ts';
import type { Status } from '../../src/rules/types.ts';
import { dateOf } from '../../src/verdict/document-date.ts';
import { chance } from './chance.ts';
import type { Lesson } from './labelled.ts';

/** A passage by the ids of its concepts and the forms of its words. */
export type Held = readonly string[];

export interface Judged {
  held: Held;
  status: Status;
  /** How much it counts. */
  weight: number;
}

/** One labelled text: what was judged of each element, and what all its passages hold. */
export interface Studied {
  path: string;
  judged: Map<string, Judged[]>;
  holds: ReadonlySet<string>;
}

export const conceptFeature = (id: string): string => `:${id}`;

/** Of a document, passages that no label points to are held to set nothing out; so many are taken for each element. */
const OTHERS = 25;
const OTHERS_WEIGHT = 0.2;
/** The examples of the rules say what an element means; whatever else is learnt, they should hold. */
const EXAMPLE_WEIGHT = 8;
/** The words of a label alone, where they are less than the passages in which they stand. */
const QUOTE_WEIGHT = 0.5;

export async function study(lesson: Lesson, compiled: CompiledRules): Promise<Studied> {
  const name = lesson.file ?? `${lesson.name}.md`;
  const document = await readDocument(name, lesson.bytes, lesson.format === undefined ? {} : { format: lesson.format });
  const reading = readConcepts(document, compiled, dateOf(document)?.iso);
  const holds = new Set<string>();
  const all = passagesOf(document).map((sentences) => ({ sentences, held: heldIn(reading, sentences) }));
  for (const { held } of all) for (const feature of held) holds.add(feature);
  const judged =
    lesson.kind === 'passage'
      ? judgedPassage(lesson, document, reading)
      : judgedDocument(lesson, document, reading, all);
  return { path: lesson.path, judged, holds };
}

function heldIn({ reads, words, compiled }: Reading, sentences: readonly number[]): Held {
  const held = new Set<string>();
  for (const index of sentences) {
    for (let number = 0; number < compiled.size; number++) {
      if ((reads[index]![number >>> 5]! & (1 << (number & 31))) === 0) continue;
      const id = compiled.conceptId(number);
      if (id !== '') held.add(conceptFeature(id));
    }
    for (const word of words[index]!) {
      const form = wordForm(word);
      if (form !== undefined) held.add(form);
    }
  }
  return [...held];
}

function judgedPassage(lesson: Lesson, { sentences }: Document, reading: Reading): Map<string, Judged[]> {
  const held = heldIn(
    reading,
    sentences.filter(({ kind }) => kind !== 'heading').map(({ index }) => index),
  );
  const weight = lesson.quality === 'example' ? EXAMPLE_WEIGHT : 1;
  const judged = new Map<string, Judged[]>();
  for (const [requirement, labels] of lesson.labels)
    for (const [element, { status }] of labels)
      judged.set(elementKey(requirement, element), [{ held, status, weight }]);
  return judged;
}

interface Part {
  sentences: number[];
  held: Held;
}

function judgedDocument(
  lesson: Lesson,
  { sentences }: Document,
  reading: Reading,
  all: readonly Part[],
): Map<string, Judged[]> {
  const texts = sentences.map(({ text }) => plain(text));
  const next = chance();
  // A sentence of a list stands in a passage of its own and in that of the list: the first is meant.
  const partOf = new Map<number, Part>();
  for (const part of all) for (const index of part.sentences) if (!partOf.has(index)) partOf.set(index, part);
  const judged = new Map<string, Judged[]>();
  for (const [requirement, labels] of lesson.labels) {
    for (const [element, { status, quote, also }] of labels) {
      const list: Judged[] = [];
      const quoted = new Set(
        [quote, ...(also ?? [])].flatMap((words) => (words === undefined ? [] : standsIn(texts, plain(words)))),
      );
      const parts = new Set([...quoted].flatMap((index) => partOf.get(index) ?? []));
      const around = [...new Set([...parts].flatMap((part) => part.sentences))].sort((a, b) => a - b);
      if (around.length > 0) {
        list.push({ held: heldIn(reading, around), status, weight: 1 });
        const own = [...quoted].filter((index) => partOf.has(index)).sort((a, b) => a - b);
        if (own.length < around.length) list.push({ held: heldIn(reading, own), status, weight: QUOTE_WEIGHT });
      }
      for (let taken = 0; taken < OTHERS; taken++) {
        const part = all[Math.floor(next() * all.length)]!;
        if (part.sentences.some((index) => around.includes(index))) continue;
        list.push({ held: part.held, status: 'absent', weight: OTHERS_WEIGHT });
      }
      judged.set(elementKey(requirement, element), list);
    }
  }
  return judged;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Shorter sentences stand in many quotations by chance. */
const SHORTEST = 20;

const standsIn = (texts: readonly string[], quote: string): number[] =>
  texts.flatMap((text, index) =>
    text !== '' && (text.includes(quote) || (text.length > SHORTEST && quote.includes(text))) ? [index] : [],
  );
