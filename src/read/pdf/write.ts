/** Blocks to the text that places refer to, and to mdast. */

import type { BlockContent, FootnoteDefinition, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import { Emitter, type Span } from '../text/emit.ts';
import { readsAsHeader } from '../text/tables.ts';
import { startsLower } from '../text/words.ts';
import { endsEarly, type PdfBlock, textOf } from './block.ts';
import type { PdfLine } from './line.ts';

export interface Written {
  text: string;
  tree: Root;
}

export function write(blocks: readonly PdfBlock[]): Written {
  const text = layOut(blocks);
  const emit = new Emitter(text);
  const children: RootContent[] = [];
  let notes = 0;
  for (let i = 0; i < blocks.length; i++) {
    const one = blocks[i]!;
    if (one.kind === 'item') {
      let to = i;
      while (blocks[to]?.kind === 'item') to++;
      children.push(listOf(blocks.slice(i, to), emit));
      i = to - 1;
    } else if (one.kind === 'note') {
      children.push(noteOf(one, ++notes, emit));
    } else children.push(nodeOf(one, emit));
  }
  return { text, tree: { type: 'root', children, position: emit.position(0, text.length) } };
}

/** Gives every line its place: page after page, one under the other, a form feed between pages. */
function layOut(blocks: readonly PdfBlock[]): string {
  let text = '';
  let page = 1;
  // A note, or a table that goes on, may come before or after what stands on another page.
  const lines = blocks.flatMap((one) => one.lines).sort((a, b) => a.page - b.page);
  for (const line of lines) {
    if (text !== '') text += '\n';
    while (page < line.page) {
      text += '\f';
      page++;
    }
    line.from = text.length;
    text += line.text;
    line.to = text.length;
  }
  return `${text}\n`;
}

function spansOf(lines: readonly PdfLine[], marker = 0): Span[] {
  return lines.map((line, index) => ({ from: line.from + (index === 0 ? marker : 0), to: line.to, page: line.page }));
}

function nodeOf(one: PdfBlock, emit: Emitter): RootContent {
  switch (one.kind) {
    case 'heading':
      return emit.heading(spansOf(one.lines), one.level);
    case 'table':
      return emit.table(
        one.rows.map((row) => row.map((cell) => spansOf(cell))),
        !isHeaded(one),
      );
    case 'contents':
      return withRole(emit.ownLines(one.lines.map((line) => spansOf([line]))), 'contents');
    case 'caption':
      return withRole(emit.paragraph(spansOf(one.lines)), 'caption');
    case 'quotation':
      return withRole(paragraphOf(one, emit), 'quotation');
    default:
      return paragraphOf(one, emit);
  }
}

/** Whether a table's first row names its columns: as the file or its type says, or else by its words. */
function isHeaded({ header, rows }: PdfBlock): boolean {
  if (header !== undefined) return header;
  const [names = [], ...rest] = rows.map((row) => row.map(textOf));
  if (readsAsHeader(names, rest[0] ?? [])) return true;
  if (names.some((name) => name === '' || name.length > 30 || /[\d:%£@]/.test(name))) return false;
  // Short names over long cells.
  const long = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  return rest.length > 0 && long(rest.flat()) > long(names) * (names.length > 2 ? 1.3 : 2);
}

function withRole(node: Paragraph, role: 'contents' | 'caption' | 'quotation'): Paragraph {
  node.data = { ...node.data, role };
  return node;
}

/** A paragraph, with a break where a line ends long before the margin, as in an address. */
function paragraphOf(one: PdfBlock, emit: Emitter): Paragraph {
  const groups: PdfLine[][] = [];
  one.lines.forEach((line, index) => {
    const previous = one.lines[index - 1];
    const width = one.right - Math.min(line.x, previous?.x ?? line.x);
    const breaks =
      previous !== undefined &&
      previous.page === line.page &&
      previous.x1 - previous.x < width * 0.7 &&
      !startsLower(line.text) &&
      endsEarly(previous, line, one.right);
    if (previous === undefined || breaks) groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  let first = true;
  const spans = groups.map((group) => {
    const own = spansOf(group, first ? one.marker : 0);
    first = false;
    return own;
  });
  const node = spans.length > 1 ? emit.ownLines(spans) : emit.paragraph(spans[0]!);
  if (one.strong) node.children = [{ type: 'strong', children: node.children, position: node.position! }];
  return node;
}

function noteOf(one: PdfBlock, number: number, emit: Emitter): FootnoteDefinition {
  const paragraph = emit.paragraph(spansOf(one.lines, one.marker));
  const id = String(number);
  return {
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: [paragraph],
    position: paragraph.position!,
    data: { page: one.page },
  };
}

/** Items in a row to one list, nested by their levels. */
function listOf(items: readonly PdfBlock[], emit: Emitter): List {
  const top = listFor(items[0]!);
  const open: { list: List; level: number }[] = [{ list: top, level: items[0]!.level }];
  for (const item of items) {
    while (open.length > 1 && item.level < open.at(-1)!.level) open.pop();
    let { list, level } = open.at(-1)!;
    const last = list.children.at(-1);
    const paragraph = paragraphOf(item, emit);
    if (item.goesOn && last !== undefined && item.level === level) {
      last.children.push(paragraph);
      continue;
    }
    if (item.level > level && last !== undefined) {
      list = listFor(item);
      last.children.push(list);
      open.push({ list, level: item.level });
    }
    level = item.level;
    list.children.push({ type: 'listItem', spread: false, children: [paragraph] });
  }
  place(top);
  return top;
}

function listFor(item: PdfBlock): List {
  return { type: 'list', ordered: item.ordered, spread: false, children: [] };
}

function place(list: List): void {
  for (const item of list.children) {
    for (const child of item.children as BlockContent[]) if (child.type === 'list') place(child);
    stretch(item);
  }
  stretch(list);
}

function stretch(node: List | ListItem): void {
  const first = node.children[0]?.position;
  const last = node.children.at(-1)?.position;
  if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
}
