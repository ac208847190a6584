import type { Row } from '../evidence/rows.ts';
import type { Direction } from './direction.ts';

/** Pairs less probable are not worth a place in a row. */
const NEGLIGIBLE = 1e-4;

/** The rows of the dictionary with what was counted; words that they lack follow in the given order of all pairs. */
export function learntRows(direction: Direction, byAppearance: Int32Array): Row[] {
  const { prior, from, to, counts, known } = direction;
  const worths = direction.worths();
  const isNew = newPairs(direction, worths);
  const lengths = Int32Array.from(prior, ({ ids }) => ids.length);
  const ends = lengths.slice();
  for (let pair = 0; pair < isNew.length; pair++) lengths[from[pair]!]! += isNew[pair]!;
  const rows = emptyRows(lengths);
  for (let word = 0; word < rows.length; word++) fill(rows[word]!, prior[word]!, direction.kept(word));
  for (let n = 0; n < known.numbers.length; n++) {
    const pair = known.numbers[n]!;
    const { probabilities } = rows[from[pair]!]!;
    const probability = probabilities[known.places[n]!]! + counts[pair]! * worths[from[pair]!]!;
    if (probability > NEGLIGIBLE) probabilities[known.places[n]!] = probability;
  }
  for (let n = 0; n < byAppearance.length; n++) {
    const pair = byAppearance[n]!;
    if (!isNew[pair]) continue;
    const word = from[pair]!;
    const { ids, probabilities } = rows[word]!;
    const end = ends[word]!++;
    ids[end] = to[pair]!;
    probabilities[end] = counts[pair]! * worths[word]!;
  }
  return rows;
}

/** 1 for each pair that is worth a place and has none yet. */
function newPairs({ from, counts, known }: Direction, worths: Float64Array): Uint8Array {
  const isNew = new Uint8Array(counts.length);
  for (let pair = 0; pair < isNew.length; pair++) {
    if (counts[pair]! * worths[from[pair]!]! > NEGLIGIBLE) isNew[pair] = 1;
  }
  for (let n = 0; n < known.numbers.length; n++) isNew[known.numbers[n]!] = 0;
  return isNew;
}

/** Rows of these lengths, side by side in one piece of memory. */
function emptyRows(lengths: Int32Array): Row[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const [ids, probabilities] = [new Int32Array(total), new Float64Array(total)];
  let end = 0;
  return Array.from(lengths, (length) => {
    const start = end;
    end += length;
    return {
      ids: new Int32Array(ids.buffer, 4 * start, length),
      probabilities: new Float64Array(probabilities.buffer, 8 * start, length),
    };
  });
}

function fill(row: Row, { ids, probabilities }: Row, share: number): void {
  for (let k = 0; k < ids.length; k++) {
    row.ids[k] = ids[k]!;
    row.probabilities[k] = share * probabilities[k]!;
  }
}
