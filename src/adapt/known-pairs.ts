import type { Rows } from '../evidence/rows.ts';

/** Pairs of words that stand together in beads and in the rows of the dictionary. */
export interface KnownPairs {
  readonly numbers: Int32Array;
  /** Where each stands in the table of all rows … */
  readonly places: Int32Array;
  /** … and how probable it is there. */
  readonly probabilities: Float64Array;
}

/** Finds the pairs of words `from[n]` and `to[n]`, the latter one of `toWords` words, in rows. */
export function knownPairs(rows: Rows, from: Int32Array, to: Int32Array, toWords: number): KnownPairs {
  const words = rows.starts.length - 1;
  const { starts, order } = grouped(from, words);
  const most = rows.ids.length;
  const numbers = new Int32Array(most);
  const places = new Int32Array(most);
  const probabilities = new Float64Array(most);
  let count = 0;
  const placeOf = new Int32Array(toWords).fill(-1);
  for (let word = 0; word < words; word++) {
    const [start, end] = [rows.starts[word]!, rows.starts[word + 1]!];
    for (let place = start; place < end; place++) placeOf[rows.ids[place]!] = place;
    for (let n = starts[word]!; n < starts[word + 1]!; n++) {
      const place = placeOf[to[order[n]!]!]!;
      if (place < 0) continue;
      numbers[count] = order[n]!;
      places[count] = place;
      probabilities[count++] = rows.probabilities[place]!;
    }
    for (let place = start; place < end; place++) placeOf[rows.ids[place]!] = -1;
  }
  return {
    numbers: numbers.slice(0, count),
    places: places.slice(0, count),
    probabilities: probabilities.slice(0, count),
  };
}

/** The numbers of pairs in the order of their words, and where those of each word begin. */
function grouped(words: Int32Array, size: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (let pair = 0; pair < words.length; pair++) starts[words[pair]! + 1]!++;
  for (let word = 0; word < size; word++) starts[word + 1]! += starts[word]!;
  const order = new Int32Array(words.length);
  const next = starts.slice();
  for (let pair = 0; pair < words.length; pair++) order[next[words[pair]!]!++] = pair;
  return { starts, order };
}
