/** What every report format is: a pure function from the report to text or bytes. */

import type { Document } from '../document/types.ts';
import type { Report } from '../verdict/types.ts';

export interface FormatOptions {
  /** Columns to fit, for formats that are laid out in columns. Default 80. */
  width?: number;
  /** Whether colour may be used, for formats that have any. Default false. */
  color?: boolean;
  /** `quiet`: only the closing sentence of each document. `verbose`: all evidence with all its signals. */
  detail?: Detail;
  /** Folder in which the paths of the report start, absolute. For formats that name files to a service. */
  workingDir?: string;
  /** Folder that such formats show paths relative to; that in which they start when left out. */
  baseDir?: string;
  /** The documents as they were read, in step with the report's; for formats that show the text beside the answers. */
  documents?: readonly (Document | undefined)[];
}

export type Detail = 'quiet' | 'normal' | 'verbose';

export type Formatter = (report: Report, options?: FormatOptions) => string | Uint8Array | Promise<string | Uint8Array>;
