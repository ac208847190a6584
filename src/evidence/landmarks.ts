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
  return new Set(
    readings.flatMap(({ tokens }) => tokens.flatMap(({ key, tag }) => (tag === 'value' ? [key] : []))),
  ).size;
}

/** Compares the landmarks of runs of sentences. */
export class LandmarkComparison {
  readonly #zh: readonly Int32Array[];
  readonly #en: readonly Int32Array[];
  readonly #landmarks: Landmarks;
  /** 1 for what stands in the Chinese run, 2 for what the English one has too; always cleared behind itself. */
  readonly #seen: Uint8Array;

  constructor(zh: readonly Reading[], en: readonly Reading[], landmarks: Landmarks) {
    this.#zh = zh.map((reading) => landmarks.of.get(reading)!);
    this.#en = en.map((reading) => landmarks.of.get(reading)!);
    this.#landmarks = landmarks;
    this.#seen = new Uint8Array(landmarks.strengths.length);
  }

  /** Adds to `out`, from `at` on: names shared, names alone, values shared, values alone. */
  compare(zh: number, a: number, en: number, b: number, out: Float64Array, at: number): void {
    const { strengths, nameCount } = this.#landmarks;
    const seen = this.#seen;
    for (let i = zh; i < zh + a; i++) mark(seen, this.#zh[i]!, 1);
    for (let j = en; j < en + b; j++) {
      const numbers = this.#en[j]!;
      for (let k = 0; k < numbers.length; k++) {
        const number = numbers[k]!;
        if (seen[number]! > 1) continue;
        out[at + (number < nameCount ? 0 : 2) + (seen[number] ? 0 : 1)]! += strengths[number]!;
        seen[number] = seen[number] ? 2 : 3;
      }
    }
    for (let i = zh; i < zh + a; i++) {
      const numbers = this.#zh[i]!;
      for (let k = 0; k < numbers.length; k++) {
        const number = numbers[k]!;
        if (seen[number] === 1) out[at + (number < nameCount ? 1 : 3)]! += strengths[number]!;
        seen[number] = 0;
      }
    }
    for (let j = en; j < en + b; j++) mark(seen, this.#en[j]!, 0);
  }
}

function mark(seen: Uint8Array, numbers: Int32Array, value: number): void {
  for (let k = 0; k < numbers.length; k++) seen[numbers[k]!] = value;
}
