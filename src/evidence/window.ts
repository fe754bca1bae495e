/** Where in a document a pattern may match: the sentences to start from, and how far it may gather its parts. */
import { hasAnyBit } from './bits.ts';
import type { Choice, CompiledPattern } from './compile.ts';
import { countsAsText } from './counts-as-text.ts';
import type { Reading } from './reading.ts';

/** In a long paragraph facts further apart than so many sentences belong to different matters. */
const PARAGRAPH_REACH = 3;
/** `near` reaches so many sentences either side. */
const NEAR_REACH = 2;

/** A place at which a pattern's parts stand together, whatever signals say of them. */
export interface Candidate {
  anchor: number;
  /** The window's sentences, headings and contents lines left out. */
  window: readonly number[];
}

/**
 * The places where all that a pattern asks for stands together. It holds in every mode, because cancelled sentences
 * can only take parts away; so a pattern without candidates need not be tried again.
 */
export function candidatesOf(reading: Reading, pattern: CompiledPattern): Candidate[] {
  const candidates: Candidate[] = [];
  const { places } = reading;
  // By far the most common.
  if (places.count(pattern.number) === 0) return candidates;
  let lastKey = -1;
  const alone = pattern.within === 'sentence';
  // Within one sentence the sieve has found them all.
  for (const anchor of alone ? places.sentences(pattern.number) : anchorsOf(reading, pattern)) {
    if (!alone && !places.has(pattern.number, anchor)) continue;
    const sentence = reading.document.sentences[anchor]!;
    const headings = reading.headings[sentence.section]!;
    if (pattern.notUnder.length > 0 && hasAnyBit(headings, pattern.notUnder)) continue;
    if (!pattern.under.every((choice) => hasAnyBit(headings, choice))) continue;
    if (alone) {
      candidates.push({ anchor, window: [anchor] });
      continue;
    }
    const key = keyOf(reading, pattern, anchor);
    if (key >= 0 && key === lastKey && candidates.at(-1)?.anchor !== undefined) {
      // The same window again: only its first anchors differ, and matching sorts those out.
      const last = candidates.at(-1)!;
      if (keyOf(reading, pattern, last.anchor) === key) candidates.push({ anchor, window: last.window });
      continue;
    }
    lastKey = key;
    const window = windowOf(reading, pattern, anchor);
    // The list of its sentences is made only where all stands together: most windows are tried in vain.
    if (!holds(pattern, (choice) => standsIn(reading, window, choice))) continue;
    candidates.push({ anchor, window: sentencesOf(reading, window) });
  }
  return candidates;
}

/** True where every part that the pattern asks for stands somewhere, by what `stands` says of each choice. */
const holds = ({ has, some }: CompiledPattern, stands: (choice: Choice) => boolean): boolean =>
  has.every(stands) &&
  some.every(({ of, atLeast }) => {
    let count = 0;
    for (const choice of of) if (stands(choice) && ++count >= atLeast) return true;
    return false;
  });

/** True where this sentence alone has every part that the pattern asks for. */
export const sentenceMeets = (reading: Reading, pattern: CompiledPattern, index: number): boolean =>
  holds(pattern, (choice) => hasAnyBit(reading.reads[index]!, choice));

/** True where every part that the pattern asks for stands in some of these sentences. */
export const standsTogether = (reading: Reading, pattern: CompiledPattern, sentences: readonly number[]): boolean =>
  holds(pattern, (choice) => sentences.some((index) => hasAnyBit(reading.reads[index]!, choice)));

/** A row among rows on other matters, unless its section is about the very matter that the pattern is for. */
function standsApart(reading: Reading, { home }: CompiledPattern, anchor: number): boolean {
  if (!reading.apart[anchor]) return false;
  const about = reading.sectionAbout[reading.document.sentences[anchor]!.section];
  return about === undefined || !hasAnyBit(about, home);
}

/** Windows that hold many anchors share a key; -1 where each anchor has a window of its own. */
export function keyOf(reading: Reading, pattern: CompiledPattern, anchor: number): number {
  const sentence = reading.document.sentences[anchor]!;
  if (standsApart(reading, pattern, anchor)) return -1;
  switch (pattern.within) {
    case 'block':
      return reading.document.blocks[sentence.block]!.kind === 'paragraph' ? -1 : sentence.block;
    case 'section':
      return sentence.section;
    case 'chapter':
      return chapterOf(reading, pattern, sentence.section).from;
    case 'document':
      return 0;
    default:
      return -1;
  }
}

