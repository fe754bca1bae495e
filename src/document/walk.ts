/**
 * The walk itself: sections open at headings, blocks follow one another, sentences follow one another, and every index
 * points backwards only.
 */

import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Heading,
  List,
  Node,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import {
  isAnchorList,
  isContentsHeading,
  isContentsLine,
  isEntryShaped,
  repeatsHeadings,
  titleKey,
} from './contents.ts';
import type { Flow } from './flow.ts';
import { vocabularyOf } from './hyphen.ts';
import { endOffset, flowOf, type InlineContext, startOffset } from './inline.ts';
import { announces } from './leads.ts';
import { LineIndex } from './lines.ts';
import { QuoteCursor, quotedRanges, wordsIn } from './quotes.ts';
import { splitSentences } from './sentences.ts';
import { impliedBreaks, isAllEmphasis, isAllStrong, isCaption, isNavigation, readsAsHeading } from './shapes.ts';
import { isHeaderless, rowText } from './tables.ts';
import type {
  Block,
  BlockKind,
  DeclaredValue,
  Place,
  ReadingNote,
  Section,
  Sentence,
  SentenceKind,
  Source,
} from './types.ts';

/** What holds for everything inside a node. */
interface Around {
  quoted: boolean;
  kind: 'paragraph' | 'footnote' | 'quotation';
  page: number;
  paragraph: number;
  anchor: string;
}

interface ItemContext {
  item: number;
  leads: number[];
  depth: number;
}

type Flowing = RootContent | BlockContent | DefinitionContent;

export class Walker {
  readonly sections: Section[] = [];
  readonly blocks: Block[] = [];
  readonly sentences: Sentence[] = [];
  readonly notes: ReadingNote[] = [];
  words = 0;
  private readonly source: Source;
  private readonly lines: LineIndex;
  private readonly inline: InlineContext;
  private items = 0;
  private struck = 0;
  private headings = new Set<string>();
  private vocabulary: Set<string> | undefined;

  constructor(source: Source) {
    this.source = source;
    this.lines = new LineIndex(source.text);
    this.inline = {
      source: source.text,
      vocabulary: () => {
        this.vocabulary ??= vocabularyOf(source.text);
        return this.vocabulary;
      },
      onStruck: (node) => {
        if (this.struck++ > 0) return;
        this.notes.push({
          code: 'struck-out-text',
          message: 'Text that is struck out was left out.',
          place: this.place(startOffset(node), endOffset(node), undefined),
        });
      },
    };
    this.sections.push({
      index: 0,
      parent: -1,
      depth: 0,
      heading: '',
      headingBlock: -1,
      blocks: [],
      place: this.place(0, 0, undefined),
    });
  }

  /** Values declared in front matter stand in a block of their own, one field each. */
  frontMatter(declared: readonly DeclaredValue[]): void {
    if (declared.length === 0 || this.source.format === 'yaml') return;
    const first = declared[0]!;
    const last = declared.at(-1)!;
    const block = this.openBlock('front-matter', { ...first.place, end: last.place.end }, 0);
    for (const { path, value, place } of declared) {
      const name = path.replace(/\.\d+(?=\.|$)/g, '').replace(/[._-]+/g, ' ');
      this.pushSentence(block, 'field', `${name}: ${value ?? ''}`, place, false, undefined);
    }
    this.closeBlock(block);
  }

  root(tree: Root): void {
    this.collectHeadings(tree);
    this.flow(tree.children, { quoted: false, kind: 'paragraph', page: 0, paragraph: 0, anchor: '' });
  }

  finish(): { sections: Section[]; blocks: Block[]; sentences: Sentence[] } {
    for (const section of this.sections) {
      const last = section.blocks.at(-1);
      if (last !== undefined) section.place = { ...section.place, end: this.blocks[last]!.place.end };
      if (section.index === 0 && section.blocks.length > 0) {
        section.place = { ...this.blocks[section.blocks[0]!]!.place, end: section.place.end };
      }
    }
    return { sections: this.sections, blocks: this.blocks, sentences: this.sentences };
  }

