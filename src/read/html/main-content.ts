/**
 * The part of a web page that is the document. Council pages come wrapped in navigation, cookie banners and footers,
 * which hold words such as "contact" and "policies" and set nothing out.
 */

import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { elements, isHeading, textOf } from '../hast/tree.ts';

/** Never text of a document. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'svg',
  'canvas',
  'math',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'map',
  'nav',
  'menu',
  'dialog',
  'datalist',
  'select',
  'textarea',
  'input',
]);

const SILENT_ROLES =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|tablist|toolbar|dialog|alertdialog|alert|status|tooltip)$/;

/** Names that designers give to what stands around a page's text. */
const AROUND =
  /^(?:(?:site|page|global|main|top|side|left|right|sub|footer|header|mobile|secondary|primary|section|govuk|lbh|c|o|js)[-_]+)*(?:cookies?|consent|gdpr|breadcrumbs?|skip[-_]?(?:links?|nav|to[-_a-z]*)?|skiplinks?|masthead|nav|navbar|navigation|menu|submenu|sidebar|sidenav|social(?:[-_](?:media|share|links|sharing))?|share[-_]?(?:buttons?|links|page|this|bar)?|addthis\w*|pagination|pager|related[-_](?:links|content|pages|items|information)|back[-_]to[-_]top|toolbar|site[-_]?search|search[-_]form|feedback|page[-_]feedback|rate[-_]this[-_]page|newsletter|subscribe|site[-_]?footer|site[-_]?header|phase[-_]banner|cookie[-_]?banner|print[-_](?:page|link|this)|advert(?:isement)?|language[-_](?:select\w*|switch\w*))(?:[-_]+(?:bar|banner|block|wrapper|container|region|list|links?|box|message|notice|panel|popup|overlay|consent|policy|main|menu|inner|outer|\d+))*$/i;

/** Words for people who hear the page; nobody sees them. */
const UNSEEN =
  /^(?:sr-only|visually-?hidden|visuallyhidden|screen-reader(?:-text|-only)?|element-invisible|assistive-text|govuk-visually-hidden|u-hidden|hidden|d-none|is-hidden|print-only)$/i;

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Removes what is not the document, and gives the element that holds it. */
export function mainContent(tree: Root): Root {
  const shown = controlled(tree);
  const total = textOf(tree).length;
  const lost: Element[] = [];
  prune(tree, (node, parent) => {
    if (!isAround(node, parent, shown, total)) return false;
    for (const inner of elements(node)) if (inner.tagName === 'h1') lost.push(inner);
    return true;
  });
  const chosen = choose(tree);
  const children = chosen.children.filter((child): child is ElementContent => child.type !== 'doctype');
  const hasTitle = children.some((child) => [...elements(child)].some((node) => node.tagName === 'h1'));
  if (!hasTitle) {
    const outside = [...elements(tree)].filter((node) => node.tagName === 'h1');
    // A heading that is a link is the council's name over every page.
    const title = [...outside, ...lost].find((node) => ![...elements(node)].some((inner) => inner.tagName === 'a'));
    if (title !== undefined && /\S/.test(textOf(title))) children.unshift(title);
  }
  return { type: 'root', children };
}

/** Ids of parts that a button opens: accordions and tabs, hidden until somebody presses it. */
function controlled(tree: Root): Set<string> {
  const ids = new Set<string>();
  for (const { tagName, properties } of elements(tree)) {
    for (const id of words(properties.ariaControls)) ids.add(id);
    const toggles =
      properties.dataToggle ?? properties.dataBsToggle ?? properties.dataTarget ?? properties.dataBsTarget;
    const role = String(properties.role ?? '');
    if (toggles !== undefined || role === 'button' || role === 'tab') {
      for (const target of [properties.href, properties.dataTarget, properties.dataBsTarget]) {
        if (typeof target === 'string' && target.startsWith('#')) ids.add(target.slice(1));
      }
    }
    if (tagName === 'details' || role === 'tabpanel') ids.add(String(properties.id ?? ''));
  }
  ids.delete('');
  return ids;
}

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];

