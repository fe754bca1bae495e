/** Headings with nothing under them, and lists that are announced and do not come. */
import type { Finding } from '../types.ts';
import { at } from './at.ts';
import type { FindingInput } from './index.ts';

export function emptyPlaces({ reading }: FindingInput): Finding[] {
  const { sections, blocks, sentences } = reading.document;
  const findings: Finding[] = [];
  sections.forEach((section, index) => {
    if (section.headingBlock < 0 || index === 0) return;
    const next = sections[index + 1];
    const hasChild = next !== undefined && next.parent === index;
    if (section.blocks.length === 0 && !hasChild) {
      const block = blocks[section.headingBlock]!;
      findings.push({
        code: 'empty-section',
        level: 'warning',
        message: 'Nothing stands under this heading.',
        advice: 'Write the section, or take the heading out.',
        ...at(reading, block.from),
      });
    }
    section.blocks.forEach((number, position) => {
      const block = blocks[number]!;
      if (block.kind !== 'paragraph' || block.to === block.from) return;
      const last = sentences[block.to - 1]!;
      if (!last.text.endsWith(':')) return;
      const following = section.blocks[position + 1];
      if (following !== undefined || hasChild) return;
      findings.push({
        code: 'list-missing',
        level: 'warning',
        message: 'A list is announced here and does not follow.',
        advice: 'Put the list back, or finish the sentence.',
        ...at(reading, block.to - 1),
      });
    });
  });
  return findings;
}
