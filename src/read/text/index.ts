/**
 * Plain text, as it comes out of a PDF, an e-mail or an old word processor -> Source. Structure decides everything that
 * follows, and here none is marked: each step below finds one kind of it and leaves the rest to the next.
 */

import type { Root, RootContent } from 'mdast';
import { isContentsHeading, titleKey } from '../../document/contents.ts';
import type { Source } from '../../document/types.ts';
import { checkTextSize, MAX_TEXT } from '../limits.ts';
import { type Chunk, chunkLines, type Fixed, type Layout } from './chunk.ts';
import { type ContentsRange, findContents } from './contents.ts';
import { Emitter, type Span } from './emit.ts';
import { takeFootnotes } from './footnotes.ts';
import { removeFurniture } from './furniture.ts';
import { findHeadings } from './headings.ts';
import { type Line, splitLines } from './line.ts';
import { buildList, buildLostList, findLostLists, nest, spansOf } from './lists.ts';
import { findTables, isTableCaption } from './tables.ts';
import { endsSentence, isWrapped, wrapWidth } from './words.ts';

export function readText(path: string, text: string): Source {
  checkTextSize(path, text.length, MAX_TEXT);
  const emit = new Emitter(text);
  const { lines: printed, notes } = removeFurniture(splitLines(path, text));
  const { lines, footnotes } = takeFootnotes(mergeRules(mergeBullets(printed)), emit);
  const children = readLines(lines, emit);
  children.push(...footnotes);
  const tree: Root = { type: 'root', children, position: emit.position(0, text.length) };
  return { path, format: 'text', tree, text, declared: [], notes };
}

function readLines(lines: readonly Line[], emit: Emitter): RootContent[] {
  const contents = findContents(lines);
  const fixed = new Map<number, Fixed>();
  const taken = new Set<number>();
  for (const range of contents) {
    const from = range.heading >= 0 ? range.heading : range.from;
    for (let i = from; i < range.to; i++) taken.add(i);
    fixed.set(from, { to: range.to, nodes: contentsNodes(lines, range, emit) });
  }
  for (const table of findTables(lines, (index) => taken.has(index))) {
    fixed.set(table.from, { to: table.to, nodes: [emit.table(table.rows, table.headless)] });
  }
  const hints = pageHints(lines);
  const layout = {
    width: wrapWidth(lines),
    wrapped: isWrapped(lines),
    titles: titlesOf(lines, contents),
    doubleSpaced: isDoubleSpaced(lines),
  };
  return emitChunks(chunkLines(lines, fixed, layout), layout, hints, emit);
}

function contentsNodes(lines: readonly Line[], range: ContentsRange, emit: Emitter): RootContent[] {
  const list = emit.list(
    lines.slice(range.from, range.to).map((line) => [spanOf(line)]),
    false,
  );
  list.data = { role: 'contents' };
  return range.heading < 0 ? [list] : [emit.heading([spanOf(lines[range.heading]!)], 2), list];
}

/** What the contents pages say the headings are. */
function titlesOf(lines: readonly Line[], contents: readonly ContentsRange[]): Set<string> {
  const titles = new Set<string>();
  for (const range of contents) {
    for (const line of lines.slice(range.from, range.to)) {
      const key = titleKey(line.text.slice(0, 300).replace(/[\s.…·_]*(?:\d{1,3}|[ivxl]{1,5})$/, ''));
      if (key !== '') titles.add(key);
    }
  }
  return titles;
}

function spanOf(line: Line): Span {
  return { from: line.from, to: line.to, page: line.page };
}

function emitChunks(chunks: Chunk[], layout: Layout, hints: ReadonlySet<Line>, emit: Emitter): RootContent[] {
  const out: RootContent[] = [];
  joinTitle(chunks);
  const isText = (index: number): boolean => {
    const chunk = chunks[index]!;
    return chunk.fixed === undefined && chunk.shape !== 'strong' && !hints.has(chunk.lines[0]!);
  };
  const lost = findLostLists(chunks, isText, layout);
  const inLost = new Set<number>();
  for (const [from, items] of lost) {
    const count = items.reduce((sum, item) => sum + item.length, 0);
    for (let k = 0; k < count; k++) inLost.add(from + k);
  }
  const headings = findHeadings(chunks, layout, hints, (index) => inLost.has(index));
  titlePage(chunks, headings);
  let i = 0;
  while (i < chunks.length) {
    const chunk = chunks[i]!;
    const depth = headings.get(i);
    const items = lost.get(i);
    let to = i + 1;
    if (chunk.fixed !== undefined) {
      out.push(...chunk.fixed);
    } else if (depth !== undefined) {
      out.push(emit.heading(spansOf(chunk, true), depth));
    } else if (chunk.lines.length === 1 && isTableCaption(chunk.lines[0]!)) {
      const caption = emit.paragraph(spansOf(chunk, true));
      caption.data = { ...caption.data, role: 'caption' };
      out.push(caption);
    } else if (items !== undefined) {
      out.push(buildLostList(items, emit));
      to = i + items.reduce((sum, item) => sum + item.length, 0);
    } else if (isItem(chunk)) {
      while (to < chunks.length && !headings.has(to) && isItem(chunks[to]!)) to++;
      const run = chunks.slice(i, to);
      const before = out.at(-1);
      if (areParagraphs(run)) for (const part of run) out.push(emit.paragraph(spansOf(part, true)));
      else if (before?.type === 'list' && inLost.has(i - 1) && endOf(chunks[i - 1]!).endsWith(':'))
        nest(before, buildList(run, emit));
      else out.push(buildList(run, emit));
    } else {
      while (
        to < chunks.length &&
        !headings.has(to) &&
        !inLost.has(to) &&
        standsWith(chunks[to - 1]!, chunks[to]!, layout)
      )
        to++;
      const run = chunks.slice(i, to).map((part) => spansOf(part, true));
      out.push(run.length > 1 ? emit.ownLines(run) : emit.paragraph(run[0]!));
    }
    i = to;
  }
  return out;
}

