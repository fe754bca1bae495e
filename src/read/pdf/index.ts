/** PDF -> Source: the structure tree where there is a good one, else the places and type of the words. In a worker. */

import { titleKey } from '../../document/contents.ts';
import type { ReadingNote, Source } from '../../document/types.ts';
import { ReadError } from '../errors.ts';
import { checkNotEmpty } from '../limits.ts';
import { findContents } from '../text/contents.ts';
import { block, type PdfBlock } from './block.ts';
import { findFurniture, furnitureNote } from './furniture.ts';
import { markHeadings } from './headings.ts';
import { joinPages } from './join.ts';
import { regionsOf } from './layout.ts';
import { joined, LineMaker, type Row } from './line.ts';
import { openPdf } from './open.ts';
import { type Extracted, extract, type PdfPage } from './page.ts';
import { type Measures, measure, paragraphsOf } from './paragraphs.ts';
import { markQuotations } from './quotations.ts';
import { hasReadableText, pageList, scannedError } from './scanned.ts';
import type { Given } from './tables.ts';
import { idsOf, markedRuns, TagReader } from './tagged.ts';
import { write } from './write.ts';

export async function readPdfHere(path: string, bytes: Uint8Array): Promise<Source> {
  const pdf = await openPdf(path, bytes);
  try {
    const found = await extract(path, pdf);
    const titles = await outlineTitles(pdf);
    const notes: ReadingNote[] = [];
    if (await pdf.hasJSActions().catch(() => false)) {
      notes.push({ code: 'scripts', message: 'The PDF holds scripts, which were not run.' });
    }
    return { path, format: 'pdf', declared: [], ...sourceOf(path, found, titles, notes), notes };
  } finally {
    await pdf.destroy();
  }
}

async function outlineTitles(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<Set<string>> {
  const titles = new Set<string>();
  type Outline = { title: string; items: Outline }[];
  const visit = (items: Outline | null, depth: number): void => {
    for (const { title, items: inner } of items ?? []) {
      if (titles.size < 5_000) titles.add(titleKey(title));
      if (depth < 10) visit(inner, depth + 1);
    }
  };
  visit((await pdf.getOutline().catch(() => null)) as Outline | null, 0);
  return titles;
}

interface PageRows {
  page: PdfPage;
  rows: Row[];
}

function sourceOf(
  path: string,
  found: Extracted,
  titles: Set<string>,
  notes: ReadingNote[],
): Pick<Source, 'text' | 'tree'> {
  if (found.pages.length === 0) {
    throw new ReadError(
      'damaged',
      path,
      `${path} is damaged: none of its pages can be read; download or save it again.`,
    );
  }
  const make = new LineMaker(
    found.fonts,
    !found.pages.some((page) => page.runs.some((run) => /\u2010./.test(run.text))),
  );
  const all = found.pages.map((page): PageRows => ({ page, rows: make.rows(live(page), page.number) }));
  hasReadableText(path, found.pages);
  const furniture = findFurniture(all);
  const pages = all.map(({ page, rows }): PageRows => ({ page, rows: rows.filter((row) => !furniture.has(row)) }));
  const empty = pages.filter(({ page, rows }) => rows.length === 0 && page.drawn).map(({ page }) => page.number);
  if (pages.every(({ rows }) => rows.length === 0)) throw scannedError(path, empty, pages.length);
  notes.push(...furnitureNote(furniture.size), ...pageNotes(empty, found.broken));

  const measures = measure(pages.flatMap(({ rows }) => rows));
  const contents = contentsRows(pages, titles);
  const given: Given = { make, headers: new Set(), gutters: new Set() };
  const blocks: PdfBlock[] = [];
  for (const { page, rows } of pages) {
    const tagged = found.tagged ? taggedBlocks(page, furniture, all, make) : undefined;
    blocks.push(...(tagged ?? placedBlocks(rows, measures, contents, given)));
  }
  markContents(blocks);
  markQuotations(blocks);
  markHeadings(blocks, measures, titles);
  const written = write(joinPages(blocks));
  checkNotEmpty(path, /\S/.test(written.text));
  return written;
}

/** Runs that are not marked as mere decoration. */
function live(page: PdfPage): PdfPage['runs'] {
  return page.runs.filter((run) => !run.artifact);
}

function pageNotes(empty: readonly number[], broken: readonly number[]): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (empty.length > 0) {
    const [it, was] = empty.length === 1 ? ['it shows', 'it was'] : ['they show', 'they were'];
    notes.push({
      code: 'scanned-pages',
      message: `${pageList(empty)} ${empty.length === 1 ? 'holds' : 'hold'} no text: if ${it} pictures of text, ${was} not read.`,
    });
  }
  if (broken.length > 0) {
    notes.push({
      code: 'broken-pages',
      message: `${pageList(broken)} could not be read, because the file is damaged.`,
    });
  }
  return notes;
}

