import { readBuilt } from './built-file.ts';

/** Made by the build of the dictionary and the model of cppjieba: one line of JSON, then numbers. */
const FILE = new URL('../../dist/chinese-words.bin', import.meta.url);

/** What stands before the numbers. */
export interface WordTableHeader {
  readonly nodes: number;
  /** How many characters the model knows. */
  readonly characters: number;
  /** The parts of speech, by the numbers that the nodes have. */
  readonly tags: readonly string[];
  /** How often words stand in the texts of the dictionary; nodes have the number in this list plus one. */
  readonly frequencies: readonly number[];
  readonly sum: number;
  /** Logarithms of the probabilities of the states B, E, M and S at the beginning, and from each to each. */
  readonly begins: readonly number[];
  readonly follows: readonly (readonly number[])[];
}

/** Numbers of the states of a character: begin, end and middle of a word, a word by itself. */
export const STATES = 4;
/** The logarithm of what is impossible, as cppjieba has it. */
export const IMPOSSIBLE = -3.14e100;
/** Code units. */
const LETTERS = 0x10000;

/** The words of a dictionary as a trie over UTF-16 code units, and a hidden Markov model of the characters of the others. */
export class WordTable {
  readonly begins: readonly number[];
  readonly follows: readonly (readonly number[])[];
  /** The logarithm of the probability of the rarest word, taken for a character that is none. */
  readonly least: number;
  readonly #tags: readonly string[];
  readonly #weights: Float64Array;
  /** The children of node `n` are `firsts[n]` up to `firsts[n + 1]`, ascending by their letters. */
  readonly #firsts: Int32Array;
  readonly #letters: Uint16Array;
  readonly #weightNumbers: Uint16Array;
  readonly #tagNumbers: Uint8Array;
  /** The children of the root by their letters, for most letters begin a word. */
  readonly #ofRoot = new Int32Array(LETTERS);
  /** The row of a letter in the emissions; row 0 is for those that the model does not know. */
  readonly #emissionRows = new Uint16Array(LETTERS);
  readonly #emissions: Float64Array;

  constructor(bytes: Buffer) {
    const numbers = bytes.indexOf('\n') + 1;
    const header = JSON.parse(bytes.toString('utf8', 0, numbers)) as WordTableHeader;
    const { nodes, characters, frequencies, sum } = header;
    const sections = new Sections(bytes, numbers);
    const emissions = sections.next(Float64Array, characters * STATES);
    this.#firsts = sections.next(Int32Array, nodes + 1);
    const known = sections.next(Uint16Array, characters);
    this.#letters = sections.next(Uint16Array, nodes);
    this.#weightNumbers = sections.next(Uint16Array, nodes);
    this.#tagNumbers = sections.next(Uint8Array, nodes);
    this.begins = header.begins;
    this.follows = header.follows;
    this.#tags = header.tags;
    this.#weights = Float64Array.from([1, ...frequencies], (count) => Math.log(count / sum));
    this.least = Math.log(Math.min(...frequencies) / sum);
    this.#emissions = new Float64Array(emissions.length + STATES).fill(IMPOSSIBLE, 0, STATES);
    this.#emissions.set(emissions, STATES);
    known.forEach((letter, k) => {
      this.#emissionRows[letter] = k + 1;
    });
    for (let node = this.#firsts[0]!; node < this.#firsts[1]!; node++)
      this.#ofRoot[this.#letters[node]!] = node;
  }

  /** The node that a letter leads to from another one; 0, the root, when it leads nowhere. */
  child(node: number, letter: number): number {
    if (node === 0) return this.#ofRoot[letter]!;
    let low = this.#firsts[node]!;
    let high = this.#firsts[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#letters[middle]!;
      if (found === letter) return middle;
      if (found < letter) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  isWord(node: number): boolean {
    return this.#weightNumbers[node]! > 0;
  }

  /** The logarithm of the probability of the word that ends at a node. */
  weight(node: number): number {
    return this.#weights[this.#weightNumbers[node]!]!;
  }

  /** The part of speech of the word that ends at a node; empty when none does, or nobody has said. */
  tag(node: number): string {
    return this.#tags[this.#tagNumbers[node]!]!;
  }

  /** The logarithm of the probability that a state writes a code unit. */
  emission(letter: number, state: number): number {
    return this.#emissions[this.#emissionRows[letter]! * STATES + state]!;
  }
}

type Numbers<T> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

/** Arrays of numbers, one behind the other; those of wider numbers come first, so that each is aligned. */
class Sections {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  next<T>(type: Numbers<T>, length: number): T {
    const section = new type(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, length);
    this.#at += length * type.BYTES_PER_ELEMENT;
    return section;
  }
}

let table: WordTable | undefined;

/** The table of the build, read once a process. */
export function wordTable(): WordTable {
  table ??= new WordTable(readBuilt(FILE));
  return table;
}
