/** Markdown (CommonMark, tables and footnotes as on GitHub, YAML front matter) -> Source. */

import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Source } from '../document/types.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkMarkdown } from './limits.ts';

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const withFrontMatter = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

export function readMarkdown(path: string, text: string): Source {
  const front = readFrontMatter(path, text);
  checkMarkdown(path, text);
  const processor = front === undefined ? plain : withFrontMatter;
  const tree = processor.runSync(processor.parse(text)) as Root;
  const source: Source = {
    path,
    format: 'markdown',
    tree,
    text,
    declared: front?.declared ?? [],
    notes: [],
  };
  if (front !== undefined) source.frontMatter = front.data;
  return source;
}
