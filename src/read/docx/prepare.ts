/**
 * Word's own XML to the little of it that mammoth turns into HTML. Mammoth knows nothing of hidden text, contents
 * fields, outline levels, lists by style, or where a paragraph stands; so all that is settled here, and what no checker
 * needs (fonts, sizes, pictures, revision marks) is left out, which also makes the rest quick to read.
 */

import type { ListKind, Numbering, ResolvedStyle, Styles } from './styles.ts';
import { escapeXml, isOn, parseXml } from './xml.ts';

export interface Changes {
  insertions: number;
  deletions: number;
  /** Characters of hidden text. */
  hidden: number;
}

export interface Prepared {
  xml: string;
  changes: Changes;
  /** Whether anything in it prints. */
  hasText: boolean;
}

/** A paragraph's number on its way through HTML: before its first words, between two signs that no text has. */
const mark = (number: number): string => `\ue0f0${number}\ue0f1`;
export const MARKS = /\ue0f0(\d+)\ue0f1\s*/g;

/** Styles that mammoth is told of: headings, and paragraphs that go on inside a list item. */
export const headingStyle = (depth: number): string => `MasaHeading${depth}`;
export const continuedStyle = (depth: number): string => `MasaContinued${depth}`;
export const BULLETS = '1';
export const NUMBERS = '2';
export const LIST_LEVELS = 9;

interface Paragraph {
  /** Where its properties go in the output. */
  slot: number;
  /** Where its first words are in the output. */
  words?: number | undefined;
  style: ResolvedStyle;
  outline?: number;
  numId?: string;
  ilvl?: number;
  styleId?: string;
  markDeleted: boolean;
  text: string;
  chars: number;
  boldChars: number;
  inTable: boolean;
}

interface Run {
  start: number;
  slot: number;
  words?: number;
  paragraphs: number;
  chars: number;
  text: string;
  style?: string;
  bold?: boolean;
  italic?: boolean;
  struck?: boolean;
  hidden?: boolean;
  raised?: boolean;
}

interface Field {
  code: string;
  /** Its result has begun; before that stands its code, which nobody sees. */
  separated: boolean;
  dropped: boolean;
}

/** Fields that make lists of headings, figures or words, and say nothing themselves. */
const CONTENTS_FIELD = /^\s*(?:TOC|INDEX|TOA|RD)\b/i;

const DROPPED = new Set([
  'w:tblPr',
  'w:tblGrid',
  'w:sectPr',
  'w:sdtEndPr',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:tblPrEx',
  'w:delText',
  'w:delInstrText',
  'w:moveFrom',
  'w:ruby',
  'w:object',
]);

/** Written as they are, with these of their attributes. */
const KEPT: Record<string, readonly string[]> = {
  'w:document': [],
  'w:body': [],
  'w:footnotes': [],
  'w:endnotes': [],
  'w:footnote': ['w:id', 'w:type'],
  'w:endnote': ['w:id', 'w:type'],
  'w:tbl': [],
  'w:tr': [],
  'w:tc': [],
  'w:hyperlink': ['r:id', 'w:anchor'],
  'w:footnoteReference': ['w:id'],
  'w:endnoteReference': ['w:id'],
  'w:tab': [],
  'w:br': ['w:type'],
  'w:cr': [],
  'w:sym': ['w:font', 'w:char'],
};

const NAMESPACES =
  ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export function prepare(path: string, xml: string, styles: Styles, numbering: Numbering, numbered: boolean): Prepared {
  const preparer = new Preparer(styles, numbering);
  parseXml(path, xml, preparer);
  return {
    xml: preparer.finish(numbered),
    changes: preparer.changes,
    hasText: preparer.paragraphs.some(({ chars }) => chars > 0),
  };
}

class Preparer {
  readonly changes: Changes = { insertions: 0, deletions: 0, hidden: 0 };
  paragraphs: Paragraph[] = [];
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly out: string[] = [];
  private readonly open_: Paragraph[] = [];
  private readonly runs: Run[] = [];
  private readonly fields: Field[] = [];
  /** Elements open inside one that is left out, itself included. */
  private skipped = 0;
  /** Which properties are being read. */
  private readonly properties: string[] = [];
  private readonly contentsParts: { depth: number }[] = [];
  private readonly alternatives: { choice: boolean }[] = [];
  private depth = 0;
  private tables = 0;
  private rootWritten = false;
  private inText = false;
  private inCode = false;
  /** How many insertions are open. */
  private inserted = 0;
  /** The change that was met last, as long as nothing stands after it. */
  private revision = '';

