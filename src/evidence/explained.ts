import type { Rows } from './rows.ts';

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
  readonly rows: Rows;
  /** Relative frequency of each word of `to` in the documents. */
  readonly frequency: Float64Array;
  /** Which sentences of `to` stand in the band beside sentence i of `from`: [low, high). */
  readonly range: (i: number) => readonly [low: number, high: number];
  /**
   * When given, a pair of sentences is judged without what the beads of these two have taught: else a wrong bead
   * would confirm itself (leave-one-out, as in Kneser and Ney 1995).
   */
  readonly lessons?: Lessons | undefined;
}

/** The share of words that need no counterpart: the floor of the ratio. */
export const UNEXPLAINED = 0.5;
const FLOOR = Math.log(UNEXPLAINED);
const NONE: readonly Lesson[] = [];
/** A table is wiped as a whole where its filled places are no fewer than this part of it. */
const FASTER_AS_A_WHOLE = 8;
/** Products of more are turned into logarithms, long before they overflow. */
const LARGEST_PRODUCT = 1e200;

/**
 * How well the words of one side's sentences are explained by runs of up to `longest` sentences of the other's,
 * for all pairs in a band. A word counts log(λ + (1-λ) · Σ t(word | words of the run) / words of the run / p(word)):
 * the likelihood ratio of IBM model 1 (Brown et al. 1993) against chance, with the floor λ.
 *
 * Σ t adds up over the sentences of a run, so it is looked up once for each pair of sentences in the band. Time and
 * memory are linear in the area of the band: 4 bytes for each of its pairs and each length of run are kept, and while
 * the sentences that explain are gone through, 4 more for each word of the sentences that lie beside them.
 */
export class Explained {
  readonly #longest: number;
  readonly #lows: Int32Array;
  readonly #highs: Int32Array;
  /** Behind the last sentence that a run may explain, by the last sentence of the run. */
  readonly #ends: Int32Array;
  readonly #offsets: Float64Array;
  /** For run `length` from `i` on, the sums over the sentences from `lows[i]` up to, not including, each. */
  readonly #sums: Float32Array;
  /** Of which beginnings of runs the sums are there already. */
  readonly #isKept: Uint8Array;

