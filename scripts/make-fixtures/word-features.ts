/** A small Word file with everything in it that Word can do and Markdown cannot. */

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx';
import { numbering, pages } from './word-file.ts';

const change = { author: 'Partnership Manager', date: '2024-11-01T10:00:00Z' };
const cell = (...texts: string[]): TableCell => new TableCell({ children: texts.map((text) => new Paragraph(text)) });
const item = (text: string, level = 0): Paragraph =>
  new Paragraph({ text, numbering: { reference: 'bullets', level } });

export async function wordFeatures(): Promise<Uint8Array> {
  const document = new Document({
    numbering,
    ...{ features: { trackRevisions: true } },
    styles: {
      paragraphStyles: [
        {
          id: 'SectionTitle',
          name: 'Section title',
          basedOn: 'Normal',
          next: 'Normal',
          paragraph: { outlineLevel: 1 },
        },
        { id: 'Hidden', name: 'Notes to drafters', basedOn: 'Normal', run: { vanish: true } },
      ],
    },
    comments: {
      children: [
        {
          id: 0,
          author: 'Police',
          date: new Date('2024-11-02'),
          children: [new Paragraph('Is the figure agreed? The police pay a quarter.')],
        },
        { id: 1, author: 'Health', date: new Date('2024-11-03'), children: [new Paragraph('Health will confirm.')] },
      ],
    },
    footnotes: {
      1: { children: [new Paragraph('Contributions were agreed on 3 October 2024.')] },
    },
    sections: [
      {
        ...pages,
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: 'Fellside multi-agency safeguarding arrangements' }),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-3' }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Partners' }),
          new Paragraph(
            'The safeguarding partners are Fellside Council, NHS Fells Integrated Care Board and Fellside Police.',
          ),
          new Paragraph({ style: 'SectionTitle', text: 'A heading by its outline level' }),
          new Paragraph('The partner\u00adship board meets every two months.'),
          new Paragraph({ children: [new TextRun({ text: 'A heading by its bold type', bold: true })] }),
          new Paragraph({
            children: [
              new TextRun('The executive group meets '),
              new DeletedTextRun({ id: 1, text: 'quarterly', ...change }),
              new InsertedTextRun({ id: 2, text: 'monthly', ...change }),
              new TextRun(' and takes decisions for the partners.'),
              new TextRun({ text: ' Secret: the chair is paid by the council.', vanish: true }),
            ],
          }),
          new Paragraph({ style: 'Hidden', text: 'Drafters: say here who scrutinises the arrangements.' }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Funding' }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('Each partner pays a share.'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new FootnoteReferenceRun(1),
              new CommentRangeStart(1),
              new TextRun(' The shares are these:'),
              new CommentRangeEnd(1),
              new TextRun({ children: [new CommentReference(1)] }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell('Partner'), cell('Share in 2024/25')] }),
              new TableRow({ children: [cell('Fellside Council', 'Children’s Services'), cell('£120,000')] }),
              new TableRow({ children: [cell('Fellside Police'), cell('£60,000')] }),
            ],
          }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Relevant agencies' }),
          new Paragraph('The relevant agencies are:'),
          item('schools'),
          item('maintained schools', 1),
          item('academies', 1),
          item('boarding academies', 2),
          item('health trusts'),
          new Paragraph('• the youth justice service'),
          new Paragraph('• the probation service'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
