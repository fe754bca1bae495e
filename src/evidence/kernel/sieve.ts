/**
 * Finds the sentences at which patterns of the rules may stand, all patterns in one go. Whatever it leaves out cannot match;
 * for a pattern within one sentence what it finds has every part. `sieve.ts` beside this folder says what goes in and out.
 */
import { at16, at32, put32, setBit, take } from './memory';

// How far apart a pattern's parts may stand, as in sieve.ts.
const SENTENCE = 0;
const NEAR = 1;
const BLOCK = 2;
const SECTION = 3;

/** How many sentences either side `NEAR` reaches. */
const NEAR_REACH = 2;

/** The patterns, 16 bits a number, and where in it each choice and each pattern begins. */
let program: usize = 0;
let choiceAt: usize = 0;
let patternAt: usize = 0;
let patternCount: i32 = 0;
let conceptWords: i32 = 0;
let mostAtLeast: i32 = 1;

let sentenceCount: i32 = 0;
/** How many 32-bit words a set of sentences has. */
let words: i32 = 0;
let capacity: i32 = 0;
/** For each sentence one past the last of its block, the sentence that leads in to it or -1, and its section. */
let blockEnd: usize = 0;
let leadIn: usize = 0;
let sectionOf: usize = 0;
/** For each sentence the set of its concepts. */
let rows: usize = 0;
/** For each concept the set of its sentences. */
let sentencesOf: usize = 0;
/** For each pattern the set of its sentences, and how many they are. */
let sets: usize = 0;
let counts: usize = 0;

// Room for one set each, and for as many as a pattern asks for of a list.
let everywhere: usize = 0;
let chosen: usize = 0;
let spread: usize = 0;
let enough: usize = 0;
/** A byte for each section. */
let marked: usize = 0;

/** Memory for the patterns, which the caller fills before `readProgram`. */
export function takeProgram(length: i32): usize {
  program = take((length as usize) << 1);
  return program;
}

/** @param concepts how many there can be, a multiple of 32 */
export function readProgram(concepts: i32): void {
  conceptWords = concepts >>> 5;
  let at = 0;
  const choices = at16(program, at++);
  choiceAt = take((choices as usize) << 2);
  for (let i = 0; i < choices; i++) {
    put32(choiceAt, i, at);
    at += 1 + at16(program, at);
  }
  patternCount = at16(program, at++);
  patternAt = take((patternCount as usize) << 2);
  for (let i = 0; i < patternCount; i++) {
    put32(patternAt, i, at);
    at += 2 + at16(program, at + 1);
    for (let left = at16(program, at++); left > 0; left--) {
      mostAtLeast = max(mostAtLeast, at16(program, at));
      at += 2 + at16(program, at + 1);
    }
  }
}

/**
 * Memory for a text of so many sentences, which the caller fills before `sieve`: three lists of 32-bit numbers (the ends of
 * blocks, lead-ins, sections), then for each sentence its concepts, a bit each.
 */
export function takeText(sentences: i32): usize {
  sentenceCount = sentences;
  words = (sentences + 31) >>> 5;
  if (sentences > capacity || capacity === 0) {
    capacity = max(sentences + (sentences >>> 1), 1024);
    const most = (((capacity + 31) >>> 5) as usize) << 2;
    const numbers = (capacity as usize) << 2;
    blockEnd = take(3 * numbers + ((capacity * conceptWords) << 2));
    sentencesOf = take(((conceptWords << 5) as usize) * most);
    sets = take((patternCount as usize) * most);
    counts = take((patternCount as usize) << 2);
    everywhere = take(most);
    chosen = take(most);
    spread = take(most);
    enough = take((mostAtLeast as usize) * most);
    marked = take(capacity as usize);
  }
  const numbers = (sentences as usize) << 2;
  leadIn = blockEnd + numbers;
  sectionOf = leadIn + numbers;
  rows = sectionOf + numbers;
  memory.fill(rows, 0, ((sentences * conceptWords) as usize) << 2);
  return blockEnd;
}

/** Finds for each of these patterns the sentences where it may stand: `setsAt` and `countsAt` say where. */
export function sieve(fromPattern: i32, toPattern: i32): void {
  turnRows();
  const bytes = (words as usize) << 2;
  for (let pattern = fromPattern; pattern < toPattern; pattern++) {
    const set = sets + ((pattern - fromPattern) as usize) * bytes;
    put32(counts, pattern - fromPattern, standsAt(pattern, set));
  }
}

export function setsAt(): usize {
  return sets;
}

export function countsAt(): usize {
  return counts;
}

/** Where the set of each concept's sentences lies after `sieve`, one after the other. */
export function conceptsAt(): usize {
  return sentencesOf;
}

/** From the concepts of each sentence to the sentences of each concept. */
function turnRows(): void {
  const bytes = (words as usize) << 2;
  memory.fill(sentencesOf, 0, ((conceptWords << 5) as usize) * bytes);
  memory.fill(everywhere, 0, bytes);
  for (let sentence = 0; sentence < sentenceCount; sentence++) {
    setBit(everywhere, sentence);
    const row = rows + ((sentence * conceptWords) << 2);
    for (let word = 0; word < conceptWords; word++) {
      for (let left = load<u32>(row + (word << 2)); left !== 0; left &= left - 1) {
        const concept = (word << 5) + i32(ctz<u32>(left));
        setBit(sentencesOf + (concept as usize) * bytes, sentence);
      }
    }
  }
}