/** Sentences that stand beside each other, or those of one section or list item among them. */
interface Window {
  from: number;
  /** One past the last. */
  to: number;
  /** The sentence that leads in to them, if it stands before them; -1 for none. */
  leadIn: number;
  /** Only sentences of this section or list item; -1 for any. */
  section: number;
  item: number;
}

const ANY = -1;
const plainWindow = (from: number, to: number): Window => ({ from, to, leadIn: -1, section: ANY, item: ANY });

function windowOf(reading: Reading, pattern: CompiledPattern, anchor: number): Window {
  const { blocks, sections, sentences } = reading.document;
  const { section, item, block: place } = sentences[anchor]!;
  const block = blocks[place]!;
  if (pattern.within !== 'document' && standsApart(reading, pattern, anchor)) return plainWindow(anchor, anchor + 1);
  switch (pattern.within) {
    case 'sentence':
      return plainWindow(anchor, anchor + 1);
    case 'item':
      return item < 0 ? plainWindow(anchor, anchor + 1) : { ...plainWindow(block.from, block.to), item };
    case 'near':
      return {
        ...plainWindow(Math.max(0, anchor - NEAR_REACH), Math.min(sentences.length, anchor + NEAR_REACH + 1)),
        section,
      };
    case 'block':
      return block.kind === 'paragraph'
        ? plainWindow(Math.max(block.from, anchor - PARAGRAPH_REACH), Math.min(block.to, anchor + PARAGRAPH_REACH + 1))
        : { ...plainWindow(block.from, block.to), leadIn: block.leadIn };
    case 'section': {
      const own = sections[section]!.blocks;
      return { ...plainWindow(blocks[own[0]!]!.from, blocks[own.at(-1)!]!.to), section };
    }
    case 'chapter': {
      const { from, to } = chapterOf(reading, pattern, section);
      return plainWindow(blocks[sections[from]!.headingBlock]?.from ?? 0, lastOf(reading, to));
    }
    case 'document':
      return plainWindow(0, sentences.length);
  }
}

/**
 * A section with those under it: the highest above the anchor's own that still stands under the headings which the
 * pattern asks for, or the one directly above where it asks for none. Sections, the last included.
 */
function chapterOf(reading: Reading, { under }: CompiledPattern, section: number): { from: number; to: number } {
  const { sections } = reading.document;
  const isChapter = (place: number): boolean =>
    place >= 0 &&
    sections[place]!.depth > 0 &&
    !reading.titles.has(place) &&
    under.every((choice) => hasAnyBit(reading.headings[place]!, choice));
  let from = section;
  while (isChapter(sections[from]!.parent)) {
    from = sections[from]!.parent;
    if (under.length === 0) break;
  }
  let to = from;
  while (to + 1 < sections.length && sections[to + 1]!.depth > sections[from]!.depth) to++;
  return { from, to };
}

/** One past the last sentence of a section. */
function lastOf({ document: { blocks, sections } }: Reading, place: number): number {
  const { blocks: own, headingBlock } = sections[place]!;
  return blocks[own.at(-1) ?? headingBlock]?.to ?? 0;
}

/** True where a sentence between a window's ends is one of its own, and text. */
function isIn(reading: Reading, { section, item }: Window, index: number): boolean {
  const sentence = reading.document.sentences[index]!;
  if (section !== ANY && sentence.section !== section) return false;
  if (item !== ANY && sentence.item !== item) return false;
  return countsAsText(sentence);
}

function sentencesOf(reading: Reading, window: Window): number[] {
  const list: number[] = [];
  if (window.leadIn >= 0 && isIn(reading, window, window.leadIn)) list.push(window.leadIn);
  for (let index = window.from; index < window.to; index++) if (isIn(reading, window, index)) list.push(index);
  return list;
}

function standsIn(reading: Reading, window: Window, choice: Choice): boolean {
  const { from, to, leadIn } = window;
  for (let index = from; index < to; index++)
    if (hasAnyBit(reading.reads[index]!, choice) && isIn(reading, window, index)) return true;
  return leadIn >= 0 && hasAnyBit(reading.reads[leadIn]!, choice) && isIn(reading, window, leadIn);
}

/** The sentences at which a pattern may match: those of its rarest part, of several such the first. */
function anchorsOf({ places }: Reading, { has, some }: CompiledPattern): readonly number[] {
  if (has.length === 0) return places.ofChoice(some[0]?.of.flat() ?? []);
  return has
    .map((choice) => places.ofChoice(choice))
    .reduce((rarest, list) => (list.length < rarest.length ? list : rarest));
}
