/** Dates as documents and people write them down for this program. */

/** Keys of front matter that can tell a document's own date, the most telling first; hyphens as the schema has them. */
export const DATE_KEYS = [
  'published',
  'publication-date',
  'date',
  'date-published',
  'in-force',
  'in-force-from',
  'effective',
  'effective-from',
  'approved',
  'version-date',
] as const;

/** True for a month or day that exists, as `2024-02` or `2024-02-29`. */
export function isRealDate(iso: string): boolean {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(iso);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
