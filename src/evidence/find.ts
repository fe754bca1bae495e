/**
 * The evidence for one element: which passages set it out, which only half, and, where nothing does, the nearest
 * passage and what kept it from counting.
 */
import type { EditionId, Status } from '../rules/types.ts';
import { addBits, type Bits, emptyBits, hasAnyBit } from './bits.ts';
import type { Choice, CompiledElement, CompiledPattern } from './compile.ts';
import { forEdition } from './compile.ts';
import { countsAsText, type Reading } from './reading.ts';

/** Sentences that together meet a pattern. */
export interface Passage {
  /** Ascending sentence numbers. */
  sentences: number[];
  strength: 'full' | 'partial' | 'none';
  /** Signals on those sentences that lowered or cancelled them. */
  signals: string[];
  /** How well it fits: higher is better; only for choosing among passages. */
  fit: number;
  pattern: CompiledPattern | undefined;
}

export interface ElementEvidence {
  status: Status;
  evidence: Passage[];
  /** Best first: passages that would have counted but for a signal, or that come closest. */
  nearest: Passage[];
}

/** In a long paragraph facts further apart than so many sentences belong to different matters. */
const PARAGRAPH_REACH = 3;

/** How many passages to show for one element. */
const MOST_PASSAGES = 3;

interface Live {
  /** What a window's live sentences read as, together. */
  bits: Bits;
  sentences: number[];
  capped: boolean;
}

type Mode = 'live' | 'capped' | 'all';

export function findEvidence(reading: Reading, element: CompiledElement, edition: EditionId): ElementEvidence {
  const full = collect(reading, element.full, edition, 'live', 'full');
  if (full.length > 0) return { status: 'full', evidence: best(full), nearest: [] };

  const capped = collect(reading, element.full, edition, 'capped', 'partial');
  const partial = collect(reading, element.partial, edition, 'capped', 'partial');
  const nearest = best([
    ...collect(reading, element.full, edition, 'all', 'none'),
    ...collect(reading, element.partial, edition, 'all', 'none').map((passage) => ({
      ...passage,
      fit: passage.fit - 4,
    })),
  ]);
  const half = [...capped, ...partial];
  if (half.length > 0) return { status: 'partial', evidence: best(half), nearest };
  return { status: 'absent', evidence: [], nearest: nearest.length > 0 ? nearest : onTopic(reading, element) };
}

/** True where some passage of live text meets one of the patterns. */
export function meetsAnywhere(reading: Reading, patterns: readonly CompiledPattern[]): boolean {
  return patterns.some((pattern) =>
    anchorsOf(reading, pattern).some(
      (anchor) =>
        usable(reading, anchor, pattern, 'live') && matchAt(reading, pattern, anchor, 'live', 'full') !== undefined,
    ),
  );
}

function best(passages: Passage[]): Passage[] {
  const sorted = [...passages].sort((a, b) => b.fit - a.fit || a.sentences[0]! - b.sentences[0]!);
  const chosen: Passage[] = [];
  const used = new Set<number>();
  for (const passage of sorted) {
    if (passage.sentences.some((sentence) => used.has(sentence))) continue;
    for (const sentence of passage.sentences) used.add(sentence);
    chosen.push(passage);
    if (chosen.length === MOST_PASSAGES) break;
  }
  return chosen;
}

function collect(
  reading: Reading,
  patterns: readonly CompiledPattern[],
  edition: EditionId,
  mode: Mode,
  strength: Passage['strength'],
): Passage[] {
  const found: Passage[] = [];
  for (const pattern of patterns) {
    if (!forEdition(pattern, edition)) continue;
    const anchors = anchorsOf(reading, pattern);
    let lastWindow = -1;
    for (const anchor of anchors) {
      if (!usable(reading, anchor, pattern, mode)) continue;
      const key = windowKey(reading, pattern, anchor);
      if (key >= 0 && key === lastWindow) continue;
      const passage = matchAt(reading, pattern, anchor, mode, strength);
      if (passage) {
        found.push(passage);
        lastWindow = key;
      }
    }
  }
  return found;
}

