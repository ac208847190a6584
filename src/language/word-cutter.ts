import { IMPOSSIBLE, STATES, type WordTable } from './word-table.ts';

/** What cppjieba cuts at before anything else, each a piece of its own. */
const SEPARATORS = new Set(Array.from(' \t\n，。', (separator) => separator.charCodeAt(0)));
const [END, SINGLE] = [1, 3];

/**
 * Cuts Chinese texts into words as cppjieba does: along the likeliest path through the words of its dictionary, and what
 * this leaves as single characters by a hidden Markov model of their places in words.
 */
export class WordCutter {
  readonly #table: WordTable;
  /** For each place the logarithm of the probability of the best path from there on, and where its first word ends. */
  #best = new Float64Array(256);
  #ends = new Int32Array(256);
  /** For each character and state the best path so far, and the state before. */
  #paths = new Float64Array(64 * STATES);
  #before = new Uint8Array(64 * STATES);

  constructor(table: WordTable) {
    this.#table = table;
  }

  /** Where the words of a text end, in order; together they are the text. */
  cut(text: string): number[] {
    const ends: number[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      if (!SEPARATORS.has(text.charCodeAt(at))) continue;
      if (start < at) this.#cutPiece(text, start, at, ends);
      ends.push(at + 1);
      start = at + 1;
    }
    if (start < text.length) this.#cutPiece(text, start, text.length, ends);
    return ends;
  }

  /** The part of speech of a word, by the dictionary or by what it consists of. */
  tag(text: string, start: number, end: number): string {
    let node = 0;
    for (let at = start; at < end; at++) {
      node = this.#table.child(node, text.charCodeAt(at));
      if (node === 0) return tagOfUnknown(text, start, end);
    }
    return this.#table.tag(node) || tagOfUnknown(text, start, end);
  }

  #cutPiece(text: string, start: number, end: number, ends: number[]): void {
    this.#findPath(text, start, end);
    let single = start;
    for (let at = start; at < end; ) {
      const next = this.#ends[at - start]! + start;
      if (next === characterEnd(text, at, end)) {
        at = next;
        continue;
      }
      this.#cutSingles(text, single, at, ends);
      ends.push(next);
      at = next;
      single = next;
    }
    this.#cutSingles(text, single, end, ends);
  }

  /** The likeliest words from each place on, from the last place to the first. */
  #findPath(text: string, start: number, end: number): void {
    const table = this.#table;
    const length = end - start;
    if (this.#best.length <= length) {
      this.#best = new Float64Array(2 * length);
      this.#ends = new Int32Array(2 * length);
    }
    const [best, ends] = [this.#best, this.#ends];
    best[length] = 0;
    for (let at = end - 1; at >= start; at--) {
      if (at > start && isPair(text, at - 1)) continue;
      const single = characterEnd(text, at, end);
      let [node, next] = [0, at];
      let [weight, chosen] = [IMPOSSIBLE, single];
      do {
        node = table.child(node, text.charCodeAt(next++));
        const isWord = table.isWord(node);
        if (!isWord && next !== single) continue;
        const path = best[next - start]! + (isWord ? table.weight(node) : table.least);
        if (path > weight) [weight, chosen] = [path, next];
      } while ((node !== 0 || next < single) && next < end);
      best[at - start] = weight;
      ends[at - start] = chosen - start;
    }
  }

  /** Characters that the dictionary leaves alone: Latin words, numbers, and what the model makes of the others. */
  #cutSingles(text: string, start: number, end: number, ends: number[]): void {
    let left = start;
    for (let at = start; at < end; ) {
      if (text.charCodeAt(at) >= 0x80) {
        at++;
        continue;
      }
      if (left < at) this.#cutByModel(text, left, at, ends);
      at = asciiEnd(text, at, end);
      ends.push(at);
      left = at;
    }
    if (left < end) this.#cutByModel(text, left, end, ends);
  }

  /** By the algorithm of Viterbi (1967). */
  #cutByModel(text: string, start: number, end: number, ends: number[]): void {
    const characters: number[] = [];
    for (let at = start; at < end; at = characterEnd(text, at, end)) characters.push(at);
    // The model knows no character of two units, and neither half of one.
    const states = this.#statesOf(characters.map((at) => text.charCodeAt(at)));
    states.forEach((state, k) => {
      if (state === END || state === SINGLE) ends.push(characters[k + 1] ?? end);
    });
  }

  #statesOf(letters: readonly number[]): number[] {
    const { begins, follows } = this.#table;
    if (this.#paths.length < letters.length * STATES) {
      this.#paths = new Float64Array(2 * letters.length * STATES);
      this.#before = new Uint8Array(2 * letters.length * STATES);
    }
    const [paths, before] = [this.#paths, this.#before];
    for (let state = 0; state < STATES; state++)
      paths[state] = begins[state]! + this.#table.emission(letters[0]!, state);
    for (let k = 1; k < letters.length; k++) {
      for (let state = 0; state < STATES; state++) {
        const emission = this.#table.emission(letters[k]!, state);
        let [weight, from] = [IMPOSSIBLE, END];
        for (let last = 0; last < STATES; last++) {
          const path = paths[(k - 1) * STATES + last]! + follows[last]![state]! + emission;
          if (path > weight) [weight, from] = [path, last];
        }
        paths[k * STATES + state] = weight;
        before[k * STATES + state] = from;
      }
    }
    const last = (letters.length - 1) * STATES;
    const states = new Array<number>(letters.length);
    let state = paths[last + END]! >= paths[last + SINGLE]! ? END : SINGLE;
    for (let k = letters.length - 1; k >= 0; k--) {
      states[k] = state;
      state = before[k * STATES + state]!;
    }
    return states;
  }
}

/** Whether two code units are one character. */
function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function characterEnd(text: string, at: number, end: number): number {
  return at + 1 < end && isPair(text, at) ? at + 2 : at + 1;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const POINT = 46;

/** The end of a word of Latin letters and digits, of a number, or of one other sign. */
function asciiEnd(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  let next = at + 1;
  if (isLetter(first)) {
    while (next < end && (isLetter(text.charCodeAt(next)) || isDigit(text.charCodeAt(next)))) next++;
  } else if (isDigit(first)) {
    while (next < end && (isDigit(text.charCodeAt(next)) || text.charCodeAt(next) === POINT)) next++;
  }
  return next;
}

/** cppjieba's rule: `m` a number, `eng` of Latin letters, `x` anything else, and any single sign. */
function tagOfUnknown(text: string, start: number, end: number): string {
  let size = 0;
  for (let at = start; at < end; at = characterEnd(text, at, end)) size++;
  const most = Math.floor(size / 2);
  let [ascii, digits] = [0, 0];
  for (let at = start; at < end && ascii < most; at = characterEnd(text, at, end)) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) continue;
    ascii++;
    if (isDigit(code)) digits++;
  }
  if (ascii === 0) return 'x';
  return digits === ascii ? 'm' : 'eng';
}
