/**
 * The evidence for one element: which passages set it out, which only half, and, where nothing does, the nearest
 * passage and what kept it from counting.
 */
import type { EditionId, Status } from '../rules/types.ts';
import { type Bits, hasAnyBit } from './bits.ts';
import type { Choice, CompiledElement, CompiledPattern } from './compile.ts';
import { forEdition } from './compile.ts';
import { type Reading, topicsOf } from './reading.ts';
import { type Candidate, candidatesOf, keyOf, sentenceMeets, standsTogether } from './window.ts';

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
  /** True where only the heading over it, which is about other matters, kept it from being full. */
  outOfPlace?: boolean;
}

export interface ElementEvidence {
  status: Status;
  evidence: Passage[];
  /** Best first: passages that would have counted but for a signal, or that come closest. */
  nearest: Passage[];
  /** True where one sentence holds all that is asked for, and yet does not count: for a signal, or for its place. */
  stopped: boolean;
}

/** How many passages to show for one element. */
const MOST_PASSAGES = 3;
/** How much less a half-met pattern is worth than a whole one when the nearest passage is chosen. */
const HALF_FITS_LESS = 4;

/** `live`: no signal at all; `capped`: signals that only lower are allowed; `all`: whatever the signals say. */
type Mode = 'live' | 'capped' | 'all';

interface Tried {
  pattern: CompiledPattern;
  candidates: Candidate[];
}

export function findEvidence(reading: Reading, element: CompiledElement, edition: EditionId): ElementEvidence {
  const wholes = tryAll(reading, element.full, edition);
  const { home } = element;
  const full = collect(reading, wholes, home, 'live', 'full');
  if (full.length > 0) return { status: 'full', evidence: best(full), nearest: [], stopped: false };

  const stopped = wholes.some((tried) => isWholeInOneSentence(reading, tried));
  const halves = tryAll(reading, element.partial, edition);
  const partial = [
    ...collect(reading, wholes, home, 'capped', 'partial'),
    ...collect(reading, halves, home, 'capped', 'partial', true),
  ];
  const nearest = best([
    ...collect(reading, wholes, home, 'all', 'none'),
    ...collect(reading, halves, home, 'all', 'none').map((passage) => ({
      ...passage,
      fit: passage.fit - HALF_FITS_LESS,
    })),
  ]);
  if (partial.length > 0) return { status: 'partial', evidence: best(partial), nearest, stopped };
  return { status: 'absent', evidence: [], nearest: nearest.length > 0 ? nearest : onTopic(reading, element), stopped };
}

/** True where some passage of live text meets one of the patterns. */
export function meetsAnywhere(reading: Reading, patterns: readonly CompiledPattern[]): boolean {
  return patterns.some(
    (pattern) =>
      collect(reading, [{ pattern, candidates: candidatesOf(reading, pattern) }], [], 'live', 'full').length > 0,
  );
}

function tryAll(reading: Reading, patterns: readonly CompiledPattern[], edition: EditionId): Tried[] {
  const tried: Tried[] = [];
  for (const pattern of patterns) {
    if (!forEdition(pattern, edition)) continue;
    const candidates = candidatesOf(reading, pattern);
    if (candidates.length > 0) tried.push({ pattern, candidates });
  }
  return tried;
}

const isWholeInOneSentence = (reading: Reading, { pattern, candidates }: Tried): boolean =>
  candidates.some(
    ({ anchor, window }) =>
      sentenceMeets(reading, pattern, anchor) &&
      pattern.topic.every((choice) => hasAnyBit(topicsOf(reading, anchor), choice)) &&
      !window.some((index) => hasAnyBit(reading.reads[index]!, pattern.without)),
  );

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
  tried: readonly Tried[],
  home: Choice,
  mode: Mode,
  strength: Passage['strength'],
  half = false,
): Passage[] {
  const found: Passage[] = [];
  for (const { pattern, candidates } of tried) {
    let matched = -1;
    for (const { anchor, window } of candidates) {
      if (!usable(reading, anchor, pattern, mode)) continue;
      // A window that several anchors share is one passage.
      const key = keyOf(reading, pattern, anchor);
      if (key >= 0 && key === matched) continue;
      const passage = matchAt(reading, pattern, anchor, window, home, mode, strength, half);
      if (passage) {
        found.push(passage);
        matched = key;
      }
    }
  }
  return found;
}

/** True where no signal (that this pattern minds) keeps the sentence from counting in this mode. */
function usable(reading: Reading, sentence: number, pattern: CompiledPattern, mode: Mode): boolean {
  if (mode === 'all') return true;
  for (const signal of reading.signals[sentence]!) {
    if (pattern.despite.has(signal.id)) continue;
    if (signal.effect === 'cancel' || mode === 'live') return false;
  }
  return true;
}