/** Lines of a contents page, known before they look like a table. */
function contentsRows(pages: readonly PageRows[], titles: Set<string>): Set<Row> {
  const rows = pages.flatMap((page) => page.rows);
  const lines = rows.map((row) => joined(row.pieces));
  const found = new Set<Row>();
  for (const { from, to } of findContents(lines)) {
    for (let i = from; i < to; i++) {
      if (!/\d\s*$/.test(lines[i]!.text) && !/\d\s*$/.test(lines[i + 1]?.text ?? '')) continue;
      found.add(rows[i]!);
      titles.add(titleKey(lines[i]!.text.replace(/[\s.…_·]*\d+\s*$/, '')));
    }
  }
  titles.delete('');
  return found;
}

/** The same for files whose structure tree does not tell their contents page. */
function markContents(blocks: readonly PdfBlock[]): void {
  const owners = blocks.flatMap((one) => (one.kind === 'table' ? [] : one.lines.map(() => one)));
  const lines = blocks.flatMap((one) => (one.kind === 'table' ? [] : one.lines));
  for (const { from, to } of findContents(lines)) {
    for (let i = from; i < to; i++) {
      const owner = owners[i]!;
      if (owner.kind === 'paragraph' && /\d\s*$/.test(owner.lines.at(-1)!.text)) owner.kind = 'contents';
    }
  }
}

function placedBlocks(rows: readonly Row[], measures: Measures, contents: ReadonlySet<Row>, given: Given): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let from = 0;
  while (from < rows.length) {
    const isContents = contents.has(rows[from]!);
    let to = from;
    while (to < rows.length && contents.has(rows[to]!) === isContents) to++;
    const own = rows.slice(from, to);
    if (isContents)
      blocks.push(
        block(
          'contents',
          own.map((row) => joined(row.pieces)),
        ),
      );
    else for (const region of regionsOf(own, given.gutters)) blocks.push(...paragraphsOf(region, measures, given));
    from = to;
  }
  return blocks;
}

/** The least part of a page's text that its structure tree must hold to be of use. */
const COVERED = 0.7;

function taggedBlocks(
  page: PdfPage,
  furniture: ReadonlySet<Row>,
  all: readonly PageRows[],
  make: LineMaker,
): PdfBlock[] | undefined {
  if (page.tree === undefined) return undefined;
  const marked = markedRuns(page);
  const wanted = new Set(idsOf(page.tree));
  const count = (runs: PdfPage['runs']): number => runs.reduce((sum, run) => sum + run.text.length, 0);
  let covered = 0;
  for (const [id, runs] of marked) {
    if (wanted.has(id)) covered += count(runs);
    else marked.delete(id);
  }
  if (covered < count(live(page)) * COVERED) return undefined;
  const edges = (all.find((one) => one.page === page)?.rows ?? [])
    .filter((row) => furniture.has(row))
    .map((row) => row.y);
  if (edges.length > 0) {
    for (const [id, runs] of marked)
      marked.set(
        id,
        runs.filter((run) => !edges.some((y) => Math.abs(run.y - y) < run.size * 0.5)),
      );
  }
  const blocks = new TagReader(page, marked, make).read(page.tree);
  const lines = blocks.flatMap((one) => (one.kind === 'table' ? [] : one.lines));
  for (const one of blocks) {
    const x = one.lines[0]!.x;
    for (const line of lines) if (Math.abs(line.x - x) < 100) one.right = Math.max(one.right, line.x1);
  }
  return blocks;
}
