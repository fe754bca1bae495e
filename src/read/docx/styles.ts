/** What styles and numbering say of a paragraph: which level of heading, bold or hidden type, which kind of list. */

import { isOn, parseXml } from './xml.ts';

/** What a style says itself; undefined where it leaves it to the style that it is based on. */
interface Style {
  name: string;
  basedOn?: string;
  outline?: number;
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  numId?: string;
  ilvl?: number;
}

export interface ResolvedStyle {
  /** In lower case. */
  name: string;
  isTitle: boolean;
  /** An entry or the heading of a contents page. */
  isContents: boolean;
  /** 1 to 9, or 0. */
  heading: number;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  numId?: string;
  ilvl?: number;
}

const PLAIN: ResolvedStyle = {
  name: '',
  isTitle: false,
  isContents: false,
  heading: 0,
  bold: false,
  italic: false,
  hidden: false,
};

export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private defaultParagraph = '';

  constructor(path: string, xml: string | undefined) {
    if (xml === undefined) return;
    let style: Style | undefined;
    let level = 0;
    parseXml(path, xml, {
      open: (name, attributes) => {
        if (name === 'w:style') {
          const id = attributes['w:styleId'] ?? '';
          style = { name: '' };
          this.styles.set(id, style);
          const isDefault = attributes['w:default'];
          if (attributes['w:type'] === 'paragraph' && isDefault !== undefined && isOn({ 'w:val': isDefault })) {
            this.defaultParagraph = id;
          }
          return;
        }
        if (style === undefined) return;
        // Formats for parts of a table do not hold for its text as a whole.
        if (name === 'w:tblStylePr') level++;
        if (level > 0) return;
        const value = attributes['w:val'];
        if (name === 'w:name') style.name = value ?? '';
        else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
        else if (name === 'w:outlineLvl') style.outline = Number(value);
        else if (name === 'w:b') style.bold = isOn(attributes);
        else if (name === 'w:i') style.italic = isOn(attributes);
        else if (name === 'w:vanish') style.hidden = isOn(attributes);
        else if (name === 'w:numId' && value !== undefined) style.numId = value;
        else if (name === 'w:ilvl') style.ilvl = Number(value);
      },
      close: (name) => {
        if (name === 'w:tblStylePr') level--;
        if (name === 'w:style') style = undefined;
      },
      text: () => {},
    });
  }

  /** A paragraph's style; without a name, the one of all paragraphs. */
  paragraph(id: string | undefined): ResolvedStyle {
    return this.get(id ?? this.defaultParagraph);
  }

  get(id: string): ResolvedStyle {
    let found = this.resolved.get(id);
    if (found === undefined) {
      found = this.resolve(id);
      this.resolved.set(id, found);
    }
    return found;
  }

  private resolve(id: string): ResolvedStyle {
    const style = this.styles.get(id);
    if (style === undefined) return { ...PLAIN, ...builtIn(id.replace(/^(Heading)(\d)$/, '$1 $2')) };
    const out: ResolvedStyle = { ...PLAIN };
    let outline: number | undefined;
    let heading = 0;
    const chain: Style[] = [];
    for (let at: string | undefined = id; at !== undefined && chain.length < 20; at = this.styles.get(at)?.basedOn) {
      const one = this.styles.get(at);
      if (one === undefined || chain.includes(one)) break;
      chain.push(one);
    }
    for (const one of chain.reverse()) {
      if (one.outline !== undefined) outline = one.outline;
      if (one.bold !== undefined) out.bold = one.bold;
      if (one.italic !== undefined) out.italic = one.italic;
      if (one.hidden !== undefined) out.hidden = one.hidden;
      if (one.numId !== undefined) out.numId = one.numId;
      if (one.ilvl !== undefined) out.ilvl = one.ilvl;
      const known = builtIn(one.name);
      heading = known.heading ?? heading;
      if (known.isTitle) out.isTitle = true;
    }
    const own = builtIn(style.name);
    out.name = style.name.toLowerCase();
    out.isContents = own.isContents === true;
    out.heading = outline === undefined ? heading : outline >= 0 && outline <= 8 ? outline + 1 : 0;
    return out;
  }
}