function matchAt(
  reading: Reading,
  pattern: CompiledPattern,
  anchor: number,
  window: readonly number[],
  home: Choice,
  mode: Mode,
  strength: Passage['strength'],
  half: boolean,
): Passage | undefined {
  const sentences = window.filter((index) => usable(reading, index, pattern, mode));
  if (sentences.length < window.length && !standsTogether(reading, pattern, sentences)) return undefined;
  if (pattern.without.length > 0) {
    if (sentences.some((index) => hasAnyBit(reading.reads[index]!, pattern.without))) return undefined;
  }
  if (!onItsTopic(reading, pattern.topic, sentences, isForeign(reading, anchor, home))) return undefined;

  const supporting = supportingSentences(reading, pattern, anchor, sentences);
  if (half && strength === 'partial' && isForeign(reading, anchor, home) && hasHome(reading, home)) return undefined;
  if (strength === 'full' && isForeign(reading, anchor, home)) {
    // Where the document has a section on the matter, that is where it is set out; elsewhere it is touched in passing.
    if (supporting.length > 1 || hasHome(reading, home)) return undefined;
  }
  const signals = new Set<string>();
  for (const index of supporting) {
    for (const signal of reading.signals[index]!) if (!pattern.despite.has(signal.id)) signals.add(signal.id);
  }
  return {
    sentences: supporting,
    strength,
    signals: [...signals].sort(),
    fit: fitOf(reading, pattern, supporting, sentences) - signals.size * 2,
    pattern,
    ...(strength === 'partial' && !half && signals.size === 0 ? { outOfPlace: true } : {}),
  };
}

/** True where the section's heading says that it is about other matters. */
function isForeign(reading: Reading, sentence: number, home: Choice): boolean {
  if (home.length === 0) return false;
  const about = reading.about[sentence];
  return about !== undefined && !hasAnyBit(about, home);
}

/** True where some section's heading says that it is about the requirement's own matter. */
function hasHome(reading: Reading, home: Choice): boolean {
  let has = reading.homes.get(home);
  if (has === undefined) {
    has = reading.about.some((about) => about !== undefined && hasAnyBit(about, home));
    reading.homes.set(home, has);
  }
  return has;
}

/**
 * True where each topic is spoken of: in the sentences themselves, or by their headings and what stands before them.
 * Under a heading that is about other matters only the sentences' own words can say so.
 */
function onItsTopic(
  reading: Reading,
  topic: readonly Choice[],
  sentences: readonly number[],
  foreign: boolean,
): boolean {
  const bits = (index: number): Bits => (foreign ? reading.reads[index]! : topicsOf(reading, index));
  return topic.every((choice) => sentences.some((index) => hasAnyBit(bits(index), choice)));
}

/** Passages that speak of the topic in their own words, hold more of what is asked and stand close together fit better. */
function fitOf(
  reading: Reading,
  pattern: CompiledPattern,
  supporting: readonly number[],
  sentences: readonly number[],
): number {
  const ownTopic = pattern.topic.filter((choice) => supporting.some((index) => hasAnyBit(reading.own[index]!, choice)));
  let counted = 0;
  for (const { of } of pattern.some) {
    for (const choice of of) if (sentences.some((index) => hasAnyBit(reading.reads[index]!, choice))) counted++;
  }
  const span = supporting.at(-1)! - supporting[0]!;
  return ownTopic.length * 2 + pattern.has.length + counted - span * 0.2;
}

/** The few sentences of the window that carry the pattern's parts: for each part the one nearest to the anchor. */
function supportingSentences(
  reading: Reading,
  pattern: CompiledPattern,
  anchor: number,
  sentences: readonly number[],
): number[] {
  const chosen = new Set<number>([anchor]);
  const add = (choice: Choice): void => {
    for (const index of chosen) if (hasAnyBit(reading.reads[index]!, choice)) return;
    let nearest: number | undefined;
    for (const index of sentences) {
      if (!hasAnyBit(reading.own[index]!, choice)) continue;
      if (nearest === undefined || Math.abs(index - anchor) < Math.abs(nearest - anchor)) nearest = index;
    }
    if (nearest !== undefined) chosen.add(nearest);
  };
  for (const choice of pattern.has) add(choice);
  for (const { of } of pattern.some) for (const choice of of) add(choice);
  return [...chosen].sort((a, b) => a - b);
}

/** Sentences, then headings, in which one of these concepts may stand. */
function* withTopic(reading: Reading, choice: Choice): Generator<number> {
  yield* reading.places.ofChoice(choice);
  for (const { headingBlock } of reading.document.sections) {
    const block = reading.document.blocks[headingBlock];
    if (block !== undefined) yield block.from;
  }
}

/** For an element with nothing at all: the sentence that has most to do with its topic. */
function onTopic(reading: Reading, element: CompiledElement): Passage[] {
  if (element.topic.length === 0) return [];
  const wanted = [...element.topic, ...element.full.flatMap((pattern) => [...pattern.topic, ...pattern.has])];
  let nearest: Passage | undefined;
  for (const index of withTopic(reading, element.topic[0]!)) {
    const sentence = reading.document.sentences[index]!;
    const bits = reading.own[index]!;
    // What front matter declares can be evidence; it is no passage to build on.
    if (sentence.kind === 'field') continue;
    if (!element.topic.every((choice) => hasAnyBit(bits, choice))) continue;
    const fit = wanted.filter((choice) => hasAnyBit(bits, choice)).length - (sentence.kind === 'heading' ? 1.5 : 0);
    if (nearest !== undefined && (nearest.fit > fit || (nearest.fit === fit && nearest.sentences[0]! < index)))
      continue;
    const signals = [...new Set(reading.signals[index]!.map((signal) => signal.id))].sort();
    nearest = { sentences: [index], strength: 'none', signals, fit, pattern: undefined };
  }
  return nearest === undefined ? [] : [nearest];
}
