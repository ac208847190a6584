import type { Role, Run } from '../model.ts';
import type { Landmarks } from './landmarks.ts';
import { MARK_COUNTS } from './punctuation.ts';
import { sharedFloat64, sharedInt32, sharedUint8 } from './shared.ts';
import type { Side } from './side.ts';

/** Marks of one kind beyond these make no difference. */
export const MOST_MARKS = 15;
const KINDS = MARK_COUNTS.length;

/** What the beginning of a run tells. */
export interface Beginning {
  readonly beginsQuoted: boolean;
  readonly startsWithQuote: boolean;
  readonly startsParagraph: boolean;
  /** Whether it is the beginning of the part. */
  readonly isFirst: boolean;
  readonly role: Role | undefined;
}

/** What the end of a run tells. */
export interface Ending {
  readonly question: boolean;
  readonly exclamation: boolean;
  readonly open: boolean;
  readonly endsQuoted: boolean;
}

/**
 * What is to be compared of every run of up to `longest` sentences of a part, worked out once, since a search compares each
 * with some hundred runs of the other side. Arrays go by run number: `start × longest + length - 1`. Memory: 60 bytes a run
 * and 4 for each landmark in it.
 */
export class Runs {
  readonly longest: number;
  /** Logarithm of the letters, of 1 at least. */
  readonly logLetters: Float64Array;
  /** 1 over the width of the distribution of lengths; see `lengths` in features.ts. */
  readonly precision: Float64Array;
  /** Of each kind of MARK_COUNTS in turn. */
  readonly marks: Uint8Array;
  /** Which kinds of marks there are, a bit each. */
  readonly kinds: Uint8Array;
  /** Paragraphs that begin within. */
  readonly breaks: Int32Array;
  readonly holdsNoise: Uint8Array;
  /** The strengths of its names, and of its values. */
  readonly names: Float64Array;
  readonly values: Float64Array;
  /** Its landmarks, distinct and rising, from `landmarkStarts[run]` to that of the next. */
  readonly landmarks: Int32Array;
  readonly landmarkStarts: Int32Array;
  /** A bit for every 32nd landmark: runs without a common bit have none in common. */
  readonly signatures: Int32Array;
  /** The distinct beginnings and endings, and which of them each sentence has. */
  readonly beginnings: Numbered<Beginning>;
  readonly endings: Numbered<Ending>;

  constructor(side: Side, landmarks: Landmarks, longest: number) {
    const count = side.readings.length;
    const runs = count * longest;
    this.longest = longest;
    this.logLetters = sharedFloat64(runs);
    this.precision = sharedFloat64(runs);
    this.marks = sharedUint8(runs * KINDS);
    this.kinds = sharedUint8(runs);
    this.breaks = sharedInt32(runs);
    this.holdsNoise = sharedUint8(runs);
    this.names = sharedFloat64(runs);
    this.values = sharedFloat64(runs);
    this.signatures = sharedInt32(runs);
    const own = side.readings.map((reading) => landmarks.of.get(reading)!.toSorted());
    const times = (longest * (longest + 1)) / 2;
    this.landmarkStarts = sharedInt32(runs + 1);
    this.landmarks = sharedInt32(times * own.reduce((sum, { length }) => sum + length, 0));
    for (let start = 0; start < count; start++) {
      for (let length = 1; length <= longest; length++) {
        const run = start * longest + length - 1;
        const end = Math.min(count, start + length);
        this.#measure(side, run, start, end);
        this.#countMarks(side, run, start, end);
        this.#findLandmarks(landmarks, own[start + length - 1] ?? NONE, run, length);
      }
    }
    this.beginnings = numbered(Array.from({ length: count }, (_, i) => beginningOf(side, i)));
    this.endings = numbered(Array.from({ length: count }, (_, i) => endingOf(side, i)));
  }

