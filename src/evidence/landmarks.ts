import type { NameTable } from './names/name-table.ts';
import type { RunTables } from './runs.ts';
import { sharedFloat64 } from './shared.ts';
import type { Reading } from './tokens.ts';

/** Names and values, as numbers that both languages share: those below `nameCount` are names, the others values. */
export interface LandmarkStrengths {
  readonly nameCount: number;
  /** How much each says of where one is: 1 for what stands in one sentence, less the more often it stands. */
  readonly strengths: Float64Array;
}

/** The names and values of the sentences of a story. */
export interface Landmarks extends LandmarkStrengths {
  /** The distinct numbers of each sentence. */
  readonly of: ReadonlyMap<Reading, Int32Array>;
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
  const strengths = sharedFloat64(counts.length);
  counts.forEach((count, number) => {
    strengths[number] = 1 / Math.sqrt(count || 1);
  });
  return { of, nameCount: names.entityCount, strengths };
}

function countValues(readings: readonly Reading[]): number {
  const values = new Set<string>();
  for (const { tokens } of readings) for (const { key, tag } of tokens) if (tag === 'value') values.add(key);
  return values.size;
}

/** How much the names, or the values, say that two runs of sentences have in common, by their run numbers; each with a weight. */
export function sharedLandmarks(
  { strengths, nameCount }: LandmarkStrengths,
  zh: RunTables,
  x: number,
  en: RunTables,
  y: number,
  nameWeight: number,
  valueWeight: number,
): number {
  let names = 0;
  let values = 0;
  let i = zh.landmarkStarts[x]!;
  let j = en.landmarkStarts[y]!;
  const zhEnd = zh.landmarkStarts[x + 1]!;
  const enEnd = en.landmarkStarts[y + 1]!;
  while (i < zhEnd && j < enEnd) {
    const difference = zh.landmarks[i]! - en.landmarks[j]!;
    if (difference === 0) {
      const number = zh.landmarks[i]!;
      if (number < nameCount) names += strengths[number]!;
      else values += strengths[number]!;
    }
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return nameWeight * names + valueWeight * values;
}
