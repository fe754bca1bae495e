/** The Markdown parse that speed is measured against: the same parser and extensions that the reader uses. */
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

export const parseMarkdown = (text: string): unknown => processor.parse(text);
