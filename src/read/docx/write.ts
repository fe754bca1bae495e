/**
 * An mdast tree to Markdown, giving every node its place in what is written. The Markdown reads back as the same tree,
 * so that there is no need to read it: that takes longer than all else that is done with a Word file.
 */

import type {
  Emphasis,
  FootnoteDefinition,
  Heading,
  Link,
  List,
  ListItem,
  Nodes,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Table,
  Text,
} from 'mdast';

export function writePlaced(tree: Root): string {
  const writer = new Writer();
  writer.root(tree);
  return writer.text;
}

interface Point {
  line: number;
  column: number;
  offset: number;
}

class Writer {
  private readonly out: string[] = [];
  private length = 0;
  private line = 1;
  private lineStart = 0;
  /** What stands before each line inside lists and notes. */
  private indent = '';
  /** Nothing but indentation and markers stands on the line yet. */
  private fresh = true;
  /** Marks open around the words. */
  private nested = 0;
  /** The character written last, or a line end. */
  private last = '\n';

  get text(): string {
    return this.out.join('');
  }

  root(tree: Root): void {
    const start = this.point();
    this.blocks(tree.children);
    this.newLine();
    this.placed(tree, start);
  }

  private point(): Point {
    return { line: this.line, column: this.length - this.lineStart + 1, offset: this.length };
  }

  private placed(node: Nodes, start: Point): void {
    node.position = { start, end: this.point() };
  }

  private raw(text: string): void {
    if (text === '') return;
    this.out.push(text);
    this.length += text.length;
    this.last = text.at(-1)!;
  }

  private newLine(): void {
    this.raw('\n');
    this.line++;
    this.lineStart = this.length;
    this.fresh = true;
  }

  /** A new line inside the block that is open. */
  private nextLine(): void {
    this.newLine();
    this.raw(this.indent);
  }

  private blocks(children: readonly RootContent[], tight = false): void {
    let previous: RootContent | undefined;
    let alternate = false;
    for (const child of children) {
      if (previous !== undefined) {
        if (!(tight && child.type === 'list')) this.newLine();
        this.nextLine();
      }
      // Two lists in a row would read back as one.
      alternate = child.type === 'list' && previous?.type === 'list' ? !alternate : false;
      this.block(child, alternate);
      previous = child;
    }
  }

  private block(node: RootContent, alternate: boolean): void {
    const start = this.point();
    switch (node.type) {
      case 'heading':
        this.heading(node);
        break;
      case 'paragraph':
        this.phrasing(node, 'paragraph');
        break;
      case 'list':
        this.list(node, alternate);
        break;
      case 'table':
        this.table(node);
        break;
      case 'footnoteDefinition':
        this.footnote(node);
        break;
      default:
        if ('children' in node) this.blocks((node as Parent).children as RootContent[]);
    }
    this.placed(node, start);
  }

  private heading(node: Heading): void {
    this.raw(`${'#'.repeat(node.depth)} `);
    this.fresh = false;
    this.phrasing(node, 'heading');
    if (this.last === '#') this.raw(' #');
  }

  private list(node: List, alternate: boolean): void {
    let number = node.start ?? 1;
    node.children.forEach((item, index) => {
      if (index > 0) this.nextLine();
      const bullet = alternate ? '*' : '-';
      this.item(item, node.ordered ? `${number++}${alternate ? ')' : '.'}` : bullet);
    });
  }

  private item(node: ListItem, marker: string): void {
    const start = this.point();
    this.raw(`${marker} `);
    const { indent } = this;
    this.indent += ' '.repeat(marker.length + 1);
    this.blocks(node.children, true);
    this.indent = indent;
    this.placed(node, start);
  }

  private footnote(node: FootnoteDefinition): void {
    this.raw(`[^${node.identifier}]: `);
    const { indent } = this;
    this.indent += '    ';
    this.blocks(node.children);
    this.indent = indent;
  }

  private table(node: Table): void {
    const columns = Math.max(...node.children.map((row) => row.children.length));
    node.children.forEach((row, index) => {
      if (index > 0) this.nextLine();
      const start = this.point();
      this.raw('|');
      for (const cell of row.children) {
        const cellStart = this.point();
        this.raw(' ');
        this.fresh = false;
        this.phrasing(cell, 'cell');
        this.raw(' |');
        this.placed(cell, cellStart);
      }
      this.placed(row, start);
      if (index === 0) {
        this.nextLine();
        this.raw(`|${' --- |'.repeat(columns)}`);
      }
    });
  }

