/** The report as a Word document, for a board's papers. */

import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Report } from '../../verdict/types.ts';
import { count, gapWords, pathWords, sentence } from '../words.ts';
import { bullet, heading, type Part, paragraph, table } from './blocks.ts';
import { documentParts } from './document.ts';
import { body, coreProperties, lists, withTexts } from './package.ts';
import { styles } from './styles.ts';

export async function formatDocx(report: Report): Promise<Uint8Array> {
  const { documents, failed, tool } = report;
  const [only] = documents;
  const single = documents.length === 1 && failed.length === 0 ? only : undefined;
  const title =
    single === undefined ? 'Multi-agency safeguarding arrangements' : single.title || pathWords(single.path);
  const parts: Part[] = [
    paragraph(title, { style: 'Title' }),
    ...(single === undefined ? several(report) : [subtitle(single), ...documentParts(single, 1, 0)]),
    paragraph(
      'masa-check reads words and does not know whether they are true. It helps a person to review a document and does not replace that person.',
      { style: 'Source' },
    ),
  ];
  const creator = `masa-check ${tool.version}`;
  return withTexts(await emptyFile(creator), {
    'word/document.xml': body(parts),
    'word/numbering.xml': lists(documents.length),
    'docProps/core.xml': coreProperties(title, creator),
  });
}

const emptyFiles = new Map<string, Promise<Uint8Array>>();

/** The package makes the styles, the footer and all that holds a Word file together: once, as no report changes them. */
function emptyFile(creator: string): Promise<Uint8Array> {
  let made = emptyFiles.get(creator);
  if (made === undefined) {
    const sections = [{ footers: { default: footer(creator) }, children: [] }];
    made = Packer.pack(new Document({ creator, styles, sections }), 'uint8array');
    emptyFiles.set(creator, made);
  }
  return made;
}

const subtitle = ({ path, editionChoice }: Report['documents'][number]): Part =>
  paragraph(`What ${pathWords(path)} sets out, judged against ${editionChoice.title}`, { style: 'Subtitle' });

function footer(creator: string): Footer {
  const children = [
    new TextRun({ children: [`${creator} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ style: 'Source', alignment: AlignmentType.END, children })] });
}

/** First a row for each document, then each on pages of its own. */
function several({ documents, failed }: Report): Part[] {
  const rows = documents.map((document) => [
    document.title || pathWords(document.path),
    pathWords(document.path),
    gapWords(document.summary),
    document.editionChoice.title,
  ]);
  const columns = [
    { head: 'Document', share: 32 },
    { head: 'File', share: 26 },
    { head: 'Gaps', share: 20 },
    { head: 'Judged against', share: 22 },
  ];
  return [
    heading(count(documents.length + failed.length, 'document'), 1),
    ...(rows.length > 0 ? [table(columns, rows)] : []),
    ...failed.map(({ path, error }) =>
      bullet({ label: `${pathWords(path)} was not read:`, text: sentence(error.message) }),
    ),
    ...documents.flatMap((document, index) => [
      heading(document.title || pathWords(document.path), 1, { pageBreak: true }),
      subtitle(document),
      ...documentParts(document, 2, index),
    ]),
  ];
}
