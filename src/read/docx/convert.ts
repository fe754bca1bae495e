/** A Word file's bytes to HTML, by mammoth, with every paragraph marked. Runs in a worker. */

import mammoth from 'mammoth';
import { ReadError } from '../errors.ts';
import {
  BULLETS,
  type Changes,
  continuedStyle,
  headingStyle,
  LIST_LEVELS,
  NUMBERS,
  type Prepared,
  prepare,
} from './prepare.ts';
import { Numbering, Styles } from './styles.ts';
import { parseXml } from './xml.ts';
import { damaged, type Parts, readParts } from './zip.ts';

export interface Converted {
  html: string;
  changes: Changes & { comments: number };
}

export async function toHtml(path: string, bytes: Uint8Array): Promise<Converted> {
  const parts = await readParts(path, bytes);
  const main = mainPart(path, parts);
  const styles = new Styles(path, parts.get(find(parts, 'styles')));
  const numbering = new Numbering(path, parts.get(find(parts, 'numbering')));
  const given: Parts = new Map([['word/numbering.xml', LISTS]]);
  for (const [name, xml] of parts) {
    if (name !== '[Content_Types].xml' && !name.endsWith('.rels')) continue;
    parseXml(path, xml, { open: () => {}, close: () => {}, text: () => {} });
    given.set(name, xml);
  }
  const changes = { insertions: 0, deletions: 0, hidden: 0, comments: 0 };
  const add = (name: string, numbered: boolean): Prepared | undefined => {
    const xml = parts.get(name);
    if (xml === undefined) return undefined;
    const prepared = prepare(path, xml, styles, numbering, numbered);
    given.set(name, prepared.xml);
    changes.insertions += prepared.changes.insertions;
    changes.deletions += prepared.changes.deletions;
    changes.hidden += prepared.changes.hidden;
    return prepared;
  };
  const body = add(main, true);
  add(find(parts, 'footnotes'), false);
  add(find(parts, 'endnotes'), false);
  changes.comments = countComments(path, parts.get(find(parts, 'comments')));
  if (!body?.hasText) {
    throw new ReadError(
      'empty',
      path,
      `${path} holds no text; if it shows pictures of pages, give the document that they were made from.`,
    );
  }
  return { html: await convert(path, given), changes };
}

/** The part that holds the text is called `word/document.xml` by most programs, and found by its relation in all. */
function mainPart(path: string, parts: Parts): string {
  const relations = parts.get('_rels/.rels');
  let main = 'word/document.xml';
  if (relations !== undefined) {
    parseXml(path, relations, {
      open: (_name, attributes) => {
        const target = (attributes.Target ?? '').replace(/^\//, '');
        if (/\/officeDocument$/.test(attributes.Type ?? '') && parts.has(target)) main = target;
      },
      close: () => {},
      text: () => {},
    });
  }
  if (!parts.has(main)) throw damaged(path, 'it holds no text part');
  return main;
}

const find = (parts: Parts, kind: string): string =>
  [...parts.keys()].find((name) => new RegExp(`^word/${kind}\\d*\\.xml$`, 'i').test(name)) ?? `word/${kind}.xml`;

function countComments(path: string, xml: string | undefined): number {
  let comments = 0;
  if (xml !== undefined) {
    parseXml(path, xml, {
      open: (name) => {
        if (name === 'w:comment') comments++;
      },
      close: () => {},
      text: () => {},
    });
  }
  return comments;
}

const levels = Array.from({ length: LIST_LEVELS }, (_, level) => level);

const LISTS = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  [BULLETS, 'bullet'],
  [NUMBERS, 'decimal'],
]
  .map(
    ([id, format]) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels.map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="${BULLETS}"/></w:num><w:num w:numId="${NUMBERS}"><w:abstractNumId w:val="${NUMBERS}"/></w:num></w:numbering>`;

/** What mammoth makes of each kind of paragraph; only for kinds that there are, as it is slow to read the list. */
function styleMap(xml: string): string[] {
  const map: string[] = [];
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    if (xml.includes(`"${headingStyle(depth)}"`)) map.push(`p.${headingStyle(depth)} => h${depth}:fresh`);
  }
  for (const level of levels) {
    const outer = 'ul|ol > li > '.repeat(level);
    if (xml.includes(`<w:ilvl w:val="${level}"/>`)) {
      map.push(`p:unordered-list(${level + 1}) => ${outer}ul > li:fresh`);
      map.push(`p:ordered-list(${level + 1}) => ${outer}ol > li:fresh`);
    }
    const continued = continuedStyle(level + 1);
    if (xml.includes(`"${continued}"`)) map.push(`p.${continued} => ${outer}ul|ol > li > p:fresh`);
  }
  return map;
}

async function convert(path: string, parts: Parts): Promise<string> {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? '',
  };
  try {
    // Mammoth takes an opened zip as `file`, which its types leave out: the parts are unpacked and made safe already.
    const input = { file } as unknown as { buffer: Buffer };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: styleMap([...parts.values()].join('')),
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      idPrefix: '',
    });
    return value;
  } catch {
    throw damaged(path, 'its parts do not fit together');
  }
}
