/**
 * How deep a page nests, found before it is parsed: parsers and everything after them call themselves for each level,
 * and a page of 100,000 open tags would end them. Tags that are closed by what follows (`p`, `li`, `td`) cannot pile up.
 */

import { ReadError } from '../errors.ts';

/** Pages out of content management systems come to about forty. */
const MAX_DEPTH = 256;

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt body html head'.split(
    ' ',
  ),
);

/** Elements whose content is text to their end tag. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);

export function checkNesting(path: string, html: string): void {
  const open = new Map<string, number>();
  let depth = 0;
  const tag = /<(\/?)([a-z][a-z0-9:-]*)|<!--/gi;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    if (match[2] === undefined) {
      const end = html.indexOf('-->', match.index + 4);
      if (end < 0) break;
      tag.lastIndex = end;
      continue;
    }
    const name = match[2].toLowerCase();
    if (VOID.has(name)) continue;
    if (match[1] === '/') {
      const count = open.get(name) ?? 0;
      if (count === 0) continue;
      open.set(name, count - 1);
      depth--;
      continue;
    }
    if (RAW.has(name)) {
      const closing = new RegExp(`</${name}`, 'gi');
      closing.lastIndex = tag.lastIndex;
      const end = closing.exec(html);
      if (end === null) break;
      tag.lastIndex = end.index;
      continue;
    }
    open.set(name, (open.get(name) ?? 0) + 1);
    if (++depth > MAX_DEPTH) {
      throw new ReadError(
        'too-deep',
        path,
        `${path} has parts nested more than ${MAX_DEPTH} deep; copy its text into a new document and try again.`,
      );
    }
  }
}
