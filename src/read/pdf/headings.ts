/** Which paragraphs are headings, by the size and weight of their type, and how deep each stands. */

import { titleKey } from '../../document/contents.ts';
import { isCaption } from '../../document/shapes.ts';
import { readLabel } from '../text/marker.ts';
import { endsSentence } from '../text/words.ts';
import { type PdfBlock, textOf } from './block.ts';
import type { Measures } from './paragraphs.ts';

const LARGER = 1.07;
const LONGEST = 180;
/** With so many headings in larger type, bold lines are less than headings. */
const ENOUGH = 3;

/** `titles` are those of the outline and of the contents page. */
export function markHeadings(blocks: readonly PdfBlock[], measures: Measures, titles: ReadonlySet<string>): void {
  const boldBody = isMostlyBold(blocks);
  for (const one of blocks) {
    if (one.kind === 'heading' && isTooLong(one)) one.kind = 'paragraph';
    if (one.kind === 'paragraph' && isCaption(textOf(one.lines)) && one.lines.length <= 2) one.kind = 'caption';
  }
  const known = blocks.filter((one) => one.kind === 'heading').length >= ENOUGH;
  const candidates = blocks.filter((one) => one.kind === 'paragraph' && couldBeHeading(one));
  const isLarge = (one: PdfBlock): boolean => sizeOf(one) > measures.body * LARGER;
  const large = known ? [] : candidates.filter(isLarge);
  const sizes = ranks(large);
  for (const one of large) {
    one.kind = 'heading';
    one.level = Math.min(1 + sizes.findIndex((size) => sizeOf(one) > size * 0.96), 6);
  }
  byNumbers(large);
  const deepest = Math.max(1, ...large.map((one) => one.level));
  for (const one of candidates) {
    if (one.kind === 'heading') continue;
    const bold = !boldBody && one.lines.every((line) => line.bold);
    const titled = titles.has(titleKey(textOf(one.lines)));
    if (!bold && !titled) continue;
    if (known || (large.length >= ENOUGH && !titled)) {
      one.strong = bold;
      continue;
    }
    one.kind = 'heading';
    one.level = Math.min(Math.max(deepest, 1) + numberDepth(one), 6);
  }
  for (const one of blocks) if (one.kind === 'heading' && one.level === 0) one.level = 2;
}

function isMostlyBold(blocks: readonly PdfBlock[]): boolean {
  let bold = 0;
  let all = 0;
  for (const one of blocks) {
    for (const line of one.lines) {
      all += line.text.length;
      if (line.bold) bold += line.text.length;
    }
  }
  return bold > all * 0.5;
}

function sizeOf(one: PdfBlock): number {
  return Math.min(...one.lines.map((line) => line.size));
}

function isTooLong(one: PdfBlock): boolean {
  const { length } = textOf(one.lines);
  return length > LONGEST * 1.5 || (length > LONGEST * 0.6 && endsSentence(one.lines.at(-1)!.text));
}

function couldBeHeading(one: PdfBlock): boolean {
  const text = textOf(one.lines);
  return (
    one.lines.length <= 4 &&
    text.length >= 2 &&
    text.length <= LONGEST &&
    /\p{L}{2}/u.test(text) &&
    !/[.;,]["”’')]*$/.test(text.replace(/\b(?:etc|Dr|No)\.$/, '')) &&
    !/^["“‘]/.test(text)
  );
}

/** Where "3 Title" and "3.1 Title" are of one size, their numbers tell them apart. */
function byNumbers(headings: readonly PdfBlock[]): void {
  const numbered = headings.filter((one) => readLabel(one.lines[0]!.text)?.kind === 'number');
  const shallowest = new Map<number, number>();
  for (const one of numbered) {
    const depth = numberDepth(one);
    shallowest.set(one.level, Math.min(shallowest.get(one.level) ?? depth, depth));
  }
  for (const one of numbered) one.level = Math.min(one.level + numberDepth(one) - shallowest.get(one.level)!, 6);
}

/** "3.1 Title" stands one deeper than "3 Title". */
function numberDepth(one: PdfBlock): number {
  const label = readLabel(one.lines[0]!.text);
  return label?.kind === 'number' ? Math.max(1, label.parts.filter((part) => part > 0).length) : 1;
}

/** The sizes of headings, from the largest down; those nearly the same count as one. */
function ranks(headings: readonly PdfBlock[]): number[] {
  const sizes = [...new Set(headings.map(sizeOf))].sort((a, b) => b - a);
  const out: number[] = [];
  for (const size of sizes) if (out.length === 0 || size < out.at(-1)! * 0.96) out.push(size);
  return out;
}
