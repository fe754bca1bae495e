/**
 * A document as the rules see it: every sentence with its concepts, the concepts of what it reads with (lead-in,
 * column headings), the topics that its surroundings give it, and its signals. Made once a document.
 */
import type { Document, Sentence } from '../document/types.ts';
import { type Token, tokenize } from '../rules/phrase.ts';
import type { SupersededTerm } from '../rules/types.ts';
import { findAliases, matchAliases } from './aliases.ts';
import { addBits, type Bits, copyOf, emptyBits, hasAnyBit, hasBit, numbersBetween, setBit } from './bits.ts';
import type { CompiledRules } from './compile.ts';
import { countsAsText } from './counts-as-text.ts';
import { learnNames, type NameContext, namesIn } from './names.ts';
import type { Places } from './sieve.ts';
import { findSignals, type SignalHit } from './signals.ts';
import { findUndefinedGroups } from './undefined-groups.ts';

export interface Reading {
  document: Document;
  compiled: CompiledRules;
  names: NameContext;
  /** A sentence's words, as `tokenize` makes them. */
  words: string[][];
  /** Concepts of a sentence's own words. */
  own: Bits[];
  /** Concepts of a sentence with its lead-in and column headings. */
  reads: Bits[];
  /** By sentence what `topicsOf` found, filled as it is asked for. */
  topics: (Bits | undefined)[];
  /** Concepts in a section's heading and the headings over it, the document's title left out. */
  headings: Bits[];
  /**
   * What a sentence's place is about: the concepts of its section's heading, or of the nearest heading over it that
   * tells; a table row with a label of its own goes by that as well. Undefined where nothing tells.
   */
  about: (Bits | undefined)[];
  /** Sections whose headings are the document's title or subtitle. */
  titles: ReadonlySet<number>;
  /** What a section is about, by its heading or the nearest over it that tells. */
  sectionAbout: (Bits | undefined)[];
  /** Rows of tables whose rows are labelled with different matters: each stands for itself. */
  apart: boolean[];
  signals: SignalHit[][];
  /** By sentence, the group that is given something to do in it and that nothing else defines. */
  undefinedGroups: ReadonlyMap<number, string>;
  /** Superseded terms in a sentence, as indexes into the rules' terminology. */
  terms: number[][];
  /** Where the patterns of elements may stand, and where the concepts of `reads` do. */
  places: Places;
  /** Whether some section is about one of these concepts, filled as it is asked for. */
  homes: Map<readonly number[], boolean>;
}

function conceptsOf(
  text: string,
  tokens: readonly Token[],
  compiled: CompiledRules,
  names: NameContext,
): { bits: Bits; words: string[] } {
  const bits = emptyBits(compiled.size);
  const words = tokens.map((token) => token.word);
  compiled.matcher.match(words, bits);
  for (const kind of namesIn(text, tokens, names)) {
    const number = compiled.name(kind);
    if (number !== undefined) setBit(bits, number);
  }
  return { bits, words };
}

/** A sentence is still about what was spoken of so many sentences before it in its paragraph or list. */
const TOPIC_REACH = 3;

/** A quotation after one of these words is a name or title, and belongs to the sentence. */
const TITLED =
  /(?:called|entitled|titled|named|known as|branded|headed|title|document|guide|framework|policy|protocol|strategy|campaign)[,:]?\s*$/i;

/** A sentence's text with what somebody says in it blanked out: words in quotation marks are not the partnership's own. */
function withoutSpeech(sentence: Sentence): string {
  if (!sentence.quotes) return sentence.text;
  let text = sentence.text;
  for (const { from, to } of sentence.quotes) {
    const inside = sentence.text.slice(from, to);
    const words = inside.split(/\s+/);
    const small = words.filter((word) => /^[a-zß-öø-ÿ]/u.test(word)).length;
    if (small / words.length < 0.5 || TITLED.test(sentence.text.slice(0, Math.max(0, from - 1)))) continue;
    text = `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`;
  }
  return text;
}

