/** Markdown to a Word file by the npm package `docx`: title, contents field, headers, numbering, footnotes. */

import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { readMarkdown } from '../../src/read/markdown.ts';

export interface WordOptions {
  /** Headings of the third level and below as paragraphs in bold type, as many people make them. */
  fakeHeadings?: boolean;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

export const numbering = {
  config: [
    {
      reference: 'bullets',
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '•',
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
      })),
    },
    {
      reference: 'numbers',
      levels: [0, 1, 2, 3].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } },
      })),
    },
  ],
};

export const pages = {
  headers: { default: new Header({ children: [new Paragraph('Multi-agency safeguarding arrangements – OFFICIAL')] }) },
  footers: {
    default: new Footer({
      children: [
        new Paragraph({
          children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
        }),
      ],
    }),
  },
};

interface Style {
  bold?: boolean;
  italics?: boolean;
}

class Writer {
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  private readonly notes = new Map<string, number>();
  private readonly options: WordOptions;

  constructor(options: WordOptions) {
    this.options = options;
  }

  note(children: readonly RootContent[], identifier: string): void {
    const number = this.notes.size + 1;
    this.notes.set(identifier, number);
    this.footnotes[number] = {
      children: children.map(
        (child) =>
          new Paragraph({ children: 'children' in child ? this.inline(child.children as PhrasingContent[]) : [] }),
      ),
    };
  }

  blocks(
    children: readonly RootContent[],
    list: { reference: string; level: number } | undefined = undefined,
  ): FileChild[] {
    return children.flatMap((child) => this.block(child, list));
  }

  private block(node: RootContent, list: { reference: string; level: number } | undefined): FileChild[] {
    switch (node.type) {
      case 'heading':
        if (this.options.fakeHeadings && node.depth >= 3) {
          return [new Paragraph({ children: this.inline(node.children, { bold: true }) })];
        }
        return [new Paragraph({ heading: HEADINGS[node.depth - 1]!, children: this.inline(node.children) })];
      case 'paragraph':
        return [
          new Paragraph({
            children: this.inline(node.children),
            ...(list === undefined ? {} : { numbering: list }),
          }),
        ];
      case 'list': {
        const level = list === undefined ? 0 : list.level + 1;
        const reference = node.ordered ? 'numbers' : 'bullets';
        return node.children.flatMap((item) => this.blocks(item.children, { reference, level }));
      }
      case 'blockquote':
        return this.blocks(node.children, list);
      case 'table':
        return [
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: node.children.map(
              (row, index) =>
                new TableRow({
                  tableHeader: index === 0,
                  children: row.children.map(
                    (cell) => new TableCell({ children: [new Paragraph({ children: this.inline(cell.children) })] }),
                  ),
                }),
            ),
          }),
        ];
      default:
        return [];
    }
  }

  private inline(children: readonly PhrasingContent[], style: Style = {}): ParagraphChild[] {
    return children.flatMap((child): ParagraphChild[] => {
      switch (child.type) {
        case 'text':
          return [new TextRun({ text: child.value.replace(/\s*\n\s*/g, ' '), ...style })];
        case 'strong':
          return this.inline(child.children, { ...style, bold: true });
        case 'emphasis':
          return this.inline(child.children, { ...style, italics: true });
        case 'link':
          return this.inline(child.children, style);
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'footnoteReference':
          return [new FootnoteReferenceRun(this.notes.get(child.identifier) ?? 1)];
        default:
          return [];
      }
    });
  }
}

export async function wordFile(markdown: string, options: WordOptions = {}): Promise<Uint8Array> {
  const tree: Root = readMarkdown('word.md', markdown).tree;
  const writer = new Writer(options);
  for (const node of tree.children) if (node.type === 'footnoteDefinition') writer.note(node.children, node.identifier);
  const children = writer.blocks(tree.children.filter((node: Nodes) => node.type !== 'footnoteDefinition'));
  const document = new Document({
    numbering,
    footnotes: writer.footnotes,
    features: { updateFields: false },
    sections: [
      {
        ...pages,
        children: [
          ...children.slice(0, 2),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
          ...children.slice(2),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
