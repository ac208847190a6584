/** Which keys have been seen, of ten million units in typed arrays: 12 bytes a place, at most three quarters of them taken. */

/** 64 bits of a key, as two numbers of 32: of ten million keys two are the same by chance once in 400,000 runs. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

const FIRST_CAPACITY = 1 << 12;
const FULLEST = 0.75;

/** A set of hashes with a number of 32 bits to each: open addressing, doubled when it is nearly full. */
export class Seen {
  #capacity = FIRST_CAPACITY;
  #places = new Uint32Array(3 * FIRST_CAPACITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number that a hash was first added with, 1 to 2^32 - 1; undefined when it has not been. */
  get(hash: Hash): number | undefined {
    return this.#places[3 * this.#find(hash) + 2] || undefined;
  }

  /** Keeps a hash with its number (0 is kept as 1), unless it is there. @returns whether it is new */
  add(hash: Hash, number = 1): boolean {
    if (this.#size >= FULLEST * this.#capacity) this.#grow();
    const at = 3 * this.#find(hash);
    if (this.#places[at + 2] !== 0) return false;
    this.#places[at] = hash.high;
    this.#places[at + 1] = hash.low;
    this.#places[at + 2] = number >>> 0 || 1;
    this.#size++;
    return true;
  }

  /** The place of a hash, or the free one where it belongs. */
  #find({ high, low }: Hash): number {
    const last = this.#capacity - 1;
    const places = this.#places;
    let place = low & last;
    for (;;) {
      const at = 3 * place;
      if (places[at + 2] === 0 || (places[at] === high && places[at + 1] === low)) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const before = this.#places;
    this.#capacity *= 2;
    this.#places = new Uint32Array(3 * this.#capacity);
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] === 0) continue;
      const to = 3 * this.#find({ high: before[at]!, low: before[at + 1]! });
      this.#places.set(before.subarray(at, at + 3), to);
    }
  }
}

/** The hash of several texts, in order; what is one text is never two. */
export function hashOf(...texts: readonly string[]): Hash {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x9e3779b1);
      low = Math.imul(low ^ unit, 0x5f356495);
      high ^= high >>> 15;
      low ^= low >>> 13;
    }
    // What no text has in it: the end of one.
    high = Math.imul(high ^ 0x10000 ^ text.length, 0x85ebca77);
    low = Math.imul(low ^ 0x10000 ^ text.length, 0xc2b2ae3d);
  }
  return { high: mixed(high ^ (low >>> 16)), low: mixed(low ^ (high >>> 16)) };
}

/** Every bit of the number depends on every other: the last step of MurmurHash3. */
function mixed(number: number): number {
  let n = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  n = Math.imul(n ^ (n >>> 13), 0xc2b2ae35);
  return (n ^ (n >>> 16)) >>> 0;
}
