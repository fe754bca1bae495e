/** The structure tree of a page to blocks: what the program that made the file knew of its parts. */

import { readMarker } from '../text/marker.ts';
import { block, type PdfBlock } from './block.ts';
import type { LineMaker, PdfLine } from './line.ts';
import type { PdfPage, Run, TagNode } from './page.ts';

const HEADING = /^(?:H[1-6]?|Title)$/;
const GROUP = /^(?:Document|DocumentFragment|Part|Art|Sect|Div|NonStruct|Private|Aside|Index|Root|Section|Article)$/;
const INLINE =
  /^(?:Span|Link|Reference|Em|Strong|Sub|Quote|Code|Annot|BibEntry|Ruby|RB|RT|RP|Warichu|WT|WP|Form|Formula|Lbl|Reversed|Clip|ReversedChars)$/;
/** Elements that say nothing: parts of a line where all they hold is. */
const PLAIN = /^(?:NonStruct|Private|Div)$/;
const DEEPEST = 60;

/** The stretches of a page by their names in the tree. */
export type Marked = ReadonlyMap<string, Run[]>;

export function markedRuns(page: PdfPage): Map<string, Run[]> {
  const marked = new Map<string, Run[]>();
  for (const run of page.runs) {
    if (run.mark === '' || run.artifact) continue;
    const own = marked.get(run.mark);
    if (own === undefined) marked.set(run.mark, [run]);
    else own.push(run);
  }
  return marked;
}

/** The names in the tree, in order. */
export function idsOf(node: TagNode, into: string[] = [], depth = 0): string[] {
  if (node.type === 'content' && node.id !== undefined) into.push(node.id);
  if (depth < DEEPEST) for (const child of node.children ?? []) idsOf(child, into, depth + 1);
  return into;
}

export class TagReader {
  readonly blocks: PdfBlock[] = [];
  private readonly marked: Marked;
  private readonly make: LineMaker;
  private readonly page: PdfPage;

  constructor(page: PdfPage, marked: Marked, make: LineMaker) {
    this.page = page;
    this.marked = marked;
    this.make = make;
  }

  read(root: TagNode): PdfBlock[] {
    this.group(root.children ?? [], 0);
    return this.blocks;
  }

  private linesOf(nodes: readonly TagNode[]): PdfLine[] {
    const runs = nodes.flatMap((node) => idsOf(node).flatMap((id) => this.marked.get(id) ?? []));
    return this.make.lines(runs, this.page.number).filter((line) => line.text !== '');
  }

  private push(made: PdfBlock): void {
    if (made.lines.length === 0) return;
    made.tagged = true;
    this.blocks.push(made);
  }

  /** Blocks one after the other; loose words between them are paragraphs. */
  private group(nodes: readonly TagNode[], depth: number): void {
    let loose: TagNode[] = [];
    const flush = (): void => {
      if (loose.length > 0) this.push(block('paragraph', this.linesOf(loose)));
      loose = [];
    };
    for (const node of nodes) {
      if (node.type === 'content' || isInline(node)) {
        loose.push(node);
        continue;
      }
      flush();
      if (depth < DEEPEST) this.element(node, depth + 1);
    }
    flush();
  }

  private element(node: TagNode, depth: number): void {
    const role = node.role ?? '';
    const children = node.children ?? [];
    if (role === 'Artifact' || node.type === 'object') return;
    if (HEADING.test(role)) {
      this.push(block('heading', this.linesOf([node]), { level: Number(role[1]) || (role === 'Title' ? 1 : 0) }));
    } else if (role === 'L') this.list(node, 0, depth);
    else if (role === 'Table') this.table(node);
    else if (role === 'TOC' || role === 'TOCI') this.push(block('contents', this.linesOf([node])));
    else if (role === 'Note' || role === 'FENote' || role === 'Footnote' || role === 'Endnote') this.note(children);
    else if (role === 'Caption') this.push(block('caption', this.linesOf([node])));
    else if (role === 'BlockQuote') this.push(block('quotation', this.linesOf([node])));
    else if (
      (GROUP.test(role) && !(role === 'NonStruct' && !children.some(isBlock))) ||
      children.some((child) => isBlock(child))
    )
      this.group(pulled(children), depth);
    else this.push(block('paragraph', this.linesOf([node])));
  }

  private note(children: readonly TagNode[]): void {
    const lines = this.linesOf(children);
    this.push(block('note', lines, { marker: noteMarker(lines) }));
  }