  private phrasing(parent: Parent, within: Within): void {
    const children = parent.children as PhrasingContent[];
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if ((child.type === 'strong' || child.type === 'emphasis') && !this.flanks(child, upToSpace(children, i + 1))) {
        // Markdown has no way to say it; the words count.
        children.splice(i--, 1, ...child.children);
        continue;
      }
      const start = this.point();
      this.inline(child, within, children[i + 1]);
      this.placed(child, start);
    }
  }

  private inline(node: PhrasingContent, within: Within, next: PhrasingContent | undefined): void {
    switch (node.type) {
      case 'text':
        this.words(node, within, next === undefined && this.nested === 0);
        break;
      case 'strong':
        this.marked(node, '**', within);
        break;
      case 'emphasis':
        this.marked(node, this.besideStars(node, next) ? '_' : '*', within);
        break;
      case 'delete':
        this.raw('~~');
        this.inside(node, within);
        this.raw('~~');
        break;
      case 'link':
        this.link(node, within);
        break;
      case 'break':
        if (within === 'paragraph' && next !== undefined && !this.fresh) {
          this.raw('\\');
          this.nextLine();
        } else if (this.last !== ' ') this.raw(' ');
        break;
      case 'html':
        this.raw(node.value);
        this.fresh = false;
        break;
      case 'footnoteReference':
        this.raw(`[^${node.identifier}]`);
        this.fresh = false;
        break;
      default:
    }
  }

  /** Whether stars would run together with others. */
  private besideStars(node: Strong | Emphasis, next: PhrasingContent | undefined): boolean {
    const inner = [node.children[0], node.children.at(-1), next];
    return this.last === '*' || inner.some((one) => one?.type === 'strong' || one?.type === 'emphasis');
  }

  private marked(node: Strong | Emphasis, marker: string, within: Within): void {
    this.raw(marker);
    this.inside(node, within);
    this.raw(marker);
  }

  private inside(node: Parent, within: Within): void {
    this.fresh = false;
    this.nested++;
    this.phrasing(node, within);
    this.nested--;
  }

  private link(node: Link, within: Within): void {
    this.raw('[');
    this.inside(node, within);
    this.raw(`](${/[\s()<>]/.test(node.url) ? `<${node.url.replace(/[\s<>]/g, encodeURIComponent)}>` : node.url})`);
  }

  private words(node: Text, within: Within, isLast: boolean): void {
    let text = node.value.replace(/[\r\n]+/g, ' ');
    if (this.fresh || this.last === '\n') text = text.trimStart();
    if (isLast) text = text.trimEnd();
    node.value = text;
    if (text === '') return;
    text = escaped(text, within, this.last, isLast);
    this.raw(this.fresh ? escapedStart(text) : text);
    this.fresh = false;
  }

  /** Whether stars around a node's words would be read as marks. */
  private flanks(node: Strong | Emphasis, after: readonly PhrasingContent[]): boolean {
    const [next] = after;
    const opens = !isPunctuation(firstOf(node)) || isEdge(this.last);
    const closes = !isPunctuation(lastOf(node)) || isEdge(firstOf(next));
    // Underscores, which serve beside stars, are no marks beside letters and in addresses.
    const letters = isWord(this.last) || isWord(firstOf(next)) || [...node.children, ...after].some(hasAddress);
    const clashes = this.besideStars(node, next) && (node.type === 'strong' ? this.last === '*' : letters);
    return opens && closes && !clashes && firstOf(node) !== '';
  }
}

/** The nodes from a place on, up to the first with a space in it: so far a word or an address can go on. */
function upToSpace(nodes: readonly PhrasingContent[], from: number): PhrasingContent[] {
  let to = from;
  while (to < nodes.length && to < from + MOST_NODES_OF_A_WORD && !hasSpace(nodes[to]!)) to++;
  return nodes.slice(from, to + 1);
}

/** Longer than that nobody changes the type within one word. */
const MOST_NODES_OF_A_WORD = 20;

const hasSpace = (node: Nodes): boolean =>
  node.type === 'text' ? /\s/.test(node.value) : !('children' in node) || (node.children as Nodes[]).some(hasSpace);

const hasAddress = (node: Nodes): boolean =>
  node.type === 'text' ? node.value.includes('@') : 'children' in node && (node.children as Nodes[]).some(hasAddress);

type Within = 'paragraph' | 'heading' | 'cell';

const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);
const isPunctuation = (char: string): boolean => /[\p{P}\p{S}]/u.test(char);
const isEdge = (char: string): boolean => char === '' || /[\s\p{P}\p{S}]/u.test(char);

function firstOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value.charAt(0);
  if (node.type === 'link' || node.type === 'footnoteReference') return '[';
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') return firstOf(node.children[0]);
  return node.type === 'html' ? '<' : ' ';
}

function lastOf(node: Nodes | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value.charAt(node.value.length - 1);
  if (node.type === 'strong' || node.type === 'emphasis') return lastOf(node.children.at(-1));
  return node.type === 'break' ? ' ' : ')';
}

const LONGEST_ADDRESS = 2_000;

/** Signs that Markdown would take for its own, each with a backslash. */
function escaped(text: string, within: Within, before: string, isLast: boolean): string {
  let out = '';
  let from = 0;
  // An address takes all signs up to the next space for its own, so that one with signs must not be seen as such.
  for (const { 0: start, index } of text.matchAll(/https?:\/\/|www\./gi)) {
    const whole = /^\S*/.exec(text.slice(index, index + LONGEST_ADDRESS))![0];
    const ends = index + whole.length;
    const same = signs(text, index, ends, within, before) === whole;
    if (same && (ends < text.length || isLast)) continue;
    const sign = index + (/^w/i.test(start) ? 3 : start.length - 3);
    out += `${signs(text, from, sign, within, before)}\\`;
    from = sign;
  }
  return out + signs(text, from, text.length, within, before);
}

function signs(text: string, from: number, to: number, within: Within, before: string): string {
  return text.slice(from, to).replace(/[\\`*_[<~&|]/g, (sign, offset: number) => {
    const at = from + offset;
    switch (sign) {
      case '_':
        return isWord(text.charAt(at - 1) || before) && isWord(text.charAt(at + 1)) ? sign : `\\${sign}`;
      case '<':
        return /[a-z/!?]/i.test(text.charAt(at + 1)) ? '\\<' : sign;
      case '&':
        return /^&(?:#|[a-z0-9]+;)/i.test(text.slice(at, at + 40)) ? '\\&' : sign;
      case '|':
        return within === 'cell' ? '\\|' : sign;
      default:
        return `\\${sign}`;
    }
  });
}

/** What would begin a heading, list, quotation or rule at the start of a line. */
function escapedStart(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|[-=]+\s*$|\|)/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
