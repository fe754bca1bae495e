/** The walk over the tree: what each node is, and what of it goes into the document. */

import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Heading,
  List,
  Node,
  Paragraph,
  Root,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { type Around, Assembly, type ItemContext, onPage } from './assembly.ts';
import {
  isAnchorList,
  isColumnOfPlaces,
  isContentsHeading,
  isContentsLine,
  isEntryShaped,
  repeatsHeadings,
  tellsPlaces,
  titleKey,
} from './contents.ts';
import type { Flow } from './flow.ts';
import { vocabularyOf } from './hyphen.ts';
import { endOffset, flowOf, type InlineContext, startOffset } from './inline.ts';
import { isWhollyQuoted, QuoteCursor, quotedRanges, wordsIn } from './quotes.ts';
import { splitSentences } from './sentences.ts';
import {
  headingLength,
  impliedBreaks,
  isAllEmphasis,
  isAllStrong,
  isCaption,
  isNavigation,
  readsAsHeading,
} from './shapes.ts';
import { isHeaderless, rowText } from './tables.ts';
import type { Block, BlockKind, DeclaredValue, Place, ReadingNote, SentenceKind, Source } from './types.ts';

type Flowing = RootContent | BlockContent | DefinitionContent;

const OUTSIDE: Around = { quoted: false, kind: 'paragraph', page: 0, paragraph: 0, anchor: '' };

export class Walker {
  readonly out: Assembly;
  readonly notes: ReadingNote[] = [];
  words = 0;
  private readonly source: Source;
  private readonly inline: InlineContext;
  private readonly headings = new Set<string>();
  private items = 0;
  private struck = false;

  constructor(source: Source) {
    this.source = source;
    this.out = new Assembly(source.text);
    let vocabulary: Set<string> | undefined;
    this.inline = {
      source: source.text,
      vocabulary: () => {
        vocabulary ??= vocabularyOf(source.text);
        return vocabulary;
      },
      onStruck: (node) => {
        if (this.struck) return;
        this.struck = true;
        this.notes.push({
          code: 'struck-out-text',
          message: 'Text that is struck out was left out.',
          place: this.out.place(startOffset(node), endOffset(node), undefined),
        });
      },
    };
  }

  /** Values declared in front matter stand in a block of their own, one field each. */
  frontMatter(declared: readonly DeclaredValue[]): void {
    const first = declared[0];
    const last = declared.at(-1);
    if (first === undefined || last === undefined || this.source.format === 'yaml') return;
    const block = this.out.openBlock('front-matter', { ...first.place, end: last.place.end }, 0);
    for (const { path, value, place } of declared) {
      const name = path.replace(/\.\d+(?=\.|$)/g, '').replace(/[._-]+/g, ' ');
      this.out.add(block, 'field', `${name}: ${value ?? ''}`, place, false);
    }
    this.out.closeBlock(block);
  }

  root(tree: Root): void {
    for (const node of tree.children) this.noteHeading(node);
    this.flow(tree.children, OUTSIDE);
    this.out.finish();
  }

  /** What the document's headings say has to be known before its contents page is met. */
  private noteHeading(node: RootContent): void {
    if (node.type !== 'heading' && !(node.type === 'paragraph' && isAllStrong(node))) return;
    const { text } = flowOf(node, 0, { ...this.inline, onStruck: () => {} });
    if (node.type === 'heading') this.headings.add(titleKey(text.slice(0, headingLength(text))));
    else if (readsAsHeading(text)) this.headings.add(titleKey(text));
  }

