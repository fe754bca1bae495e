/**
 * What a paragraph is by its shape: a heading in bold type, a caption, navigation, or prose.
 */

import type { Paragraph, PhrasingContent } from 'mdast';

const CAPTION =
  /^(?:tables?|figures?|fig\.?|box|chart|diagram|map|exhibit)\s+(?:\d{1,3}(?:\.\d{1,3})?[a-z]?|[A-Z]|[ivx]{1,5})\b\s*(?:[.:)–—-]|$|\s[A-Za-zÀ-ɏ])/i;

/** "Table 4. Priorities": it names what follows. */
export function isCaption(text: string): boolean {
  return text.length <= 160 && CAPTION.test(text) && !/[.;]$/.test(text.replace(/^\S+\s+\S+\.$/, ''));
}

/** Whether all the text of a paragraph is in bold (or bold and italic) type. */
export function isAllStrong(node: Paragraph): boolean {
  return node.children.length > 0 && hasStrong(node.children) && node.children.every(isStrongOrBlank);
}

/** Whether all the text of a paragraph is in italic or bold type. */
export function isAllEmphasis(node: Paragraph): boolean {
  return (
    node.children.some((child) => child.type === 'strong' || child.type === 'emphasis') &&
    node.children.every((child) => child.type === 'emphasis' || isStrongOrBlank(child))
  );
}

function hasStrong(children: PhrasingContent[]): boolean {
  return children.some((child) => child.type === 'strong' || (child.type === 'emphasis' && hasStrong(child.children)));
}

function isStrongOrBlank(child: PhrasingContent): boolean {
  switch (child.type) {
    case 'strong':
      return true;
    case 'emphasis':
      return child.children.length > 0 && child.children.every(isStrongOrBlank);
    case 'text':
      return /^[\s:.*]*$/.test(child.value);
    case 'html':
    case 'break':
    case 'footnoteReference':
      return true;
    default:
      return false;
  }
}

/** "Approved 19 November 2024" in bold type says something; it names nothing that follows. */
const DATED =
  /^(?:approved|published|signed|agreed|adopted|effective|issued|last|next|in (?:force|effect)|version|date|updated|reviewed|review)\b.*\d/i;

/** Whether words in bold type read as a heading: short, one line, no full stop inside or at the end. */
export function readsAsHeading(text: string): boolean {
  if (text.length === 0 || text.length > 120) return false;
  if (/[.;,!]$/.test(text) || /[.!?]\s+[A-ZÀ-ÖØ-ÞĀ-ž]/u.test(text)) return false;
  if (/\s[·|]\s/.test(text) || DATED.test(text)) return false;
  if (!/[A-Za-zÀ-ɏ]/u.test(text)) return false;
  return text.split(' ').length <= 16;
}

/** How much of a heading is its words: an attribute such as `{#funding}` at its end is not. */
export function headingLength(text: string): number {
  const at = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  if (at <= 0 || !/^\{[#.][\w-]/.test(text.slice(at, at + 3))) return text.length;
  return text.slice(0, at).trimEnd().length;
}

/** Navigation: "Home > About us > Our arrangements", "Back to top", a bar of links. */
export function isNavigation(node: Paragraph, text: string): boolean {
  if (text.length > 400) return false;
  let links = 0;
  let anchors = 0;
  let plain = '';
  for (const child of node.children) {
    if (child.type === 'link') {
      links++;
      if (/^#/.test(child.url)) anchors++;
    } else if (child.type === 'text') {
      plain += child.value;
    } else if (child.type !== 'html') {
      plain += 'x'.repeat(lengthOf('children' in child ? (child.children as PhrasingContent[]) : []));
    }
  }
  if (links === 0) return false;
  const separated = /[|>›»→·•/]/.test(plain);
  const words = plain.replace(/[|>›»→·•/\s]+/g, '');
  if (words === '') return links > 1 ? separated || anchors === links : anchors === 1;
  return (
    separated &&
    /^\s*(?:You are here:?\s*)?$/.test(plain.slice(0, plain.search(/[|>›»→]/))) &&
    !/[.!?:]\s*$/.test(text) &&
    links >= 1 &&
    /[>›»→|]/.test(plain) &&
    words.length <= 80
  );
}

function lengthOf(children: PhrasingContent[]): number {
  let length = 0;
  for (const child of children) {
    if ('value' in child) length += child.value.length;
    else if ('children' in child) length += lengthOf(child.children as PhrasingContent[]);
  }
  return length;
}

/** Breaks that the writer did not mark: short lines that each start anew, as in an address or a block of details. */
export function impliedBreaks(text: string, lineStarts: readonly number[]): number[] {
  if (lineStarts.length === 0) return [];
  let previous = 0;
  for (const start of [...lineStarts, text.length + 1]) {
    if (start - previous > 72) return [];
    previous = start;
  }
  for (const start of lineStarts) {
    const char = text[start] ?? '';
    if (char === char.toLowerCase() && !/[\d("“‘'+*]/.test(char)) return [];
    const before = text[start - 2] ?? '';
    if (before === ',' || before === '-') return [];
    if (
      /\b(?:of|the|and|or|to|for|in|at|by|with|a|an|on|from|as|is|are|our|their|its)$/.test(
        text.slice(Math.max(start - 8, 0), start - 1),
      )
    )
      return [];
  }
  return [...lineStarts];
}
