/** Why a file could not be read: a stable code, and one plain sentence that names the file and says what to do. */

import type { Point } from '../document/types.ts';

export type ReadErrorCode =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'binary'
  | 'encoding'
  | 'unsupported'
  | 'damaged'
  | 'protected'
  | 'scanned'
  | 'too-slow'
  | 'front-matter'
  | 'yaml';

export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly path: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: ReadErrorCode, path: string, message: string, at?: Pick<Point, 'line' | 'column'>) {
    super(message);
    this.name = 'ReadError';
    this.code = code;
    this.path = path;
    this.line = at?.line;
    this.column = at?.column;
  }
}
