/**
 * Source -> Document: one walk over the tree a reader handed over. Knows mdast and no file format.
 */

import type { Document, Section, Source } from './types.ts';
import { Walker } from './walk.ts';

/** Builds the document the checker works on. Linear in the length of the text. */
export function buildDocument(source: Source): Document {
  const walker = new Walker(source);
  walker.frontMatter(source.declared);
  walker.root(source.tree);
  const { sections, blocks, sentences } = walker.out;
  const document: Document = {
    path: source.path,
    format: source.format,
    title: titleOf(source, sections),
    sections,
    blocks,
    sentences,
    declared: source.declared,
    notes: [...source.notes, ...walker.notes],
    words: walker.words,
  };
  if (source.frontMatter !== undefined) document.frontMatter = source.frontMatter;
  return document;
}

/** How a document without a title of its own begins. */
const FIRST_PART =
  /^(?:foreword|preface|welcome|(?:table of )?contents|(?:executive )?summary|introduction|background|(?:document|version) control)[:.]?$/i;

function titleOf(source: Source, sections: readonly Section[]): string {
  const declared = source.frontMatter?.title;
  if (typeof declared === 'string' && declared.trim() !== '') return declared.trim();
  const first = sections.find((section) => section.heading !== '')?.heading ?? '';
  return FIRST_PART.test(first) ? '' : first;
}