  constructor(styles: Styles, numbering: Numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.skipped > 0) {
      this.skipped++;
      return;
    }
    const properties = this.properties.at(-1);
    if (DROPPED.has(name)) {
      if (name === 'w:moveFrom') this.count('deletions', name, attributes);
      this.skipped = 1;
    } else if (properties !== undefined && name !== 'w:rPr') {
      this.property(properties, name, attributes);
    } else {
      this.element(name, attributes);
    }
  }

  private element(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'w:pPr':
      case 'w:trPr':
      case 'w:tcPr':
      case 'w:sdtPr':
        this.properties.push(name);
        if (name === 'w:trPr' || name === 'w:tcPr') this.out.push(`<${name}>`);
        break;
      case 'w:rPr':
        this.properties.push(this.properties.length > 0 ? 'mark' : name);
        break;
      case 'w:p':
        this.openParagraph();
        break;
      case 'w:r': {
        const start = this.out.length;
        this.out.push('<w:r>', '');
        this.runs.push({ start, slot: start + 1, paragraphs: this.paragraphs.length, chars: 0, text: '' });
        break;
      }
      case 'w:t':
        this.inText = true;
        break;
      case 'w:instrText':
        this.inCode = true;
        break;
      case 'w:fldChar':
        this.fieldMark(attributes['w:fldCharType'] ?? '');
        break;
      case 'w:fldSimple': {
        const code = attributes['w:instr'] ?? '';
        this.fields.push({ code, separated: true, dropped: CONTENTS_FIELD.test(code) });
        break;
      }
      case 'w:noBreakHyphen':
        this.text_('-');
        break;
      case 'w:del':
        this.count('deletions', name, attributes);
        this.skipped = 1;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.count('insertions', name, attributes);
        this.inserted++;
        break;
      case 'mc:AlternateContent':
        this.alternatives.push({ choice: false });
        break;
      case 'mc:Fallback':
        if (this.alternatives.at(-1)?.choice === true) this.skipped = 1;
        break;
      case 'w:txbxContent': {
        const alternative = this.alternatives.at(-1);
        if (alternative !== undefined) alternative.choice = true;
        this.out.push('<w:pict><w:txbxContent>');
        break;
      }
      default:
        this.plain(name, attributes);
    }
  }

  private plain(name: string, attributes: Record<string, string>): void {
    const kept = KEPT[name];
    if (kept === undefined) return;
    if (name === 'w:tbl') this.tables++;
    if (this.hides && (name === 'w:tab' || name === 'w:br' || name === 'w:sym' || name.endsWith('Reference'))) {
      this.skipped = 1;
      return;
    }
    let tag = `<${name}`;
    if (!this.rootWritten) {
      tag += NAMESPACES;
      this.rootWritten = true;
    }
    for (const key of kept) {
      const value = attributes[key];
      if (value !== undefined) tag += ` ${key}="${escapeXml(value)}"`;
    }
    this.out.push(`${tag}>`);
    if (name === 'w:sym') this.counted('x');
  }

  close(name: string): void {
    this.depth--;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const contents = this.contentsParts.at(-1);
    if (contents !== undefined && name === 'w:sdt' && contents.depth > this.depth) this.contentsParts.pop();
    switch (name) {
      case 'w:trPr':
      case 'w:tcPr':
        this.out.push(`</${name}>`);
        this.properties.pop();
        break;
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        this.properties.pop();
        break;
      case 'w:p':
        this.open_.pop();
        this.revision = '';
        this.out.push('</w:p>');
        break;
      case 'w:r':
        this.closeRun();
        break;
      case 'w:t':
        this.inText = false;
        break;
      case 'w:instrText':
        this.inCode = false;
        break;
      case 'w:fldSimple':
        this.fields.pop();
        break;
      case 'w:ins':
      case 'w:moveTo':
        if (this.properties.length === 0) this.inserted--;
        break;
      case 'mc:AlternateContent':
        this.alternatives.pop();
        break;
      case 'w:txbxContent':
        this.out.push('</w:txbxContent></w:pict>');
        break;
      default:
        if (this.properties.length === 0 && KEPT[name] !== undefined) {
          if (name === 'w:tbl') this.tables--;
          this.out.push(`</${name}>`);
        }
    }
  }

  text(value: string): void {
    if (this.skipped > 0) return;
    if (this.inText) this.text_(value);
    else if (this.inCode) {
      const field = this.fields.at(-1);
      if (field !== undefined && !field.separated) {
        field.code += value;
        field.dropped = CONTENTS_FIELD.test(field.code);
      }
    }
  }

  /** Inside a contents field or part, or in the code of a field. */
  private get hides(): boolean {
    return this.contentsParts.length > 0 || this.fields.some((field) => field.dropped || !field.separated);
  }

  private text_(value: string): void {
    if (this.hides || this.open_.at(-1)?.style.isContents === true) return;
    const text = value.replace(/[\u00ad\ue0f0\ue0f1]/g, '').replace(/\u2011/g, '-');
    this.out.push('<w:t>', escapeXml(text), '</w:t>');
    const run = this.runs.at(-1);
    if (run !== undefined && run.words === undefined && /\S/.test(text)) run.words = this.out.length - 2;
    this.counted(text);
    if (this.inserted === 0) this.revision = '';
  }

  private counted(text: string): void {
    const run = this.runs.at(-1);
    if (run === undefined) return;
    run.chars += text.trim().length;
    if (run.text.length < 200) run.text += text;
  }

  private openParagraph(): void {
    this.out.push('<w:p>', '');
    const paragraph: Paragraph = {
      slot: this.out.length - 1,
      style: this.styles.paragraph(undefined),
      markDeleted: false,
      text: '',
      chars: 0,
      boldChars: 0,
      inTable: this.tables > 0,
    };
    this.open_.push(paragraph);
    this.paragraphs.push(paragraph);
  }

  private property(of: string, name: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'];
    const paragraph = this.open_.at(-1);
    const run = this.runs.at(-1);
    if (of === 'w:pPr' && paragraph !== undefined) {
      if (name === 'w:pStyle' && value !== undefined) {
        paragraph.styleId = value;
        paragraph.style = this.styles.paragraph(value);
      } else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
      else if (name === 'w:numId' && value !== undefined) paragraph.numId = value;
      else if (name === 'w:ilvl') paragraph.ilvl = Number(value);
    } else if (of === 'mark' && paragraph !== undefined) {
      if (name === 'w:del') paragraph.markDeleted = true;
    } else if (of === 'w:rPr' && run !== undefined) {
      if (name === 'w:rStyle' && value !== undefined) run.style = value;
      else if (name === 'w:b') run.bold = isOn(attributes);
      else if (name === 'w:i') run.italic = isOn(attributes);
      else if (name === 'w:strike' || name === 'w:dstrike') run.struck = run.struck === true || isOn(attributes);
      else if (name === 'w:vanish' || name === 'w:specVanish') run.hidden = run.hidden === true || isOn(attributes);
      else if (name === 'w:vertAlign') run.raised = value === 'superscript';
    } else if (of === 'w:trPr') {
      if (name === 'w:tblHeader' && isOn(attributes)) this.out.push('<w:tblHeader/>');
      if (name === 'w:del') this.out.push('<w:del/>');
    } else if (of === 'w:tcPr') {
      if (name === 'w:gridSpan' || name === 'w:vMerge') {
        this.out.push(`<${name}${value === undefined ? '' : ` w:val="${escapeXml(value)}"`}/>`);
      }
    } else if (
      of === 'w:sdtPr' &&
      name === 'w:docPartGallery' &&
      /table of (?:contents|figures)|index/i.test(value ?? '')
    ) {
      // The properties stand at two levels below the part itself.
      this.contentsParts.push({ depth: this.depth - 3 });
    }
  }

  private closeRun(): void {
    const run = this.runs.pop();
    if (run === undefined) return;
    const paragraph = this.open_.at(-1);
    const own = run.style === undefined ? undefined : this.styles.get(run.style);
    const of = paragraph?.style;
    if (run.hidden ?? (own?.hidden || of?.hidden)) {
      this.changes.hidden += run.chars;
      this.out.length = run.start;
      this.paragraphs.length = run.paragraphs;
      return;
    }
    const bold = run.bold ?? (own?.bold || of?.bold) ?? false;
    const italic = run.italic ?? (own?.italic || of?.italic) ?? false;
    const rest = `${italic ? '<w:i/>' : ''}${run.struck ? '<w:strike/>' : ''}${run.raised ? '<w:vertAlign w:val="superscript"/>' : ''}`;
    this.out[run.slot] = bold || rest !== '' ? `<w:rPr>${bold ? '<w:b/>' : ''}${rest}</w:rPr>` : '';
    this.out.push('</w:r>');
    if (paragraph === undefined) return;
    paragraph.chars += run.chars;
    paragraph.words ??= run.words;
    if (bold) paragraph.boldChars += run.chars;
    if (paragraph.text.length < 200) paragraph.text += run.text;
  }

  private fieldMark(type: string): void {
    if (type === 'begin') this.fields.push({ code: '', separated: false, dropped: false });
    else if (type === 'separate') {
      const field = this.fields.at(-1);
      if (field !== undefined) field.separated = true;
    } else if (type === 'end') this.fields.pop();
  }

  /** One change may be written as many runs, one after the other. */
  private count(kind: 'insertions' | 'deletions', name: string, attributes: Record<string, string>): void {
    const revision = `${name} ${attributes['w:author'] ?? ''} ${attributes['w:date'] ?? ''}`;
    if (revision !== this.revision) this.changes[kind]++;
    this.revision = revision;
  }

  /** Settles what each paragraph is, now that all are known, and gives the XML. */
  finish(numbered: boolean): string {
    const filled = this.paragraphs.filter(({ chars }) => chars > 0);
    const hasTitle = filled.some(({ style }) => style.isTitle);
    const shift = hasTitle && filled.some((paragraph) => headingOf(paragraph) === 1) ? 1 : 0;
    const lists = new ListLevels();
    filled.forEach((paragraph, index) => {
      this.out[paragraph.slot] = this.propertiesOf(paragraph, filled[index + 1], shift, lists);
      const { words } = paragraph;
      if (numbered && words !== undefined) this.out[words] = mark(index + 1) + this.out[words];
    });
    return this.out.join('');
  }

  private propertiesOf(paragraph: Paragraph, next: Paragraph | undefined, shift: number, lists: ListLevels): string {
    const inside: string[] = [];
    const heading = headingOf(paragraph);
    if (paragraph.style.isTitle || heading > 0) {
      lists.end();
      const depth = paragraph.style.isTitle ? 1 : Math.min(heading + shift, 6);
      inside.push(`<w:pStyle w:val="${headingStyle(depth)}"/>`);
    } else {
      const list = this.listOf(paragraph);
      if (list === undefined || this.isNumberedHeading(paragraph, list, next)) lists.end();
      else if (list.kind === 'none') {
        if (lists.depth > 0) inside.push(`<w:pStyle w:val="${continuedStyle(lists.depth)}"/>`);
      } else {
        const level = Math.min(lists.enter(list.ilvl), LIST_LEVELS) - 1;
        const numId = list.kind === 'bullet' ? BULLETS : NUMBERS;
        inside.push(`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
      }
    }
    if (paragraph.markDeleted) inside.push('<w:rPr><w:del/></w:rPr>');
    return inside.length === 0 ? '' : `<w:pPr>${inside.join('')}</w:pPr>`;
  }

  private listOf(paragraph: Paragraph): { kind: ListKind; ilvl: number; numId: string } | undefined {
    const numId = paragraph.numId ?? paragraph.style.numId;
    if (numId === undefined || numId === '0') return undefined;
    const ilvl =
      paragraph.ilvl ??
      (paragraph.numId === undefined ? this.numbering.levelOfStyle(numId, paragraph.styleId) : undefined) ??
      paragraph.style.ilvl ??
      0;
    return { kind: this.numbering.kind(numId, ilvl), ilvl, numId };
  }

  /** "3. **Funding**" made with Word's numbering and bold type, and followed by something else than the next number. */
  private isNumberedHeading(
    paragraph: Paragraph,
    list: { kind: ListKind; ilvl: number; numId: string },
    next: Paragraph | undefined,
  ): boolean {
    if (list.kind !== 'number' || paragraph.inTable || paragraph.boldChars < paragraph.chars) return false;
    const text = paragraph.text.trim();
    if (text.length > 120 || /[.;,:]$/.test(text) || next === undefined) return false;
    const follows = this.listOf(next);
    return follows === undefined || follows.numId !== list.numId || follows.ilvl !== list.ilvl;
  }
}

function headingOf(paragraph: Paragraph): number {
  const { outline, style, text } = paragraph;
  if (paragraph.inTable || style.isTitle) return 0;
  const level = outline === undefined ? style.heading : outline >= 0 && outline <= 8 ? outline + 1 : 0;
  // A whole paragraph in a heading's style is a paragraph.
  return level > 0 && text.length >= 200 && /[.;]\s/.test(text) ? 0 : level;
}

/** Levels as they are nested, whatever their numbers: a list may start at level 3 and skip levels. */
class ListLevels {
  private readonly open: number[] = [];

  get depth(): number {
    return this.open.length;
  }

  enter(ilvl: number): number {
    while (this.open.length > 0 && this.open.at(-1)! >= ilvl) this.open.pop();
    this.open.push(ilvl);
    return this.open.length;
  }

  end(): void {
    this.open.length = 0;
  }
}
