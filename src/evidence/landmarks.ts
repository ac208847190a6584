import type { NameTable } from './names/name-table.ts';
import type { Reading } from './tokens.ts';

/** The names and values of the sentences of a story, as numbers that both languages share. */
export interface Landmarks {
  /** The distinct numbers of each sentence; those below `nameCount` are names, the others values. */
  readonly of: ReadonlyMap<Reading, Int32Array>;
  readonly nameCount: number;
  /** How much each says of where one is: 1 for what stands in one sentence, less the more often it stands. */
  readonly strengths: Float64Array;
}

/** Reads the landmarks of all sentences of a story. */
export function landmarksOf(zh: readonly Reading[], en: readonly Reading[], names: NameTable): Landmarks {
  const values = new Map<string, number>();
  const of = new Map<Reading, Int32Array>();
  const counts = new Float64Array(names.entityCount + countValues([...zh, ...en]));
  for (const [readings, mentionsIn, entityOf] of [
    [zh, (reading: Reading) => names.inChinese(reading), (form: string) => names.entityOfChinese(form)],
    [en, (reading: Reading) => names.inEnglish(reading), (form: string) => names.entityOfEnglish(form)],
  ] as const) {
    const own = new Float64Array(counts.length);
    for (const reading of readings) {
      const numbers = new Set(mentionsIn(reading).map(({ form }) => entityOf(form)));
      for (const { key, tag } of reading.tokens) {
        if (tag !== 'value') continue;
        if (!values.has(key)) values.set(key, names.entityCount + values.size);
        numbers.add(values.get(key)!);
      }
      of.set(reading, Int32Array.from(numbers));
      for (const number of numbers) own[number]!++;
    }
    own.forEach((count, number) => {
      counts[number] = Math.max(counts[number]!, count);
    });
  }
  return { of, nameCount: names.entityCount, strengths: counts.map((count) => 1 / Math.sqrt(count || 1)) };
}

function countValues(readings: readonly Reading[]): number {
  const values = new Set<string>();
  for (const { tokens } of readings) for (const { key, tag } of tokens) if (tag === 'value') values.add(key);
  return values.size;
}

/** A run of Chinese sentences that is being compared: which numbers stand in it, and how much they say together. */
interface ChineseRun {
  start: number;
  readonly holds: Uint8Array;
  names: number;
  values: number;
}

/** Compares the landmarks of runs of sentences. A run of each length is kept, for a search asks for it again and again. */
export class LandmarkComparison {
  readonly #zh: readonly Int32Array[];
  readonly #en: readonly Int32Array[];
  readonly #landmarks: Landmarks;
  /** By length. */
  readonly #runs: ChineseRun[] = [];
  /** For each number the last comparison that met it in the English. */
  readonly #met: Float64Array;
  #comparisons = 0;

  constructor(zh: readonly Reading[], en: readonly Reading[], landmarks: Landmarks) {
    this.#zh = zh.map((reading) => landmarks.of.get(reading)!);
    this.#en = en.map((reading) => landmarks.of.get(reading)!);
    this.#landmarks = landmarks;
    this.#met = new Float64Array(landmarks.strengths.length);
  }

  /** Adds to `out`, from `at` on: names shared, names alone, values shared, values alone. */
  compare(zh: number, a: number, en: number, b: number, out: Float64Array, at: number): void {
    const { strengths, nameCount } = this.#landmarks;
    const run = this.#run(zh, a);
    const comparison = ++this.#comparisons;
    let [names, values, namesAlone, valuesAlone] = [0, 0, run.names, run.values];
    for (let j = en; j < en + b; j++) {
      const numbers = this.#en[j]!;
      for (let k = 0; k < numbers.length; k++) {
        const number = numbers[k]!;
        if (this.#met[number] === comparison) continue;
        this.#met[number] = comparison;
        const strength = strengths[number]!;
        const isShared = run.holds[number] === 1;
        if (number < nameCount) {
          if (isShared) names += strength;
          namesAlone += isShared ? -strength : strength;
        } else {
          if (isShared) values += strength;
          valuesAlone += isShared ? -strength : strength;
        }
      }
    }
    out[at]! += names;
    out[at + 1]! += namesAlone;
    out[at + 2]! += values;
    out[at + 3]! += valuesAlone;
  }

  #run(start: number, length: number): ChineseRun {
    const { strengths, nameCount } = this.#landmarks;
    this.#runs[length] ??= { start: -1, holds: new Uint8Array(strengths.length), names: 0, values: 0 };
    const run = this.#runs[length];
    if (run.start === start) return run;
    if (run.start >= 0) {
      for (let i = run.start; i < run.start + length; i++)
        for (const number of this.#zh[i]!) run.holds[number] = 0;
    }
    [run.start, run.names, run.values] = [start, 0, 0];
    for (let i = start; i < start + length; i++) {
      for (const number of this.#zh[i]!) {
        if (run.holds[number]) continue;
        run.holds[number] = 1;
        if (number < nameCount) run.names += strengths[number]!;
        else run.values += strengths[number]!;
      }
    }
    return run;
  }
}
