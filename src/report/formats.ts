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
  /** It shows the documents' text, so they have to be kept until the report is made. */
  showsText?: true;
  /** Its bytes are no text, so they are not for a terminal. */
  binary?: true;
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
  html: {
    says: 'a page to open, print and hand over',
    endings: ['.html', '.htm'],
    load: async () => (await import('./html/page.ts')).formatHtml,
    showsText: true,
  },
  docx: {
    says: 'Word, for papers',
    endings: ['.docx'],
    load: async () => (await import('./docx/file.ts')).formatDocx,
    binary: true,
  },
  markdown: {
    says: 'for a comment or a job summary',
    endings: ['.md', '.markdown'],
    load: async () => (await import('./markdown.ts')).formatMarkdown,
  },
  csv: {
    says: 'for a spreadsheet',
    endings: ['.csv'],
    load: async () => (await import('./csv.ts')).formatCsv,
  },
  sarif: {
    says: 'for code scanning',
    endings: ['.sarif', '.sarif.json'],
    load: async () => (await import('./sarif.ts')).formatSarif,
  },
  junit: {
    says: 'for test pages',
    endings: ['.xml'],
    load: async () => (await import('./junit.ts')).formatJunit,
  },
  github: {
    says: 'annotations',
    endings: [],
    load: async () => (await import('./github.ts')).formatGithub,
  },
  codequality: {
    says: 'for GitLab',
    endings: ['.codequality.json', 'code-quality-report.json'],
    load: async () => (await import('./codequality.ts')).formatCodequality,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** The format that a file's name asks for, if its ending says so: `.sarif.json` before `.json`. */
export function formatForFile(path: string): FormatName | undefined {
  const lower = path.toLowerCase();
  const fits = (name: FormatName): number =>
    Math.max(0, ...formats[name].endings.filter((ending) => lower.endsWith(ending)).map(({ length }) => length));
  const [best] = formatNames.filter((name) => fits(name) > 0).sort((a, b) => fits(b) - fits(a));
  return best;
}
