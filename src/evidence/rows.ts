/** For each word number of one language the words of the other that it may become, with probabilities. */
export interface Row {
  readonly ids: Int32Array;
  readonly probabilities: Float64Array;
}

/** A row while it is being made: word number → weight. */
export type Weighted = Map<number, number>;

export function toRow(row: Weighted): Row {
  return { ids: Int32Array.from(row.keys()), probabilities: Float64Array.from(row.values()) };
}

/** Adds to the weight of a word, if there is such a word. */
export function add(row: Weighted, id: number | undefined, weight: number): void {
  if (id !== undefined) row.set(id, (row.get(id) ?? 0) + weight);
}

function totalOf(row: Weighted): number {
  let total = 0;
  for (const weight of row.values()) total += weight;
  return total;
}

/** The row with a total of 1; an empty one stays empty. */
export function normalised(row: Weighted): Weighted {
  const total = totalOf(row);
  return new Map(Array.from(row, ([id, weight]) => [id, weight / total]));
}

/** The row with a total of at most 1. */
export function atMostOne(row: Weighted): Weighted {
  return totalOf(row) > 1 ? normalised(row) : row;
}

/** The `count` greatest of a row; of equal ones those that came first. */
export function strongest(row: Weighted, count: number): Weighted {
  return row.size <= count ? row : new Map([...row].sort(([, x], [, y]) => y - x).slice(0, count));
}

/** `share` of the second row and the rest of the first. */
export function mixed(first: Weighted, second: Weighted, share: number): Weighted {
  const row: Weighted = new Map();
  for (const [id, weight] of first) row.set(id, (1 - share) * weight);
  for (const [id, weight] of second) add(row, id, share * weight);
  return row;
}

/**
 * p(from | to) in proportion to p(to | from) and to the root of how often `from` stands in the documents; a row for
 * each of `size` words of `to`.
 */
export function inverted(rows: readonly Weighted[], counts: readonly number[], size: number): Weighted[] {
  const inverse: Weighted[] = Array.from({ length: size }, () => new Map());
  rows.forEach((row, from) => {
    for (const [to, probability] of row) inverse[to]!.set(from, probability * Math.sqrt(counts[from]!));
  });
  return inverse.map(normalised);
}
