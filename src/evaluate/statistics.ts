/** Agreement between two readers over a few categories. */

/** Counts of (gold, ours) pairs: `table[gold][ours]`. */
export type Confusion = Map<string, Map<string, number>>;

export function tally(pairs: Iterable<readonly [gold: string, ours: string]>): Confusion {
  const table: Confusion = new Map();
  for (const [gold, ours] of pairs) {
    const row = table.get(gold) ?? new Map<string, number>();
    row.set(ours, (row.get(ours) ?? 0) + 1);
    table.set(gold, row);
  }
  return table;
}

const cells = function* (table: Confusion): Generator<[string, string, number]> {
  for (const [gold, row] of table) for (const [ours, n] of row) yield [gold, ours, n];
};

interface Margins {
  total: number;
  agreed: number;
  gold: Map<string, number>;
  ours: Map<string, number>;
  categories: Set<string>;
}

function margins(table: Confusion): Margins {
  const result: Margins = { total: 0, agreed: 0, gold: new Map(), ours: new Map(), categories: new Set() };
  for (const [gold, ours, n] of cells(table)) {
    result.total += n;
    if (gold === ours) result.agreed += n;
    result.gold.set(gold, (result.gold.get(gold) ?? 0) + n);
    result.ours.set(ours, (result.ours.get(ours) ?? 0) + n);
    result.categories.add(gold).add(ours);
  }
  return result;
}

/** Share of pairs that agree; undefined when there are none. */
export function accuracy(table: Confusion): number | undefined {
  const { total, agreed } = margins(table);
  return total === 0 ? undefined : agreed / total;
}

/** Cohen's kappa; undefined when there are no pairs, 1 when both readers always say the same one thing. */
export function kappa(table: Confusion): number | undefined {
  const { total, agreed, gold, ours, categories } = margins(table);
  if (total === 0) return undefined;
  let chance = 0;
  for (const category of categories)
    chance += ((gold.get(category) ?? 0) / total) * ((ours.get(category) ?? 0) / total);
  return chance === 1 ? 1 : (agreed / total - chance) / (1 - chance);
}

/** Gwet's AC1, which does not collapse where one category is rare. */
export function gwetAc1(table: Confusion): number | undefined {
  const { total, agreed, gold, ours, categories } = margins(table);
  if (total === 0) return undefined;
  if (categories.size < 2) return 1;
  let chance = 0;
  for (const category of categories) {
    const share = ((gold.get(category) ?? 0) + (ours.get(category) ?? 0)) / (2 * total);
    chance += share * (1 - share);
  }
  chance /= categories.size - 1;
  return (agreed / total - chance) / (1 - chance);
}
