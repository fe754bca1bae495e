import type { Document, Sentence } from '../../src/document/types.ts';
import { readDocument } from '../../src/read/index.ts';

export async function read(path: string, text: string): Promise<Document> {
  return readDocument(path, new TextEncoder().encode(text));
}

export const readText = (text: string): Promise<Document> =>
  readDocument('a.txt', new TextEncoder().encode(text), { format: 'text' });

export const readMarkdown = (text: string): Promise<Document> => read('a.md', text);

/** What a reader of the result sees first: each section's heading with its depth, each block's kind and sentences. */
export function outline(document: Document): string[] {
  const lines: string[] = [];
  for (const block of document.blocks) {
    const texts = document.sentences.slice(block.from, block.to).map((sentence) => sentence.text);
    const section = document.sections[block.section]!;
    if (block.kind === 'heading' && section.headingBlock === block.index) {
      lines.push(`${'#'.repeat(section.depth)} ${texts[0]}`);
    } else {
      lines.push(`${block.kind}: ${texts.join(' / ')}`);
    }
  }
  return lines;
}

export function sentence(document: Document, part: string): Sentence {
  const found = document.sentences.filter(({ text }) => text.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} sentences hold ${JSON.stringify(part)}`);
  return found[0]!;
}

/** The original text that a sentence's place marks out. */
export function original(text: string, { place }: Pick<Sentence, 'place'>): string {
  return text.slice(place.start.offset, place.end.offset);
}

export function at({ place }: Pick<Sentence, 'place'>): string {
  return `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`;
}