/**
 * @param date the document's own date (ISO, any precision), which decides whether a body it names still existed
 * @param mistakes where front matter declares what cannot be right, as in `DeclaredValue.path`
 */
export function readConcepts(
  document: Document,
  compiled: CompiledRules,
  date?: string,
  mistakes: readonly string[] = [],
): Reading {
  const { sentences, sections, blocks } = document;
  const area = document.frontMatter?.area;
  const declaredAreas = (Array.isArray(area) ? area : [area]).filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const texts = sentences.map((sentence) => {
    const text = withoutSpeech(sentence);
    return { text, tokens: tokenize(text) };
  });
  const names = learnNames([{ text: document.title, tokens: tokenize(document.title) }, ...texts], declaredAreas);

  const words: string[][] = [];
  const own = texts.map(({ text, tokens }) => {
    const found = conceptsOf(text, tokens, compiled, names);
    words.push(found.words);
    return found.bits;
  });

  // Names the document gives to bodies, roles and documents carry their meaning wherever they stand.
  const aliases = findAliases(document, words, own, compiled);
  if (aliases.size > 0) {
    sentences.forEach((_, index) => {
      matchAliases(words[index]!, aliases, own[index]!);
    });
  }

  const titles = titlesOf(document);
  const headings: Bits[] = [];
  const sectionAbout: (Bits | undefined)[] = [];
  sections.forEach((section, place) => {
    const bits = emptyBits(compiled.size);
    if (section.headingBlock >= 0 && !titles.has(place)) {
      const block = blocks[section.headingBlock]!;
      for (let i = block.from; i < block.to; i++) addBits(bits, own[i]!);
    }
    sectionAbout.push(hasAnyBit(bits, compiled.aboutHeadings) ? copyOf(bits) : sectionAbout[section.parent]);
    if (section.parent >= 0) addBits(bits, headings[section.parent]!);
    headings.push(bits);
  });

  const { labels, apart } = rowLabels(document, compiled);
  const about = sentences.map((sentence, index) => {
    const section = sectionAbout[sentence.section];
    const label = labels[index];
    if (!label || !section) return label ?? section;
    const both = copyOf(label);
    addBits(both, section);
    return both;
  });

  const columns = blocks.map((block) => {
    if (!block.columns?.some((cell) => cell !== '')) return undefined;
    const text = block.columns.join(' | ');
    return conceptsOf(text, tokenize(text), compiled, names).bits;
  });

  const reads = sentences.map((sentence, index) => {
    const column = columns[sentence.block];
    if (sentence.leads.length === 0 && !(sentence.kind === 'row' && column)) return own[index]!;
    const bits = copyOf(own[index]!);
    for (const lead of sentence.leads) addBits(bits, own[lead]!);
    if (sentence.kind === 'row' && column) addBits(bits, column);
    return bits;
  });

  const { terminology } = compiled.rules;
  const terms = own.map((bits) =>
    numbersBetween(bits, compiled.firstTerm, compiled.firstException).filter(
      (term) => !hasBit(bits, compiled.firstException + term),
    ),
  );
  const abolished = terms.map((found) =>
    found.some((term) => terminology[term]!.body === true && isSuperseded(terminology[term]!, date)),
  );
  const undefinedGroups = findUndefinedGroups(document);
  const signals = findSignals(document, compiled, {
    own,
    places: compiled.sieve.places(document, own, 0, compiled.firstPattern),
    headings,
    columns,
    abolished,
    undefinedGroups,
    mistaken: mistakenFields(document, mistakes),
    date,
  });

  const places = compiled.sieve.places(
    document,
    sentences.map((sentence, index) => (countsAsText(sentence) ? reads[index] : undefined)),
    compiled.firstPattern,
    compiled.patternCount,
  );

  return {
    document,
    compiled,
    names,
    places,
    words,
    own,
    reads,
    topics: [],
    headings,
    about,
    sectionAbout,
    titles,
    apart,
    signals,
    undefinedGroups,
    terms,
    homes: new Map(),
  };
}

