/**
 * Mammoth's HTML to mdast. It has two dozen elements and is always well formed. The parsers and converters for all of
 * HTML, which read web pages, take twice as long for it as mammoth takes to make it.
 */

import type { Element, Root as HastRoot, Nodes } from 'hast';
import type {
  FootnoteReference,
  Heading,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { elements, isElement, prepareTables, textOf } from '../hast/tree.ts';

export function toMdast(tree: HastRoot): Root {
  prepareTables(tree);
  return { type: 'root', children: flow(tree.children) };
}

/** The id of a note, as links and the list of notes have it. */
export const NOTE = /^#?((?:footnote|endnote)-[\w-]+)$/;

const isBlock = (node: Nodes): node is Element =>
  isElement(node, 'p', 'ul', 'ol', 'table', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');

/** Blocks as they are; words between them as paragraphs. */
function flow(nodes: readonly Nodes[]): RootContent[] {
  const out: RootContent[] = [];
  let words: Nodes[] = [];
  const end = (): void => {
    if (words.some((node) => node.type !== 'text' || /\S/.test(node.value))) {
      out.push({ type: 'paragraph', children: phrasing(words, false) });
    }
    words = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      words.push(node);
      continue;
    }
    end();
    out.push(...block(node));
  }
  end();
  return out;
}

function block(node: Element): RootContent[] {
  switch (node.tagName) {
    case 'p':
      return [{ type: 'paragraph', children: phrasing(node.children, false) }];
    case 'ul':
    case 'ol': {
      const items = node.children.filter((child) => isElement(child, 'li'));
      const children = items.map((item): ListItem => {
        return { type: 'listItem', spread: false, children: flow(item.children) as ListItem['children'] };
      });
      return [{ type: 'list', ordered: node.tagName === 'ol', spread: false, children }];
    }
    case 'table':
      return [table(node)];
    case 'div':
      return flow(node.children);
    default:
      return [
        {
          type: 'heading',
          depth: Number(node.tagName.slice(1)) as Heading['depth'],
          children: phrasing(node.children, false),
        },
      ];
  }
}

/** Merged cells stand where they begin, and leave the places that they reach into empty. */
function table(node: Element): Table {
  const rows = [...elements(node)].filter((child) => child.tagName === 'tr');
  const reaching: number[] = [];
  const out = rows.map((row): TableRow => {
    const cells: TableCell[] = [];
    const skip = (): void => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length]!--;
        cells.push({ type: 'tableCell', children: [] });
      }
    };
    for (const cell of row.children) {
      if (!isElement(cell, 'td', 'th')) continue;
      skip();
      const width = spanOf(cell.properties.colSpan);
      const height = spanOf(cell.properties.rowSpan);
      for (let i = 0; i < width; i++) {
        reaching[cells.length] = height - 1;
        cells.push({ type: 'tableCell', children: i === 0 ? phrasing(cell.children, true) : [] });
      }
    }
    skip();
    return { type: 'tableRow', children: cells };
  });
  const columns = Math.max(1, ...out.map((row) => row.children.length));
  for (const row of out) while (row.children.length < columns) row.children.push({ type: 'tableCell', children: [] });
  return { type: 'table', align: Array.from({ length: columns }, () => null), children: out };
}

/** No table is a thousand cells wide, and a false number must not make one. */
function spanOf(value: unknown): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 100) : 1;
}

function phrasing(nodes: readonly Nodes[], inCell: boolean): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[ \t\r\n\f]+/g, ' ') }];
    if (node.type !== 'element') return [];
    const inner = (): PhrasingContent[] => phrasing(node.children, inCell);
    switch (node.tagName) {
      case 'strong':
        return [{ type: 'strong', children: inner() }];
      case 'em':
        return [{ type: 'emphasis', children: inner() }];
      case 's':
        return [{ type: 'delete', children: inner() }];
      case 'br':
        return [inCell ? { type: 'html', value: '<br>' } : { type: 'break' }];
      case 'sup':
        return raised(node, inner);
      case 'a': {
        // Links inside the document lead to bookmarks that Markdown does not have.
        const href = String(node.properties.href ?? '');
        return /^(?:https?|mailto):/i.test(href) ? [{ type: 'link', url: href, children: inner() }] : inner();
      }
      case 'img':
        return [];
      default:
        return inner();
    }
  });
}

/** A note's mark is a reference or a number somebody raised; a raised "st" belongs to its word. */
function raised(node: Element, inner: () => PhrasingContent[]): PhrasingContent[] {
  for (const link of elements(node)) {
    const identifier = NOTE.exec(String(link.properties.href ?? ''))?.[1];
    if (identifier !== undefined) return [{ type: 'footnoteReference', identifier } satisfies FootnoteReference];
  }
  if (!/^\s*[\d*†‡,]+\s*$/.test(textOf(node))) return inner();
  return [{ type: 'html', value: '<sup>' }, ...inner(), { type: 'html', value: '</sup>' }];
}
