import type { Row } from './rows.ts';

/**
 * What one bead of the round before has put into the rows, as triples of equal length: its part of
 * p(to word | from word). Parts too small to matter are left out.
 */
export interface Lesson {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shares: Float64Array;
}

/** The lessons of one document by sentence number of either side; several when a part stands in several documents. */
export interface Lessons {
  readonly from: ReadonlyMap<number, readonly Lesson[]>;
  readonly to: ReadonlyMap<number, readonly Lesson[]>;
}

export interface ExplainedInput {
  /** Word numbers of each sentence of the side that explains. */
  readonly from: readonly Int32Array[];
  /** Word numbers of each sentence of the side that is explained. */
  readonly to: readonly Int32Array[];
  /** p(word of `to` | word of `from`), by word number of `from`. */
  readonly rows: readonly Row[];
  /** Relative frequency of each word of `to` in the documents. */
  readonly frequency: Float64Array;
  /** Which sentences of `to` stand in the band beside sentence i of `from`: [low, high). */
  readonly range: (i: number) => readonly [low: number, high: number];
  /**
   * When given, a pair is judged without what the beads of its own sentences have taught: else a wrong bead
   * would confirm itself (leave-one-out, as in Kneser and Ney 1995).
   */
  readonly lessons?: Lessons | undefined;
}

/** The share of words that need no counterpart: the floor of the ratio. */
export const UNEXPLAINED = 0.5;
const FLOOR = Math.log(UNEXPLAINED);
const NONE: readonly Lesson[] = [];
/** Sums below it are what rounding leaves of a subtraction. */
const NEGLIGIBLE = 1e-9;

/**
 * How well the words of one side's sentences are explained by runs of up to `longest` sentences of the other's,
 * for all pairs in a band. A word counts log(λ + (1-λ) · Σ t(word | words of the run) / words of the run / p(word)):
 * the likelihood ratio of IBM model 1 (Brown et al. 1993) against chance, with the floor λ. Memory: 4 bytes for
 * each pair and length of run.
 */
export class Explained {
  readonly #longest: number;
  readonly #lows: Int32Array;
  readonly #offsets: Int32Array;
  readonly #values: Float32Array;

  constructor(input: ExplainedInput, longest: number) {
    const count = input.from.length;
    this.#longest = longest;
    this.#lows = new Int32Array(count);
    this.#offsets = new Int32Array(count + 1);
    const highs = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      this.#lows[i] = input.range(i)[0];
      highs[i] = input.range(Math.min(count - 1, i + longest - 1))[1];
      this.#offsets[i + 1] = this.#offsets[i]! + longest * (highs[i]! - this.#lows[i]!);
    }
    this.#values = new Float32Array(this.#offsets[count]!);
    const run = new SentenceRun(input);
    for (let i = 0; i < count; i++) this.#fill(run, i, highs[i]!, count);
  }

  /** The sum over the words of sentence `j`, given the run of `length` (from 1) sentences from `i` on. */
  at(i: number, length: number, j: number): number {
    return this.#values[this.#place(i, length, j)]!;
  }

  #place(i: number, length: number, j: number): number {
    return this.#offsets[i]! + (j - this.#lows[i]!) * this.#longest + length - 1;
  }

  #fill(run: SentenceRun, i: number, high: number, count: number): void {
    const low = this.#lows[i]!;
    for (let length = 1; length <= this.#longest && i + length <= count; length++) {
      run.extend(i + length - 1);
      for (let j = low; j < high; j++) {
        this.#values[this.#place(i, length, j)] = run.explain(j);
      }
    }
    run.clear();
  }
}

/** The run of sentences that explains, as it grows. Its tables are as long as the vocabularies. */
class SentenceRun {
  readonly #input: ExplainedInput;
  /** Σ t(word | words of the run), by word number of the other side. */
  readonly #sums: Float64Array;
  /** What of that the beads of the run's own sentences have taught. */
  readonly #unlearnt: Float64Array;
  /** How often each word stands in the run. */
  readonly #counts: Int32Array;
  readonly #lessons: Lesson[] = [];
  #words = 0;

  constructor(input: ExplainedInput) {
    this.#input = input;
    this.#sums = new Float64Array(input.frequency.length);
    this.#unlearnt = new Float64Array(input.frequency.length);
    this.#counts = new Int32Array(input.rows.length);
  }

  extend(sentence: number): void {
    const words = this.#input.from[sentence]!;
    this.#words += words.length;
    for (const word of words) {
      this.#counts[word]!++;
      const { ids, probabilities } = this.#input.rows[word]!;
      for (let k = 0; k < ids.length; k++) this.#sums[ids[k]!]! += probabilities[k]!;
    }
    for (const lesson of this.#input.lessons?.from.get(sentence) ?? []) {
      if (!this.#lessons.includes(lesson)) this.#lessons.push(lesson);
    }
    for (const { to } of this.#lessons) for (const word of to) this.#unlearnt[word] = 0;
    for (const learnt of this.#lessons) this.#take(learnt, this.#unlearnt, 1);
  }

  /** Adds what of the run's Σ t a bead has taught, `sign` times, to a table of the other side's words. */
  #take({ from, to, shares }: Lesson, table: Float64Array, sign: number): void {
    for (let k = 0; k < from.length; k++) {
      const count = this.#counts[from[k]!]!;
      if (count) table[to[k]!]! += sign * count * shares[k]!;
    }
  }

  explain(j: number): number {
    const { to, frequency, lessons } = this.#input;
    const own = lessons?.to.get(j);
    const foreign = own ? own.filter((lesson) => !this.#lessons.includes(lesson)) : NONE;
    for (const lesson of foreign) this.#take(lesson, this.#unlearnt, 1);
    const sentence = to[j]!;
    let total = FLOOR * sentence.length;
    for (let k = 0; k < sentence.length; k++) {
      const word = sentence[k]!;
      const sum = this.#sums[word]! - this.#unlearnt[word]!;
      if (sum > NEGLIGIBLE)
        total += Math.log(1 + ((1 / UNEXPLAINED - 1) * sum) / this.#words / frequency[word]!);
    }
    for (const lesson of foreign) this.#take(lesson, this.#unlearnt, -1);
    return total;
  }

  /** Tables are wiped as wholes: that is faster than to look for what the words of the run have filled. */
  clear(): void {
    this.#counts.fill(0);
    this.#sums.fill(0);
    if (this.#lessons.length) this.#unlearnt.fill(0);
    this.#words = 0;
    this.#lessons.length = 0;
  }
}
