/**
 * The text inside a block of raw HTML in Markdown: paragraphs, list items and table rows, with their places. Enough not
 * to lose what a converter left as HTML; whole web pages have a reader of their own.
 */

import type { BlockContent, List, ListItem, Paragraph, Table, TableRow, Text } from 'mdast';
import type { LineIndex } from '../document/lines.ts';

/** Elements whose content is no text of the document. */
const SILENT = new Set(['script', 'style', 'svg', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'math']);

/** Elements that do not part the text before them from the text after. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em font i img ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
};

export function htmlBlocks(html: string, offset: number, lines: LineIndex): BlockContent[] {
  const collector = new Collector(offset, lines);
  let at = 0;
  let silent = '';
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const to = open < 0 ? html.length : open;
    if (silent === '' && to > at) collector.text(html.slice(at, to), at);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40));
    at = close + 1;
    if (tag === null) continue;
    const name = tag[2]!.toLowerCase();
    const closes = tag[1] === '/';
    if (silent !== '') {
      if (closes && name === silent) silent = '';
    } else if (SILENT.has(name)) {
      if (!closes && html[close - 1] !== '/') silent = name;
    } else {
      collector.tag(name, closes);
    }
  }
  return collector.finish();
}

class Collector {
  private readonly blocks: BlockContent[] = [];
  private readonly offset: number;
  private readonly lines: LineIndex;
  private pieces: Text[] = [];
  private rows: TableRow[] | undefined;
  private items: ListItem[] | undefined;

  constructor(offset: number, lines: LineIndex) {
    this.offset = offset;
    this.lines = lines;
  }

  text(raw: string, at: number): void {
    const position = {
      start: this.lines.pointAt(this.offset + at),
      end: this.lines.pointAt(this.offset + at + raw.length),
    };
    this.pieces.push({ type: 'text', value: decodeEntities(raw), position });
  }

  tag(name: string, closes: boolean): void {
    if (INLINE.has(name)) return;
    if (name === 'br') {
      this.pieces.push({ type: 'text', value: ' ' });
      return;
    }
    this.flush();
    if (name === 'table') this.endTable(!closes);
    else if (name === 'tr' && !closes) this.rows?.push({ type: 'tableRow', children: [] });
    else if ((name === 'td' || name === 'th') && !closes)
      this.rows?.at(-1)?.children.push({ type: 'tableCell', children: [] });
    else if (name === 'ul' || name === 'ol') this.endList(!closes);
    else if (name === 'li' && !closes) this.items?.push({ type: 'listItem', children: [] });
  }

  finish(): BlockContent[] {
    this.flush();
    this.endTable(false);
    this.endList(false);
    return this.blocks;
  }

  /** Ends the run of text under way and puts it where it belongs. */
  private flush(): void {
    const { pieces } = this;
    this.pieces = [];
    const placed = pieces.filter(({ position }) => position !== undefined);
    if (!pieces.some(({ value }) => /[\p{L}\p{N}]/u.test(value)) || placed.length === 0) return;
    const position = { start: placed[0]!.position!.start, end: placed.at(-1)!.position!.end };
    const cell = this.rows?.at(-1)?.children.at(-1);
    if (cell !== undefined) {
      cell.children.push(...pieces);
      cell.position ??= position;
      cell.position = { start: cell.position.start, end: position.end };
      return;
    }
    const paragraph: Paragraph = { type: 'paragraph', children: pieces, position };
    const item = this.items?.at(-1);
    if (item !== undefined) item.children.push(paragraph);
    else this.blocks.push(paragraph);
  }

  private endTable(opens: boolean): void {
    const rows = this.rows?.filter((row) => row.children.length > 0) ?? [];
    if (rows.length > 0) {
      const table: Table = { type: 'table', children: rows };
      const cells = rows.flatMap((row) => row.children).filter((cell) => cell.position !== undefined);
      if (cells.length > 0) {
        table.position = { start: cells[0]!.position!.start, end: cells.at(-1)!.position!.end };
      }
      this.blocks.push(table);
    }
    this.rows = opens ? [] : undefined;
  }

  private endList(opens: boolean): void {
    const items = this.items?.filter((item) => item.children.length > 0) ?? [];
    if (items.length > 0) {
      const list: List = { type: 'list', children: items };
      const first = items[0]!.children[0]!.position;
      const last = items.at(-1)!.children.at(-1)!.position;
      if (first !== undefined && last !== undefined) list.position = { start: first.start, end: last.end };
      this.blocks.push(list);
    }
    this.items = opens ? [] : undefined;
  }
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