/** Writes where a pattern may stand; returns in how many sentences. */
function standsAt(pattern: i32, set: usize): i32 {
  let at = at32(patternAt, pattern);
  const reach = at16(program, at++);
  // What stands nowhere is in no reach either.
  const length = at16(program, at);
  for (let i = 1; i <= length; i++) if (!isAnywhere(sentencesWith(at16(program, at + i)))) return 0;
  memory.copy(set, everywhere, (words as usize) << 2);
  for (let left = at16(program, at++); left > 0; left--) {
    if (!keepThose(set, reached(sentencesWith(at16(program, at++)), reach))) return 0;
  }
  for (let left = at16(program, at++); left > 0; left--) {
    const atLeast = at16(program, at++);
    const choices = at16(program, at++);
    if (!keepThose(set, whereSome(at, choices, atLeast, reach))) return 0;
    at += choices;
  }
  let count = 0;
  for (let word = 0; word < words; word++) count += i32(popcnt<u32>(load<u32>(set + (word << 2))));
  return count;
}

/** Takes from a set what another does not hold; false where nothing is left. */
function keepThose(set: usize, others: usize): bool {
  let any: u32 = 0;
  for (let word = 0; word < words; word++) {
    const place = word << 2;
    const both = load<u32>(set + place) & load<u32>(others + place);
    store<u32>(set + place, both);
    any |= both;
  }
  return any !== 0;
}

/** The sentences with any of a choice's concepts. */
function sentencesWith(choice: i32): usize {
  const bytes = (words as usize) << 2;
  let at = at32(choiceAt, choice);
  const length = at16(program, at++);
  if (length === 1) return sentencesOf + (at16(program, at) as usize) * bytes;
  memory.fill(chosen, 0, bytes);
  for (let i = 0; i < length; i++) {
    const concept = sentencesOf + (at16(program, at++) as usize) * bytes;
    for (let word = 0; word < words; word++) {
      const place = word << 2;
      store<u32>(chosen + place, load<u32>(chosen + place) | load<u32>(concept + place));
    }
  }
  return chosen;
}

/** The sentences from which at least so many of a list of choices are in reach. */
function whereSome(list: i32, length: i32, atLeast: i32, reach: i32): usize {
  const bytes = (words as usize) << 2;
  // One set for "at least one", one for "at least two" and so on, each choice raising what is there.
  memory.fill(enough, 0, (atLeast as usize) * bytes);
  for (let i = 0; i < length; i++) {
    const reachable = reached(sentencesWith(at16(program, list + i)), reach);
    for (let word = 0; word < words; word++) {
      const place = (word << 2) as usize;
      const here = load<u32>(reachable + place);
      for (let n = atLeast - 1; n > 0; n--) {
        const set = enough + (n as usize) * bytes + place;
        store<u32>(set, load<u32>(set) | (here & load<u32>(set - bytes)));
      }
      store<u32>(enough + place, load<u32>(enough + place) | here);
    }
  }
  return enough + ((atLeast - 1) as usize) * bytes;
}

/** The sentences from which one of the set is in reach. */
function reached(set: usize, reach: i32): usize {
  if (reach === SENTENCE) return set;
  const bytes = (words as usize) << 2;
  memory.fill(spread, 0, bytes);
  if (reach === NEAR) spreadNear(set);
  else if (reach === BLOCK) spreadOverBlocks(set);
  else if (reach === SECTION) spreadOverSections(set);
  else if (isAnywhere(set)) return everywhere;
  return spread;
}

function isAnywhere(set: usize): bool {
  for (let word = 0; word < words; word++) if (load<u32>(set + (word << 2)) !== 0) return true;
  return false;
}

function isIn(set: usize, sentence: i32): bool {
  return (at32(set, sentence >>> 5) & (1 << (sentence & 31))) !== 0;
}

function spreadNear(set: usize): void {
  let before: u32 = 0;
  for (let word = 0; word < words; word++) {
    const here = load<u32>(set + (word << 2));
    const after = word + 1 < words ? load<u32>(set + ((word + 1) << 2)) : 0;
    let all = here;
    for (let n: u32 = 1; n <= (NEAR_REACH as u32); n++)
      all |= (here << n) | (here >>> n) | (before >>> (32 - n)) | (after << (32 - n));
    store<u32>(spread + (word << 2), all);
    before = here;
  }
}

function spreadOverBlocks(set: usize): void {
  let from = 0;
  while (from < sentenceCount) {
    const to = at32(blockEnd, from);
    const lead = at32(leadIn, from);
    let any = lead >= 0 && isIn(set, lead);
    for (let sentence = from; sentence < to && !any; sentence++) any = isIn(set, sentence);
    if (any) for (let sentence = from; sentence < to; sentence++) setBit(spread, sentence);
    from = to;
  }
}

function spreadOverSections(set: usize): void {
  memory.fill(marked, 0, sentenceCount as usize);
  for (let sentence = 0; sentence < sentenceCount; sentence++)
    if (isIn(set, sentence)) store<u8>(marked + (at32(sectionOf, sentence) as usize), 1);
  for (let sentence = 0; sentence < sentenceCount; sentence++)
    if (load<u8>(marked + (at32(sectionOf, sentence) as usize)) !== 0) setBit(spread, sentence);
}
