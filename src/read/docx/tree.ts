/** A Word file's HTML to a source: Markdown, its tree, and for each part of it the number of the paragraph in Word. */

import type { Element, Root as HastRoot } from 'hast';
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { ReadingNote, Source } from '../../document/types.ts';
import '../../document/node-data.ts';
import { tidy } from '../hast/tidy.ts';
import { elements, isElement } from '../hast/tree.ts';
import { checkTextSize, MAX_MARKDOWN } from '../limits.ts';
import { type Converted, toHtml } from './convert.ts';
import { parseMammoth } from './html.ts';
import { MARKS } from './prepare.ts';
import { NOTE, toMdast } from './to-mdast.ts';
import { writePlaced } from './write.ts';

/** Bytes to a source. Runs in a worker. */
export async function readDocxHere(path: string, bytes: Uint8Array): Promise<Source> {
  const { html, changes } = await toHtml(path, bytes);
  const tree = treeOf(html);
  spreadNumbers(tree);
  const text = writePlaced(tree);
  checkTextSize(path, text.length, MAX_MARKDOWN);
  return { path, format: 'docx', tree, text, declared: [], notes: notesOf(changes) };
}

function treeOf(html: string): Root {
  const hast = parseMammoth(html);
  const notes = takeNotes(hast);
  const tree = tidied(hast);
  const definitions = new Map<string, FootnoteDefinition>();
  const labels = new Map([...notes.keys()].map((identifier, index) => [identifier, String(index + 1)]));
  for (const [identifier, children] of notes) {
    const body = tidied({ type: 'root', children }).children as FootnoteDefinition['children'];
    const label = labels.get(identifier) ?? identifier;
    definitions.set(identifier, { type: 'footnoteDefinition', identifier: label, label, children: body });
  }
  tree.children = tree.children.flatMap((child) => [child, ...notesIn(child, definitions)]);
  return tree;
}

function tidied(hast: HastRoot): Root {
  const tree = toMdast(hast);
  placeNumbers(tree);
  tidy(tree);
  return tree;
}

/** Mammoth lists all notes after the text; each goes where it is referred to. */
function takeNotes(tree: HastRoot): Map<string, Element['children']> {
  const notes = new Map<string, Element['children']>();
  tree.children = tree.children.filter((child) => {
    if (!isElement(child, 'ol')) return true;
    const items = child.children.filter((item) => isElement(item, 'li'));
    if (items.length === 0 || !items.every((item) => NOTE.test(String(item.properties.id ?? '')))) return true;
    for (const item of items) {
      for (const link of elements(item))
        if (/^#(?:foot|end)note-ref-/.test(String(link.properties.href ?? ''))) link.children = [];
      notes.set(String(item.properties.id), item.children);
    }
    return false;
  });
  return notes;
}

/** Definitions of the notes that a block refers to, each once. */
function notesIn(block: RootContent, definitions: Map<string, FootnoteDefinition>): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  for (const node of nodes(block)) {
    if (node.type !== 'footnoteReference') continue;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) continue;
    found.push(definition);
    definitions.delete(node.identifier);
    node.identifier = definition.identifier;
    node.label = definition.identifier;
  }
  return found;
}

const isLeaf = (node: Nodes): boolean =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow';

/** Takes the marks out of the text again and notes each number with its paragraph, heading or row. */
function placeNumbers(tree: Root): void {
  for (const leaf of nodes(tree)) {
    if (!isLeaf(leaf)) continue;
    for (const node of nodes(leaf)) {
      if (node.type !== 'text') continue;
      node.value = node.value.replace(MARKS, (_mark, number: string) => {
        leaf.data = { paragraph: Number(number), ...leaf.data };
        return '';
      });
    }
  }
}

/** Gives lists and tables the number of what they begin with, and what has none that of the paragraph before. */
function spreadNumbers(tree: Root): void {
  let last = 0;
  for (const leaf of nodes(tree)) {
    if (!isLeaf(leaf)) continue;
    last = leaf.data?.paragraph ?? last;
    if (last > 0) leaf.data = { ...leaf.data, paragraph: last };
  }
  for (const node of nodes(tree)) {
    if (node.type !== 'list' && node.type !== 'listItem' && node.type !== 'table' && node.type !== 'blockquote')
      continue;
    for (const inner of nodes(node)) {
      const paragraph = inner.data?.paragraph;
      if (paragraph === undefined) continue;
      node.data = { ...node.data, paragraph };
      break;
    }
  }
}

function* nodes(tree: Nodes): Generator<Nodes> {
  const stack: Nodes[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop()!;
    yield node;
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes);
  }
}

function notesOf(changes: Converted['changes']): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const { insertions, deletions, comments, hidden } = changes;
  const counted = [
    [insertions, 'insertion'],
    [deletions, 'deletion'],
    [comments, 'comment'],
  ] as const;
  const said = counted
    .filter(([number]) => number > 0)
    .map(([number, noun]) => `${number} ${noun}${number === 1 ? '' : 's'}`);
  if (said.length > 0) {
    const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0]!;
    const judged =
      insertions + deletions > 0 ? 'it was read as if every change were accepted' : 'comments were not read';
    notes.push({
      code: insertions + deletions > 0 ? 'tracked-changes' : 'comments',
      message: `The document has ${list}; ${judged}.`,
    });
  }
  if (hidden > 0) notes.push({ code: 'hidden-text', message: 'Hidden text was left out.' });
  return notes;
}
