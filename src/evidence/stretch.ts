/** What a search goes by: tables of both sides of a pair, and of what has been taught, for any stretch of it. */
import { type Band, LONGEST, type Run } from '../model.ts';
import type { Evidence, PairSides } from './evidence.ts';
import { Explained, type Lessons } from './explained.ts';
import type { PairEvidence, SurfaceEvidence } from './features.ts';
import type { Habits } from './habits.ts';
import type { LandmarkStrengths } from './landmarks.ts';
import { type LessonTables, layOutLessons, lessonsIn } from './lesson-tables.ts';
import type { Lexicon } from './lexicon.ts';
import { type LexiconTables, tablesOfLexicon } from './lexicon-tables.ts';
import { Runs, type RunTables, runsIn } from './runs.ts';
import { sharedFloat64 } from './shared.ts';
import { type SentenceTables, sentencesIn } from './side.ts';
import { SurfaceWeight } from './surface-weight.ts';
import type { Weights } from './weights.ts';

/** A run of sentences of either side. */
export interface Stretch {
  readonly zh: Run;
  readonly en: Run;
}

/** Both sides of a pair, in tables that threads share. */
export interface PairTables {
  readonly zh: SentenceTables;
  readonly en: SentenceTables;
  readonly zhRuns: RunTables;
  readonly enRuns: RunTables;
  readonly landmarks: LandmarkStrengths;
  /** Logarithm of the English letters for a Chinese character. */
  readonly lettersRatio: number;
}

/** Every round compares the same. */
const known = new WeakMap<PairSides, PairTables>();

export function tablesOf(sides: PairSides): PairTables {
  const tables = known.get(sides) ?? layOutPair(sides);
  known.set(sides, tables);
  return tables;
}

function layOutPair(sides: PairSides): PairTables {
  const { zh, en, landmarks } = sides;
  const { nameCount, strengths } = landmarks;
  return {
    zh: zh.tables,
    en: en.tables,
    zhRuns: { ...new Runs(zh, landmarks, LONGEST.zh) },
    enRuns: { ...new Runs(en, landmarks, LONGEST.en) },
    landmarks: { nameCount, strengths },
    lettersRatio: lettersRatio(sides),
  };
}

/** Without letters on one side, the mean of translated texts (2.8 to 4.0 letters for a character). */
const USUAL_RATIO = 3.4;

function lettersRatio({ zh, en }: PairSides): number {
  return Math.log(en.letters.at(-1)! / zh.letters.at(-1)! || USUAL_RATIO);
}

/** All sentences of a pair. */
export function wholeOf({ zh, en }: PairTables): Stretch {
  return { zh: { start: 0, end: zh.starts.length - 1 }, en: { start: 0, end: en.starts.length - 1 } };
}

/** The evidence of a stretch, whose sentences are numbered from its beginning, but for what its words say. */
export function surfaceIn(tables: PairTables, habits: Habits, { zh, en }: Stretch): SurfaceEvidence {
  return {
    zh: sentencesIn(tables.zh, zh),
    en: sentencesIn(tables.en, en),
    zhRuns: runsIn(tables.zhRuns, zh),
    enRuns: runsIn(tables.enRuns, en),
    landmarks: tables.landmarks,
    lettersRatio: tables.lettersRatio,
    habits,
  };
}

/** The same of a whole pair. */
export function surfaceOf(sides: PairSides, habits: Habits): SurfaceEvidence {
  const tables = tablesOf(sides);
  return surfaceIn(tables, habits, wholeOf(tables));
}

/** What the beads of the round before have taught, one document's, for both directions. */
export interface PairLessons {
  readonly zhToEn: Lessons;
  readonly enToZh: Lessons;
}

/** What a search goes by besides a pair, in tables that threads share. */
export interface TaughtTables extends LexiconTables {
  readonly zhFrequency: Float64Array;
  readonly enFrequency: Float64Array;
  readonly habits: Habits;
  readonly lessons?: { readonly zhToEn: LessonTables; readonly enToZh: LessonTables } | undefined;
}

