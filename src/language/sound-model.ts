import { halvesOf, readings } from './pinyin.ts';

/** How often something stood for each chunk of letters, or the shares of the chunks. */
export type Chunks = Map<string, number>;
export type Counts = Map<string, Chunks>;

/**
 * What names have taught: which chunks of letters the characters, syllables, initials and finals stood for, and which
 * letter follows which in names (`END` before the first and after the last).
 */
export interface SoundTable {
  readonly character: Counts;
  readonly syllable: Counts;
  readonly initial: Counts;
  readonly final: Counts;
  readonly letter: Counts;
}

/** A character stands for at most so many letters. */
export const MOST_LETTERS = 5;
export const WIDTH = MOST_LETTERS + 1;
export const END = '`';
const SYMBOLS = 27;

// Chosen on one draw of 500 names like those of `npm run bench:sound`, for its rank and its recall.
/** Sightings at which a character is believed as much as its syllable, a syllable as much as its halves, … */
const TRUST_CHARACTER = 4;
const TRUST_SYLLABLE = 6;
const TRUST_HALF = 4;
/** The share of characters that stand for letters nobody has seen them stand for … */
const UNSEEN = 0.02;
/** … and of those that have only their initial in common with the letters. */
const BEGUN = 0.2;
/** What each consonant costs that nothing in the Chinese accounts for. */
const EXTRA_CONSONANT = 0.2;
const CONSONANT_AFTER_INITIAL = 0.3;
const LONGEST_INITIAL = 3;
/** Shares of chunks of 0 to 5 letters. */
const LENGTHS = [0.1, 0.25, 0.3, 0.2, 0.1, 0.05];
const LENGTHS_AFTER_INITIAL = [0.1, 0.3, 0.3, 0.2, 0.1, 0.05];
const LEAST_SHARE = 1e-4;
const LEAST_HALF_SHARE = 1e-3;

/** A Latin word, ready for comparison: numbers for the chunk of n letters from `at` on stand at `at * WIDTH + n`. */
interface Word {
  readonly length: number;
  /** The chunk as a number in base 27. */
  readonly codes: Int32Array;
  /** One over how likely the chunk is in any word. */
  readonly gains: Float64Array;
  /** What is left of a chunk's share when no character, or only an initial, accounts for it. */
  readonly unseen: Float64Array;
  readonly afterInitial: Float64Array;
  /** Log of how likely any word ends here. */
  readonly endLog: number;
}

interface Sound {
  readonly chunks: ReadonlyMap<number, number>;
  readonly initials: ReadonlyMap<number, number>;
}

export type SoundModel = ReturnType<typeof soundModel>;

/**
 * The measure of how well Chinese characters render a word: a chain of characters, each of which stands for a chunk
 * of 0 to 5 letters, against a chain of letters that knows nothing of the Chinese. A character that was seen too
 * seldom is backed by its syllable, the syllable by its initial and final.
 */
export function soundModel(table: SoundTable) {
  const sounds = new Map<string, Sound>();
  const words = new Map<string, Word>();
  const syllables = new Map<string, Chunks>();
  const letterLogs = letterLogsOf(table.letter);
  const anyInitial = sharesOfAll(table.initial);
  const anyFinal = sharesOfAll(table.final);

  function soundOf(character: string): Sound {
    const chunks = backed(
      table.character.get(character),
      mean(readings(character).map(chunksOf)),
      TRUST_CHARACTER,
    );
    const initials = mean(readings(character).map((syllable) => initialsOf(halvesOf(syllable)[0])));
    const begins = [...initials].filter(([chunk]) => chunk.length > 0 && chunk.length <= LONGEST_INITIAL);
    return {
      chunks: byCode([...chunks].filter(([, share]) => share >= LEAST_SHARE)),
      initials: byCode(begins),
    };
  }

  function chunksOf(syllable: string): Chunks {
    return cached(syllables, syllable, () =>
      backed(table.syllable.get(syllable), halvesJoined(...halvesOf(syllable)), TRUST_SYLLABLE),
    );
  }

  function initialsOf(initial: string): Chunks {
    return withoutRare(backed(table.initial.get(initial), anyInitial, TRUST_HALF));
  }

  function halvesJoined(initial: string, final: string): Chunks {
    const ends = withoutRare(backed(table.final.get(final), anyFinal, TRUST_HALF));
    const shares: Chunks = new Map();
    for (const [start, a] of initialsOf(initial)) {
      for (const [end, b] of ends) {
        if (a * b >= LEAST_SHARE && start.length + end.length <= MOST_LETTERS)
          add(shares, start + end, a * b);
      }
    }
    return shares;
  }

  const sound = (character: string) => cached(sounds, character, () => soundOf(character));
  const word = (letters: string) => cached(words, letters, () => wordOf(letters, letterLogs));

  /**
   * For each character and each chunk of the word how much likelier the character makes it, at
   * `(character * (length + 1) + at) * WIDTH + n`.
   */
  function ratios(characters: readonly string[], letters: string): Float64Array {
    const { length } = word(letters);
    const all = new Float64Array(characters.length * (length + 1) * WIDTH);
    characters.forEach((character, k) => {
      for (let at = 0; at <= length; at++) {
        fill(all.subarray((k * (length + 1) + at) * WIDTH), sound(character), word(letters), at);
      }
    });
    return all;
  }

  /** Log of how much likelier the letters are as a rendering of the characters than as any word. */
  function logRatio(chinese: string, letters: string): number {
    const latin = word(letters);
    const { length, endLog } = latin;
    const step = new Float64Array(WIDTH);
    let before = new Float64Array(length + 1);
    before[0] = 1;
    for (const character of chinese) {
      const after = new Float64Array(length + 1);
      const own = sound(character);
      for (let at = 0; at <= length; at++) {
        if (before[at] === 0) continue;
        fill(step, own, latin, at);
        for (let n = 0; n <= MOST_LETTERS && at + n <= length; n++) after[at + n]! += before[at]! * step[n]!;
      }
      before = after;
    }
    return Math.log(before[length]!) - endLog;
  }

  return { ratios, logRatio };
}

