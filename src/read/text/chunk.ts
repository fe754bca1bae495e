/**
 * Lines to chunks: the wrapped lines of one paragraph, one list item or one heading, put together again. Blank lines and
 * page ends may stand in the middle of a sentence, and their absence does not mean that a paragraph goes on.
 */

import type { RootContent } from 'mdast';
import { titleKey } from '../../document/contents.ts';
import { headingShape, isTitleCase, type Strength, type Titles } from './heading-shape.ts';
import type { Line } from './line.ts';
import { asLetter, type Marker, readMarker } from './marker.ts';
import { endsClause, endsSentence, leansOn, looksLikeName, namesRole, startsLower } from './words.ts';

export interface Chunk {
  lines: Line[];
  marker: Marker | undefined;
  shape: Strength;
  /** Blank lines before it; a page end counts for none. */
  blanks: number;
  pageBreak: boolean;
  /** A table or contents page, which is what it is: its nodes. */
  fixed?: readonly RootContent[];
}

/** How many chunks back a list may have been left for a deeper one. */
const NEAR = 12;

/** A stretch of lines that has been told already: the first line after it, and its nodes. */
export interface Fixed {
  to: number;
  nodes: readonly RootContent[];
}

export interface Layout {
  /** How far lines run before they wrap. */
  width: number;
  /** Lines were wrapped; if not, each is a paragraph. */
  wrapped: boolean;
  titles: Titles;
  /** Paragraphs stand two blank lines apart throughout, so that such a gap means nothing. */
  doubleSpaced: boolean;
}

export function chunkLines(lines: readonly Line[], fixed: ReadonlyMap<number, Fixed>, layout: Layout): Chunk[] {
  const chunks: Chunk[] = [];
  let current: Chunk | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const known = fixed.get(i);
    if (known !== undefined) {
      const { blanks, pageBreak } = line;
      const own = lines.slice(i, known.to);
      chunks.push({ lines: own, marker: undefined, shape: 'none', blanks, pageBreak, fixed: known.nodes });
      current = undefined;
      i = known.to - 1;
      continue;
    }
    const previous = current?.lines.at(-1);
    const marker = markerOf(line, current, chunks, layout);
    const shape = shapeOf(line, lines[i + 1], lines[i + 2], marker, layout);
    if (
      current !== undefined &&
      previous !== undefined &&
      marker === undefined &&
      continues(current, previous, line, shape, layout, lines[i + 1])
    ) {
      current.lines.push(line);
      if (
        current.shape !== 'none' &&
        !(current.lines.length === 2 && isWrappedHeading(previous, line, lines[i + 1], current.marker))
      ) {
        current.shape = 'none';
      }
      continue;
    }
    current = {
      lines: [line],
      marker,
      shape,
      blanks: line.pageBreak ? 0 : line.blanks,
      pageBreak: line.pageBreak,
    };
    chunks.push(current);
  }
  return chunks;
}

/** A line as wide as the page with the next right under it is the start of a paragraph, however it is numbered. */
function fillsItsLine(line: Line, next: Line | undefined, layout: Layout): boolean {
  if (next === undefined || next.blanks > 0 || next.pageBreak || line.text.length < layout.width * 0.75) return false;
  if (readMarker(next.text) !== undefined) return false;
  return layout.titles.size === 0 || !layout.titles.has(titleKey(line.text));
}

/** The marker of a line, unless the line goes on with a sentence that happens to wrap before "(ii)" or "2 ". */
function markerOf(
  line: Line,
  current: Chunk | undefined,
  chunks: readonly Chunk[],
  layout: Layout,
): Marker | undefined {
  if (line.looseBullet !== undefined)
    return { kind: 'bullet', style: line.looseBullet, value: 0, parts: [], length: 0 };
  let marker = readMarker(line.text);
  if (marker === undefined) return undefined;
  if (marker.length >= line.text.length) return marker.kind === 'bullet' ? undefined : marker;
  const previous = current?.lines.at(-1);
  if (marker.kind === 'bullet') {
    const isStrongSign = !/^[-–—*+§�]$/.test(marker.style);
    if (isStrongSign || previous === undefined) return marker;
    // A dash or an "o" in the middle of a sentence is no bullet, unless the line before was one as well.
    const wraps =
      layout.wrapped &&
      line.blanks === 0 &&
      !line.pageBreak &&
      !endsClause(previous.text) &&
      previous.text.length > layout.width * 0.75;
    if (wraps && current?.marker?.style !== marker.style) return undefined;
    return marker;
  }
  if (previous === undefined || current === undefined) return marker;
  const gap = line.blanks > 0 || line.pageBreak;
  const letter = asLetter(marker, line.text);
  if (letter !== undefined && letter.value === (lastLabel(chunks, letter.style)?.value ?? -1) + 1) marker = letter;
  const last = lastLabel(chunks, marker.style);
  const follows = last !== undefined && marker.value > last.value && marker.value <= last.value + 2;
  if (marker.kind === 'label') {
    if (follows || previous.text.endsWith(':')) return marker;
    if (marker.value === 1)
      return gap || endsClause(previous.text) || previous.text.length < layout.width * 0.7 ? marker : undefined;
    return gap && endsClause(previous.text) ? marker : undefined;
  }
  // "3.1 The council": a number that starts a heading or a paragraph.
  if (gap && (endsClause(previous.text) || line.blanks > 0))
    return startsLower(line.text.slice(marker.length)) && !follows ? undefined : marker;
  if (endsSentence(previous.text) || follows || current.shape !== 'none')
    return startsLower(line.text.slice(marker.length)) && !follows ? undefined : marker;
  if (marker.parts.length > 1 && previous.text.length < layout.width * 0.7 && !leansOn(previous.text)) return marker;
  if (marker.value === 1 && /:$/.test(previous.text)) return marker;
  return undefined;
}