  private collectHeadings(tree: Root): void {
    for (const node of tree.children) {
      if (node.type === 'heading') this.headings.add(titleKey(flowOf(node, 0, this.inline).text));
      else if (node.type === 'paragraph' && isAllStrong(node)) {
        const { text } = flowOf(node, 0, this.inline);
        if (readsAsHeading(text)) this.headings.add(titleKey(text));
      }
    }
    this.struck = 0;
    this.notes.length = 0;
  }

  private flow(children: readonly Flowing[], around: Around): void {
    for (let i = 0; i < children.length; i++) {
      const node = children[i]!;
      const role = node.data?.role;
      if (role === 'hidden') continue;
      const inside = this.inside(node, around);
      switch (node.type) {
        case 'heading':
          this.heading(node, inside);
          break;
        case 'paragraph':
          this.paragraph(node, inside, children[i + 1]);
          break;
        case 'list':
          this.list(node, inside);
          break;
        case 'table':
          this.table(node, inside);
          break;
        case 'blockquote':
          this.blockquote(node, inside);
          break;
        case 'code':
          this.code(node, inside);
          break;
        case 'footnoteDefinition':
          this.flow(node.children, { ...inside, kind: 'footnote' });
          break;
        default:
      }
    }
  }

  private inside(node: Node, around: Around): Around {
    const data = node.data;
    if (data === undefined) return around;
    return {
      quoted: around.quoted || data.role === 'quotation',
      kind: data.role === 'quotation' ? 'quotation' : around.kind,
      page: data.page ?? around.page,
      paragraph: data.paragraph ?? around.paragraph,
      anchor: data.anchor ?? around.anchor,
    };
  }

  private heading(node: Heading, around: Around): void {
    const flow = flowOf(node, around.page, this.inline);
    if (flow.text === '') return;
    if (around.quoted) {
      this.prose(flow, node, around, 'quotation');
      return;
    }
    this.openSection(flow, node, node.depth, around);
  }

  private openSection(flow: Flow, node: Node, depth: number, around: Around): void {
    let parent = this.sections.length - 1;
    while (parent > 0 && this.sections[parent]!.depth >= depth) parent = this.sections[parent]!.parent;
    const place = this.placeOf(node, flow, around);
    const index = this.sections.length;
    this.sections.push({
      index,
      parent: parent <= 0 ? -1 : parent,
      depth,
      heading: flow.text,
      headingBlock: this.blocks.length,
      blocks: [],
      place,
    });
    const block = this.openBlock('heading', place, depth);
    this.sections[index]!.blocks.pop();
    this.sentence(block, 'heading', flow, 0, flow.text.length, around, false, undefined);
    this.closeBlock(block);
  }

  private paragraph(node: Paragraph, around: Around, next: Flowing | undefined): void {
    const flow = flowOf(node, around.page, this.inline);
    if (flow.text === '') return;
    const role = node.data?.role;
    if (role === 'contents' || isNavigation(node, flow.text) || this.isContentsParagraph(flow)) {
      this.contentsBlock(flow, node, around);
      return;
    }
    if (around.kind === 'paragraph' && !around.quoted) {
      const strong = isAllStrong(node);
      if (role === 'caption' || ((strong || isAllEmphasis(node) || next?.type === 'table') && isCaption(flow.text))) {
        this.caption(flow, node, around);
        return;
      }
      if (strong && next !== undefined && readsAsHeading(flow.text) && flow.breaks.length === 0) {
        this.openSection(flow, node, this.strongDepth(), around);
        this.sections.at(-1)!.inline = true;
        return;
      }
    }
    this.prose(flow, node, around, around.kind);
  }

