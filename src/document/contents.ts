/**
 * Contents pages: lists of titles and of links within the page. They repeat the words of every requirement and set
 * nothing out, so they have to be known before anything is looked for.
 */

import type { List, ListItem, PhrasingContent } from 'mdast';

const HEADING =
  /^(?:\d+[.)]?\s+)?(?:(?:table|list)\s+of\s+(?:contents?|tables|figures|annexes|appendices|boxes|charts|diagrams)\b|contents?(?:\s+(?:page|list))?$|(?:on|in)\s+this\s+(?:page|document|guide|section|chapter|plan|report)s?\b|index$|what(?:['’]s| is| you will find)\s+(?:in|inside|on)\b|inside\s+(?:this|these)\b|jump\s+to\b|sections?\s+(?:in|of)\s+this\b|quick\s+links\b|at a glance: contents)/i;

/** "Contents", "On this page", "List of tables". */
export function isContentsHeading(text: string): boolean {
  return text.length <= 80 && HEADING.test(text.trim().replace(/[:.…]+$/, ''));
}

/** "3.1 The council ........ 4": a title, leaders or a wide gap, and a page number. */
export function isContentsLine(text: string): boolean {
  return /(?:\.{4,}|(?:\. ){3,}|…{2,}|_{4,}|·{4,})\s*(?:\d{1,3}|[ivxl]{1,6})\s*$/i.test(text.slice(-200));
}

/** A heading's words for comparison: no number, no punctuation, no page, one case. */
export function titleKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\s*(?:(?:section|part|chapter)\s+)?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]?\s+(?=\S)/, '')
    .replace(/[^A-Za-zÀ-ɏ0-9]+/gu, ' ')
    .trim();
}

/** Whether every item of a list is one link to a place in the same page. */
export function isAnchorList(list: List): boolean {
  let items = 0;
  let anchors = 0;
  const visit = (item: ListItem): void => {
    for (const child of item.children) {
      if (child.type === 'list') {
        for (const nested of child.children) visit(nested);
      } else if (child.type === 'paragraph') {
        items++;
        if (isAnchorLink(child.children)) anchors++;
      } else {
        items += 2;
      }
    }
  };
  for (const item of list.children) visit(item);
  return items >= 2 && anchors >= items * 0.8;
}

function isAnchorLink(children: PhrasingContent[]): boolean {
  let links = 0;
  for (const child of children) {
    if (child.type === 'link' && child.url.startsWith('#')) links++;
    else if (child.type === 'text' && /^[\s\d.()–—-]*$/.test(child.value)) continue;
    else if ((child.type === 'emphasis' || child.type === 'strong') && isAnchorLink(child.children)) links++;
    else return false;
  }
  return links >= 1;
}

const UNIT = '(?:sections?|parts?|pages?|chapters?|paragraphs?|paras?|tables?|appendix|appendices|annex)';
const COLUMN_OF_PLACES = new RegExp(
  `^(?:(?:see|in|on) )?${UNIT}(?: (?:no|nos|number|numbers))?[.:]?$|^where(?: (?:to find it|it is|to look|found))?[?:]?$`,
  'i',
);
const PLACES = new RegExp(
  `^(?:(?:${UNIT} )?(?:\\d{1,3}(?:\\.\\d{1,2})*|[A-H])\\b\\s*(?:(?:,|;|to\\b|and\\b|&|[–-])\\s*)?)+$`,
  'i',
);

/** The heading of a column that says where in the document a matter stands: "Section", "Page no.", "Where to find it". */
export const isColumnOfPlaces = (heading: string): boolean => COLUMN_OF_PLACES.test(heading);

/** "4", "1, 2", "Section 3.1", "12–14", "Appendix B". */
export const tellsPlaces = (cell: string): boolean => cell.length <= 60 && PLACES.test(cell);

/** Whether titles are for the most part headings of this document. */
export function repeatsHeadings(titles: readonly string[], headings: ReadonlySet<string>): boolean {
  if (titles.length < 3) return false;
  let known = 0;
  for (const title of titles) if (headings.has(titleKey(title))) known++;
  return known >= titles.length * 0.6 && known >= 3;
}

/** Whether a line in a contents section can be an entry and not a paragraph that happens to stand there. */
export function isEntryShaped(text: string): boolean {
  return (
    text.length <= 160 &&
    !/[.!?;]$/.test(text.replace(/\.{3,}\s*\d*$/, '')) &&
    !/[.!?]\s+[A-ZÀ-ÖØ-ÞĀ-ž][a-zß-öø-ÿ]/u.test(text.replace(/^[\d.]+\s*/, ''))
  );
}