  #measure({ letters, paragraphs, noise }: Side, run: number, start: number, end: number): void {
    const count = Math.max(1, letters[end]! - letters[start]!);
    this.logLetters[run] = Math.log(count);
    this.precision[run] = 1 / (0.2 + 0.9 / Math.sqrt(count));
    this.breaks[run] = paragraphs[end]! - paragraphs[start + 1]!;
    this.holdsNoise[run] = Number(noise[end]! > noise[start]!);
  }

  #countMarks({ counts }: Side, run: number, start: number, end: number): void {
    for (let kind = 0; kind < KINDS; kind++) {
      const count = Math.min(MOST_MARKS, counts[end * KINDS + kind]! - counts[start * KINDS + kind]!);
      this.marks[run * KINDS + kind] = count;
      if (count) this.kinds[run]! |= 1 << kind;
    }
  }

  /** Those of the run that is shorter by a sentence, and those of the last sentence. */
  #findLandmarks({ strengths, nameCount }: Landmarks, last: Int32Array, run: number, length: number): void {
    const start = this.landmarkStarts[run]!;
    const before = length > 1 ? this.landmarks.subarray(this.landmarkStarts[run - 1]!, start) : NONE;
    const end = start + unite(before, last, this.landmarks, start);
    this.landmarkStarts[run + 1] = end;
    for (let k = start; k < end; k++) {
      const number = this.landmarks[k]!;
      this.signatures[run]! |= 1 << (number & 31);
      if (number < nameCount) this.names[run]! += strengths[number]!;
      else this.values[run]! += strengths[number]!;
    }
  }
}

/** The tables alone, which threads share. */
export type RunTables = Pick<Runs, keyof Runs>;

/** The runs that begin in a stretch of sentences, numbered from its beginning, as views. */
export function runsIn(runs: RunTables, { start, end }: Run): RunTables {
  const { longest } = runs;
  const [first, last] = [start * longest, end * longest];
  return {
    longest,
    logLetters: runs.logLetters.subarray(first, last),
    precision: runs.precision.subarray(first, last),
    marks: runs.marks.subarray(first * KINDS, last * KINDS),
    kinds: runs.kinds.subarray(first, last),
    breaks: runs.breaks.subarray(first, last),
    holdsNoise: runs.holdsNoise.subarray(first, last),
    names: runs.names.subarray(first, last),
    values: runs.values.subarray(first, last),
    landmarks: runs.landmarks,
    landmarkStarts: runs.landmarkStarts.subarray(first, last + 1),
    signatures: runs.signatures.subarray(first, last),
    beginnings: { distinct: runs.beginnings.distinct, of: runs.beginnings.of.subarray(start, end) },
    endings: { distinct: runs.endings.distinct, of: runs.endings.of.subarray(start, end) },
  };
}

const NONE = new Int32Array();

/** Writes the numbers of two rising lists into `out`, from `at` on, rising and each once. Returns how many they are. */
function unite(x: Int32Array, y: Int32Array, out: Int32Array, at: number): number {
  let [i, j, next] = [0, 0, at];
  while (i < x.length || j < y.length) {
    const number = j >= y.length || x[i]! < y[j]! ? x[i]! : y[j]!;
    if (x[i] === number) i++;
    if (y[j] === number) j++;
    out[next++] = number;
  }
  return next - at;
}

/** Distinct things and, for each of a row of places, the number of the one that it has. */
export interface Numbered<T> {
  readonly distinct: readonly T[];
  readonly of: Int32Array;
}

function numbered<T extends object>(things: readonly T[]): Numbered<T> {
  const numbers = new Map<string, number>();
  const distinct: T[] = [];
  const of = sharedInt32(things.length);
  things.forEach((thing, place) => {
    const key = Object.values(thing).join();
    const number = numbers.get(key) ?? distinct.push(thing) - 1;
    numbers.set(key, number);
    of[place] = number;
  });
  return { distinct, of };
}

function beginningOf({ marks, paragraphs, roles }: Side, i: number): Beginning {
  const { beginsQuoted, startsWithQuote } = marks[i]!;
  const startsParagraph = paragraphs[i + 1]! > paragraphs[i]!;
  return { beginsQuoted, startsWithQuote, startsParagraph, isFirst: i === 0, role: roles[i] };
}

function endingOf({ marks }: Side, i: number): Ending {
  const { last, endsOpen, endsQuoted } = marks[i]!;
  return { question: last === '?', exclamation: last === '!', open: endsOpen, endsQuoted };
}
