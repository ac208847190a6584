import type { Rows } from '../evidence/rows.ts';
import { sharedFloat64, sharedInt32 } from '../evidence/shared.ts';
import type { Direction } from './direction.ts';

/** Pairs less probable are not worth a place in a row. */
const NEGLIGIBLE = 1e-4;

/** The rows of the dictionary with what was counted; words that they lack follow in the given order of all pairs. */
export function learntRows(direction: Direction, byAppearance: Int32Array): Rows {
  const { prior, from, to, counts, known } = direction;
  const worths = direction.worths();
  const isNew = newPairs(direction, worths);
  const starts = startsWith(prior, from, isNew);
  const size = starts[starts.length - 1]!;
  const [ids, probabilities] = [sharedInt32(size), sharedFloat64(size)];
  for (let word = 0; word + 1 < starts.length; word++) {
    const share = direction.kept(word);
    let next = starts[word]!;
    for (let place = prior.starts[word]!; place < prior.starts[word + 1]!; place++) {
      ids[next] = prior.ids[place]!;
      probabilities[next++] = share * prior.probabilities[place]!;
    }
  }
  for (let n = 0; n < known.numbers.length; n++) {
    const pair = known.numbers[n]!;
    const word = from[pair]!;
    const place = known.places[n]! - prior.starts[word]! + starts[word]!;
    const probability = probabilities[place]! + counts[pair]! * worths[word]!;
    if (probability > NEGLIGIBLE) probabilities[place] = probability;
  }
  const ends = starts.map((start, word) => start + (prior.starts[word + 1] ?? 0) - prior.starts[word]!);
  for (let n = 0; n < byAppearance.length; n++) {
    const pair = byAppearance[n]!;
    if (!isNew[pair]) continue;
    const word = from[pair]!;
    const place = ends[word]!++;
    ids[place] = to[pair]!;
    probabilities[place] = counts[pair]! * worths[word]!;
  }
  return { starts, ids, probabilities };
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

/** Where each row begins once it has its new words. */
function startsWith(prior: Rows, from: Int32Array, isNew: Uint8Array): Int32Array {
  const starts = sharedInt32(prior.starts.length);
  for (let pair = 0; pair < isNew.length; pair++) starts[from[pair]! + 1]! += isNew[pair]!;
  for (let word = 0; word + 1 < starts.length; word++) {
    starts[word + 1]! += starts[word]! + prior.starts[word + 1]! - prior.starts[word]!;
  }
  return starts;
}
