import { halvesOf, readings } from './pinyin.ts';

/** How often something stood for each chunk of letters, or the shares of the chunks. */
export type Chunks = Map<string, number>;
export type Counts = Map<string, Chunks>;

/**
 * What names have taught: which chunks of letters each character stood for (the last chunk of a name has `END` behind
 * it), and which letter follows which in names (`END` before the first and after the last).
 */
export interface SoundCounts {
  readonly character: Counts;
  readonly letter: Counts;
}

export const END = '`';

const CUT = /^((?:y(?=[aeiou])|[^aeiouy`])*)([aeiouy]*)(.*)$/;
/** The first sign of a piece: onset, nucleus, coda within a name, coda at its end. */
export const PIECE_KINDS = '^=-$';
export const ONSET = 0;

/** The onset, nucleus and coda of a chunk, each with the sign of its kind. */
export function piecesOf(chunk: string): string[] {
  const [, onset = '', nucleus = '', coda = ''] = CUT.exec(chunk)!;
  return [`^${onset}`, `=${nucleus}`, coda.endsWith(END) ? `$${coda.slice(0, -1)}` : `-${coda}`];
}

export function kindOf(piece: string): number {
  return PIECE_KINDS.indexOf(piece[0]!);
}

/** The names under which initial and final are counted, either of which may be empty: `<zh` and `>ong`. */
export function halfNames(syllable: string): readonly [initial: string, final: string] {
  const [initial, final] = halvesOf(syllable);
  return [`<${initial}`, `>${final}`];
}

/**
 * What characters, their syllables, and initials and finals were seen to stand for: chunks of letters, and their pieces. What was seen of
 * a character with two readings is shared out among them. A row is made when it is asked for: a story has few characters.
 */
export class Tallies {
  readonly #counts: Counts;
  /** The characters with a reading, or half of one, in the order of the counts; twice where it is in two readings. */
  readonly #bySyllable = new Map<string, string[]>();
  readonly #byHalf = new Map<string, string[]>();
  readonly #cuts = new Map<string, readonly string[]>();
  readonly #syllables = new Map<string, Chunks>();

  constructor(counts: Counts) {
    this.#counts = counts;
    for (const character of counts.keys()) {
      for (const syllable of readings(character)) {
        cached(this.#bySyllable, syllable, () => []).push(character);
        for (const half of halfNames(syllable)) cached(this.#byHalf, half, () => []).push(character);
      }
    }
  }

  /** Chunks without the mark of a name's end. */
  chunksOf(character: string): Chunks {
    const row: Chunks = new Map();
    for (const [chunk, count] of this.#rowOf(character)) add(row, lettersOf(chunk), count);
    return row;
  }

  chunksOfSyllable(syllable: string): Chunks {
    return cached(this.#syllables, syllable, () => {
      const row: Chunks = new Map();
      for (const character of this.#bySyllable.get(syllable) ?? []) {
        const share = readings(character).length;
        for (const [chunk, count] of this.#rowOf(character)) add(row, lettersOf(chunk), count / share);
      }
      return row;
    });
  }

  piecesOf(character: string): Chunks {
    const row: Chunks = new Map();
    this.#addPieces(row, character);
    return row;
  }

  /** Onsets of an initial, all other pieces of a final; `name` as `halfNames` has it. */
  piecesOfHalf(name: string): Chunks {
    const row: Chunks = new Map();
    for (const character of this.#byHalf.get(name) ?? []) {
      const share = readings(character).length;
      for (const [chunk, count] of this.#rowOf(character)) {
        for (const piece of this.#cut(chunk)) {
          if ((kindOf(piece) === ONSET) === name.startsWith('<')) add(row, piece, count / share);
        }
      }
    }
    return row;
  }

  /** The pieces of all characters together. */
  allPieces(): Chunks {
    const row: Chunks = new Map();
    for (const character of this.#counts.keys()) this.#addPieces(row, character);
    return row;
  }

  #addPieces(row: Chunks, character: string): void {
    for (const [chunk, count] of this.#rowOf(character)) {
      for (const piece of this.#cut(chunk)) add(row, piece, count);
    }
  }

  #rowOf(character: string): Iterable<readonly [chunk: string, count: number]> {
    return this.#counts.get(character) ?? [];
  }

  #cut(chunk: string): readonly string[] {
    return cached(this.#cuts, chunk, () => piecesOf(chunk));
  }
}

function lettersOf(chunk: string): string {
  return chunk.endsWith(END) ? chunk.slice(0, -1) : chunk;
}

/** The row of a unit, made when there is none. */
export function rowOf(counts: Counts, unit: string): Chunks {
  return cached(counts, unit, () => new Map());
}

/** The counts of all chunks of a row together. */
export function sum(row: Chunks): number {
  let total = 0;
  for (const count of row.values()) total += count;
  return total;
}

/** Adds to the number of a chunk. */
export function add(row: Chunks, chunk: string, count: number): void {
  row.set(chunk, (row.get(chunk) ?? 0) + count);
}

/** What a key stands for, made when there is nothing yet. */
export function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