  private flow(children: readonly Flowing[], around: Around): void {
    for (let i = 0; i < children.length; i++) {
      const node = children[i]!;
      if (node.data?.role === 'hidden') continue;
      const inside = within(node, around);
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

  private heading(node: Heading, around: Around): void {
    const flow = flowOf(node, around.page, this.inline);
    if (flow.text === '') return;
    if (around.quoted) this.prose(flow, node, around, 'quotation');
    else this.openSection(flow, node, node.depth, around);
  }

  private openSection(flow: Flow, node: Node, depth: number, around: Around): void {
    const to = headingLength(flow.text);
    const place = this.placeOf(node, flow, around);
    this.out.openSection(flow.text.slice(0, to), depth, place);
    const block = this.out.openBlock('heading', place, depth);
    this.out.addFlow(block, 'heading', flow, 0, to, around, false);
    this.out.closeBlock(block);
  }

  private paragraph(node: Paragraph, around: Around, next: Flowing | undefined): void {
    const flow = flowOf(node, around.page, this.inline);
    if (flow.text === '') return;
    const role = node.data?.role;
    if (role === 'contents' || isNavigation(node, flow.text) || this.isContentsParagraph(flow)) {
      this.contentsParagraph(flow, node, around);
      return;
    }
    if (around.kind === 'paragraph' && !around.quoted) {
      const strong = isAllStrong(node);
      if (role === 'caption' || ((strong || isAllEmphasis(node) || next?.type === 'table') && isCaption(flow.text))) {
        this.line('heading', 'heading', flow, node, around);
        return;
      }
      if (strong && next !== undefined && readsAsHeading(flow.text) && flow.breaks.length === 0) {
        // One below the last real heading: two bold lines under one heading are neighbours.
        const open = this.out.section;
        this.openSection(flow, node, Math.min(open.inline === true ? open.depth : open.depth + 1, 6), around);
        this.out.section.inline = true;
        return;
      }
    }
    this.prose(flow, node, around, around.kind);
  }

  /** A block of one sentence. */
  private line(kind: BlockKind, sentence: SentenceKind, flow: Flow, node: Node, around: Around): void {
    const block = this.out.openBlock(kind, this.placeOf(node, flow, around), 0);
    this.out.addFlow(block, sentence, flow, 0, flow.text.length, around, false);
    this.out.closeBlock(block);
  }

  private contentsParagraph(flow: Flow, node: Node, around: Around): void {
    const block = this.out.openBlock('contents', this.placeOf(node, flow, around), 0);
    let from = 0;
    for (const to of [...impliedBreaks(flow.text, flow.lineStarts), flow.text.length + 1]) {
      this.out.addFlow(block, 'contents', flow, from, to - 1, around, false);
      from = to;
    }
    this.out.closeBlock(block);
  }

  private isContentsParagraph(flow: Flow): boolean {
    if (isContentsLine(flow.text)) return flow.text.length <= 200;
    if (!isContentsHeading(this.out.section.heading) || flow.text.length > 600) return false;
    const starts = [0, ...impliedBreaks(flow.text, flow.lineStarts), flow.text.length + 1];
    const lines = starts.slice(1).map((to, index) => flow.text.slice(starts[index], to - 1));
    if (!lines.every(isEntryShaped)) return false;
    // Under a list of titles, more titles: an appendix need not be a heading to be one.
    const follows = this.out.blocks.at(-1)?.kind === 'contents';
    return lines.every(
      (line) => this.headings.has(titleKey(line)) || (follows && /^(?:appendix|annexe?|schedule)\b/i.test(line)),
    );
  }

  private prose(flow: Flow, node: Node, around: Around, kind: BlockKind): void {
    const quotes = quotedRanges(flow.text);
    const whole = isWhollyQuoted(flow.text, quotes);
    const block = this.out.openBlock(
      whole && kind === 'paragraph' ? 'quotation' : kind,
      this.placeOf(node, flow, around),
      0,
    );
    this.split(block, 'sentence', flow, whole, quotes, around);
    this.out.closeBlock(block);
  }

  private split(
    block: Block,
    kind: SentenceKind,
    flow: Flow,
    whole: boolean,
    quotes: ReturnType<typeof quotedRanges>,
    around: Around,
    item?: ItemContext,
  ): void {
    const cursor = new QuoteCursor(flow.text, quotes);
    const breaks = flow.breaks.length > 0 ? flow.breaks : impliedBreaks(flow.text, flow.lineStarts);
    for (const range of splitSentences(flow.text, breaks)) {
      const quoted = whole || around.quoted || cursor.covers(range);
      const sentence = this.out.addFlow(block, kind, flow, range.from, range.to, around, quoted, item);
      if (!quoted) {
        const speech = cursor.within(range);
        if (speech.length > 0) sentence.quotes = speech;
      }
    }
    this.words += wordsIn(flow.text, 0, flow.text.length);
  }

  private blockquote(node: Blockquote, around: Around): void {
    const quoted = !this.isContactBox(node);
    this.flow(node.children, { ...around, quoted: around.quoted || quoted, kind: quoted ? 'quotation' : around.kind });
  }

  /** A box around an address or a telephone number is set as a quotation, and quotes nobody. */
  private isContactBox(node: Blockquote): boolean {
    const text = this.source.text.slice(Math.max(startOffset(node), 0), Math.max(endOffset(node), 0));
    if (text.length > 800 || /["“«]/.test(text)) return false;
    return /[\w.+-]@[\w-]+\.|\b0\d{2,4}\s?\d{3}\s?\d{3,4}\b|\b(?:call|ring|dial)\b[^.]{0,30}\b(?:999|101|112)\b/i.test(
      text,
    );
  }

  private code(node: Node & { value: string }, around: Around, item?: ItemContext, into?: Block): void {
    const text = node.value.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const place = this.out.place(startOffset(node), endOffset(node), around);
    const block = into ?? this.out.openBlock('code', place, 0);
    this.out.add(block, 'code', text, place, around.quoted, item);
    if (into === undefined) this.out.closeBlock(block);
  }

  private list(node: List, around: Around): void {
    const contents = this.isContentsList(node);
    const leadIn = contents ? -1 : this.out.leadIn();
    const place = this.out.place(startOffset(node), endOffset(node), around);
    const block = this.out.openBlock(contents ? 'contents' : 'list', place, 1);
    block.leadIn = leadIn;
    if (contents) this.contentsItems(node, block, around);
    else this.listItems(node, block, around, leadIn < 0 ? [] : [leadIn]);
    this.out.closeBlock(block);
  }

  private listItems(node: List, block: Block, around: Around, leads: number[]): void {
    for (const item of node.children) {
      if (item.data?.role === 'hidden') continue;
      this.itemContent(item.children, block, within(item, around), { item: this.items++, leads });
    }
  }

  private itemContent(children: readonly Flowing[], block: Block, around: Around, own: ItemContext): void {
    const first = this.out.sentences.length;
    for (const child of children) {
      const inside = within(child, around);
      switch (child.type) {
        case 'paragraph':
        case 'heading': {
          const flow = flowOf(child, inside.page, this.inline);
          const quotes = quotedRanges(flow.text);
          this.split(block, 'item', flow, isWhollyQuoted(flow.text, quotes), quotes, inside, own);
          break;
        }
        case 'list': {
          const parents = this.out.sentences.slice(first).filter((sentence) => sentence.item === own.item);
          this.listItems(child, block, inside, [...own.leads, ...parents.map((sentence) => sentence.index)]);
          break;
        }
        case 'blockquote':
          this.itemContent(child.children, block, { ...inside, quoted: true }, own);
          break;
        case 'table':
          this.rows(child, block, inside, own);
          break;
        case 'code':
          this.code(child, inside, own, block);
          break;
        default:
      }
    }
  }

  private isContentsList(node: List): boolean {
    if (node.data?.role === 'contents' || isAnchorList(node)) return true;
    const titles = this.titlesOf(node);
    if (titles === undefined) return false;
    return isContentsHeading(this.out.section.heading) || repeatsHeadings(titles, this.headings);
  }

  /** The items of a list, if all of them could be titles. */
  private titlesOf(node: List): string[] | undefined {
    const titles: string[] = [];
    for (const item of node.children) {
      for (const child of item.children) {
        if (child.type === 'list') {
          const nested = this.titlesOf(child);
          if (nested === undefined) return undefined;
          titles.push(...nested);
        } else if (child.type === 'paragraph') {
          const { text } = flowOf(child, 0, { ...this.inline, onStruck: () => {} });
          if (!isEntryShaped(text) && !isContentsLine(text)) return undefined;
          titles.push(text);
        } else {
          return undefined;
        }
      }
    }
    return titles;
  }

  private contentsItems(node: List, block: Block, around: Around): void {
    for (const item of node.children) {
      const inside = within(item, around);
      for (const child of item.children) {
        if (child.type === 'list') this.contentsItems(child, block, inside);
        else if (child.type === 'paragraph') {
          const flow = flowOf(child, within(child, inside).page, this.inline);
          if (flow.text !== '') this.out.addFlow(block, 'contents', flow, 0, flow.text.length, inside, false);
        }
      }
    }
  }

  private table(node: Table, around: Around): void {
    const contents =
      node.data?.role === 'contents' || isContentsHeading(this.out.section.heading) || this.isTableOfPlaces(node);
    const leadIn = contents ? -1 : this.out.leadIn();
    const place = this.out.place(startOffset(node), endOffset(node), around);
    const block = this.out.openBlock(contents ? 'contents' : 'table', place, 0);
    block.leadIn = leadIn;
    this.rows(node, block, around);
    this.out.closeBlock(block);
  }

  /** A table that only says where in the document each matter stands. */
  private isTableOfPlaces({ children: [header, ...rows] }: Table): boolean {
    const inline = { ...this.inline, onStruck: () => {} };
    const last = (row: TableRow | undefined): string => {
      const cell = row?.children.at(-1);
      return cell === undefined ? '' : flowOf(cell, 0, inline).text;
    };
    if (header === undefined || header.children.length < 2 || rows.length < 3 || !isColumnOfPlaces(last(header)))
      return false;
    return rows.every((row) => tellsPlaces(last(row)));
  }

  private rows(node: Table, block: Block, around: Around, item?: ItemContext): void {
    for (let i = 0; i < node.children.length; i++) {
      const row = node.children[i]!;
      const inside = within(row, around);
      const flows = row.children.map((cell) => flowOf(cell, within(cell, inside).page, this.inline));
      const cells = flows.map((flow) => flow.text);
      const isHeader = i === 0 && node.data?.headless !== true && !isHeaderless(cells);
      if (i === 0 && item === undefined) block.columns = isHeader ? cells : cells.map(() => '');
      const text = rowText(cells);
      if (text === '') continue;
      const kind: SentenceKind = block.kind === 'contents' ? 'contents' : isHeader ? 'heading' : 'row';
      const quoted = inside.quoted || new QuoteCursor(text, quotedRanges(text)).covers({ from: 0, to: text.length });
      this.out.add(block, kind, text, this.rowPlace(row, flows, inside), quoted, item).cells = cells;
      if (kind === 'row') this.words += wordsIn(text, 0, text.length);
    }
  }

  private rowPlace(row: Node, flows: readonly Flow[], around: Around): Place {
    const filled = flows.filter((flow) => flow.text !== '');
    const first = filled[0];
    const last = filled.at(-1);
    if (first === undefined || last === undefined) return this.out.place(startOffset(row), endOffset(row), around);
    return this.out.place(first.startOf(0), last.endOf(last.text.length), onPage(around, first.pageOf(0)));
  }

  private placeOf(node: Node, flow: Flow, around: Around): Place {
    const start = startOffset(node);
    const inside = onPage(around, flow.pageOf(0));
    if (start < 0) return this.out.place(flow.startOf(0), flow.endOf(flow.text.length), inside);
    return this.out.place(start, endOffset(node), inside);
  }
}

/** What holds inside a node, given what holds around it. */
function within(node: Node, around: Around): Around {
  const { data } = node;
  if (data === undefined) return around;
  const quotation = data.role === 'quotation';
  return {
    quoted: around.quoted || quotation,
    kind: quotation ? 'quotation' : around.kind,
    page: data.page ?? around.page,
    paragraph: data.paragraph ?? around.paragraph,
    anchor: data.anchor ?? around.anchor,
  };
}
