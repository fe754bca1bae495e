/** Sentences that introduce the list or table after them. */

const ANNOUNCING =
  /\b(?:as follows|the following|following|below|overleaf|listed|these are|table \d|set out (?:here|in)|shown in|in summary)\b/i;

export function announces(text: string): boolean {
  const end = text.replace(/["”'’)\]*_]+$/, '');
  if (/[:;–—-]$/.test(end)) return true;
  if (!/[.!?]$/.test(end)) return true;
  return ANNOUNCING.test(text);
}
