/** What stands on each page: runs of text with their place and type, and the structure tree where there is one. */

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { ReadError } from '../errors.ts';

/** A stretch of text in one font. Distances are in points; `y` is the baseline, counted from the top of the page. */
export interface Run {
  text: string;
  x: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** What the structure tree calls this stretch of the page; '' outside it. */
  mark: string;
  /** Marked as no part of the text: page numbers, rules, repeated headings. */
  artifact: boolean;
}

/** A node of the structure tree: an element with children, or a stretch of the page. */
export interface TagNode {
  role?: string;
  children?: TagNode[];
  type?: string;
  id?: string;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  runs: Run[];
  tree: TagNode | undefined;
  /** Something is drawn on it. */
  drawn: boolean;
}

export interface Typeface {
  bold: boolean;
  italic: boolean;
}

export interface Extracted {
  pages: PdfPage[];
  fonts: Map<string, Typeface>;
  tagged: boolean;
  /** Pages that could not be read. */
  broken: number[];
}

export const MOST_PAGES = 1_000;
const MOST_CHARACTERS = 4_000_000;
/** Fonts that are used later than on so many pages keep the plain type. */
const MOST_FONT_PAGES = 40;

export async function extract(path: string, pdf: PDFDocumentProxy): Promise<Extracted> {
  const { numPages } = pdf;
  if (numPages > MOST_PAGES) {
    throw new ReadError(
      'too-large',
      path,
      `${path} has ${numPages.toLocaleString('en-GB')} pages and the limit is ${MOST_PAGES.toLocaleString('en-GB')}; give the arrangements alone.`,
    );
  }
  const tagged = (await pdf.getMarkInfo().catch(() => null))?.Marked === true;
  const result: Extracted = { pages: [], fonts: new Map(), tagged, broken: [] };
  let characters = 0;
  let fontPages = 0;
  for (let number = 1; number <= numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      const read = await readPage(page, tagged);
      result.pages.push(read);
      for (const run of read.runs) characters += run.text.length;
      const unknown = new Set(read.runs.map((run) => run.font).filter((font) => !result.fonts.has(font)));
      if (read.runs.length === 0 || (unknown.size > 0 && fontPages < MOST_FONT_PAGES)) {
        fontPages++;
        await learn(page, read, unknown, result.fonts);
      }
      page.cleanup();
    } catch {
      result.broken.push(number);
    }
    if (characters > MOST_CHARACTERS) {
      throw new ReadError(
        'too-large',
        path,
        `${path} has more than ${MOST_CHARACTERS.toLocaleString('en-GB')} characters; give the arrangements alone, without appendices of data.`,
      );
    }
  }
  return result;
}

async function readPage(page: PDFPageProxy, tagged: boolean): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number];
  const content = await page.getTextContent({ includeMarkedContent: tagged });
  const runs: Run[] = [];
  const marks: { id: string; artifact: boolean }[] = [];
  let mark = '';
  let space = false;
  let artifact = 0;
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') {
        if (marks.pop()?.artifact) artifact--;
      } else {
        const isArtifact = (item as { tag?: string }).tag === 'Artifact';
        if (isArtifact) artifact++;
        marks.push({ id: item.id ?? '', artifact: isArtifact });
      }
      mark = marks.findLast(({ id }) => id !== '')?.id ?? '';
      continue;
    }
    if (!/\S/.test(item.str)) {
      space ||= item.str !== '';
      continue;
    }
    const [ia, ib, ic, id, ie, iff] = item.transform as [number, number, number, number, number, number];
    // The direction of writing on the page as it is shown.
    const across = a * ia + c * ib;
    const down = b * ia + d * ib;
    if (Math.abs(down) > Math.abs(across) * 0.2) continue;
    const x = a * ie + c * iff + e;
    const y = b * ie + d * iff + f;
    runs.push({
      text: space ? ` ${item.str}` : item.str,
      x,
      x1: x + item.width,
      y,
      size: item.height > 0 ? item.height : Math.hypot(ic, id),
      font: item.fontName,
      mark,
      artifact: artifact > 0,
    });
    space = false;
  }
  const tree = tagged ? ((await page.getStructTree().catch(() => null)) as TagNode | null) : null;
  return { number: page.pageNumber, width, height, runs, tree: tree ?? undefined, drawn: runs.length > 0 };
}

/** Which fonts are bold, and whether a page without text is blank: both need the page's drawing steps. */
async function learn(
  page: PDFPageProxy,
  read: PdfPage,
  unknown: Iterable<string>,
  fonts: Map<string, Typeface>,
): Promise<void> {
  const { fnArray } = await page.getOperatorList().catch(() => ({ fnArray: [] as number[] }));
  read.drawn ||= fnArray.length > 2;
  for (const font of unknown) {
    let name = '';
    let bold = false;
    let italic = false;
    if (page.commonObjs.has(font)) {
      const known = page.commonObjs.get(font) as {
        name?: string;
        bold?: boolean;
        black?: boolean;
        italic?: boolean;
      } | null;
      name = known?.name ?? '';
      bold = known?.bold === true || known?.black === true;
      italic = known?.italic === true;
    }
    fonts.set(font, {
      bold: bold || /bold|black|heavy|demi/i.test(name),
      italic: italic || /italic|oblique/i.test(name),
    });
  }
}
