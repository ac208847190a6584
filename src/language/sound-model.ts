import { readings } from './pinyin.ts';
import {
  add,
  type Chunks,
  type Counts,
  cached,
  END,
  halfNames,
  kindOf,
  ONSET,
  PIECE_KINDS,
  piecesOf,
  type SoundCounts,
  sum,
  Tallies,
} from './sound-tallies.ts';

/** A character stands for at most so many letters. */
export const MOST_LETTERS = 5;
export const WIDTH = MOST_LETTERS + 1;
const SYMBOLS = 27;

// Chosen on three draws of 500 names like those of `npm run bench:sound`, for their rank and their recall.
/** Sightings at which a character is believed as much as its syllable, a syllable as much as its pieces … */
const TRUST_CHARACTER = 12;
const TRUST_SYLLABLE = 25;
/** … the pieces of a character as much as those of its initial and final, and these as much as any pieces. */
const TRUST_OWN_PIECE = 8;
const TRUST_PIECE = 8;
/** The share of characters that stand for letters nobody has seen them stand for … */
const UNSEEN = 0.007;
/** … and of those that have only their onset in common with the letters. */
const BEGUN = 0.6;
/** What each consonant costs that nothing in the Chinese accounts for. */
const EXTRA_CONSONANT = 0.2;
const CONSONANT_AFTER_ONSET = 0.5;
/** Shares of chunks of 0 to 5 letters. */
const LENGTHS = [0.1, 0.25, 0.3, 0.2, 0.1, 0.05];
const LENGTHS_AFTER_ONSET = [0.1, 0.3, 0.3, 0.2, 0.1, 0.05];
const LEAST_SHARE = 1e-4;

/** Stands for pieces that no name has; its share is always 0. */
const NO_PIECE = '^?';

/** A Latin word, ready for comparison: numbers for the chunk of n letters from `at` on stand at `at * WIDTH + n`. */
interface Word {
  readonly length: number;
  /** The chunk as a number in base 27. */
  readonly codes: Int32Array;
  /** Numbers of the onset, nucleus and coda of the chunk, three for each; 0 is a piece that no name has. */
  readonly pieces: Int32Array;
  readonly onsetLengths: Int32Array;
  /** One over how likely the chunk is in any word. */
  readonly gains: Float64Array;
  /** What is left of a chunk's share when no character, or only an onset, accounts for it. */
  readonly unseen: Float64Array;
  readonly afterOnset: Float64Array;
  /** Log of how likely any word ends here. */
  readonly endLog: number;
}

interface Sound {
  readonly chunks: ReadonlyMap<number, number>;
  /** By number of the piece. Those of onsets are shares of what the chunks leave, so that a product of three is one. */
  readonly pieces: Float64Array;
}

export type SoundModel = ReturnType<typeof soundModel>;

/**
 * The measure of how well Chinese characters render a word: a chain of characters, each of which stands for a chunk
 * of 0 to 5 letters, against a chain of letters that knows nothing of the Chinese. A character that was seen too
 * seldom is backed by its syllable, the syllable by onset, nucleus and coda, each on its own.
 * Letters are those of `spelledSimply`.
 */