/** Windows that hold many anchors need to be looked at once only. */
function windowKey(reading: Reading, pattern: CompiledPattern, anchor: number): number {
  const sentence = reading.document.sentences[anchor]!;
  if (pattern.within === 'block' && reading.document.blocks[sentence.block]!.kind !== 'paragraph')
    return sentence.block;
  if (pattern.within === 'section') return sentence.section;
  if (pattern.within === 'document') return 0;
  return -1;
}

/** The sentences at which a pattern may match: those of its rarest part. */
function anchorsOf(reading: Reading, pattern: CompiledPattern): number[] {
  const postings = (choice: Choice): number[] => {
    if (choice.length === 1) return reading.byConcept[choice[0]!]!;
    const all = new Set<number>();
    for (const concept of choice) for (const sentence of reading.byConcept[concept]!) all.add(sentence);
    return [...all].sort((a, b) => a - b);
  };
  let rarest: number[] | undefined;
  for (const choice of pattern.has) {
    const list = postings(choice);
    if (!rarest || list.length < rarest.length) rarest = list;
    if (list.length === 0) return [];
  }
  if (rarest) return rarest;
  const first = pattern.some[0];
  return first ? postings(first.of.flat()) : [];
}

/** True where no signal (that this pattern minds) keeps the sentence from counting in this mode. */
function usable(reading: Reading, sentence: number, pattern: CompiledPattern, mode: Mode): boolean {
  if (!countsAsText(reading.document.sentences[sentence]!)) return false;
  if (mode === 'all') return true;
  for (const signal of reading.signals[sentence]!) {
    if (pattern.despite.has(signal.id)) continue;
    if (signal.effect === 'cancel' || mode === 'live') return false;
  }
  return true;
}

function windowOf(reading: Reading, pattern: CompiledPattern, anchor: number): number[] {
  const { document } = reading;
  const sentence = document.sentences[anchor]!;
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  switch (pattern.within) {
    case 'sentence':
      return [anchor];
    case 'item': {
      if (sentence.item < 0) return [anchor];
      const block = document.blocks[sentence.block]!;
      return range(block.from, block.to).filter((index) => document.sentences[index]!.item === sentence.item);
    }
    case 'near':
      return range(Math.max(0, anchor - 2), Math.min(document.sentences.length, anchor + 3)).filter(
        (index) => document.sentences[index]!.section === sentence.section,
      );
    case 'block': {
      const block = document.blocks[sentence.block]!;
      const leadIn = block.leadIn;
      if (block.kind === 'paragraph')
        return range(Math.max(block.from, anchor - PARAGRAPH_REACH), Math.min(block.to, anchor + PARAGRAPH_REACH + 1));
      return leadIn >= 0 ? [leadIn, ...range(block.from, block.to)] : range(block.from, block.to);
    }
    case 'section':
      return document.sections[sentence.section]!.blocks.flatMap((index) => {
        const block = document.blocks[index]!;
        return range(block.from, block.to);
      });
    case 'document':
      return range(0, document.sentences.length);
  }
}

function live(reading: Reading, pattern: CompiledPattern, window: readonly number[], mode: Mode): Live {
  const sentences = window.filter((index) => usable(reading, index, pattern, mode));
  let bits: Bits;
  if (sentences.length === 1) bits = reading.reads[sentences[0]!]!;
  else {
    bits = emptyBits(reading.compiled.size);
    for (const index of sentences) addBits(bits, reading.reads[index]!);
  }
  const capped = sentences.some((index) => reading.signals[index]!.some((signal) => !pattern.despite.has(signal.id)));
  return { bits, sentences, capped };
}