  /** One below the last real heading: two bold lines under one heading are neighbours. */
  private strongDepth(): number {
    const open = this.sections.at(-1)!;
    return Math.min(open.inline === true ? open.depth : open.depth + 1, 6);
  }

  private caption(flow: Flow, node: Node, around: Around): void {
    const block = this.openBlock('heading', this.placeOf(node, flow, around), 0);
    this.sentence(block, 'heading', flow, 0, flow.text.length, around, false, undefined);
    this.closeBlock(block);
  }

  private isContentsParagraph(flow: Flow): boolean {
    if (isContentsLine(flow.text)) return flow.text.length <= 200;
    return (
      isContentsHeading(this.sections.at(-1)!.heading) &&
      isEntryShaped(flow.text) &&
      this.headings.has(titleKey(flow.text))
    );
  }

  private contentsBlock(flow: Flow, node: Node, around: Around): void {
    const block = this.openBlock('contents', this.placeOf(node, flow, around), 0);
    this.sentence(block, 'contents', flow, 0, flow.text.length, around, false, undefined);
    this.closeBlock(block);
  }

  private prose(flow: Flow, node: Node, around: Around, kind: BlockKind): void {
    const quotes = quotedRanges(flow.text);
    const whole = quotes.length > 0 && isWhollyQuoted(flow.text, quotes[0]!.from, quotes.at(-1)!.to);
    const block = this.openBlock(
      whole && kind === 'paragraph' ? 'quotation' : kind,
      this.placeOf(node, flow, around),
      0,
    );
    this.split(block, 'sentence', flow, around, whole, undefined, new QuoteCursor(flow.text, quotes));
    this.closeBlock(block);
    this.words += wordsIn(flow.text, 0, flow.text.length);
  }

  private split(
    block: Block,
    kind: SentenceKind,
    flow: Flow,
    around: Around,
    quoted: boolean,
    item: ItemContext | undefined,
    quotes: QuoteCursor,
  ): void {
    const breaks = flow.breaks.length > 0 ? flow.breaks : impliedBreaks(flow.text, flow.lineStarts);
    for (const range of splitSentences(flow.text, breaks)) {
      const isQuoted = quoted || around.quoted || quotes.covers(range);
      this.sentence(block, kind, flow, range.from, range.to, around, isQuoted, item);
    }
  }

  private blockquote(node: Blockquote, around: Around): void {
    this.flow(node.children, { ...around, quoted: true, kind: 'quotation' });
  }

  private code(node: Node & { value: string }, around: Around): void {
    const text = node.value.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const place = this.place(startOffset(node), endOffset(node), around);
    const block = this.openBlock('code', place, 0);
    this.pushSentence(block, 'code', text, place, around.quoted, undefined);
    this.closeBlock(block);
  }

  private list(node: List, around: Around): void {
    if (this.isContentsList(node)) {
      const block = this.openBlock('contents', this.place(startOffset(node), endOffset(node), around), 1);
      this.contentsItems(node, block, around);
      this.closeBlock(block);
      return;
    }
    const leadIn = this.leadIn();
    const block = this.openBlock('list', this.place(startOffset(node), endOffset(node), around), 1);
    block.leadIn = leadIn;
    this.listItems(node, block, around, { item: -1, leads: leadIn < 0 ? [] : [leadIn], depth: 1 });
    this.closeBlock(block);
  }

  private listItems(node: List, block: Block, around: Around, outer: ItemContext): void {
    for (const item of node.children) {
      if (item.data?.role === 'hidden') continue;
      const own: ItemContext = { item: this.items++, leads: outer.leads, depth: outer.depth };
      this.itemContent(item.children, block, this.inside(item, around), own);
    }
  }

