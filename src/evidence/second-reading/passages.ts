/** The stretches of a document that the second reading looks at, one by one. */
import type { Document } from '../../document/types.ts';

const isRead = (kind: Document['sentences'][number]['kind']): boolean =>
  kind !== 'heading' && kind !== 'contents' && kind !== 'code';

/** Paragraphs, the items of lists and the rows of tables each by itself, and whole lists and tables: sentence numbers. */
export function passagesOf({ blocks, sentences }: Document): number[][] {
  const passages: number[][] = [];
  for (const { from, to } of blocks) {
    const paragraph: number[] = [];
    const parts: number[] = [];
    for (let index = from; index < to; index++) {
      const { kind } = sentences[index]!;
      if (isRead(kind)) (kind === 'sentence' ? paragraph : parts).push(index);
    }
    if (paragraph.length > 0) passages.push(paragraph);
    for (const part of parts) passages.push([part]);
    if (parts.length > 1) passages.push(parts);
  }
  return passages;
}
