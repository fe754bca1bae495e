/** HTML's tree to Markdown's, by rehype-remark, in the manner that the document builder wants it. */

import type { Element, Root as HastRoot } from 'hast';
import type { Link, Nodes as MdastNodes, PhrasingContent, Root } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { tidy } from './tidy.ts';
import { prepareTables, textOf } from './tree.ts';

export type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/** `own` holds handlers that come before the usual ones. */
export function toMdast(tree: HastRoot, own: Options['handlers'] = {}): Root {
  prepareTables(tree);
  const processor = unified().use(rehypeRemark, { handlers: { ...handlers, ...own }, newlines: false });
  const root = processor.runSync(tree) as unknown as Root;
  tidy(root);
  return root;
}

/** Links that stay links; others, such as `javascript:`, are their words. */
const isSafe = (href: string): boolean => /^(?:https?:|mailto:|tel:|#|\.{0,2}\/|[\w-]+(?:[./?#]|$))/i.test(href);

const nothing: Handle = () => undefined;

/** A raised number is a note's mark; a raised "st" belongs to its word. */
function raised(state: Parameters<Handle>[0], node: Element): PhrasingContent[] {
  const children = state.all(node) as PhrasingContent[];
  if (!/^\s*\[?[\d*†‡,]+\]?\s*$/.test(textOf(node))) return children;
  return [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }];
}

const handlers: Record<string, Handle> = {
  img: nothing,
  image: nothing,
  input: nothing,
  select: nothing,
  textarea: nothing,
  iframe: nothing,
  audio: nothing,
  video: nothing,
  /** A line break has no sign of its own in a table's cell. */
  br: (state, node) => {
    const result: MdastNodes = state.inTable ? { type: 'html', value: '<br>' } : { type: 'break' };
    state.patch(node, result);
    return result;
  },
  sup: (state, node) => raised(state, node),
  /** Quotation marks belong to the words. */
  q: (state, node) => [{ type: 'text', value: '“' }, ...state.all(node), { type: 'text', value: '”' }],
  /** Underlined or marked words are no more than words. */
  u: (state, node) => state.all(node),
  mark: (state, node) => state.all(node),
  ins: (state, node) => state.all(node),
  /** Computers' type is no code in such documents, so that its words count. */
  code: (state, node) => state.all(node),
  tt: (state, node) => state.all(node),
  kbd: (state, node) => state.all(node),
  samp: (state, node) => state.all(node),
  var: (state, node) => state.all(node),
  a: (state, node) => {
    const { href } = node.properties;
    const children = state.all(node) as PhrasingContent[];
    if (typeof href !== 'string' || !isSafe(href)) return children;
    const result: Link = { type: 'link', url: href, children };
    state.patch(node, result);
    return result;
  },
};