export function soundModel({ character: counts, letter }: SoundCounts) {
  const sounds = new Map<string, Sound>();
  const words = new Map<string, Word>();
  const letterLogs = letterLogsOf(letter);
  const seen = new Tallies(counts);
  const allPieces = seen.allPieces();
  const pieces = [NO_PIECE, ...[...allPieces.keys()].sort()];
  const numberOfPiece = new Map(pieces.map((piece, k) => [piece, k]));
  const kinds = pieces.map(kindOf);
  const anyPiece = pieceShares(allPieces, undefined, 0);
  const halves = new Map<string, Float64Array>();

  /** The share of each piece among those of its kind, what was seen seldom taken from the general shares. */
  function pieceShares(row: Chunks, general: Float64Array | undefined, trust: number): Float64Array {
    const totals = new Float64Array(PIECE_KINDS.length).fill(trust);
    for (const [piece, count] of row) totals[kindOf(piece)]! += count;
    const shares = new Float64Array(kinds.length);
    if (general)
      for (let k = 0; k < shares.length; k++) shares[k] = (trust * general[k]!) / totals[kinds[k]!]!;
    for (const [piece, count] of row) shares[numberOfPiece.get(piece)!]! += count / totals[kindOf(piece)]!;
    return shares;
  }

  function half(name: string): Float64Array {
    return cached(halves, name, () => pieceShares(seen.piecesOfHalf(name), anyPiece, TRUST_PIECE));
  }

  function piecesOfSyllables(syllables: readonly string[]): Float64Array {
    const shares = new Float64Array(pieces.length);
    for (const syllable of syllables) {
      const [starts, ends] = halfNames(syllable).map(half);
      for (let k = 0; k < shares.length; k++) {
        shares[k]! += (kinds[k] === ONSET ? starts![k]! : ends![k]!) / syllables.length;
      }
    }
    return shares;
  }

  function soundOf(character: string): Sound {
    const syllables = readings(character);
    const row = seen.chunksOf(character);
    const total = sum(row) + TRUST_CHARACTER;
    const chunks = new Map([...row].map(([chunk, count]) => [chunk, count / total]));
    let rest = 0;
    for (const syllable of syllables) {
      const general = seen.chunksOfSyllable(syllable);
      const weight = TRUST_CHARACTER / (total * syllables.length * (sum(general) + TRUST_SYLLABLE));
      for (const [chunk, count] of general) add(chunks, chunk, weight * count);
      rest += weight * TRUST_SYLLABLE;
    }
    const own = pieceShares(seen.piecesOf(character), piecesOfSyllables(syllables), TRUST_OWN_PIECE);
    return {
      chunks: byCode([...chunks].filter(([, share]) => share >= LEAST_SHARE)),
      pieces: own.map((share, k) => (kinds[k] === ONSET ? share * rest : share)),
    };
  }

  const sound = (character: string) => cached(sounds, character, () => soundOf(character));
  const word = (letters: string) => cached(words, letters, () => wordOf(letters, letterLogs, numberOfPiece));

  /**
   * For each character and each chunk of the word how much likelier the character makes it, at
   * `(character * (length + 1) + at) * WIDTH + n`.
   */
  function ratios(characters: readonly string[], letters: string): Float64Array {
    const latin = word(letters);
    const places = latin.length + 1;
    const all = new Float64Array(characters.length * places * WIDTH);
    characters.forEach((character, k) => {
      const own = sound(character);
      for (let at = 0; at < places; at++) fill(all, (k * places + at) * WIDTH, own, latin, at);
    });
    return all;
  }

  const step = new Float64Array(WIDTH);
  let before = new Float64Array(0);
  let after = new Float64Array(0);

  /** Log of how much likelier the letters are as a rendering of the characters than as any word. */
  function logRatio(chinese: string, letters: string): number {
    const latin = word(letters);
    const { length, endLog } = latin;
    if (before.length <= length)
      [before, after] = [new Float64Array(2 * length + 1), new Float64Array(2 * length + 1)];
    before.fill(0, 0, length + 1);
    before[0] = 1;
    for (const character of chinese) {
      const own = sound(character);
      after.fill(0, 0, length + 1);
      for (let at = 0; at <= length; at++) {
        const reached = before[at]!;
        if (reached === 0) continue;
        fill(step, 0, own, latin, at);
        const most = Math.min(MOST_LETTERS, length - at);
        for (let n = 0; n <= most; n++) after[at + n]! += reached * step[n]!;
      }
      [before, after] = [after, before];
    }
    return Math.log(before[length]!) - endLog;
  }

  return { ratios, logRatio };
}

/** The ratios of the chunks of 0 to 5 letters from `at` on, written from `offset` on. */
function fill(into: Float64Array, offset: number, { chunks, pieces }: Sound, word: Word, at: number): void {
  const base = at * WIDTH;
  const most = Math.min(MOST_LETTERS, word.length - at);
  for (let n = 0; n <= most; n++) {
    const place = base + n;
    const onset = place * 3;
    const built =
      pieces[word.pieces[onset]!]! * pieces[word.pieces[onset + 1]!]! * pieces[word.pieces[onset + 2]!]!;
    let ratio =
      ((chunks.get(word.codes[place]!) ?? 0) + built) * word.gains[place]! +
      (UNSEEN * LENGTHS[n]! * word.unseen[at + n]!) / word.unseen[at]!;
    for (let m = 1; m <= word.onsetLengths[place]!; m++) {
      const begun = pieces[word.pieces[(base + m) * 3]!]! * word.gains[base + m]!;
      ratio +=
        (BEGUN * begun * LENGTHS_AFTER_ONSET[n - m]! * word.afterOnset[at + n]!) / word.afterOnset[at + m]!;
    }
    into[offset + n] = ratio;
  }
}

function wordOf(letters: string, letterLogs: Float64Array, numberOfPiece: ReadonlyMap<string, number>): Word {
  const { length } = letters;
  const size = (length + 1) * WIDTH;
  const numbers = [0, ...Array.from(letters, numberOf)];
  const codes = new Int32Array(size);
  const pieces = new Int32Array(size * 3);
  const onsetLengths = new Int32Array(size);
  const gains = new Float64Array(size).fill(1);
  for (let at = 0; at <= length; at++) {
    for (let n = 0; n <= MOST_LETTERS && at + n <= length; n++) {
      const place = at * WIDTH + n;
      if (n > 0) {
        const [before, letter] = [numbers[at + n - 1]!, numbers[at + n]!];
        codes[place] = codes[place - 1]! * SYMBOLS + letter;
        gains[place] = gains[place - 1]! * Math.exp(-letterLogs[before * SYMBOLS + letter]!);
      }
      const cut = piecesOf(letters.slice(at, at + n) + (at + n === length ? END : ''));
      onsetLengths[place] = cut[0]!.length - 1;
      pieces.set(
        cut.map((piece) => numberOfPiece.get(piece) ?? 0),
        place * 3,
      );
    }
  }
  return {
    length,
    codes,
    pieces,
    onsetLengths,
    gains,
    unseen: consonantCosts(letters, EXTRA_CONSONANT),
    afterOnset: consonantCosts(letters, CONSONANT_AFTER_ONSET),
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
  return new Map(shares.map(([chunk, share]) => [codeOf(chunk), share]));
}

function codeOf(chunk: string): number {
  let code = 0;
  for (const letter of chunk) code = code * SYMBOLS + numberOf(letter);
  return code;
}