/** The ratios of the chunks of 0 to 5 letters from `at` on. */
function fill(into: Float64Array, { chunks, initials }: Sound, word: Word, at: number): void {
  const base = at * WIDTH;
  const most = Math.min(MOST_LETTERS, word.length - at);
  for (let n = 0; n <= most; n++) {
    const place = base + n;
    into[n] =
      (chunks.get(word.codes[place]!) ?? 0) * word.gains[place]! +
      (UNSEEN * LENGTHS[n]! * word.unseen[at + n]!) / word.unseen[at]!;
  }
  for (let m = 1; m <= most && m <= LONGEST_INITIAL; m++) {
    const share = initials.get(word.codes[base + m]!);
    if (share === undefined) continue;
    const begun = (BEGUN * share * word.gains[base + m]!) / word.afterInitial[at + m]!;
    for (let n = m; n <= most; n++)
      into[n]! += begun * LENGTHS_AFTER_INITIAL[n - m]! * word.afterInitial[at + n]!;
  }
}

function wordOf(letters: string, letterLogs: Float64Array): Word {
  const { length } = letters;
  const numbers = [0, ...Array.from(letters, numberOf)];
  const codes = new Int32Array((length + 1) * WIDTH);
  const gains = new Float64Array((length + 1) * WIDTH).fill(1);
  for (let at = 0; at <= length; at++) {
    for (let n = 1; n <= MOST_LETTERS && at + n <= length; n++) {
      const place = at * WIDTH + n;
      const [before, letter] = [numbers[at + n - 1]!, numbers[at + n]!];
      codes[place] = codes[place - 1]! * SYMBOLS + letter;
      gains[place] = gains[place - 1]! * Math.exp(-letterLogs[before * SYMBOLS + letter]!);
    }
  }
  return {
    length,
    codes,
    gains,
    unseen: consonantCosts(letters, EXTRA_CONSONANT),
    afterInitial: consonantCosts(letters, CONSONANT_AFTER_INITIAL),
    endLog: letterLogs[numbers.at(-1)! * SYMBOLS]!,
  };
}

/** The product of the costs of the consonants before each place. */
function consonantCosts(letters: string, cost: number): Float64Array {
  const costs = new Float64Array(letters.length + 1).fill(1);
  for (const [k, letter] of Array.from(letters).entries()) {
    costs[k + 1] = costs[k]! * (/[aeiouyhw]/.test(letter) ? 1 : cost);
  }
  return costs;
}

function letterLogsOf(letter: Counts): Float64Array {
  const symbols = Array.from({ length: SYMBOLS }, (_, k) => String.fromCharCode(END.charCodeAt(0) + k));
  return Float64Array.from(
    symbols.flatMap((before) => {
      const row: Chunks = letter.get(before) ?? new Map();
      const total = sum(row) + SYMBOLS / 2;
      return symbols.map((after) => Math.log(((row.get(after) ?? 0) + 0.5) / total));
    }),
  );
}

function numberOf(letter: string): number {
  return letter.charCodeAt(0) - END.charCodeAt(0);
}

function byCode(shares: readonly (readonly [chunk: string, share: number])[]): Map<number, number> {
  const codeOf = (chunk: string) => Array.from(chunk, numberOf).reduce((code, n) => code * SYMBOLS + n, 0);
  return new Map(shares.map(([chunk, share]) => [codeOf(chunk), share]));
}

/** The shares in counts, what was seen seldom or never taken from the general shares. */
function backed(counts: Chunks | undefined, general: Chunks, trust: number): Chunks {
  const total = trust + (counts ? sum(counts) : 0);
  const shares: Chunks = new Map();
  for (const [chunk, share] of general) shares.set(chunk, (trust * share) / total);
  for (const [chunk, count] of counts ?? []) add(shares, chunk, count / total);
  return shares;
}

function sharesOfAll(counts: Counts): Chunks {
  const all: Chunks = new Map();
  for (const row of counts.values()) for (const [chunk, count] of row) add(all, chunk, count);
  const total = sum(all);
  return new Map([...all].map(([chunk, count]) => [chunk, count / total]));
}

function mean(rows: readonly Chunks[]): Chunks {
  const shares: Chunks = new Map();
  for (const row of rows) for (const [chunk, share] of row) add(shares, chunk, share / rows.length);
  return shares;
}

function withoutRare(shares: Chunks): Chunks {
  return new Map([...shares].filter(([, share]) => share >= LEAST_HALF_SHARE));
}

function sum(row: Chunks): number {
  let total = 0;
  for (const count of row.values()) total += count;
  return total;
}

/** Adds to the number of a chunk. */
export function add(row: Chunks, chunk: string, count: number): void {
  row.set(chunk, (row.get(chunk) ?? 0) + count);
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
