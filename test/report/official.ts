/** Holds reports to the official schemas of their formats. */

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { expect } from 'vitest';

const file = (name: string): string => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');

const REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

// The schema is of JSON Schema draft 4, of which it uses nothing that has changed but the name of its own id.
const { id: _id, $schema: _schema, ...sarif } = JSON.parse(file('sarif-2.1.0.json'));
const validateSarif = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: { 'date-time': true, uri: (text: string) => URL.canParse(text), 'uri-reference': REFERENCE },
}).compile(sarif);

// biome-ignore lint/suspicious/noExplicitAny: read by tests that look at a few of its many properties
export function expectSarif(text: string): any {
  const log = JSON.parse(text);
  validateSarif(log);
  expect((validateSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
  return log;
}

/** What an XPath expression finds in a valid JUnit report, as text. */
export function expectJunit(text: string, ...paths: string[]): string[][] {
  // Freed by hand, the schema as well: libxml2 is not told when JavaScript lets go of what a validator still uses.
  const schema = XmlDocument.fromString(file('junit-4.xsd'));
  const jenkins = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(text);
  try {
    expect(() => jenkins.validate(document)).not.toThrow();
    return paths.map((path) => document.find(path).map((node) => node.content));
  } finally {
    document.dispose();
    jenkins.dispose();
    schema.dispose();
  }
}

/** A reader of RFC 4180 of its own, strict about quotation marks and line ends. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const match = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
    match.lastIndex = at;
    const found = match.exec(text)!;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    at = match.lastIndex;
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
  }
  if (row.length > 0) throw new Error('The last line does not end.');
  return rows;
}

export interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** One line of a job's log as the runner of GitHub Actions takes it. */
export function readCommand(line: string): Command {
  const match = /^::(\w+) ([^:]*)::(.*)$/s.exec(line);
  if (!match) throw new Error(`Not a command: ${line.slice(0, 80)}`);
  const [, name = '', list = '', data = ''] = match;
  const value = (text: string): string =>
    text.replace(/%(25|0D|0A|3A|2C)/g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  const properties = list.split(',').map((part) => {
    const [key = '', ...rest] = part.split('=');
    return [key, value(rest.join('='))];
  });
  return { name, properties: Object.fromEntries(properties), data: value(data) };
}
