/**
 * Makes a document's own text safe to print.
 *
 * A checked document is written by somebody else. Printed raw, a hidden escape sequence in it could clear the screen,
 * change the window's title or turn the reading direction round, so that the report shows something it does not say.
 * Every piece of text that did not come from this program passes through here before it reaches a terminal.
 */

/** Shown in place of a character that has no picture of its own. */
const REPLACEMENT = '\ufffd';

/** White space that must not break a line where the report did not mean to. */
const SPACES = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Invisible marks that reorder or hide text: bidirectional controls, zero-width spaces, soft hyphens, tag characters. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is this file's whole job
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** More marks than any language stacks on one letter; the rest would spill over the lines above and below. */
const STACKED_MARKS = /(\p{M}{8})\p{M}+/gu;

/** Half of a character: broken input that some terminals and programs refuse. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** True for text in which nothing has to change, which is nearly all text. */
const HARMLESS = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*$/;

/** A control character as a picture that can be seen: ␛ for escape, ␀ for NUL. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : REPLACEMENT;
}

/** One line of text without anything that a terminal obeys: what was hidden is shown or dropped. */
export function plain(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text
    .replace(SPACES, ' ')
    .replace(CONTROL, picture)
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, REPLACEMENT)
    .replace(STACKED_MARKS, '$1');
}
