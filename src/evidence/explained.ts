import type { Row } from './lexicon.ts';

/** What one bead of the round before has put into the rows. */
export interface Lesson {
  /** Word numbers of the bead's sentences on the side that explains, and on the side that is explained. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** For each word of `to` and, inside that, each word of `from`: its part of p(to | from). */
  readonly shares: Float64Array;
  /** Where the words of each sentence of the `to` side begin in `to`. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The lessons of one document by sentence number of either side. */
export interface Lessons {
  readonly from: ReadonlyMap<number, Lesson>;
  readonly to: ReadonlyMap<number, Lesson>;
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
    const sums = new Float64Array(input.frequency.length);
    for (let i = 0; i < count; i++) this.#fill(input, i, highs[i]!, sums);
  }

  /** The sum over the words of sentence `j`, given the run of `length` (from 1) sentences from `i` on. */
  at(i: number, length: number, j: number): number {
    return this.#values[this.#offsets[i]! + (j - this.#lows[i]!) * this.#longest + length - 1]!;
  }

  #fill(input: ExplainedInput, i: number, high: number, sums: Float64Array): void {
    const run: Run = {
      words: 0,
      sums,
      touched: [],
      counts: new Map(),
      lessons: new Set(),
      unlearnt: new Map(),
    };
    for (let length = 1; length <= this.#longest && i + length <= input.from.length; length++) {
      extend(run, input, i + length - 1);
      for (let j = this.#lows[i]!; j < high; j++) {
        this.#values[this.#offsets[i]! + (j - this.#lows[i]!) * this.#longest + length - 1] = explain(
          run,
          input,
          j,
        );
      }
    }
    for (const word of run.touched) sums[word] = 0;
  }
}

/** The run of sentences that explains, as it grows. */
interface Run {
  words: number;
  /** Σ t(word | words of the run), by word number of the other side. */
  readonly sums: Float64Array;
  readonly touched: number[];
  /** How often each word stands in the run. */
  readonly counts: Map<number, number>;
  readonly lessons: Set<Lesson>;
  /** What of `sums` the beads of its own sentences have taught. */
  unlearnt: Map<number, number>;
}

function extend(run: Run, input: ExplainedInput, sentence: number): void {
  const words = input.from[sentence]!;
  run.words += words.length;
  for (const word of words) {
    const row = input.rows[word]!;
    for (let k = 0; k < row.ids.length; k++) {
      const id = row.ids[k]!;
      if (run.sums[id] === 0) run.touched.push(id);
      run.sums[id]! += row.probabilities[k]!;
    }
  }
  if (!input.lessons) return;
  for (const word of words) run.counts.set(word, (run.counts.get(word) ?? 0) + 1);
  const lesson = input.lessons.from.get(sentence);
  if (lesson) run.lessons.add(lesson);
  run.unlearnt = new Map();
  for (const { from, to, shares } of run.lessons) {
    for (let x = 0; x < from.length; x++) {
      const count = run.counts.get(from[x]!);
      if (!count) continue;
      for (let y = 0; y < to.length; y++) {
        run.unlearnt.set(to[y]!, (run.unlearnt.get(to[y]!) ?? 0) + count * shares[y * from.length + x]!);
      }
    }
  }
}

function explain(run: Run, input: ExplainedInput, j: number): number {
  const sentence = input.to[j]!;
  const lesson = input.lessons?.to.get(j);
  const foreign = lesson && !run.lessons.has(lesson) ? lesson : undefined;
  let total = FLOOR * sentence.length;
  for (let k = 0; k < sentence.length; k++) {
    const word = sentence[k]!;
    let sum = run.sums[word]!;
    if (sum === 0) continue;
    sum -= run.unlearnt.get(word) ?? 0;
    if (foreign) sum -= taught(run, foreign, word);
    if (sum > 0) total += Math.log(1 + ((1 / UNEXPLAINED - 1) * sum) / run.words / input.frequency[word]!);
  }
  return total;
}

/** What of the run's Σ t(word) a bead has taught that none of its own sentences stands in. */
function taught(run: Run, { from, to, shares }: Lesson, word: number): number {
  let sum = 0;
  for (let y = 0; y < to.length; y++) {
    if (to[y] !== word) continue;
    for (let x = 0; x < from.length; x++) {
      const count = run.counts.get(from[x]!);
      if (count) sum += count * shares[y * from.length + x]!;
    }
  }
  return sum;
}