/** What is known of a style by its name alone. */
function builtIn(name: string): Partial<ResolvedStyle> {
  const lower = name.toLowerCase();
  const heading = /^heading ([1-9])$/.exec(lower)?.[1];
  if (heading !== undefined) return { heading: Number(heading) };
  if (lower === 'title') return { isTitle: true };
  if (/^(?:toc ?\d|toc ?heading|contents \d|contents heading|table of figures|table of authorities)$/.test(lower)) {
    return { isContents: true };
  }
  return {};
}

export type ListKind = 'bullet' | 'number' | 'none';

/** Which kind of list a numbering is, at each level. */
export class Numbering {
  /** By abstract number, then level: kind, and the style it belongs to. */
  private readonly abstracts = new Map<string, { levels: Map<number, Level>; link?: string }>();
  private readonly byStyle = new Map<string, string>();
  private readonly nums = new Map<string, { abstract: string; levels: Map<number, Level> }>();

  constructor(path: string, xml: string | undefined) {
    if (xml === undefined) return;
    let abstract: { levels: Map<number, Level>; link?: string } | undefined;
    let abstractId = '';
    let num: { abstract: string; levels: Map<number, Level> } | undefined;
    let level: Level | undefined;
    parseXml(path, xml, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') {
          abstractId = attributes['w:abstractNumId'] ?? '';
          abstract = { levels: new Map() };
          this.abstracts.set(abstractId, abstract);
        } else if (name === 'w:num') {
          num = { abstract: '', levels: new Map() };
          this.nums.set(attributes['w:numId'] ?? '', num);
        } else if (name === 'w:abstractNumId' && num !== undefined) num.abstract = value;
        else if (name === 'w:lvl') {
          level = { format: 'decimal', text: '%' };
          (num ?? abstract)?.levels.set(Number(attributes['w:ilvl']), level);
        } else if (name === 'w:numFmt' && level !== undefined) level.format = value;
        else if (name === 'w:lvlText' && level !== undefined) level.text = value;
        else if (name === 'w:pStyle' && level !== undefined) level.style = value;
        else if (name === 'w:numStyleLink' && abstract !== undefined) abstract.link = value;
        else if (name === 'w:styleLink') this.byStyle.set(value, abstractId);
      },
      close: (name) => {
        if (name === 'w:lvl') level = undefined;
        if (name === 'w:abstractNum') abstract = undefined;
        if (name === 'w:num') num = undefined;
      },
      text: () => {},
    });
  }

  kind(numId: string, ilvl: number): ListKind {
    const level = this.level(numId, ilvl);
    if (level === undefined || level.format === 'none') return 'none';
    if (level.text.trim() === '' && level.format === 'bullet') return 'none';
    return level.format === 'bullet' ? 'bullet' : 'number';
  }

  /** The level that a numbering keeps for a style. */
  levelOfStyle(numId: string, style: string | undefined): number | undefined {
    const abstract = this.abstractOf(numId);
    for (const [ilvl, level] of abstract?.levels ?? []) if (style !== undefined && level.style === style) return ilvl;
    return undefined;
  }

  private level(numId: string, ilvl: number): Level | undefined {
    return this.nums.get(numId)?.levels.get(ilvl) ?? this.abstractOf(numId)?.levels.get(ilvl);
  }

  private abstractOf(numId: string): { levels: Map<number, Level> } | undefined {
    const abstract = this.abstracts.get(this.nums.get(numId)?.abstract ?? '');
    if (abstract?.link === undefined) return abstract;
    return this.abstracts.get(this.byStyle.get(abstract.link) ?? '') ?? abstract;
  }
}

interface Level {
  format: string;
  text: string;
  style?: string;
}
