/** Label files: what a person found in a document or passage. The format is described in `fixtures/corpus/README.md`. */
import { formatMistake, sortMistakes } from '../rules/mistake.ts';
import { schemaMistakes } from '../rules/schema-mistakes.ts';
import { RuleSource } from '../rules/source.ts';
import type { Status } from '../rules/types.ts';

export interface ElementLabel {
  status: Status;
  /** The best evidence, or the trap where the status is absent; an exact piece of the document. */
  quote?: string;
  also?: string[];
  /** Any of these is right; always holds `status`. */
  accept: Status[];
  trap?: string;
  note?: string;
}

export interface LabelledText {
  /** Unique name in the run: the document's file name, or `funding.yaml#3` for a passage. */
  name: string;
  kind: 'document' | 'passage';
  /** The document's file beside the label file, or undefined where the text is here. */
  file?: string;
  text?: string;
  edition: string;
  /** A document's style, or a passage's register. */
  style: string;
  /** A document's quality, or a passage's kind. */
  quality: string;
  /** requirement -> element -> label */
  labels: Map<string, Map<string, ElementLabel>>;
}

/** A label file with mistakes in it: one line for each, `file:line:column sentence`. */
export class LabelError extends Error {
  override name = 'LabelError';
}

interface DocumentFile {
  document: string;
  edition: string;
  style?: string;
  quality?: string;
  requirements: Record<string, Record<string, Omit<ElementLabel, 'accept'> & { accept?: Status[] }>>;
}

interface PassagesFile {
  requirement: string;
  passages: {
    heading?: string;
    edition?: string;
    text: string;
    expect: Record<string, Status>;
    kind?: string;
    register?: string;
  }[];
}

/** The edition of a passage that names none. */
const PASSAGE_EDITION = 'wt2023';

/**
 * The labelled texts of one file.
 * @throws LabelError when the file is not valid YAML or not a label file
 */
export function parseLabels(path: string, yaml: string): LabelledText[] {
  const source = new RuleSource({ path, text: yaml });
  const isPassages = typeof source.data === 'object' && source.data !== null && 'passages' in source.data;
  if (source.mistakes.length === 0) {
    for (const { path: at, at: part, message } of schemaMistakes(isPassages ? 'passages' : 'labels', source.data)) {
      source.add(at, message, { at: part });
    }
  }
  if (source.mistakes.length > 0) throw new LabelError(sortMistakes(source.mistakes).map(formatMistake).join('\n'));
  return isPassages ? passages(path, source.data as PassagesFile) : [documentLabels(source.data as DocumentFile)];
}

function documentLabels(file: DocumentFile): LabelledText {
  const labels: LabelledText['labels'] = new Map();
  for (const [requirement, elements] of Object.entries(file.requirements)) {
    const byElement = new Map<string, ElementLabel>();
    for (const [element, label] of Object.entries(elements)) {
      byElement.set(element, { ...label, accept: [...new Set([label.status, ...(label.accept ?? [])])] });
    }
    labels.set(requirement, byElement);
  }
  return {
    name: file.document,
    kind: 'document',
    file: file.document,
    edition: file.edition,
    style: file.style ?? '-',
    quality: file.quality ?? '-',
    labels,
  };
}

function passages(path: string, file: PassagesFile): LabelledText[] {
  return file.passages.map(({ heading, edition, text, expect, kind, register }, index) => ({
    name: `${path.split('/').pop()}#${index + 1}`,
    kind: 'passage',
    text: heading === undefined ? text : `## ${heading}\n\n${text}`,
    edition: edition ?? PASSAGE_EDITION,
    style: register ?? '-',
    quality: kind ?? '-',
    labels: new Map([
      [
        file.requirement,
        new Map(Object.entries(expect).map(([element, status]) => [element, { status, accept: [status] }])),
      ],
    ]),
  }));
}
