/**
 * What a reader may say about a node beyond mdast: where it stands on paper, and what part it plays. Declared as an
 * extension of mdast's own `data` field, so that readers and the builder need no casts.
 */

export type NodeRole =
  /** A contents page, an index or navigation: it names topics and sets nothing out. */
  | 'contents'
  /** Somebody's words, quoted. */
  | 'quotation'
  /** The title of a table or figure: it reads with what follows and opens no section. */
  | 'caption'
  /** Not for readers: left out of the document. */
  | 'hidden';

declare module 'mdast' {
  interface Data {
    page?: number;
    paragraph?: number;
    anchor?: string;
    role?: NodeRole;
    /** On a table: its first row is data, not column headings. */
    headless?: boolean;
  }
}
