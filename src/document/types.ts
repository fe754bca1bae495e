/**
 * A document as the checker sees it: sections, blocks and sentences, each with its place in the
 * original file. Nothing in this folder knows which file format the text came from.
 */

import type { Root } from 'mdast';

/** A point in the original text: 1-based line and column, 0-based offset. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Where something stands in the original file. `page` for PDF and paged text, `paragraph` for Word. */
export interface Place {
  start: Point;
  end: Point;
  page?: number;
  paragraph?: number;
  /** The id of the nearest heading in a web page. */
  anchor?: string;
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'table'
  /** A block quotation, or a passage marked as somebody's words. */
  | 'quotation'
  /** A contents page, an index, or navigation links. */
  | 'contents'
  | 'code'
  | 'footnote'
  | 'front-matter';

/** A heading and what stands under it, up to the next heading of any depth. Section 0 has no heading. */
export interface Section {
  index: number;
  /** Index of the enclosing section, or -1. */
  parent: number;
  /** 0 for the part before the first heading, else 1 (top) to 6. */
  depth: number;
  /** The heading's words; '' for section 0. */
  heading: string;
  /** Index of the heading's own block, or -1. */
  headingBlock: number;
  /** Indexes into `Document.blocks`, heading excluded. */
  blocks: number[];
  place: Place;
  /** The heading is a line in bold type, not a heading by markup. */
  inline?: boolean;
}

export interface Block {
  index: number;
  kind: BlockKind;
  section: number;
  /** Range into `Document.sentences`: first, and one past the last. */
  from: number;
  to: number;
  place: Place;
  /**
   * List nesting or heading depth; 0 where it means nothing. A `heading` block of depth 0 is the caption of a table or
   * figure: it opens no section, and the table after it has it for a lead-in.
   */
  depth: number;
  /** For a table: its column headings ('' where a cell is empty). */
  columns?: string[];
  /**
   * For a list or table: the sentence that introduces it (it ends in a colon, or stands directly before and announces
   * a list), else -1. The introducing sentence belongs to the paragraph before.
   */
  leadIn: number;
}

/**
 * What a sentence is part of; a `row` is a whole table row, an `item` a sentence of a list item. The row of column
 * headings of a table is a `heading` with cells.
 */
export type SentenceKind = 'heading' | 'sentence' | 'item' | 'row' | 'contents' | 'code' | 'field';

/** The smallest thing that can be evidence: a sentence, a sentence of a list item, or a table row. */
export interface Sentence {
  index: number;
  block: number;
  section: number;
  kind: SentenceKind;
  /** One line of text: white space folded, hyphenated line ends repaired, quotation marks kept. */
  text: string;
  place: Place;
  /** List items only: sentences of the same item share a number; -1 elsewhere. */
  item: number;
  /** List items only: sentence indexes of the parents' item and of the list's lead-in, outermost first. */
  leads: number[];
  /** Table rows only: the cells, in step with the block's `columns`. */
  cells?: string[];
  /** True inside a block quotation or a run of quotation marks that spans the sentence. */
  quoted: boolean;
  /** Quoted stretches of six words or more in a sentence that is not quoted as a whole: offsets into `text`. */
  quotes?: { from: number; to: number }[];
}

/** A value declared in YAML front matter, with where it stands. */
export interface DeclaredValue {
  /** Path of keys, e.g. `partners.police` or `relevant-agencies.3`. */
  path: string;
  value: string | number | boolean | null;
  place: Place;
}

/** What the reading step could not read or had to change, for the report. */
export interface ReadingNote {
  code: string;
  message: string;
  place?: Place;
}

export type DocumentFormat = 'markdown' | 'yaml' | 'text' | 'docx' | 'html' | 'pdf';

export interface Document {
  /** As given by the user, with forward slashes. */
  path: string;
  format: DocumentFormat;
  /** First heading or front-matter title, '' if there is none. */
  title: string;
  sections: Section[];
  blocks: Block[];
  sentences: Sentence[];
  /** Raw front matter as data, if there was any (already free of aliases and duplicate keys). */
  frontMatter?: Record<string, unknown>;
  declared: DeclaredValue[];
  notes: ReadingNote[];
  /** Number of words in the body (headings, contents pages and front matter excluded). */
  words: number;
}

/**
 * What every reader hands over: an mdast tree whose nodes carry positions in `text`. A reader may set `data.page`,
 * `data.paragraph`, `data.anchor`, `data.role` ('contents' | 'quotation' | 'caption' | 'hidden') and, on a table,
 * `data.headless` (see node-data.ts).
 */
export interface Source {
  path: string;
  format: DocumentFormat;
  tree: Root;
  /** The text that positions refer to. */
  text: string;
  frontMatter?: Record<string, unknown>;
  declared: DeclaredValue[];
  notes: ReadingNote[];
}
