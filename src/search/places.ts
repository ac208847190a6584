import {
  beadCount,
  chosenOf,
  enEnd,
  enSize,
  enStart,
  type FlatBeads,
  zhEnd,
  zhSize,
  zhStart,
} from './flat-beads.ts';

/**
 * Beads by where they begin, then small ones first: one that begins where another ends comes behind it. In linear time;
 * memory: 32 bytes for each bead.
 */
export function inOrder(beads: FlatBeads): FlatBeads {
  const count = beadCount(beads);
  const start = new Int32Array(count);
  const zhBefore = new Int32Array(count);
  const length = new Int32Array(count);
  const zhLength = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    start[k] = zhStart(beads, k) + enStart(beads, k);
    zhBefore[k] = zhStart(beads, k);
    length[k] = zhSize(beads, k) + enSize(beads, k);
    zhLength[k] = zhSize(beads, k);
  }
  let numbers: Int32Array = new Int32Array(count);
  for (let k = 0; k < numbers.length; k++) numbers[k] = k;
  for (const keys of [zhLength, length, zhBefore, start]) numbers = sortedBy(numbers, keys);
  return chosenOf(beads, numbers);
}

/** In the order of their keys, whole numbers; of equal ones as they were (counting sort). */
function sortedBy(numbers: Int32Array, keys: Int32Array): Int32Array {
  let most = 0;
  for (let k = 0; k < keys.length; k++) most = Math.max(most, keys[k]!);
  const next = new Int32Array(most + 2);
  for (let k = 0; k < keys.length; k++) next[keys[k]! + 1]!++;
  for (let key = 1; key < next.length; key++) next[key]! += next[key - 1]!;
  const sorted = new Int32Array(numbers.length);
  for (let k = 0; k < numbers.length; k++) sorted[next[keys[numbers[k]!]!]!++] = numbers[k]!;
  return sorted;
}

/**
 * The beginning of both parts, all places where beads begin, and the end, numbered along the diagonals. Memory: 4 bytes
 * for each bead and each sentence.
 */
export class Places {
  count = 0;
  /** How many Chinese sentences stand before each place. */
  readonly #zh: Int32Array;
  /** By how many sentences stand before a place, of both sides together: the number of the first such place. */
  readonly #first: Int32Array;

  /** @param beads in order */
  constructor(beads: FlatBeads, zhCount: number, enCount: number) {
    const count = beadCount(beads);
    this.#zh = new Int32Array(count + 2);
    this.#first = new Int32Array(zhCount + enCount + 2);
    this.#add(0, 0);
    for (let k = 0; k < count; k++) this.#add(zhStart(beads, k), enStart(beads, k));
    this.#add(zhCount, enCount);
    for (let sum = 1; sum < this.#first.length; sum++) this.#first[sum]! += this.#first[sum - 1]!;
  }

  /** Adds a place, which comes behind the others or is the last of them. */
  #add(zh: number, en: number): void {
    const isThere = this.#first[zh + en + 1]! > 0 && this.#zh[this.count - 1] === zh;
    if (isThere) return;
    this.#zh[this.count++] = zh;
    this.#first[zh + en + 1]!++;
  }

  /** The number of the place where a bead begins. */
  startOf(beads: FlatBeads, k: number): number {
    return this.numberOf(zhStart(beads, k), enStart(beads, k));
  }

  /** The number of the place where a bead ends, -1 where no bead begins. */
  endOf(beads: FlatBeads, k: number): number {
    return this.numberOf(zhEnd(beads, k), enEnd(beads, k));
  }

  /** The number of a place, -1 where no bead begins. */
  numberOf(zh: number, en: number): number {
    const end = this.#first[zh + en + 1]!;
    for (let place = this.#first[zh + en]!; place < end; place++) if (this.#zh[place] === zh) return place;
    return -1;
  }

  /** Which of the beads in order, by their numbers, lie on a way from the first place to the last. */
  connected(beads: FlatBeads): Int32Array {
    const count = beadCount(beads);
    const reached = new Uint8Array(this.count);
    const leading = new Uint8Array(this.count);
    reached[0] = 1;
    leading[this.count - 1] = 1;
    for (let k = 0; k < count; k++) {
      const to = this.endOf(beads, k);
      if (to >= 0 && reached[this.startOf(beads, k)]) reached[to] = 1;
    }
    const kept = new Int32Array(count);
    let first = count;
    for (let k = count - 1; k >= 0; k--) {
      const from = this.startOf(beads, k);
      const to = this.endOf(beads, k);
      if (to < 0 || !reached[from] || !leading[to]) continue;
      leading[from] = 1;
      kept[--first] = k;
    }
    return kept.subarray(first);
  }
}
