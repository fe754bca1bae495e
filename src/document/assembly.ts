/**
 * The document as it grows: sections open at headings, blocks follow one another, sentences follow one another, and
 * every index points backwards only. Knows places, and nothing of mdast.
 */

import type { Flow } from './flow.ts';
import { announces } from './leads.ts';
import { LineIndex } from './lines.ts';
import type { Block, BlockKind, Place, Section, Sentence, SentenceKind } from './types.ts';

/** What holds for everything inside a node. */
export interface Around {
  quoted: boolean;
  kind: 'paragraph' | 'footnote' | 'quotation';
  page: number;
  paragraph: number;
  anchor: string;
}

export interface ItemContext {
  /** The item's number, or -1. */
  item: number;
  leads: number[];
}

export class Assembly {
  readonly sections: Section[] = [];
  readonly blocks: Block[] = [];
  readonly sentences: Sentence[] = [];
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.lines = new LineIndex(text);
    const place = this.place(0, 0, undefined);
    this.sections.push({ index: 0, parent: -1, depth: 0, heading: '', headingBlock: -1, blocks: [], place });
  }

  get section(): Section {
    return this.sections.at(-1)!;
  }

  openSection(heading: string, depth: number, place: Place): Section {
    let parent = this.sections.length - 1;
    while (parent > 0 && this.sections[parent]!.depth >= depth) parent = this.sections[parent]!.parent;
    const section: Section = {
      index: this.sections.length,
      parent: parent <= 0 ? -1 : parent,
      depth,
      heading,
      headingBlock: this.blocks.length,
      blocks: [],
      place,
    };
    this.sections.push(section);
    return section;
  }

  openBlock(kind: BlockKind, place: Place, depth: number): Block {
    const { section } = this;
    const from = this.sentences.length;
    const index = this.blocks.length;
    const block: Block = { index, kind, section: section.index, from, to: from, place, depth, leadIn: -1 };
    this.blocks.push(block);
    if (section.headingBlock !== index) section.blocks.push(index);
    return block;
  }

  closeBlock(block: Block): void {
    block.to = this.sentences.length;
    const page = this.sentences[block.from]?.place.page;
    if (page !== undefined && block.place.page === undefined) block.place.page = page;
  }

  /** Adds a stretch of running text as a sentence. */
  addFlow(
    block: Block,
    kind: SentenceKind,
    flow: Flow,
    from: number,
    to: number,
    around: Around,
    quoted: boolean,
    item?: ItemContext,
  ): Sentence {
    const place = this.place(flow.startOf(from), flow.endOf(to), onPage(around, flow.pageOf(from)));
    return this.add(block, kind, flow.text.slice(from, to), place, quoted, item);
  }

  add(block: Block, kind: SentenceKind, text: string, place: Place, quoted: boolean, item?: ItemContext): Sentence {
    const sentence: Sentence = {
      index: this.sentences.length,
      block: block.index,
      section: block.section,
      kind,
      text,
      place,
      item: item?.item ?? -1,
      leads: item?.leads ?? [],
      quoted,
    };
    this.sentences.push(sentence);
    return sentence;
  }

  /** The sentence that introduces the list or table about to start: the last of the block directly before it. */
  leadIn(): number {
    const previous = this.blocks.at(-1);
    if (previous === undefined || previous.section !== this.section.index || previous.to === previous.from) return -1;
    const last = previous.to - 1;
    switch (previous.kind) {
      case 'heading':
        return previous.depth === 0 ? last : -1;
      case 'list':
        return previous.leadIn;
      case 'paragraph':
      case 'footnote':
      case 'quotation':
        return announces(this.sentences[last]!.text) ? last : -1;
      default:
        return -1;
    }
  }

  place(from: number, to: number, around: Around | undefined): Place {
    const start = this.lines.pointAt(Math.max(from, 0));
    const place: Place = { start, end: this.lines.pointAt(Math.max(to, from, 0)) };
    if (around === undefined) return place;
    if (around.page > 0) place.page = around.page;
    if (around.paragraph > 0) place.paragraph = around.paragraph;
    if (around.anchor !== '') place.anchor = around.anchor;
    return place;
  }

  finish(): void {
    for (const section of this.sections) {
      const last = section.blocks.at(-1);
      if (last === undefined) continue;
      const start = section.index === 0 ? this.blocks[section.blocks[0]!]!.place : section.place;
      section.place = { ...start, end: this.blocks[last]!.place.end };
    }
  }
}

/** The same surroundings on another page, if the page is known. */
export function onPage(around: Around, page: number): Around {
  return page > 0 && page !== around.page ? { ...around, page } : around;
}
