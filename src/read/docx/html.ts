/**
 * Mammoth's HTML to a tree. It is written by one small function, always well formed, with four entities; a parser for
 * all of HTML takes as long for it as mammoth itself.
 */

import type { Element, Root } from 'hast';

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*(\/?)>|[^<]+/gi;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/gi;
const NAMES: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan', class: 'className' };
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!);

export function parseMammoth(html: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  for (const [token, closes, name, attributes, empty] of html.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (name === undefined) parent.children.push({ type: 'text', value: decoded(token) });
    else if (closes === '/') {
      if (open.length > 1) open.pop();
    } else {
      const element: Element = { type: 'element', tagName: name, properties: {}, children: [] };
      for (const [, key, value] of (attributes ?? '').matchAll(ATTRIBUTE)) {
        element.properties[NAMES[key!] ?? key!] = decoded(value!);
      }
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  return root;
}
