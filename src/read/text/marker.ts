/** Bullets, letters and numbers that start a list item, a heading or a numbered paragraph. */

export interface Marker {
  kind: 'bullet' | 'label' | 'number';
  /** What items of one level share: the bullet itself, or the shape of the label ("a)", "(i)", "1."). */
  style: string;
  /** For a label its number from 1; for a number its last part; 0 for a bullet. */
  value: number;
  /** For a number: its parts, "3.4" -> [3, 4]. */
  parts: number[];
  /** How much of the line's text the marker and the space after it take. */
  length: number;
}

/** Characters that are bullets wherever they stand first in a line. */
const BULLETS = '•·∙●○◦▪▫■□▶►▸▹➢➤➔→✓✔✗❖◆◇♦⁃‣⦿⚫';

/** Reads the marker at the start of a line, if there is one. */
export function readMarker(text: string): Marker | undefined {
  const code = text.charCodeAt(0);
  if (BULLETS.includes(text[0]!) || (code >= 0xe000 && code <= 0xf8ff)) return bullet(text, text[0]!);
  if (
    code === 45 ||
    code === 0x2013 ||
    code === 0x2014 ||
    code === 42 ||
    code === 111 ||
    code === 0xfffd ||
    code === 0xa7 ||
    code === 43
  ) {
    return weakBullet(text);
  }
  return readLabel(text);
}

function bullet(text: string, style: string): Marker | undefined {
  let length = 1;
  // The same bullet may be doubled, or followed by a variation selector.
  while (text.charCodeAt(length) === 0xfe0f || text[length] === style) length++;
  while (length < text.length && isGap(text.charCodeAt(length))) length++;
  return { kind: 'bullet', style, value: 0, parts: [], length };
}

/** Signs that are also punctuation or letters: they need a space, or (for a star) a letter right after. */
function weakBullet(text: string): Marker | undefined {
  const sign = text[0]!;
  if (text.length === 1)
    return sign === 'o' || sign === '*' || sign === '-' || sign === '–' ? bullet(text, sign) : undefined;
  if (isGap(text.charCodeAt(1))) {
    const marker = bullet(text, sign)!;
    const next = text[marker.length];
    if (next === undefined) return marker;
    // "- 4 -" is a page number and "– and so on" may be a clause: both are settled by context.
    return marker;
  }
  if (sign === '*' && /^\*[A-Za-zÀ-ɏ]/u.test(text) && !/\*$/.test(text.slice(0, 200))) return bullet(text, sign);
  return undefined;
}

const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4})([.)]?)[\s\u00a0]+(?=\S)/;
const LABEL = /^(\(?)([ivxlIVXL]{1,6}|[a-zA-Z]|\d{1,2})([.)])[\s\u00a0]+(?=\S)/;

export function readLabel(text: string): Marker | undefined {
  const head = text.slice(0, 24);
  const number = NUMBER.exec(head);
  if (number !== null) {
    const parts = number[1]!.split('.').map(Number);
    const stop = number[2]!;
    return {
      kind: 'number',
      style: parts.length > 1 ? `${parts.length}` : `1${stop}`,
      value: parts.at(-1)!,
      parts,
      length: number[0].length,
    };
  }
  const label = LABEL.exec(head);
  if (label === null) return undefined;
  const [whole, open, sign, close] = label as unknown as [string, string, string, string];
  if (open === '' && close === '.' && sign.length === 1 && sign === sign.toUpperCase() && !/\d/.test(sign))
    return undefined;
  if (/\d/.test(sign))
    return { kind: 'label', style: `${open}1${close}`, value: Number(sign), parts: [], length: whole.length };
  const letters = sign.toLowerCase();
  const roman = romanValue(letters);
  // "i", "v" and "x" are settled by what stands before them; "(c)" and "(d)" are letters.
  if (roman > 0 && (letters.length > 1 || letters === 'i' || letters === 'v' || letters === 'x')) {
    return { kind: 'label', style: `${open}i${close}`, value: roman, parts: [], length: whole.length };
  }
  if (letters.length > 1) return undefined;
  return {
    kind: 'label',
    style: `${open}a${close}`,
    value: letters.charCodeAt(0) - 96,
    parts: [],
    length: whole.length,
  };
}

/** The same label read as a letter: "i)" after "h)". */
export function asLetter(marker: Marker, text: string): Marker | undefined {
  const sign = /^\(?([a-zA-Z])[.)]/.exec(text)?.[1];
  if (sign === undefined || !marker.style.includes('i')) return undefined;
  return { ...marker, style: marker.style.replace('i', 'a'), value: sign.toLowerCase().charCodeAt(0) - 96 };
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(letters: string): number {
  let total = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = ROMAN[letters[i]!];
    if (value === undefined) return 0;
    total += value < (ROMAN[letters[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

function isGap(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b);
}