  private itemContent(children: readonly Flowing[], block: Block, around: Around, own: ItemContext): void {
    const first = this.sentences.length;
    for (const child of children) {
      const inside = this.inside(child, around);
      switch (child.type) {
        case 'paragraph':
        case 'heading': {
          const flow = flowOf(child, inside.page, this.inline);
          if (flow.text === '') break;
          const quotes = quotedRanges(flow.text);
          const whole = quotes.length > 0 && isWhollyQuoted(flow.text, quotes[0]!.from, quotes.at(-1)!.to);
          this.split(block, 'item', flow, inside, whole, own, new QuoteCursor(flow.text, quotes));
          this.words += wordsIn(flow.text, 0, flow.text.length);
          break;
        }
        case 'list': {
          const parents: number[] = [];
          for (let i = first; i < this.sentences.length; i++) if (this.sentences[i]!.item === own.item) parents.push(i);
          this.listItems(child, block, inside, { item: -1, leads: [...own.leads, ...parents], depth: own.depth + 1 });
          break;
        }
        case 'blockquote':
          this.itemContent(child.children, block, { ...inside, quoted: true }, own);
          break;
        case 'table':
          this.rows(child, block, inside, own);
          break;
        case 'code':
          this.pushSentence(
            block,
            'code',
            child.value.replace(/\s+/g, ' ').trim(),
            this.place(startOffset(child), endOffset(child), inside),
            inside.quoted,
            own,
          );
          break;
        default:
      }
    }
  }

  private isContentsList(node: List): boolean {
    if (node.data?.role === 'contents' || isAnchorList(node)) return true;
    const titles: string[] = [];
    const visit = (list: List): boolean => {
      for (const item of list.children) {
        for (const child of item.children) {
          if (child.type === 'list') {
            if (!visit(child)) return false;
          } else if (child.type === 'paragraph') {
            const { text } = flowOf(child, 0, this.inline);
            if (!isEntryShaped(text) && !isContentsLine(text)) return false;
            titles.push(text);
          } else return false;
        }
      }
      return true;
    };
    if (!visit(node)) return false;
    return isContentsHeading(this.sections.at(-1)!.heading) || repeatsHeadings(titles, this.headings);
  }

  private contentsItems(node: List, block: Block, around: Around): void {
    for (const item of node.children) {
      const inside = this.inside(item, around);
      for (const child of item.children) {
        if (child.type === 'list') this.contentsItems(child, block, inside);
        else if (child.type === 'paragraph') {
          const flow = flowOf(child, child.data?.page ?? inside.page, this.inline);
          if (flow.text !== '') this.sentence(block, 'contents', flow, 0, flow.text.length, inside, false, undefined);
        }
      }
    }
  }

  private table(node: Table, around: Around): void {
    const leadIn = this.leadIn();
    const contents = node.data?.role === 'contents' || isContentsHeading(this.sections.at(-1)!.heading);
    const place = this.place(startOffset(node), endOffset(node), around);
    const block = this.openBlock(contents ? 'contents' : 'table', place, 0);
    block.leadIn = contents ? -1 : leadIn;
    this.rows(node, block, around, undefined);
    this.closeBlock(block);
  }

  private rows(node: Table, block: Block, around: Around, item: ItemContext | undefined): void {
    const headless = node.data?.headless === true;
    for (let i = 0; i < node.children.length; i++) {
      const row = node.children[i]!;
      const inside = this.inside(row, around);
      const flows = row.children.map((cell) => flowOf(cell, cell.data?.page ?? inside.page, this.inline));
      const cells = flows.map((flow) => flow.text);
      if (i === 0 && block.kind !== 'list') {
        const isData = headless || isHeaderless(cells);
        block.columns = isData ? cells.map(() => '') : cells;
      }
      const text = rowText(cells);
      if (text === '') continue;
      const isHeader = i === 0 && !headless && !isHeaderless(cells);
      const kind: SentenceKind = block.kind === 'contents' ? 'contents' : isHeader ? 'heading' : 'row';
      const place = this.rowPlace(row, flows, inside);
      const quotes = quotedRanges(text);
      const quoted = inside.quoted || new QuoteCursor(text, quotes).covers({ from: 0, to: text.length });
      const sentence = this.pushSentence(block, kind, text, place, quoted, item);
      sentence.cells = cells;
      if (kind === 'row') this.words += wordsIn(text, 0, text.length);
    }
  }

