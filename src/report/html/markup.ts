/**
 * HTML from pieces. Every text that goes into a template is escaped there, so that what a document says can only ever
 * be text; the only way round it is `Markup`, which templates make.
 */

import { plain } from '../plain.ts';

export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

export type Piece = Markup | string | number | false | undefined | readonly Piece[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return plain(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function sourceOf(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece === undefined || piece === false) return '';
  return piece instanceof Markup ? piece.source : piece.map(sourceOf).join('');
}

/** A template whose values are escaped. Values of attributes must stand in quotation marks. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let source = strings[0]!;
  for (const [index, piece] of pieces.entries()) source += sourceOf(piece) + strings[index + 1]!;
  return new Markup(source);
}

/** Pieces side by side with something between them. */
export function joined(pieces: readonly Piece[], between: string): Markup {
  return new Markup(pieces.map(sourceOf).join(escaped(between)));
}

/** A heading of a depth that is only known when it is written. */
export function heading(depth: number, content: Piece, id?: string): Markup {
  const name = `h${Math.min(Math.max(depth, 1), 6)}`;
  const attribute = id === undefined ? '' : ` id="${escaped(id)}"`;
  return new Markup(`<${name}${attribute}>${sourceOf(content)}</${name}>`);
}

/** A text as part of an `id`: letters, digits and hyphens only. */
export const slug = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-');
