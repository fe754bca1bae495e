/** Markdown (CommonMark, tables and footnotes as on GitHub, YAML front matter) -> Source. */

import type { Nodes, Parents, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LineIndex } from '../document/lines.ts';
import type { Source } from '../document/types.ts';
import type { FrontMatter } from './front-matter.ts';
import { htmlBlocks } from './html-text.ts';
import { checkMarkdown } from './limits.ts';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** Reads Markdown. `front` is its front matter, read before; without it, a leading `---` is a rule. */
export function readMarkdown(path: string, text: string, front?: FrontMatter): Source {
  checkMarkdown(path, text);
  const processor = front === undefined ? plain : withFrontMatter;
  const tree = processor.runSync(processor.parse(text)) as Root;
  if (text.includes('<')) openHtml(tree, new LineIndex(text));
  const source: Source = { path, format: 'markdown', tree, text, declared: front?.declared ?? [], notes: [] };
  if (front !== undefined) source.frontMatter = front.data;
  return source;
}

/** Puts the text of HTML blocks in their place; HTML inside a line stays for the builder to pass over. */
function openHtml(parent: Parents, lines: LineIndex): void {
  if (!parent.children.some((child) => child.type === 'html' || 'children' in child)) return;
  const isFlow = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (isFlow && child.type === 'html') {
      children.push(...htmlBlocks(child.value, child.position?.start.offset ?? 0, lines));
    } else {
      if (child.type === 'list' || child.type === 'listItem' || child.type === 'blockquote') openHtml(child, lines);
      children.push(child);
    }
  }
  parent.children = children as typeof parent.children;
}