function endOf(chunk: Chunk): string {
  return chunk.lines.at(-1)!.text;
}

function isItem(chunk: Chunk): boolean {
  return chunk.marker !== undefined && !(chunk.marker.kind === 'number' && chunk.marker.parts.length > 1);
}

/** Numbered paragraphs: "1. ..." before long text, and no list. */
function areParagraphs(run: readonly Chunk[]): boolean {
  if (run[0]!.marker!.kind !== 'number') return false;
  const lengths = run
    .map((chunk) => chunk.lines.reduce((sum, line) => sum + line.text.length, 0))
    .sort((a, b) => a - b);
  return lengths[lengths.length >> 1]! > 240;
}

/** Short lines that follow one another without a gap: a name, a post, an address. */
function standsWith(a: Chunk, b: Chunk, layout: Layout): boolean {
  if (b.blanks > 0 || b.pageBreak || b.marker !== undefined || a.marker !== undefined) return false;
  if (a.fixed !== undefined || b.fixed !== undefined) return false;
  if (a.lines.length > 1 || b.lines.length > 1) return false;
  return (
    a.lines[0]!.text.length < layout.width * 0.8 && !endsSentence(a.lines[0]!.text) && !a.lines[0]!.text.endsWith(':')
  );
}

/** A title of several lines on the first page: "Multi-Agency Safeguarding" / "Arrangements". */
function joinTitle(chunks: Chunk[]): void {
  for (let i = 1; i < chunks.length && i < 8; i++) {
    const chunk = chunks[i]!;
    const before = chunks[i - 1]!;
    if (chunk.shape === 'none' || before.shape === 'none') return;
    if (chunk.blanks > 0 || chunk.pageBreak || chunk.shape !== before.shape || before.marker !== undefined) continue;
    before.lines.push(...chunk.lines);
    chunks.splice(i--, 1);
  }
}

/** Whether paragraphs stand two or more blank lines apart throughout. */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  let single = 0;
  let wide = 0;
  for (const line of lines) {
    if (line.pageBreak) continue;
    if (line.blanks === 1) single++;
    else if (line.blanks > 1) wide++;
  }
  return wide > 3 && single < wide * 0.15;
}

/** The first words of a document are its title, if more short lines follow before any text. */
function titlePage(chunks: readonly Chunk[], headings: Map<number, number>): void {
  const first = chunks[0];
  if (first === undefined || first.marker !== undefined || first.shape === 'none') return;
  if (endOf(first).endsWith(':')) return;
  const text = first.lines[0]!.text;
  if (/^(?:foreword|introduction|contents|background|summary|preface)\b/i.test(text) || isContentsHeading(text)) return;
  const second = chunks[1];
  const bodied = second === undefined || second.shape === 'none';
  if (bodied && headings.size > 1 && first.shape === 'weak' && !headings.has(0)) return;
  headings.set(0, 1);
}

/** A bullet alone on its line belongs to the next line, however much white space is between. */
function mergeBullets(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  let loose: { sign: string; blanks: number; pageBreak: boolean; pageTop: boolean } | undefined;
  for (const line of lines) {
    if (line.text.length <= 2 && /^(?:[•·∙●○◦▪▫■□▶►▸▹➢➤➔→✓✔✗❖◆◇♦⁃‣o*–—-]|[\ue000-\uf8ff])\ufe0f?$/u.test(line.text)) {
      loose = { sign: line.text[0]!, blanks: line.blanks, pageBreak: line.pageBreak, pageTop: line.pageTop };
      continue;
    }
    if (loose !== undefined) {
      line.looseBullet = loose.sign;
      line.blanks = loose.blanks;
      line.pageBreak ||= loose.pageBreak;
      line.pageTop ||= loose.pageTop;
      loose = undefined;
    }
    merged.push(line);
  }
  return merged;
}

/** A rule under a line makes it a heading; any other rule is only ornament. */
function mergeRules(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    if (line.text.length >= 3 && /^(?:=+|-+|_+|\*+|~+|[─━═—–]+)$/.test(line.text.slice(0, 300))) {
      const last = merged.at(-1);
      if (last !== undefined && line.blanks === 0 && /^[=-]/.test(line.text) && last.text.length <= 100)
        last.underlined = true;
      continue;
    }
    merged.push(line);
  }
  return merged;
}

/** Some tools turn the start of a page into one space before its first line, where no other line has any. */
function pageHints(lines: readonly Line[]): Set<Line> {
  const hints = new Set<Line>();
  for (const line of lines) if (line.page > 1 && line.pageTop) hints.add(line);
  if (hints.size > 0) return hints;
  const indented = lines.filter((line) => line.indent > 0);
  const single = indented.filter((line) => line.indent === 1);
  if (single.length >= 3 && single.length >= indented.length * 0.6 && indented.length < lines.length * 0.15) {
    for (const line of single) {
      hints.add(line);
      line.pageTop = true;
      line.pageBreak = line !== lines[0];
    }
  }
  return hints;
}
