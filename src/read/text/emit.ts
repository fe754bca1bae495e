/**
 * Lines to mdast. Each line becomes its own text node with its own place; what joins two lines is a node too, so that
 * the values read one after the other are the repaired text, and every word still knows where it came from.
 */

import type { Break, Heading, List, ListItem, Paragraph, PhrasingContent, Table, TableRow, Text } from 'mdast';
import type { Position } from 'unist';
import { hyphenAtLineEnd, type Vocabulary, vocabularyOf } from '../../document/hyphen.ts';
import { LineIndex } from '../../document/lines.ts';
import '../../document/node-data.ts';

/** A stretch of one line. */
export interface Span {
  from: number;
  to: number;
  page: number;
}

export class Emitter {
  private readonly text: string;
  private readonly lines: LineIndex;
  private words: Vocabulary | undefined;

  constructor(text: string) {
    this.text = text;
    this.lines = new LineIndex(text);
  }

  private get vocabulary(): Vocabulary {
    this.words ??= vocabularyOf(this.text);
    return this.words;
  }

  position(from: number, to: number): Position {
    return { start: this.lines.pointAt(from), end: this.lines.pointAt(to) };
  }

  /** Wrapped lines as one run of text. */
  private inline(spans: readonly Span[]): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i]!;
      const next = spans[i + 1];
      let to = span.to;
      let joined = false;
      if (next !== undefined) {
        const join = this.joinAt(span, next);
        if (join === 'drop') to--;
        joined = join !== 'space';
      }
      this.pieces(nodes, span.from, to, span.page);
      if (next !== undefined && !joined) {
        nodes.push({ type: 'text', value: ' ', position: this.position(span.to, next.from) });
      }
    }
    return nodes;
  }

  /** A stretch of one line, without the `**` and `[...](...)` that some converters leave in plain text. */
  private pieces(nodes: PhrasingContent[], from: number, to: number, page: number): void {
    const line = this.text.slice(from, to);
    if (!line.includes('**') && !line.includes('](')) {
      nodes.push(this.piece(from, to, page));
      return;
    }
    let at = 0;
    for (const match of line.matchAll(
      /\*\*(?=\S)|(?<=\S)\*\*|\[(?=[^\][]{1,200}\]\([^()\s]{0,300}\))|\]\([^()\s]{0,300}\)/g,
    )) {
      if (match.index > at) nodes.push(this.piece(from + at, from + match.index, page));
      at = match.index + match[0].length;
    }
    if (at < line.length) nodes.push(this.piece(from + at, to, page));
  }

  private piece(from: number, to: number, page: number): Text {
    const node: Text = { type: 'text', value: this.text.slice(from, to), position: this.position(from, to) };
    if (page > 0) node.data = { page };
    return node;
  }

  private joinAt(span: Span, next: Span): 'drop' | 'keep' | 'space' {
    const code = this.text.charCodeAt(span.to - 1);
    if (code === 0xad) return 'drop';
    if (code === 45 || code === 0x2010) {
      const left = /[A-Za-zÀ-ɏ0-9]+(?:[-‐][A-Za-zÀ-ɏ0-9]+)*(?=[-‐]$)/u.exec(
        this.text.slice(Math.max(span.from, span.to - 60), span.to),
      )?.[0];
      const right = /^[A-Za-zÀ-ɏ0-9]+/u.exec(this.text.slice(next.from, Math.min(next.to, next.from + 60)))?.[0];
      if (left === undefined || right === undefined) return 'space';
      return hyphenAtLineEnd(left, right, this.vocabulary);
    }
    // "2017" / "-18"
    if (
      this.text.charCodeAt(next.from) === 45 &&
      /^-\d/.test(this.text.slice(next.from, next.from + 2)) &&
      code >= 48 &&
      code <= 57
    )
      return 'keep';
    return 'space';
  }

  paragraph(spans: readonly Span[]): Paragraph {
    const node: Paragraph = {
      type: 'paragraph',
      position: this.position(spans[0]!.from, spans.at(-1)!.to),
      children: this.inline(spans),
    };
    return this.onPage(node, spans[0]!.page);
  }

  /** Lines that are each complete: names, addresses, signatures. */
  ownLines(groups: readonly (readonly Span[])[]): Paragraph {
    const children: PhrasingContent[] = [];
    groups.forEach((spans, index) => {
      if (index > 0) children.push(this.lineBreak(groups[index - 1]!.at(-1)!.to, spans[0]!.from));
      children.push(...this.inline(spans));
    });
    const first = groups[0]![0]!;
    const last = groups.at(-1)!.at(-1)!;
    return this.onPage({ type: 'paragraph', position: this.position(first.from, last.to), children }, first.page);
  }

  private lineBreak(from: number, to: number): Break {
    return { type: 'break', position: this.position(from, to) };
  }

  heading(spans: readonly Span[], depth: number): Heading {
    const node: Heading = {
      type: 'heading',
      depth: Math.min(Math.max(depth, 1), 6) as Heading['depth'],
      position: this.position(spans[0]!.from, spans.at(-1)!.to),
      children: this.inline(spans),
    };
    return this.onPage(node, spans[0]!.page);
  }

  /** A flat list whose items are one run of lines each. */
  list(items: readonly (readonly Span[])[], ordered: boolean): List {
    return {
      type: 'list',
      ordered,
      spread: false,
      position: this.position(items[0]![0]!.from, items.at(-1)!.at(-1)!.to),
      children: items.map((spans) => this.item([this.paragraph(spans)])),
    };
  }

  item(children: ListItem['children']): ListItem {
    const node: ListItem = { type: 'listItem', spread: false, children };
    const first = children[0]?.position;
    const last = children.at(-1)?.position;
    if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
    return node;
  }

  /** Rows of cells; an empty cell has no spans. */
  table(rows: readonly (readonly (readonly Span[])[])[], headless: boolean): Table {
    const children = rows.map((cells): TableRow => {
      const filled = cells.flat();
      return {
        type: 'tableRow',
        position: this.position(filled[0]?.from ?? 0, filled.at(-1)?.to ?? 0),
        children: cells.map((spans) => ({
          type: 'tableCell' as const,
          children: spans.length === 0 ? [] : this.inline(spans),
          ...(spans.length === 0 ? {} : { position: this.position(spans[0]!.from, spans.at(-1)!.to) }),
        })),
      };
    });
    const node: Table = { type: 'table', children };
    const first = children[0]?.position;
    const last = children.at(-1)?.position;
    if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
    if (headless) node.data = { headless: true };
    return this.onPage(node, rows[0]?.flat()[0]?.page ?? 0);
  }

  private onPage<T extends Paragraph | Heading | Table>(node: T, page: number): T {
    if (page > 0) node.data = { ...node.data, page };
    return node;
  }
}
