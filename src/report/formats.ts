/**
 * The formats a report can be written in. A new one is a file of its own beside this one and an entry here; the
 * command line, its help and the library then have it too. Each is loaded only when it is asked for.
 */

import type { Formatter } from './formatter.ts';

export interface Format {
  /** What it is for, in a few words, for the help text. */
  says: string;
  /** File endings from which the format is understood when only an output file is named. */
  endings: readonly string[];
  load: () => Promise<Formatter>;
}

export const formats = {
  terminal: {
    says: 'for reading here',
    endings: ['.txt'],
    load: async () => (await import('./terminal.ts')).formatTerminal,
  },
  json: {
    says: 'for other programs',
    endings: ['.json'],
    load: async () => (await import('./json.ts')).formatJson,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** The format that a file's name asks for, if its ending says so. */
export function formatForFile(path: string): FormatName | undefined {
  const lower = path.toLowerCase();
  return formatNames.find((name) => formats[name].endings.some((ending) => lower.endsWith(ending)));
}
