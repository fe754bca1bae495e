/** Parts of web pages that Markdown has no sign for, as parts that it has: accordions, tabs, definition lists. */

import type { Element, ElementContent, Root, Text } from 'hast';
import { elements, isElement, isHeading, isNamed, textOf } from '../hast/tree.ts';

/** Makes bold lines of what opens a part, lists of definitions, and gives each heading the id that leads to it. */
export function plainParts(tree: Root, labels: ReadonlyMap<string, string>): void {
  // Collected first, as what is made here must not be met again.
  for (const node of [...elements(tree)]) {
    if (node.tagName === 'summary') asTitle(node);
    else if (node.tagName === 'button') asTitle(node);
    else if (node.tagName === 'dl') asList(node);
    else if (node.properties.role === 'tabpanel') labelPanel(node, labels);
  }
  for (const node of elements(tree)) unwrapTitle(node);
  giveIds(tree);
}

/** The words of tabs by their ids; the row of tabs itself is not read. */
export function tabLabels(tree: Root): Map<string, string> {
  const labels = new Map<string, string>();
  for (const node of elements(tree)) {
    if (node.properties.role === 'tab') labels.set(String(node.properties.id ?? ''), textOf(node));
  }
  return labels;
}

/** What opens a part names it, as a heading does. */
function asTitle(node: Element): void {
  if ([...elements(node)].some((inner) => inner !== node && isHeading(inner))) {
    node.tagName = 'div';
    return;
  }
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: node.children };
  if (node.position) strong.position = node.position;
  node.tagName = 'p';
  node.children = [strong];
}

/** A button inside a heading is just the heading's words. */
function unwrapTitle(node: Element): void {
  if (!isHeading(node)) return;
  const flatten = (children: ElementContent[]): ElementContent[] =>
    children.flatMap((child) =>
      isElement(child, 'p', 'div', 'strong', 'b', 'span') ? flatten(child.children) : [child],
    );
  node.children = flatten(node.children);
}

function labelPanel(node: Element, labels: ReadonlyMap<string, string>): void {
  const by = node.properties.ariaLabelledBy;
  const id = Array.isArray(by) ? String(by[0] ?? '') : String(by ?? '');
  const label = labels.get(id)?.replace(/\s+/g, ' ').trim();
  if (!label || [...elements(node)].some(isHeading)) return;
  const strong: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ type: 'text', value: label }],
  };
  node.children.unshift({ type: 'element', tagName: 'p', properties: {}, children: [strong] });
}

const BLOCKS = /^(?:p|ul|ol|dl|table|div|blockquote)$/;

/** "Term: what it is", one item for each term. */
function asList(node: Element): void {
  const entries: Element[] = [];
  const visit = (children: ElementContent[]): void => {
    for (const child of children) {
      if (isElement(child, 'div')) visit(child.children);
      else if (isElement(child, 'dt', 'dd')) entries.push(child);
    }
  };
  visit(node.children);
  const items: Element[] = [];
  let item: Element | undefined;
  let hasDefinition = false;
  for (const entry of entries) {
    if (entry.tagName === 'dt') {
      if (item === undefined || hasDefinition) {
        item = { type: 'element', tagName: 'li', properties: {}, children: [] };
        if (entry.position) item.position = { ...entry.position };
        items.push(item);
        hasDefinition = false;
      } else item.children.push(words(', '));
      item.children.push(...entry.children);
      continue;
    }
    if (item === undefined) {
      item = { type: 'element', tagName: 'li', properties: {}, children: [] };
      items.push(item);
    } else if (!hasDefinition) {
      if (!/[:?]\s*$/.test(textOf(item))) item.children.push(words(':'));
      item.children.push(words(' '));
    } else item.children.push(words('; '));
    hasDefinition = true;
    const only = entry.children.filter((child) => child.type !== 'text' || /\S/.test(child.value));
    const [first] = only;
    const single = only.length === 1 && isElement(first, 'p', 'div') ? first : undefined;
    const simple =
      single !== undefined && !single.children.some((child) => child.type === 'element' && BLOCKS.test(child.tagName));
    item.children.push(...(simple ? single.children : entry.children));
    if (item.position && entry.position) item.position.end = entry.position.end;
  }
  node.tagName = 'ul';
  node.children = items;
}

const words = (value: string): Text => ({ type: 'text', value });

/** A heading's id: its own, of an anchor in it or directly before it, or of the part that it begins. */
function giveIds(tree: Root): void {
  let pending = '';
  for (const node of elements(tree)) {
    const id = String(node.properties.id ?? (node.tagName === 'a' ? (node.properties.name ?? '') : ''));
    if (isHeading(node)) {
      const inner = [...elements(node)].find((one) => one !== node && one.properties.id !== undefined);
      const found = id || String(inner?.properties.id ?? '') || pending;
      if (found !== '') node.properties.id = found;
      pending = '';
    } else if (id !== '') pending = id;
    else if (isNamed(node, 'p', 'li', 'td') && /\S/.test(textOf(node))) pending = '';
  }
}