  /** @param before the same for another band, by the same words, rows and lessons; what it has is kept */
  constructor(input: ExplainedInput, longest: number, before?: Explained) {
    const count = input.from.length;
    this.#longest = longest;
    this.#lows = new Int32Array(count);
    this.#highs = new Int32Array(count);
    this.#ends = Int32Array.from({ length: count }, (_, i) => input.range(i)[1]);
    this.#offsets = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) {
      this.#lows[i] = input.range(i)[0];
      this.#highs[i] = Math.max(this.#lows[i]!, input.range(Math.min(count - 1, i + longest - 1))[1]);
      this.#offsets[i + 1] = this.#offsets[i]! + longest * this.#width(i);
    }
    this.#sums = new Float32Array(this.#offsets[count]!);
    this.#isKept = new Uint8Array(count);
    if (before) this.#keep(before);
    this.#fill(input);
  }

  /** Takes over the runs beside which the same sentences lie. */
  #keep(before: Explained): void {
    let sameEnds = 0;
    for (let i = this.#lows.length - 1; i >= 0; i--) {
      sameEnds = before.#ends[i] === this.#ends[i] ? sameEnds + 1 : 0;
      const runs = Math.min(this.#longest, this.#lows.length - i);
      if (before.#lows[i] !== this.#lows[i] || sameEnds < runs) continue;
      this.#isKept[i] = 1;
      const [start, end] = [before.#offsets[i]!, before.#offsets[i + 1]!];
      this.#sums.set(before.#sums.subarray(start, end), this.#offsets[i]!);
    }
  }

  /** The sum over the words of sentence `j`, given the run of `length` (from 1) sentences from `i` on. */
  at(i: number, length: number, j: number): number {
    return this.sum(i, length, j, 1);
  }

  /** The same for `count` sentences from `j` on. */
  sum(i: number, length: number, j: number, count: number): number {
    const place = this.#place(i, length, j);
    return this.#sums[place + count]! - this.#sums[place]!;
  }

  #width(i: number): number {
    return this.#highs[i]! - this.#lows[i]! + 1;
  }

  #place(i: number, length: number, j: number): number {
    return this.#offsets[i]! + (length - 1) * this.#width(i) + j - this.#lows[i]!;
  }

  /** Sentence by sentence of the side that explains; what it explains is summed up when its last run is complete. */
  #fill(input: ExplainedInput): void {
    const explaining = new Explaining(input);
    const open = new Open(input.to, this.#lastBeside(input.to.length));
    for (let s = 0; s < input.from.length; s++) {
      const first = Math.max(0, s - this.#longest + 1);
      this.#sumUpTo(this.#lows[first]!, input.from, open);
      if (!this.#areKept(first, s)) this.#explainBy(s, first, explaining, open);
    }
    this.#sumUpTo(input.to.length, input.from, open);
  }

  #areKept(first: number, last: number): boolean {
    for (let i = first; i <= last; i++) if (!this.#isKept[i]) return false;
    return true;
  }

  /** Lets sentence `s` explain those beside the runs from `first` on of which it is one. */
  #explainBy(s: number, first: number, explaining: Explaining, open: Open): void {
    explaining.take(s);
    for (let j = this.#lows[first]!; j < this.#highs[s]!; j++) explaining.share(j, open.at(j, s));
  }

  /** Sums up those before sentence `end`, which no more of the sentences lie beside. */
  #sumUpTo(end: number, from: ExplainedInput['from'], open: Open): void {
    for (const [j, beside] of open.before(end)) this.#sumUp(from, j, beside);
  }

  /** For each sentence that is explained the last one of the runs beside it. */
  #lastBeside(count: number): Int32Array {
    const last = new Int32Array(count);
    this.#lows.forEach((low, i) => {
      for (let j = low; j < this.#highs[i]!; j++)
        last[j] = Math.min(this.#lows.length, i + this.#longest) - 1;
    });
    return last;
  }

  /** The values of sentence `j` for all runs that lie beside it. */
  #sumUp(from: ExplainedInput['from'], j: number, beside: Beside): void {
    for (let i = beside.first; i <= beside.last; i++) {
      if (this.#isKept[i] || j < this.#lows[i]! || j >= this.#highs[i]!) continue;
      beside.beginRun();
      const width = this.#width(i);
      let place = this.#place(i, 1, j);
      const end = Math.min(i + this.#longest - 1, beside.last);
      for (let s = i; s <= end; s++, place += width) {
        beside.extendRun(s, from[s]!.length);
        if (j < this.#ends[s]!) this.#sums[place + 1] = this.#sums[place]! + beside.valueOfRun();
      }
    }
  }
}

/** A sentence that is explained, and what each of those beside it explains of its words. */
class Beside {
  first = 0;
  last = 0;
  /** The number of words that are explained. */
  count = 0;
  /** What each word gains from Σ t, for each sentence from the first to the last and each word. */
  explained = new Float32Array();
  #run = new Float64Array();
  #words = 0;

  /** Takes the place of another one, for making tables takes longer than filling them. */
  begin(count: number, first: number, last: number): this {
    this.first = first;
    this.last = last;
    this.count = count;
    const size = (last - first + 1) * count;
    if (this.explained.length < size) this.explained = new Float32Array(2 * size);
    if (this.#run.length <= count) this.#run = new Float64Array(2 * count + 2);
    return this;
  }

  beginRun(): void {
    this.#run.fill(0, 0, this.count + 1);
    this.#words = 0;
  }

  /** Takes in sentence `s` of so many words. */
  extendRun(s: number, words: number): void {
    this.#words += words;
    const [run, explained, count] = [this.#run, this.explained, this.count];
    const start = (s - this.first) * count;
    for (let k = 0; k < count; k++) run[k]! += explained[start + k]!;
  }

  /** How well the run explains the sentence. Of two products in turn neither waits for the other. */
  valueOfRun(): number {
    const [run, count] = [this.#run, this.count];
    const perWord = this.#words ? 1 / this.#words : 0;
    let total = FLOOR * count;
    let even = 1;
    let odd = 1;
    for (let k = 0; k < count; k += 2) {
      even *= 1 + run[k]! * perWord;
      odd *= 1 + run[k + 1]! * perWord;
      if (even > LARGEST_PRODUCT || odd > LARGEST_PRODUCT) {
        total += Math.log(even) + Math.log(odd);
        even = 1;
        odd = 1;
      }
    }
    return total + Math.log(even) + Math.log(odd);
  }
}

/** The sentences that are explained by those that lie beside them now. */
class Open {
  readonly #sentences: readonly Int32Array[];
  /** The last sentence beside each. */
  readonly #last: Int32Array;
  readonly #open = new Map<number, Beside>();
  readonly #done: Beside[] = [];
  #next = 0;

  constructor(sentences: readonly Int32Array[], last: Int32Array) {
    this.#sentences = sentences;
    this.#last = last;
  }

  /** Sentence `j`, of those beside which `s` is the first where there was none. */
  at(j: number, s: number): Beside {
    const known = this.#open.get(j);
    if (known) return known;
    const beside = this.#done.pop() ?? new Beside();
    this.#open.set(j, beside.begin(this.#sentences[j]!.length, s, this.#last[j]!));
    return beside;
  }

  /** Those before sentence `end`, each for the last time: what it holds is used again. */
  *before(end: number): Generator<[number, Beside]> {
    for (; this.#next < end; this.#next++) {
      const beside = this.#open.get(this.#next);
      if (!beside) continue;
      yield [this.#next, beside];
      this.#open.delete(this.#next);
      this.#done.push(beside);
    }
  }
}

/** One sentence that explains, laid out over the words of both vocabularies. */
class Explaining {
  readonly #input: ExplainedInput;
  /** Σ t(word | words of the sentence), without what its own beads have taught, by word number of the other side. */
  readonly #sums: Float64Array;
  /** How often each word stands in the sentence. */
  readonly #counts: Int32Array;
  /** What each word of the other side gains from Σ t. */
  readonly #gains: Float64Array;
  #number = -1;
  #sentence: Int32Array = new Int32Array();
  #lessons = NONE;

  constructor(input: ExplainedInput) {
    this.#input = input;
    this.#sums = new Float64Array(input.frequency.length);
    this.#counts = new Int32Array(input.rows.starts.length - 1);
    this.#gains = input.frequency.map((chance) => (1 / UNEXPLAINED - 1) / chance);
  }

  /** Goes on to another sentence. */
  take(sentence: number): void {
    this.#wipe();
    this.#number = sentence;
    this.#sentence = this.#input.from[sentence]!;
    this.#lessons = this.#input.lessons?.from.get(sentence) ?? NONE;
    const [sums, counts] = [this.#sums, this.#counts];
    const { starts, ids, probabilities } = this.#input.rows;
    for (const word of this.#sentence) {
      const end = starts[word + 1]!;
      counts[word]!++;
      for (let k = starts[word]!; k < end; k++) sums[ids[k]!]! += probabilities[k]!;
    }
    for (const { from, to, shares } of this.#lessons) {
      for (let k = 0; k < from.length; k++) sums[to[k]!]! -= this.#counts[from[k]!]! * shares[k]!;
    }
  }

  #wipe(): void {
    const sums = this.#sums;
    const { starts, ids } = this.#input.rows;
    for (const word of this.#sentence) this.#counts[word] = 0;
    const filled = this.#sentence.reduce((sum, word) => sum + starts[word + 1]! - starts[word]!, 0);
    if (filled * FASTER_AS_A_WHOLE > sums.length) {
      sums.fill(0);
      return;
    }
    for (const word of this.#sentence) {
      for (let k = starts[word]!; k < starts[word + 1]!; k++) sums[ids[k]!] = 0;
    }
    for (const { to } of this.#lessons) for (const word of to) sums[word] = 0;
  }

  /** Writes what each word of sentence `j` gains by it, without what the beads of either have taught. */
  share(j: number, { first, count, explained }: Beside): void {
    const { to, lessons } = this.#input;
    const [sentence, sums, gains] = [to[j]!, this.#sums, this.#gains];
    const start = (this.#number - first) * count;
    const foreign = lessons?.to.get(j) ?? NONE;
    for (const lesson of foreign) this.#unlearn(lesson, 1);
    for (let k = 0; k < count; k++) {
      const word = sentence[k]!;
      explained[start + k] = Math.max(0, sums[word]!) * gains[word]!;
    }
    for (const lesson of foreign) this.#unlearn(lesson, -1);
  }

  /** Takes away what the bead of the other sentence has taught, unless that is its own bead; or gives it back. */
  #unlearn(lesson: Lesson, sign: number): void {
    if (this.#lessons.includes(lesson)) return;
    const { from, to, shares } = lesson;
    for (let k = 0; k < from.length; k++) {
      const count = this.#counts[from[k]!]!;
      if (count) this.#sums[to[k]!]! -= sign * count * shares[k]!;
    }
  }
}
