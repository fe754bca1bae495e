/** A saved web page to a source. Places are those of the page's own text. Runs in a worker. */

import type { Root as HastRoot } from 'hast';
import type { Heading } from 'mdast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Source } from '../../document/types.ts';
import '../../document/node-data.ts';
import { decode } from '../decode.ts';
import { ReadError } from '../errors.ts';
import { type Handle, toMdast } from '../hast/to-mdast.ts';
import { textOf } from '../hast/tree.ts';
import { checkTextSize } from '../limits.ts';
import { mainContent } from './main-content.ts';
import { checkNesting } from './nesting.ts';
import { plainParts, tabLabels } from './parts.ts';

const MAX_HTML = 5_000_000;

const parser = unified().use(rehypeParse).freeze();

export function readHtmlHere(path: string, bytes: Uint8Array): Source {
  const { text, notes } = decode(path, bytes);
  checkTextSize(path, text.length, MAX_HTML);
  checkNesting(path, text);
  const page = parser.parse(text) as HastRoot;
  const labels = tabLabels(page);
  const main = mainContent(page);
  if (!/\S/.test(textOf(main))) {
    throw new ReadError(
      'empty',
      path,
      `${path} holds no text to read; if the page shows its text only in a browser, print it to PDF and give that.`,
    );
  }
  plainParts(main, labels);
  const tree = toMdast(main, headings);
  let anchor = '';
  for (const child of tree.children) {
    anchor = child.data?.anchor ?? anchor;
    if (anchor !== '') child.data = { ...child.data, anchor };
  }
  return { path, format: 'html', tree, text, declared: [], notes };
}

const heading: Handle = (state, node) => {
  const children = state.all(node) as Heading['children'];
  const result: Heading = { type: 'heading', depth: Number(node.tagName.slice(1)) as Heading['depth'], children };
  state.patch(node, result);
  const id = node.properties.id;
  if (typeof id === 'string' && id !== '') result.data = { ...result.data, anchor: id };
  return result;
};

const headings = { h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading };
