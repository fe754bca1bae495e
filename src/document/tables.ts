/** Tables: what a row reads as, and whether the first row holds column headings. */

export function rowText(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join(' | ');
}

/** A first row that is plainly data: Markdown makes a heading of it because it has to make one of something. */
export function isHeaderless(cells: readonly string[]): boolean {
  if (cells.every((cell) => cell === '')) return true;
  for (const cell of cells) {
    if (/[.!?]$/.test(cell) && cell.length > 30) return true;
    if (cell.includes('@') || /https?:|www\./.test(cell)) return true;
    if (cell.length > 110) return true;
  }
  return false;
}
