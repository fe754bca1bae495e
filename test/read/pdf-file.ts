/** Small PDF files made by hand, for what no program would write. */

import { deflateSync } from 'node:zlib';

export interface PdfParts {
  /** The drawing steps of each page. */
  pages: (string | Uint8Array)[];
  /** Entries of the font's dictionary besides its name. */
  font?: string;
  /** Entries of the catalogue besides the pages. */
  catalog?: string;
  /** Streams are packed this many times. */
  packed?: number;
}

const HELVETICA = '/BaseFont /Helvetica /Encoding /WinAnsiEncoding';

export function pdfFile({ pages, font = HELVETICA, catalog = '', packed = 0 }: PdfParts): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  add(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`);
  add(`<< /Type /Font /Subtype /Type1 ${font} >>`);
  pages.forEach((content, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
    );
    let data = Buffer.from(content);
    for (let time = 0; time < packed; time++) data = deflateSync(data);
    const filter = packed > 0 ? `/Filter [${'/FlateDecode '.repeat(packed)}]` : '';
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${data.length} ${filter} >>\nstream\n`),
        data,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]!.length;
  const places = objects.map((body, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
    return length - whole.length;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export interface Placed {
  x: number;
  y: number;
  text: string;
  size?: number;
}

/** Drawing steps that put words on a page; `y` counts from the top. */
export function words(...placed: readonly Placed[]): string {
  const steps = placed.map(
    ({ x, y, text, size = 11 }) =>
      `BT /F1 ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
  );
  return steps.join('\n');
}

/** A paragraph, line under line. */
export function lines(x: number, y: number, ...texts: string[]): Placed[] {
  return texts.map((text, index) => ({ x, y: y + index * 13, text }));
}