  private list(node: TagNode, level: number, depth: number): void {
    for (const child of node.children ?? []) {
      if (child.role === 'L') this.list(child, level + 1, depth + 1);
      else if (child.role === 'Caption') this.push(block('paragraph', this.linesOf([child])));
      else if (child.role === 'LI' || child.role === 'LBody') this.item(child, level, depth + 1);
      else if (child.type === 'content' || isInline(child)) this.push(block('item', this.linesOf([child]), { level }));
      else this.element(child, depth + 1);
    }
  }

  private item(node: TagNode, level: number, depth: number): void {
    if (depth > DEEPEST) return;
    let label: string | undefined;
    let first = true;
    let loose: TagNode[] = [];
    const flush = (): void => {
      const lines = this.linesOf(loose);
      loose = [];
      if (lines.length === 0) return;
      const found = label === undefined ? readMarker(lines[0]!.text) : undefined;
      const marker = found !== undefined && found.parts.length < 2 ? found : undefined;
      const known = label ?? lines[0]!.text.slice(0, marker?.length ?? 0);
      this.push(
        block('item', lines, {
          level,
          ordered: /[\p{L}\p{N}]/u.test(known) && known.trim() !== 'o',
          marker: marker?.length ?? 0,
          goesOn: !first || (label === undefined && marker === undefined),
        }),
      );
      first = false;
    };
    const visit = (children: readonly TagNode[], inner: number): void => {
      for (const child of children) {
        if (child.role === 'Lbl') label = this.linesOf([child])[0]?.text ?? label;
        else if (child.role === 'L') {
          flush();
          this.list(child, level + 1, depth + 1);
        } else if (child.type === 'content' || isInline(child)) loose.push(child);
        else if (child.role === 'Table' || child.role === 'Note') {
          flush();
          this.element(child, depth + 1);
        } else if (
          inner < DEEPEST &&
          (child.role === 'LBody' || GROUP.test(child.role ?? '') || (child.children ?? []).some(isBlock))
        ) {
          visit(child.children ?? [], inner + 1);
        } else {
          flush();
          loose.push(child);
          flush();
        }
      }
    };
    visit(node.children ?? [], 0);
    flush();
  }

  private table(node: TagNode): void {
    const rows: PdfLine[][][] = [];
    let header: boolean | undefined;
    const visit = (children: readonly TagNode[], depth: number): void => {
      for (const child of children) {
        if (child.role === 'TR') {
          const cells = (child.children ?? []).filter((cell) => cell.role === 'TH' || cell.role === 'TD');
          const row = cells.map((cell) => this.linesOf([cell]));
          if (row.every((cell) => cell.length === 0)) continue;
          if (rows.length === 0) header = cells.every((cell) => cell.role === 'TH') ? true : undefined;
          rows.push(row);
        } else if (child.role === 'Caption') {
          this.push(block('caption', this.linesOf([child])));
        } else if (depth < DEEPEST) visit(child.children ?? [], depth + 1);
      }
    };
    visit(node.children ?? [], 0);
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width < 2) {
      // A frame around text.
      for (const row of rows) for (const cell of row) this.push(block('paragraph', cell));
      return;
    }
    for (const row of rows) while (row.length < width) row.push([]);
    const lines = rows.flat(2);
    this.push(block('table', lines, { rows, header, columns: Array.from({ length: width }, () => 0) }));
  }
}

/** Where each column begins. */
export function columnsOf(rows: readonly PdfLine[][][]): number[] {
  const columns: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      for (const line of cell) columns[index] = Math.min(columns[index] ?? line.x, line.x);
    });
  }
  return columns;
}

export function noteMarker(lines: readonly PdfLine[]): number {
  const first = lines[0]?.text ?? '';
  return /^\[?[\d*†‡]{1,3}[\].)]?\s+/.exec(first)?.[0].length ?? 0;
}

function isInline(node: TagNode): boolean {
  if (node.type === 'object') return true;
  const { role } = node;
  if (role === undefined || !(INLINE.test(role) || PLAIN.test(role))) return false;
  // A division is a block by itself, however little it holds.
  return role !== 'Div' && !(node.children ?? []).some(isBlock);
}

function isBlock(node: TagNode): boolean {
  return node.type === undefined && node.role !== undefined && !isInline(node);
}

/** A note inside a paragraph comes after it, so that the paragraph stays whole. */
function pulled(nodes: readonly TagNode[]): TagNode[] {
  const isNote = (node: TagNode): boolean => /^(?:FE)?Note$/.test(node.role ?? '');
  return [...nodes.filter((node) => !isNote(node)), ...nodes.filter(isNote)];
}