function isAround(node: Element, parent: Parents, shown: ReadonlySet<string>, total: number): boolean {
  const { tagName, properties } = node;
  if (SILENT.has(tagName)) return true;
  const role = String(properties.role ?? '');
  if (SILENT_ROLES.test(role)) return true;
  if (tagName === 'footer' || tagName === 'header') {
    if (tagName === 'footer' || !contains(node, 'h1', 'h2')) return true;
  }
  if (tagName === 'button') return !isToggle(node) && !isHeading(parent);
  if (tagName === 'a' && /^\s*(?:skip|jump)\s+(?:to|over|past)\b/i.test(textOf(node))) return true;
  if (isHidden(node, parent, shown)) return true;
  if (tagName === 'aside' || role === 'complementary') return linkShare(node) > 0.4;
  if (tagName === 'form') return textOf(node).length < total * 0.25 && !contains(node, 'h1', 'h2');
  const names = [...words(properties.className), String(properties.id ?? '')];
  if (names.some((name) => AROUND.test(name))) {
    return !contains(node, 'h1', 'main', 'article') && textOf(node).length < total * 0.3;
  }
  return false;
}

const isToggle = (node: Element): boolean =>
  node.properties.ariaExpanded !== undefined ||
  node.properties.ariaControls !== undefined ||
  node.properties.dataToggle !== undefined ||
  node.properties.dataBsToggle !== undefined;

function isHidden(node: Element, parent: Parents, shown: ReadonlySet<string>): boolean {
  const { properties } = node;
  const hides =
    (properties.hidden !== undefined && properties.hidden !== false && properties.hidden !== 'until-found') ||
    String(properties.ariaHidden) === 'true' ||
    (typeof properties.style === 'string' && HIDING_STYLE.test(properties.style)) ||
    isUnseen(words(properties.className));
  if (!hides) return false;
  return !shown.has(String(properties.id ?? '')) && !followsToggle(node, parent);
}

function isUnseen(names: readonly string[]): boolean {
  if (!names.some((name) => UNSEEN.test(name))) return false;
  // "hidden md:block": hidden on telephones only.
  return !names.some((name) => /^(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl)-)/.test(name));
}

/** A panel directly after its button, or after a heading that is one. */
function followsToggle(node: Element, parent: Parents): boolean {
  const siblings = parent.children.filter((child) => child.type === 'element');
  const previous = siblings[siblings.indexOf(node as never) - 1];
  if (previous === undefined || previous.type !== 'element') return false;
  for (const inner of elements(previous)) {
    if (inner.properties.ariaExpanded !== undefined || (inner.tagName === 'button' && isHeading(previous))) return true;
  }
  return false;
}

function linkShare(node: Element): number {
  const all = textOf(node).replace(/\s+/g, '').length;
  let links = 0;
  for (const inner of elements(node)) if (inner.tagName === 'a') links += textOf(inner).replace(/\s+/g, '').length;
  return all === 0 ? 1 : links / all;
}

function contains(node: Element, ...names: string[]): boolean {
  for (const inner of elements(node)) if (inner !== node && names.includes(inner.tagName)) return true;
  return false;
}

function prune(tree: Root, drop: (node: Element, parent: Parents) => boolean): void {
  const stack: Parents[] = [tree];
  while (stack.length > 0) {
    const parent = stack.pop()!;
    const gone = new Set<Nodes>();
    for (const child of parent.children) if (child.type === 'element' && drop(child, parent)) gone.add(child);
    parent.children = (parent.children as ElementContent[]).filter(
      (child) => !gone.has(child) && child.type !== 'comment',
    );
    for (const child of parent.children) if ('children' in child) stack.push(child);
  }
}

/** The element that holds the document: `main`, or what is named so, if it holds a good part of the text. */
function choose(tree: Root): Parents {
  const all = [...elements(tree)];
  const body = all.find((node) => node.tagName === 'body') ?? tree;
  const length = textOf(body).replace(/\s+/g, ' ').length;
  const enough = (node: Element): boolean => textOf(node).replace(/\s+/g, ' ').length >= length * 0.4;
  const largest = (nodes: Element[]): Element | undefined =>
    nodes.sort((a, b) => textOf(b).length - textOf(a).length).find(enough);
  return (
    largest(all.filter((node) => node.tagName === 'main' || node.properties.role === 'main')) ??
    largest(
      all.filter((node) =>
        /^(?:main|content|main-?content|page-?content|maincontent|primary-content)$/i.test(
          String(node.properties.id ?? ''),
        ),
      ),
    ) ??
    largest(all.filter((node) => node.tagName === 'article')) ??
    body
  );
}
