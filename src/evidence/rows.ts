import { sharedFloat64, sharedInt32 } from './shared.ts';

/** For a word of one language the words of the other that it may become, with probabilities. */
export interface Row {
  readonly ids: Int32Array;
  readonly probabilities: Float64Array;
}

/**
 * The rows of all words of a language, one behind the other: that of word `w` stands from `starts[w]` to `starts[w + 1]`.
 * One long array costs far less than thousands of short ones.
 */
export interface Rows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly probabilities: Float64Array;
}

/** The rows one by one, as views. */
export function viewsOf({ starts, ids, probabilities }: Rows): Row[] {
  return Array.from({ length: starts.length - 1 }, (_, word) => ({
    ids: ids.subarray(starts[word], starts[word + 1]),
    probabilities: probabilities.subarray(starts[word], starts[word + 1]),
  }));
}

/** The rows one behind the other, in memory that threads share. */
export function flatRows(rows: readonly Row[]): Rows {
  const starts = sharedInt32(rows.length + 1);
  rows.forEach(({ ids }, word) => {
    starts[word + 1] = starts[word]! + ids.length;
  });
  const [ids, probabilities] = [sharedInt32(starts[rows.length]!), sharedFloat64(starts[rows.length]!)];
  rows.forEach((row, word) => {
    ids.set(row.ids, starts[word]);
    probabilities.set(row.probabilities, starts[word]);
  });
  return { starts, ids, probabilities };
}

/**
 * Makes rows one after the other, each with its words in the order in which they came. The weights of the row that is
 * being made stand in a table over all words of the language, so that adding to one looks nothing up.
 */
export class RowsMaker {
  readonly #weights: Float64Array;
  readonly #isIn: Uint8Array;
  /** The words of the row that is being made. */
  readonly #open: Int32Array;
  #size = 0;
  #starts = [0];
  #ids = new Int32Array(1024);
  #probabilities = new Float64Array(1024);

  /** @param words how many words the language has into which the rows lead */
  constructor(words: number) {
    this.#weights = new Float64Array(words);
    this.#isIn = new Uint8Array(words);
    this.#open = new Int32Array(words);
  }

  /** How many words the row has that is being made. */
  get size(): number {
    return this.#size;
  }

  /** Adds to the weight of a word, if there is such a word. */
  add(id: number | undefined, weight: number): void {
    if (id === undefined) return;
    if (this.#isIn[id] === 0) {
      this.#isIn[id] = 1;
      this.#weights[id] = 0;
      this.#open[this.#size++] = id;
    }
    this.#weights[id]! += weight;
  }

  /** Adds a share of a whole row, but for one of its words. */
  addRow({ starts, ids, probabilities }: Rows, row: number, share: number, except = -1): void {
    const [weights, isIn, open] = [this.#weights, this.#isIn, this.#open];
    const end = starts[row + 1]!;
    let size = this.#size;
    for (let k = starts[row]!; k < end; k++) {
      const id = ids[k]!;
      if (id === except) continue;
      if (isIn[id] === 0) {
        isIn[id] = 1;
        weights[id] = 0;
        open[size++] = id;
      }
      weights[id]! += share * probabilities[k]!;
    }
    this.#size = size;
  }

  /** Ends the row with its `most` greatest words, the greatest first and of equal ones the first; with all, as they came. */
  endRow(most = Infinity): void {
    const start = this.#starts.at(-1)!;
    const end = start + Math.min(most, this.#size);
    this.#makeRoom(end);
    if (this.#size > most) this.#selectInto(start, end);
    else this.#copyInto(start);
    for (let k = 0; k < this.#size; k++) this.#isIn[this.#open[k]!] = 0;
    this.#size = 0;
    this.#starts.push(end);
  }

  /** All rows that have been ended; the next one is the first of others. */
  finish(): Rows {
    const end = this.#starts.at(-1)!;
    const starts = Int32Array.from(this.#starts);
    this.#starts = [0];
    return { starts, ids: this.#ids.slice(0, end), probabilities: this.#probabilities.slice(0, end) };
  }

  #makeRoom(size: number): void {
    if (size <= this.#ids.length) return;
    const [ids, probabilities] = [this.#ids, this.#probabilities];
    this.#ids = new Int32Array(2 * size);
    this.#probabilities = new Float64Array(2 * size);
    this.#ids.set(ids);
    this.#probabilities.set(probabilities);
  }

  #copyInto(start: number): void {
    for (let k = 0; k < this.#size; k++) {
      const id = this.#open[k]!;
      this.#ids[start + k] = id;
      this.#probabilities[start + k] = this.#weights[id]!;
    }
  }

  #selectInto(start: number, end: number): void {
    const [ids, probabilities] = [this.#ids, this.#probabilities];
    let filled = start;
    for (let k = 0; k < this.#size; k++) {
      const id = this.#open[k]!;
      const weight = this.#weights[id]!;
      if (filled === end && weight <= probabilities[end - 1]!) continue;
      let place = filled < end ? filled++ : end - 1;
      for (; place > start && probabilities[place - 1]! < weight; place--) {
        ids[place] = ids[place - 1]!;
        probabilities[place] = probabilities[place - 1]!;
      }
      ids[place] = id;
      probabilities[place] = weight;
    }
  }
}

/** The rows with a total of 1 each; an empty one stays empty. */
export function normalised(rows: Rows): Rows {
  return dividedBy(rows, (total) => total);
}

/** The rows with a total of at most 1 each. */
export function atMostOne(rows: Rows): Rows {
  return dividedBy(rows, (total) => Math.max(1, total));
}

function dividedBy({ starts, ids, probabilities }: Rows, divisorOf: (total: number) => number): Rows {
  const divided = new Float64Array(probabilities.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1]!;
    let total = 0;
    for (let k = starts[row]!; k < end; k++) total += probabilities[k]!;
    const divisor = divisorOf(total);
    for (let k = starts[row]!; k < end; k++) divided[k] = probabilities[k]! / divisor;
  }
  return { starts, ids, probabilities: divided };
}

/** The `most` greatest of each row, with a total of 1. */
export function strongest(maker: RowsMaker, rows: Rows, most: number): Rows {
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    maker.addRow(rows, row, 1);
    maker.endRow(most);
  }
  return normalised(maker.finish());
}

/**
 * p(from | to) in proportion to p(to | from) and to the root of how often `from` stands in the documents; a row for
 * each of `size` words of `to`.
 */
export function inverted(
  { starts, ids, probabilities }: Rows,
  counts: readonly number[],
  size: number,
): Rows {
  const ends = new Int32Array(size + 1);
  for (let k = 0; k < ids.length; k++) ends[ids[k]! + 1]!++;
  for (let to = 0; to < size; to++) ends[to + 1]! += ends[to]!;
  const next = ends.slice();
  const froms = new Int32Array(ids.length);
  const weights = new Float64Array(ids.length);
  for (let from = 0; from + 1 < starts.length; from++) {
    const root = Math.sqrt(counts[from]!);
    const end = starts[from + 1]!;
    for (let k = starts[from]!; k < end; k++) {
      const place = next[ids[k]!]!++;
      froms[place] = from;
      weights[place] = probabilities[k]! * root;
    }
  }
  return normalised({ starts: ends, ids: froms, probabilities: weights });
}
