import { hash } from 'node:crypto';

/** Of a hash, so many 32-bit words are kept: 128 bits, so that no two of a billion pairs are ever taken for one. */
const WORDS = 4;
const SMALLEST = 1 << 12;
/** Slots are filled to this share before there are twice as many. */
const FULLEST = 0.7;

/**
 * Which pairs of texts were seen, each with a number: an open-addressing table over hashes. In memory it takes 24 bytes a
 * slot, so at most 24 / 0.35 = 69 bytes a pair, and 1.5 times that while it grows.
 */
export class PairTable {
  #hashes = new Uint32Array(SMALLEST * WORDS);
  /** One more than the number, 0 for an empty slot. */
  #values = new Float64Array(SMALLEST);
  #used = 0;
  readonly #key = new Uint32Array(WORDS);

  /** How many different pairs it holds. */
  get size(): number {
    return this.#used;
  }

  /** The number that was set for the pair; undefined for one that was never seen. */
  get(zh: string, en: string): number | undefined {
    const value = this.#values[this.#slotOf(zh, en)]!;
    return value === 0 ? undefined : value - 1;
  }

  /** @param number not negative */
  set(zh: string, en: string, number: number): void {
    const slot = this.#slotOf(zh, en);
    const isNew = this.#values[slot] === 0;
    this.#hashes.set(this.#key, slot * WORDS);
    this.#values[slot] = number + 1;
    if (isNew && ++this.#used > this.#values.length * FULLEST) this.#grow();
  }

  /** The slot where the pair stands, or would stand; its hash is then in `#key`. */
  #slotOf(zh: string, en: string): number {
    const digest = hash('sha1', `${zh}\u0000${en}`, 'buffer');
    for (let word = 0; word < WORDS; word++) this.#key[word] = digest.readUInt32LE(4 * word);
    return this.#freeSlot(this.#key);
  }

  #freeSlot(key: Uint32Array): number {
    const mask = this.#values.length - 1;
    let slot = key[0]! & mask;
    while (this.#values[slot] !== 0 && !this.#stands(key, slot)) slot = (slot + 1) & mask;
    return slot;
  }

  #stands(key: Uint32Array, slot: number): boolean {
    for (let word = 0; word < WORDS; word++)
      if (this.#hashes[slot * WORDS + word] !== key[word]) return false;
    return true;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#values = new Float64Array(values.length * 2);
    for (let old = 0; old < values.length; old++) {
      if (values[old] === 0) continue;
      const key = hashes.subarray(old * WORDS, (old + 1) * WORDS);
      const slot = this.#freeSlot(key);
      this.#hashes.set(key, slot * WORDS);
      this.#values[slot] = values[old]!;
    }
  }
}