/** The tables of a lexicon for all pairs of `evidence`, and of what one of them has taught. */
export function taughtTables(
  evidence: Pick<Evidence, 'zhFrequency' | 'enFrequency'>,
  lexicon: Lexicon,
  habits: Habits,
): TaughtTables {
  const shared = (values: Float64Array) => {
    const table = sharedFloat64(values.length);
    table.set(values);
    return table;
  };
  return {
    ...tablesOfLexicon(lexicon),
    zhFrequency: shared(evidence.zhFrequency),
    enFrequency: shared(evidence.enFrequency),
    habits,
  };
}

/** With the lessons of a pair of so many sentences on either side. */
export function withLessons(
  taught: TaughtTables,
  { zhToEn, enToZh }: PairLessons,
  { zh, en }: Stretch,
): TaughtTables {
  return {
    ...taught,
    lessons: {
      zhToEn: layOutLessons(zhToEn, zh.end, en.end),
      enToZh: layOutLessons(enToZh, en.end, zh.end),
    },
  };
}

/** What was taught of a stretch. */
export interface Taught extends Omit<TaughtTables, 'lessons'> {
  readonly lessons?: PairLessons | undefined;
  /** The longest runs of sentences in the beads that are tried. */
  readonly longest: { readonly zh: number; readonly en: number };
}

export function taughtIn(
  { lessons, ...rest }: TaughtTables,
  { zh, en }: Stretch,
  longest: Taught['longest'] = LONGEST,
): Taught {
  if (!lessons) return { ...rest, longest };
  const zhToEn = lessonsIn(lessons.zhToEn, zh, en);
  return { ...rest, longest, lessons: { zhToEn, enToZh: lessonsIn(lessons.enToZh, en, zh) } };
}

/**
 * The evidence of a stretch, laid out along a band.
 *
 * @param before that of a band for the same stretch, by what was taught alike, which differs from this one in places
 */
export function evidenceIn(
  band: Band,
  surface: SurfaceEvidence,
  { zhToEn, enToZh, zhFrequency, enFrequency, lessons, longest }: Taught,
  before?: PairEvidence,
): PairEvidence {
  const { zh, en } = surface;
  const columns = transposed(band);
  const enByZh = new Explained(
    {
      from: zh.words,
      to: en.words,
      rows: zhToEn,
      frequency: enFrequency,
      range: (i) => [band.low[i]!, band.high[i + 1]!],
      lessons: lessons?.zhToEn,
    },
    longest.zh,
    before?.enByZh,
  );
  const zhByEn = new Explained(
    {
      from: en.words,
      to: zh.words,
      rows: enToZh,
      frequency: zhFrequency,
      range: (j) => [columns.low[j]!, columns.high[j + 1]!],
      lessons: lessons?.enToZh,
    },
    longest.en,
    before?.zhByEn,
  );
  return { ...surface, enByZh, zhByEn };
}

/** The band as its columns see it: after `j` English sentences, from `low[j]` to `high[j]` Chinese ones. */
function transposed({ low, high }: Band): Band {
  const columns = high[high.length - 1]! + 1;
  const transposedLow = new Int32Array(columns);
  const transposedHigh = new Int32Array(columns);
  let first = 0;
  let last = 0;
  for (let j = 0; j < columns; j++) {
    while (high[first]! < j) first++;
    while (last + 1 < low.length && low[last + 1]! <= j) last++;
    transposedLow[j] = first;
    transposedHigh[j] = last;
  }
  return { low: transposedLow, high: transposedHigh };
}

/**
 * The weight of any bead of a pair, in nats: the sum of its features by their weights.
 *
 * @param surface what all but the words weighs, the same in every band
 */
export function weighBy(
  pair: PairEvidence,
  { features }: Weights,
  surface = new SurfaceWeight(pair, features),
) {
  const { enByZh, zhByEn } = pair;
  const { enExplained, zhExplained } = features;
  return (zh: number, zhCount: number, en: number, enCount: number): number => {
    if (enCount === 0) return surface.ofZhOmission(zh);
    if (zhCount === 0) return surface.ofEnOmission(en);
    return (
      surface.of(zh, zhCount, en, enCount) +
      enExplained * enByZh.sum(zh, zhCount, en, enCount) +
      zhExplained * zhByEn.sum(en, enCount, zh, zhCount)
    );
  };
}
