/** The styles of the Word report: Word's own headings and lists, and a few named after what they hold. */

import { BorderStyle, type IStylesOptions, LineRuleType } from 'docx';

const INK = '1A1D1B';
const QUIET = '535A54';
const ACCENT = '14508F';

/** A4 and its margins, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

const headingStyle = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 40, bold: true, color: INK },
      paragraph: { spacing: { after: 80, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: headingStyle(30, 320, 120),
    heading2: headingStyle(26, 260, 80),
    heading3: headingStyle(23, 200, 60),
    heading4: headingStyle(22, 160, 60),
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: QUIET },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: {
        indent: { left: 560, right: 280 },
        spacing: { after: 60 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: 'A7ADA6' } },
      },
    },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 19, color: QUIET },
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'ToWrite',
      name: 'To write',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      paragraph: {
        keepLines: true,
        spacing: { before: 80, after: 160 },
        border: Object.fromEntries(
          ['top', 'right', 'bottom', 'left'].map((side) => [
            side,
            { style: BorderStyle.SINGLE, size: 8, space: 5, color: ACCENT },
          ]),
        ),
        indent: { left: 120, right: 120 },
      },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'TableHead', name: 'Table heading', basedOn: 'TableText', run: { bold: true } },
  ],
};

/** Ids of lists in `numbering.xml`: the bullets, and the numbered list of each document. */
export const BULLETS = 1;
export const numberOf = (document: number): number => document + 2;
