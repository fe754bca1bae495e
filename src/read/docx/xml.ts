/** Reads XML as a stream of tags, refusing what no Word file holds: declarations of entities and bottomless nesting. */

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadError } from '../errors.ts';
import { damaged } from './zip.ts';

/** Tables in tables in text boxes come to about eighty. */
const MAX_DEPTH = 200;

export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(value: string): void;
}

/** Names are given with the usual prefix of WordprocessingML (`w:p`), whatever prefix the file uses. */
export function parseXml(path: string, xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  let depth = 0;
  let prefix = 'w:';
  const usual = (name: string): string => {
    if (prefix === 'w:') return name;
    if (prefix === '') return name.includes(':') ? name : `w:${name}`;
    return name.startsWith(prefix) ? `w:${name.slice(prefix.length)}` : name;
  };
  const attributesOf = (tag: SaxesTagPlain): Record<string, string> => {
    if (prefix === 'w:') return tag.attributes;
    return Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [usual(name), value]));
  };
  parser.on('error', () => {
    throw damaged(path, 'its XML is broken');
  });
  parser.on('doctype', () => {
    throw new ReadError(
      'damaged',
      path,
      `${path} holds declarations of XML entities, which no Word file needs and which are not read; open it in Word, save it again and retry.`,
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) {
      throw new ReadError(
        'too-deep',
        path,
        `${path} has tables or other parts nested more than ${MAX_DEPTH} deep; copy its text into a new Word document and try again.`,
      );
    }
    if (depth === 1) prefix = prefixOf(tag.attributes) ?? prefix;
    handler.open(usual(tag.name), attributesOf(tag));
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(usual(tag.name));
  });
  parser.on('text', (value) => handler.text(value));
  parser.on('cdata', (value) => handler.text(value));
  parser.write(xml).close();
}

const MAIN =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;

function prefixOf(attributes: Record<string, string>): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (!MAIN.test(value)) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`;
  }
  return undefined;
}

/** `<w:b/>` and `<w:b w:val="true"/>` switch on; `0`, `false` and `off` switch off. */
export function isOn(attributes: Record<string, string>): boolean {
  const value = attributes['w:val'];
  return value === undefined || !/^(?:0|false|off|none)$/.test(value);
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&quot;',
  );
}
