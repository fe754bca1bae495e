import type { Edition } from './types.ts';

/** `wt2023`, `2023`, `WT 2023` or "Working Together to Safeguard Children 2023". */
export function editionNamed(editions: readonly Edition[], text: string): Edition | undefined {
  const lower = text.trim().toLowerCase();
  const exact = editions.find(({ id, title, short }) => [id, title.toLowerCase(), short.toLowerCase()].includes(lower));
  if (exact) return exact;
  const years = lower.match(/20\d\d/g) ?? [];
  return years.length === 1 ? editions.find(({ id }) => id.endsWith(years[0]!)) : undefined;
}
