/** Label files: what a person found in a document or passage. The format is described in `fixtures/corpus/README.md`. */
import { parse } from 'yaml';
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
  /** Unique name in the run: the document's file name, or `passages/funding.yaml#3`. */
  name: string;
  kind: 'document' | 'passage';
  /** The document's file beside the label file, or undefined where the text is here. */
  file?: string;
  text?: string;
  edition: string;
  style: string;
  quality: string;
  /** requirement -> element -> label */
  labels: Map<string, Map<string, ElementLabel>>;
}

export class LabelError extends Error {
  override name = 'LabelError';
}

const STATUSES = ['full', 'partial', 'absent'];

function asStatus(value: unknown, where: string): Status {
  if (typeof value === 'string' && STATUSES.includes(value)) return value as Status;
  throw new LabelError(`${where}: the status is "${String(value)}"; it must be full, partial or absent.`);
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const asStrings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

function elementLabel(value: unknown, where: string): ElementLabel {
  const raw = asRecord(value);
  const status = asStatus(raw.status, where);
  const label: ElementLabel = { status, accept: [status] };
  for (const entry of asStrings(raw.accept)) {
    const other = asStatus(entry, where);
    if (!label.accept.includes(other)) label.accept.push(other);
  }
  if (typeof raw.quote === 'string') label.quote = raw.quote;
  const also = asStrings(raw.also);
  if (also.length > 0) label.also = also;
  if (typeof raw.trap === 'string') label.trap = raw.trap;
  if (typeof raw.note === 'string') label.note = raw.note;
  return label;
}

/** The texts of one label file. @throws LabelError with a sentence that names the file. */
export function parseLabels(path: string, yaml: string): LabelledText[] {
  let data: unknown;
  try {
    data = parse(yaml);
  } catch (error) {
    throw new LabelError(
      `${path}: it is not valid YAML (${error instanceof Error ? error.message.split('\n')[0] : 'unreadable'}).`,
    );
  }
  const root = asRecord(data);
  if (Array.isArray(root.passages) && typeof root.requirement === 'string')
    return passages(path, root.requirement, root.passages);
  if (typeof root.document === 'string') return [documentLabels(path, root)];
  throw new LabelError(
    `${path}: it is not a label file; it needs "document" and "requirements", or "requirement" and "passages".`,
  );
}

function documentLabels(path: string, root: Record<string, unknown>): LabelledText {
  const labels: LabelledText['labels'] = new Map();
  for (const [requirement, elements] of Object.entries(asRecord(root.requirements))) {
    const byElement = new Map<string, ElementLabel>();
    for (const [element, value] of Object.entries(asRecord(elements))) {
      byElement.set(element, elementLabel(value, `${path}: ${requirement}.${element}`));
    }
    labels.set(requirement, byElement);
  }
  return {
    name: String(root.document),
    kind: 'document',
    file: String(root.document),
    edition: String(root.edition),
    style: String(root.style ?? '-'),
    quality: String(root.quality ?? '-'),
    labels,
  };
}

function passages(path: string, requirement: string, list: unknown[]): LabelledText[] {
  return list.map((entry, index) => {
    const raw = asRecord(entry);
    const where = `${path}: passage ${index + 1}`;
    if (typeof raw.text !== 'string') throw new LabelError(`${where}: it has no text.`);
    const byElement = new Map<string, ElementLabel>();
    for (const [element, status] of Object.entries(asRecord(raw.expect))) {
      const value = asStatus(status, `${where}, ${element}`);
      byElement.set(element, { status: value, accept: [value] });
    }
    const heading = typeof raw.heading === 'string' ? `## ${raw.heading}\n\n` : '';
    return {
      name: `${path.split(/[\\/]/).pop()}#${index + 1}`,
      kind: 'passage' as const,
      text: `${heading}${raw.text}`,
      edition: String(raw.edition ?? 'wt2023'),
      style: `${String(raw.register ?? '-')}`,
      quality: String(raw.kind ?? '-'),
      labels: new Map([[requirement, byElement]]),
    };
  });
}
