/** The labelled texts to learn from: documents and passages of the corpus, and the examples of the rules. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LabelledText, parseLabels } from '../../src/evaluate/labels.ts';
import type { RuleSet } from '../../src/rules/types.ts';

export interface Lesson extends LabelledText {
  /** The label file. */
  path: string;
  bytes: Uint8Array;
  format?: 'markdown';
}

const encoder = new TextEncoder();

/** @param paths label files, sorted */
export function labelledTexts(paths: readonly string[]): Lesson[] {
  return paths.flatMap((path) =>
    parseLabels(path, readFileSync(path, 'utf8')).map(
      (text): Lesson =>
        text.file === undefined
          ? { ...text, path, bytes: encoder.encode(text.text), format: 'markdown' }
          : { ...text, path, bytes: readFileSync(join(dirname(path), text.file)) },
    ),
  );
}

/** What a rule's examples say of its elements, as passages. */
export function examplesOf({ requirements }: RuleSet): Lesson[] {
  return requirements.flatMap(({ id, examples, editions }) =>
    examples.map(({ text, heading, expect, edition }, place): Lesson => {
      const whole = heading === undefined ? text : `## ${heading}\n\n${text}`;
      return {
        name: `${id}.yaml#${place + 1}`,
        kind: 'passage',
        text: whole,
        edition: edition ?? Object.keys(editions)[0]!,
        style: 'example',
        quality: 'example',
        labels: new Map([
          [id, new Map(Object.entries(expect).map(([element, status]) => [element, { status, accept: [status] }]))],
        ]),
        path: `rules/requirements/${id}.yaml`,
        bytes: encoder.encode(whole),
        format: 'markdown',
      };
    }),
  );
}