  private rowPlace(row: Node, flows: Flow[], around: Around): Place {
    const filled = flows.filter((flow) => flow.text !== '');
    const first = filled[0];
    const last = filled.at(-1);
    if (first === undefined || last === undefined) return this.place(startOffset(row), endOffset(row), around);
    const page = first.pageOf(0);
    return this.place(first.startOf(0), last.endOf(last.text.length), page > 0 ? { ...around, page } : around);
  }

  /** The sentence that introduces the list or table about to start: the last of the block directly before it. */
  private leadIn(): number {
    const section = this.sections.at(-1)!;
    const previous = this.blocks.at(-1);
    if (previous === undefined || previous.section !== section.index || previous.to === previous.from) return -1;
    const last = previous.to - 1;
    if (previous.kind === 'heading') return previous.depth === 0 ? last : -1;
    if (previous.kind === 'list' || previous.kind === 'table') {
      return previous.kind === 'list' && previous.leadIn >= 0 ? previous.leadIn : -1;
    }
    if (previous.kind !== 'paragraph' && previous.kind !== 'footnote' && previous.kind !== 'quotation') return -1;
    return announces(this.sentences[last]!.text) ? last : -1;
  }

  private openBlock(kind: BlockKind, place: Place, depth: number): Block {
    const section = this.sections.at(-1)!;
    const from = this.sentences.length;
    const block: Block = {
      index: this.blocks.length,
      kind,
      section: section.index,
      from,
      to: from,
      place,
      depth,
      leadIn: -1,
    };
    this.blocks.push(block);
    section.blocks.push(block.index);
    return block;
  }

  private closeBlock(block: Block): void {
    block.to = this.sentences.length;
    const page = this.sentences[block.from]?.place.page;
    if (page !== undefined && block.place.page === undefined) block.place.page = page;
  }

  private sentence(
    block: Block,
    kind: SentenceKind,
    flow: Flow,
    from: number,
    to: number,
    around: Around,
    quoted: boolean,
    item: ItemContext | undefined,
  ): void {
    const page = flow.pageOf(from);
    const inside = page > 0 && page !== around.page ? { ...around, page } : around;
    const place = this.place(flow.startOf(from), flow.endOf(to), inside);
    this.pushSentence(block, kind, flow.text.slice(from, to), place, quoted, item);
  }

  private pushSentence(
    block: Block,
    kind: SentenceKind,
    text: string,
    place: Place,
    quoted: boolean,
    item: ItemContext | undefined,
  ): Sentence {
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

  private placeOf(node: Node, flow: Flow, around: Around): Place {
    const start = startOffset(node);
    if (start < 0) return this.place(flow.startOf(0), flow.endOf(flow.text.length), around);
    const page = flow.pageOf(0);
    return this.place(start, endOffset(node), page > 0 ? { ...around, page } : around);
  }

  private place(from: number, to: number, around: Around | undefined): Place {
    const start = this.lines.pointAt(Math.max(from, 0));
    const place: Place = { start, end: this.lines.pointAt(Math.max(to, from, 0)) };
    if (around === undefined) return place;
    if (around.page > 0) place.page = around.page;
    if (around.paragraph > 0) place.paragraph = around.paragraph;
    if (around.anchor !== '') place.anchor = around.anchor;
    return place;
  }
}

/** Whether what stands outside the marks is only punctuation or a short attribution. */
function isWhollyQuoted(text: string, from: number, to: number): boolean {
  if (wordsIn(text, 0, from) > 0) return false;
  const after = text.slice(to);
  return wordsIn(after, 0, after.length) <= 12 && !/[.!?]["”'’]?\s+\p{Lu}.*[.!?]\s*$/u.test(after);
}

export type { PhrasingContent };