/** The last label of a style, if it is near enough for the next one to follow it. */
function lastLabel(chunks: readonly Chunk[], style: string): Marker | undefined {
  for (let i = chunks.length - 1; i >= 0 && i >= chunks.length - NEAR; i--) {
    const { marker, fixed, shape } = chunks[i]!;
    if (fixed !== undefined || (shape !== 'none' && marker === undefined)) return undefined;
    if (marker?.style === style) return marker;
  }
  return undefined;
}

/** Whether a line goes on with the chunk before it. */
function continues(
  current: Chunk,
  a: Line,
  b: Line,
  shape: Strength,
  layout: Layout,
  after: Line | undefined,
): boolean {
  const { width } = layout;
  const lower = startsLower(b.text);
  const wide = a.text.length >= width * 0.65;
  if (b.underlined === true) return false;
  if (
    current.shape !== 'none' &&
    current.lines.length === 1 &&
    a.underlined !== true &&
    isWrappedHeading(a, b, after, current.marker)
  )
    return true;
  if (b.pageBreak) {
    if (current.shape === 'strong' || endsClause(a.text)) return false;
    if (lower) return current.shape === 'none' || wide || leansOn(a.text);
    if (leansOn(a.text) || a.text.endsWith(',')) return true;
    return a.text.length >= width * 0.75 && shape === 'none' && current.shape === 'none';
  }
  if (b.blanks > 0) {
    if (endsClause(a.text)) return false;
    if (lower) return leansOn(a.text) || /[,-]$/.test(a.text) || (wide && b.blanks === 1 && current.shape === 'none');
    return leansOn(a.text) && wide && shape === 'none';
  }
  // No gap at all.
  if (!layout.wrapped) return !endsClause(a.text) && (lower || leansOn(a.text)) && current.shape === 'none';
  if (lower && !endsSentence(a.text))
    return !(current.shape === 'strong' && current.marker !== undefined && a.text.length < width * 0.5);
  if (lower) return true;
  if (endsSentence(a.text)) {
    if (current.marker !== undefined && current.marker.kind !== 'number') {
      return a.text.length >= width * 0.85 || b.indent > current.lines[0]!.indent;
    }
    if (shape === 'strong') return false;
    if (shape === 'weak' && startsBody(b, after, width)) return false;
    return a.text.length >= width * 0.65 || a.text.length <= 60;
  }
  if (/[:]$/.test(a.text)) return false;
  if (/[,;-]$/.test(a.text) || leansOn(a.text)) return !isAddressed(a, b);
  if (current.shape !== 'none' && current.lines.length === 1) return false;
  if (b.indent > 0 && current.marker !== undefined && b.indent > current.lines[0]!.indent) return true;
  if (shape === 'strong' && !wide) return false;
  if (shape === 'weak' && startsBody(b, after, width)) {
    // The line before fills its line and has no stop: only a title in capitals can cut in.
    const isTitle = isTitleCase(b.text) && b.text.includes(' ') && b.text.length < width * 0.5;
    if (a.text.length < width * 0.8 || isTitle) return false;
  }
  return wide;
}

/** A short line is a heading only if text of some length, or a list, starts after it. */
function startsBody(b: Line, after: Line | undefined, width: number): boolean {
  if (after === undefined || b.text.length > width * 0.75) return false;
  if (startsLower(after.text)) return false;
  return (
    after.text.length > width * 0.5 ||
    after.blanks > 0 ||
    readMarker(after.text) !== undefined ||
    endsClause(after.text)
  );
}

/** "Chief Executive," / "Eastering Council": a comma at the end of a line of an address or a signature. */
function isAddressed(a: Line, b: Line): boolean {
  return (
    a.text.endsWith(',') &&
    a.text.length < 45 &&
    b.text.length < 60 &&
    (looksLikeName(a.text.slice(0, -1)) || namesRole(a.text)) &&
    !startsLower(b.text)
  );
}

/** A title too long for its line: "... Structure and" / "Governance Appendix 2". */
function isWrappedHeading(a: Line, b: Line, after: Line | undefined, marker: Marker | undefined): boolean {
  if (b.blanks > 0 || b.pageBreak || a.text.length > 110 || b.text.length > 80 || endsClause(a.text)) return false;
  if (endsClause(b.text) || readMarker(b.text) !== undefined) return false;
  if (isCapitals(a.text) && isCapitals(b.text)) return marker === undefined;
  if (!leansOn(a.text) && !startsLower(b.text)) return false;
  if (b.text.length > Math.max(a.text.length, 30)) return false;
  return after === undefined || after.blanks > 0 || after.pageBreak || (a.pageTop && !startsLower(after.text));
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /[A-ZÀ-ÖØ-ÞĀ-ž]{2}/u.test(text);
}

/** The shape of a line, or of the title that it starts and the next line ends. */
function shapeOf(
  line: Line,
  next: Line | undefined,
  after: Line | undefined,
  marker: Marker | undefined,
  layout: Layout,
): Strength {
  if (marker !== undefined && marker.kind !== 'number') return 'none';
  if (
    next !== undefined &&
    (line.blanks > 0 || line.pageTop || marker !== undefined) &&
    isWrappedHeading(line, next, after, marker)
  ) {
    const whole = headingShape({ ...line, text: `${line.text} ${next.text}` }, layout.titles);
    if (whole !== 'none') return whole;
  }
  return fillsItsLine(line, next, layout) ? 'none' : headingShape(line, layout.titles);
}