/** Concepts that locate a sentence's topic: its headings, what it reads with, and what stands before it in the block. */
export function topicsOf({ document, headings, reads, topics }: Reading, index: number): Bits {
  const known = topics[index];
  if (known) return known;
  const { section, block: place } = document.sentences[index]!;
  const { from, leadIn } = document.blocks[place]!;
  const bits = copyOf(headings[section]!);
  addBits(bits, reads[index]!);
  if (leadIn >= 0) addBits(bits, reads[leadIn]!);
  for (let before = Math.max(from, index - TOPIC_REACH); before < index; before++) addBits(bits, reads[before]!);
  topics[index] = bits;
  return bits;
}

/** A short text has one matter, whatever its headings and the rows of its tables are called. */
const SHORT_TEXT_WORDS = 400;

/** A heading over so much of a document is a title, whatever its level: it does not tell what the text under it is about. */
const MOST_OF_A_DOCUMENT = 0.6;

/** Sections, by their place, whose headings are the document's title or subtitle. */
function titlesOf({ sections, sentences, words }: Document): Set<number> {
  const titles = new Set<number>();
  const first = sections.findIndex(({ depth }) => depth > 0);
  if (first >= 0 && sections[first]!.depth === 1 && sections.length > 2) titles.add(first);
  if (words < SHORT_TEXT_WORDS) return titles;
  const under = sections.map(() => 0);
  for (const { section } of sentences)
    for (let place = section; place >= 0; place = sections[place]!.parent) under[place]!++;
  under.forEach((count, place) => {
    if (sections[place]!.depth > 0 && count > MOST_OF_A_DOCUMENT * sentences.length) titles.add(place);
  });
  return titles;
}

/** The fields, one for each declared value in its order, that stand at these paths or under them. */
function mistakenFields({ blocks, declared }: Document, mistakes: readonly string[]): Set<number> {
  const fields = blocks.find(({ kind }) => kind === 'front-matter');
  const mistaken = new Set<number>();
  if (!fields) return mistaken;
  declared.forEach(({ path }, place) => {
    if (mistakes.some((mistake) => path === mistake || path.startsWith(`${mistake}.`)))
      mistaken.add(fields.from + place);
  });
  return mistaken;
}

/** A table in which the labels of so many rows tell of different matters is a list of matters, and not one fact. */
const DIFFERENT_MATTERS = 3;

/** What the rows of tables are about, by their first cells: "Rapid review | held by ...". */
function rowLabels(document: Document, compiled: CompiledRules): { labels: (Bits | undefined)[]; apart: boolean[] } {
  const labels: (Bits | undefined)[] = document.sentences.map(() => undefined);
  const apart = document.sentences.map(() => false);
  if (document.words < SHORT_TEXT_WORDS) return { labels, apart };
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const matters = new Set<string>();
    for (let index = block.from; index < block.to; index++) {
      const cells = document.sentences[index]!.cells;
      if (document.sentences[index]!.kind !== 'row' || !cells || cells.length < 2) continue;
      const bits = emptyBits(compiled.size);
      compiled.matcher.match(
        tokenize(cells[0]!).map((token) => token.word),
        bits,
      );
      const matter = compiled.aboutHeadings.filter((concept) => hasBit(bits, concept));
      if (matter.length === 0) continue;
      labels[index] = bits;
      matters.add(matter.join(' '));
    }
    if (matters.size >= DIFFERENT_MATTERS) apart.fill(true, block.from, block.to);
    else labels.fill(undefined, block.from, block.to);
  }
  return { labels, apart };
}

/** True where a document of this date (ISO, any precision) should no longer use the term for the present. */
export function isSuperseded(term: SupersededTerm, date: string | undefined): boolean {
  if (term.appliesAfter === '') return true;
  return date !== undefined && date.slice(0, term.appliesAfter.length) > term.appliesAfter.slice(0, date.length);
}
