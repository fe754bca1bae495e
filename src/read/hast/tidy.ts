/** Puts an mdast tree that came from a word processor or a web page in order, so that it can be written as Markdown. */

import type {
  Emphasis,
  List,
  Nodes,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Table,
} from 'mdast';

export function tidy(tree: Root): void {
  const stack: Nodes[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!('children' in node)) continue;
    if (node.type === 'table') dropEmptyHead(node);
    if (node.type === 'list') tighten(node);
    if (node.type === 'heading') node.children = unbold(node.children);
    if (holdsPhrasing(node)) node.children = tidyPhrasing(node.children) as typeof node.children;
    else {
      node.children = (node.children as RootContent[]).filter((child) => !isEmpty(child)) as typeof node.children;
      gatherTypedBullets(node as Parent);
    }
    for (const child of node.children) stack.push(child as Nodes);
  }
}

function holdsPhrasing(node: Nodes): node is Nodes & { children: PhrasingContent[] } {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** A header row that was made up because the table has none: which row is the header is decided by its words. */
function dropEmptyHead(table: Table): void {
  const first = table.children[0];
  if (first === undefined || first.position !== undefined || table.children.length < 2) return;
  if (first.children.every((cell) => cell.children.length === 0)) table.children.shift();
}

/** Blank lines stand between the paragraphs of an item, and nowhere else in a list. */
function tighten(list: List): void {
  list.spread = false;
  for (const item of list.children) {
    item.spread = item.children.filter(({ type }) => type === 'paragraph').length > 1;
  }
}

/** Headings are bold by being headings. */
const unbold = (children: PhrasingContent[]): PhrasingContent[] =>
  children.flatMap((child) => (child.type === 'strong' ? unbold(child.children) : [child]));

function isEmpty(node: RootContent): boolean {
  if (node.type === 'thematicBreak') return true;
  if (node.type === 'paragraph' || node.type === 'heading') return !hasWords(node);
  if (node.type === 'table') return !node.children.some((row) => row.children.some(hasWords));
  if (node.type === 'list') {
    node.children = node.children.filter((item) => item.children.some((child) => !isEmpty(child)));
    return node.children.length === 0;
  }
  return false;
}

function hasWords(node: Nodes): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return /\S/.test(node.value);
  if (node.type === 'footnoteReference') return true;
  return 'children' in node && (node.children as Nodes[]).some(hasWords);
}

/** White space goes out of bold and italic type, neighbours of one kind become one, and what is empty goes. */
function tidyPhrasing(children: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const push = (node: PhrasingContent): void => {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text' && adjoin(last, node)) {
      last.value += node.value;
      if (last.position && node.position) last.position.end = node.position.end;
    } else if ((node.type === 'strong' || node.type === 'emphasis') && last?.type === node.type) {
      last.children = tidyPhrasing([...last.children, ...node.children]);
      if (last.position && node.position) last.position.end = node.position.end;
    } else out.push(node);
  };
  for (const node of children) {
    if (node.type !== 'strong' && node.type !== 'emphasis') {
      if ('children' in node) node.children = tidyPhrasing(node.children as PhrasingContent[]) as typeof node.children;
      if (node.type === 'link' && !hasWords(node)) continue;
      push(node);
      continue;
    }
    node.children = tidyPhrasing(node.children);
    const { before, after } = hoist(node);
    if (before !== undefined) push(before);
    if (hasWords(node)) push(node);
    else for (const child of node.children) push(child);
    if (after !== undefined) push(after);
  }
  return out;
}

/** Texts whose places follow one another may be joined; others would lose where their words stand. */
function adjoin(first: PhrasingContent, second: PhrasingContent): boolean {
  if (first.position === undefined || second.position === undefined) return first.position === second.position;
  return first.position.end.offset === second.position.start.offset;
}

interface Hoisted {
  before?: PhrasingContent;
  after?: PhrasingContent;
}

function hoist(node: Strong | Emphasis): Hoisted {
  const out: Hoisted = {};
  const first = node.children[0];
  if (first?.type === 'text' && /^\s/.test(first.value) && /\S/.test(first.value)) {
    const value = /^\s+/.exec(first.value)![0];
    first.value = first.value.slice(value.length);
    out.before = { type: 'text', value };
  } else if (first?.type === 'break' || (first?.type === 'text' && !/\S/.test(first.value))) {
    node.children.shift();
    out.before = first;
  }
  const last = node.children.at(-1);
  if (last?.type === 'text' && /\s$/.test(last.value) && /\S/.test(last.value)) {
    const value = /\s+$/.exec(last.value)![0];
    last.value = last.value.slice(0, -value.length);
    out.after = { type: 'text', value };
  } else if (last?.type === 'break' || (last?.type === 'text' && !/\S/.test(last.value))) {
    node.children.pop();
    out.after = last;
  }
  return out;
}

const TYPED_BULLET = /^\s*[•●▪◦‣∙·o\uf0b7\uf0a7](?:\s+|(?<=\uf0b7|•))(?=\S)/u;

/** Paragraphs that begin with a bullet someone typed are a list. */
function gatherTypedBullets(parent: Parent): void {
  const children = parent.children as RootContent[];
  if (!children.some((child) => bulletOf(child) !== undefined)) return;
  const out: RootContent[] = [];
  let list: List | undefined;
  for (const child of children) {
    const bullet = bulletOf(child);
    if (bullet === undefined) {
      list = undefined;
      out.push(child);
      continue;
    }
    const paragraph = child as Paragraph;
    const text = firstText(paragraph)!;
    text.value = text.value.slice(bullet.length);
    if (list === undefined) {
      list = { type: 'list', ordered: false, spread: false, children: [] };
      if (paragraph.position) list.position = { ...paragraph.position };
      out.push(list);
    }
    if (list.position && paragraph.position) list.position.end = paragraph.position.end;
    list.children.push({
      type: 'listItem',
      spread: false,
      children: [paragraph],
      ...(paragraph.position ? { position: paragraph.position } : {}),
    });
  }
  parent.children = out;
}

function bulletOf(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') return undefined;
  const text = firstText(node);
  return text === undefined ? undefined : TYPED_BULLET.exec(text.value)?.[0];
}

function firstText(node: Paragraph): { value: string } | undefined {
  const [first] = node.children;
  return first?.type === 'text' ? first : undefined;
}
