const BITS = 1 << 22;
/** What Neighbours fill, in bytes. */
export const NEIGHBOURS_SIZE = BITS / 8;
/** No word of the dictionary has a space in it. */
const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Which code units stand side by side in some texts, and which occur at all: what any word in them must be made of. A
 * table of bits, 512 KiB, which may hold a few pairs that occur nowhere.
 */
export class Neighbours {
  readonly #bits: Uint32Array;

  /** @param memory where they stand: empty, or with what other texts have left there */
  constructor(texts: Iterable<string> = [], memory: ArrayBufferLike = new ArrayBuffer(NEIGHBOURS_SIZE)) {
    this.#bits = new Uint32Array(memory);
    for (const text of texts) this.add(text);
  }

  add(text: string): void {
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#add(unit, 0);
      if (at > 0) this.#add(last, unit);
      last = unit;
    }
  }

  /** Whether all that stands side by side in a text, without a space, does so in these texts too. */
  holds(text: string): boolean {
    let last = SPACE;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== SPACE && !(last === SPACE ? this.#has(unit, 0) : this.#has(last, unit))) return false;
      last = unit;
    }
    return true;
  }

  /** `holds` for a word in well-formed UTF-8 that has no space in it. */
  holdsEncoded(utf8: Uint8Array, start: number, end: number): boolean {
    let last = 0;
    for (let at = start; at < end; ) {
      const length = lengthFrom(utf8[at]!);
      const point = pointAt(utf8, at, length);
      at += length;
      if (point > 0xffff) {
        const high = 0xd7c0 + (point >>> 10);
        if (!this.#follows(last, high)) return false;
        last = high;
      }
      const unit = point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
      if (!this.#follows(last, unit)) return false;
      last = unit;
    }
    return true;
  }

  /** Whether a code unit stands behind another one, or anywhere for 0. */
  #follows(last: number, unit: number): boolean {
    return last === 0 ? this.#has(unit, 0) : this.#has(last, unit);
  }

  #add(unit: number, next: number): void {
    // Other threads may be adding what stands in other texts.
    if (!this.#has(unit, next)) Atomics.or(this.#bits, bitOf(unit, next) >>> 5, 1 << bitOf(unit, next));
  }

  #has(unit: number, next: number): boolean {
    const bit = bitOf(unit, next);
    return (this.#bits[bit >>> 5]! & (1 << bit)) !== 0;
  }
}

/** How many bytes a character of UTF-8 has, by the first of them. */
function lengthFrom(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

/** A character of UTF-8 of so many bytes. */
function pointAt(utf8: Uint8Array, at: number, length: number): number {
  let point = length === 1 ? utf8[at]! : utf8[at]! & (0x7f >>> length);
  for (let k = 1; k < length; k++) point = (point << 6) | (utf8[at + k]! & 0x3f);
  return point;
}

/** Two odd numbers of good mixing, from Fibonacci hashing and MurmurHash3. */
function bitOf(unit: number, next: number): number {
  return ((Math.imul(unit, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 0) % BITS;
}

/** No text is cut so that a word begins with a full stop and goes on: these are never found. */
const REST = '。一';
const LEAST = '。二';

/**
 * The words of a dictionary of nodejieba that can stand in some texts, as a dictionary that cuts these texts as the whole
 * one does: nodejieba weighs a word by its share of all frequencies, and what it does not know by the least of them, so
 * that two words without use stand for all that are left out. Both are UTF-8, for decoding takes longer than all the rest.
 *
 * @param dictionary lines of word, frequency and tag, a space between
 */
export function extractFor(neighbours: Neighbours, dictionary: Uint8Array): Buffer {
  const kept = Buffer.alloc(dictionary.length + 1);
  let size = 0;
  let rest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < dictionary.length; ) {
    const wordEnd = endOf(dictionary, SPACE, at);
    const end = endOf(dictionary, NEWLINE, wordEnd);
    const frequency = numberAt(dictionary, wordEnd + 1);
    least = Math.min(least, frequency);
    if (neighbours.holdsEncoded(dictionary, at, wordEnd)) {
      for (let k = at; k < end; k++) kept[size++] = dictionary[k]!;
      kept[size++] = NEWLINE;
    } else rest += frequency;
    at = end + 1;
  }
  const others = rest > least ? `${REST} ${rest - least} x\n${LEAST} ${least} x\n` : '';
  return Buffer.concat([kept.subarray(0, size), Buffer.from(others)]);
}

function endOf(bytes: Uint8Array, mark: number, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== mark) at++;
  return at;
}

/** The whole number of decimal digits at a place. */
function numberAt(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let at = start; ; at++) {
    const digit = bytes[at]! - 48;
    if (!(digit >= 0 && digit <= 9)) return value;
    value = value * 10 + digit;
  }
}
