const BITS = 1 << 22;
/** What Neighbours fill, in bytes. */
export const NEIGHBOURS_SIZE = BITS / 8;
/** No word of the dictionary has a space in it. */
const SPACE = 0x20;

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

  /** Whether all that stands side by side between two places of a text, without a space, does so in these texts too. */
  holds(text: string, start = 0, end = text.length): boolean {
    let last = SPACE;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== SPACE && !(last === SPACE ? this.#has(unit, 0) : this.#has(last, unit))) return false;
      last = unit;
    }
    return true;
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
 * that two words without use stand for all that are left out.
 *
 * @param dictionary lines of word, frequency and tag, a space between
 */
export function extractFor(neighbours: Neighbours, dictionary: string): string {
  const lines: string[] = [];
  let rest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < dictionary.length; ) {
    const end = endOf(dictionary, '\n', at);
    const wordEnd = endOf(dictionary, ' ', at);
    const frequency = numberAt(dictionary, wordEnd + 1);
    least = Math.min(least, frequency);
    if (neighbours.holds(dictionary, at, wordEnd)) lines.push(dictionary.slice(at, end));
    else rest += frequency;
    at = end + 1;
  }
  if (rest > least) lines.push(`${REST} ${rest - least} x`, `${LEAST} ${least} x`);
  return `${lines.join('\n')}\n`;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** The whole number of decimal digits at a place of a text. */
function numberAt(text: string, start: number): number {
  let value = 0;
  for (let at = start; ; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return value;
    value = value * 10 + digit;
  }
}
