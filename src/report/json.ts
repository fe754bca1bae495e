/** The report as JSON, after `rules/schema/report.schema.json`. */

import type { Report } from '../verdict/types.ts';

/**
 * Characters that JSON allows raw but a terminal obeys or an editor hides (control characters above ASCII, reading
 * direction marks, line separators). They only ever stand inside strings, so escaping them changes no value.
 */
const RISKY = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Any value as indented JSON that is safe to print, with a line end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(RISKY, escaped)}\n`;
}

export function formatJson(report: Report): string {
  return toJson(report);
}