function matchAt(
  reading: Reading,
  pattern: CompiledPattern,
  anchor: number,
  mode: Mode,
  strength: Passage['strength'],
): Passage | undefined {
  const sentence = reading.document.sentences[anchor]!;
  if (pattern.notUnder.length > 0 && hasAnyBit(reading.headings[sentence.section]!, pattern.notUnder)) return undefined;
  if (!pattern.under.every((choice) => hasAnyBit(reading.headings[sentence.section]!, choice))) return undefined;
  const window = windowOf(reading, pattern, anchor);
  const { bits, sentences } = live(reading, pattern, window, mode);
  if (!pattern.has.every((choice) => hasAnyBit(bits, choice))) return undefined;
  if (pattern.without.length > 0 && hasAnyBit(bits, pattern.without)) return undefined;
  let counted = 0;
  for (const { of, atLeast } of pattern.some) {
    let count = 0;
    for (const choice of of) if (hasAnyBit(bits, choice)) count++;
    if (count < atLeast) return undefined;
    counted += count;
  }
  if (!onItsTopic(reading, pattern.topic, sentences)) return undefined;

  const supporting = supportingSentences(reading, pattern, anchor, sentences);
  const signals = new Set<string>();
  for (const index of supporting) {
    for (const signal of reading.signals[index]!) if (!pattern.despite.has(signal.id)) signals.add(signal.id);
  }
  // Evidence that needed only capped sentences is partial at most; in `live` mode there are none.
  const ownTopic = pattern.topic.filter((choice) =>
    supporting.some((index) => hasAnyBit(reading.own[index]!, choice)),
  ).length;
  const fit =
    ownTopic * 2 + pattern.has.length + counted - (supporting.at(-1)! - supporting[0]!) * 0.2 - signals.size * 2;
  return { sentences: supporting, strength, signals: [...signals].sort(), fit, pattern };
}

function onItsTopic(reading: Reading, topic: readonly Choice[], sentences: readonly number[]): boolean {
  return topic.every((choice) => sentences.some((index) => hasAnyBit(reading.topics[index]!, choice)));
}

/** The few sentences of the window that carry the pattern's parts: for each part the one nearest to the anchor. */
function supportingSentences(
  reading: Reading,
  pattern: CompiledPattern,
  anchor: number,
  sentences: readonly number[],
): number[] {
  const chosen = new Set<number>([anchor]);
  const nearestWith = (choice: Choice): number | undefined => {
    let bestIndex: number | undefined;
    for (const index of sentences) {
      if (!hasAnyBit(reading.own[index]!, choice)) continue;
      if (bestIndex === undefined || Math.abs(index - anchor) < Math.abs(bestIndex - anchor)) bestIndex = index;
    }
    return bestIndex;
  };
  const covered = (choice: Choice): boolean => {
    for (const index of chosen) if (hasAnyBit(reading.reads[index]!, choice)) return true;
    return false;
  };
  for (const choice of pattern.has) {
    if (covered(choice)) continue;
    const index = nearestWith(choice);
    if (index !== undefined) chosen.add(index);
  }
  for (const { of } of pattern.some) {
    for (const choice of of) {
      if (covered(choice)) continue;
      const index = nearestWith(choice);
      if (index !== undefined) chosen.add(index);
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** For an element with nothing at all: the sentence that has most to do with its topic. */
function onTopic(reading: Reading, element: CompiledElement): Passage[] {
  const wanted = [...element.topic, ...element.full.flatMap((pattern) => [...pattern.topic, ...pattern.has])];
  if (element.topic.length === 0) return [];
  const passages: Passage[] = [];
  reading.document.sentences.forEach((sentence, index) => {
    if (sentence.kind === 'contents') return;
    const bits = reading.own[index]!;
    if (!element.topic.every((choice) => hasAnyBit(bits, choice))) return;
    const fit = wanted.filter((choice) => hasAnyBit(bits, choice)).length - (sentence.kind === 'heading' ? 1.5 : 0);
    passages.push({
      sentences: [index],
      strength: 'none',
      signals: [...new Set(reading.signals[index]!.map((signal) => signal.id))].sort(),
      fit,
      pattern: undefined,
    });
  });
  return best(passages).slice(0, 1);
}
