import { type Explained, UNEXPLAINED } from './explained.ts';
import type { Habits } from './habits.ts';
import { type LandmarkStrengths, sharedLandmarks } from './landmarks.ts';
import { MARK_COUNTS } from './punctuation.ts';
import type { Beginning, Ending, RunTables } from './runs.ts';
import type { PlacedSentences } from './side.ts';

/** Two parts beside each other, but for what their words say. */
export interface SurfaceEvidence {
  readonly zh: PlacedSentences;
  readonly en: PlacedSentences;
  /** Logarithm of the English letters for a Chinese character in these two parts. */
  readonly lettersRatio: number;
  readonly habits: Habits;
  readonly landmarks: LandmarkStrengths;
  /** What is to be compared of the runs of either side. */
  readonly zhRuns: RunTables;
  readonly enRuns: RunTables;
}

/** Two parts beside each other. */
export interface PairEvidence extends SurfaceEvidence {
  /** English words explained by runs of Chinese sentences, and the reverse. */
  readonly enByZh: Explained;
  readonly zhByEn: Explained;
}

/** The pieces of evidence whose weighted sum is the weight of a bead. */
export const FEATURES = [
  'enExplained',
  'zhExplained',
  'length',
  'enLonger',
  '1-2',
  '2-1',
  '1-3',
  '3-1',
  '2-2',
  '1-4',
  '2-3',
  'wide',
  'wider',
  'zhOmitted',
  'enOmitted',
  'namesShared',
  'namesAlone',
  'valuesShared',
  'valuesAlone',
  'omittedWords',
  'omissionHabit',
  'mergingHabit',
  'lastQuestion',
  'lastExclamation',
  'lastOpen',
  'beginsQuoted',
  'endsQuoted',
  'startsWithQuote',
  'startsParagraph',
  'breaksParagraph',
  'headings',
  'layout',
  'noise',
  'noiseOmitted',
  ...MARK_COUNTS,
] as const;
export type Feature = (typeof FEATURES)[number];
const AT = Object.fromEntries(FEATURES.map((name, k) => [name, k])) as Record<Feature, number>;
const FIRST_COUNT = AT[MARK_COUNTS[0]];

const FLOOR = Math.log(UNEXPLAINED);

/** Writes the features of a bead of `a` and `b` sentences into `out`, which has a place for each of FEATURES. */
export function featuresOf(
  pair: PairEvidence,
  zh: number,
  a: number,
  en: number,
  b: number,
  out: Float64Array,
): void {
  surfaceFeaturesOf(pair, zh, a, en, b, out);
  if (a === 0 || b === 0) return;
  out[AT.enExplained] = pair.enByZh.sum(zh, a, en, b);
  out[AT.zhExplained] = pair.zhByEn.sum(en, b, zh, a);
}

/**
 * The same, but for what explains the words of two-sided beads, the first two features. What it calls tells of one piece
 * of evidence each; surface-weight.ts puts the same together faster.
 */
export function surfaceFeaturesOf(
  pair: SurfaceEvidence,
  zh: number,
  a: number,
  en: number,
  b: number,
  out: Float64Array,
): void {
  out.fill(0);
  if (a === 0 || b === 0) {
    omission(pair, zh, a, en, out);
    return;
  }
  const { zhRuns, enRuns } = pair;
  const x = zh * zhRuns.longest + a - 1;
  const y = en * enRuns.longest + b - 1;
  lengths(deviationOf(pair, x, y), out);
  shape(a, b, pair.habits, out);
  beginnings(
    zhRuns.beginnings.distinct[zhRuns.beginnings.of[zh]!]!,
    enRuns.beginnings.distinct[enRuns.beginnings.of[en]!]!,
    out,
  );
  endings(
    zhRuns.endings.distinct[zhRuns.endings.of[zh + a - 1]!]!,
    enRuns.endings.distinct[enRuns.endings.of[en + b - 1]!]!,
    out,
  );
  for (let kind = 0; kind < MARK_COUNTS.length; kind++) {
    out[FIRST_COUNT + kind] = countAgreement(
      zhRuns.marks[x * MARK_COUNTS.length + kind]!,
      enRuns.marks[y * MARK_COUNTS.length + kind]!,
    );
  }
  out[AT.breaksParagraph] = Math.min(MOST_BREAKS, zhRuns.breaks[x]! + enRuns.breaks[y]!);
  out[AT.noise] = noiseAgreement(zhRuns.holdsNoise[x]!, enRuns.holdsNoise[y]!);
  landmarks(pair, x, y, out);
}

/** An omission: words that nothing explains. */
function omission(pair: SurfaceEvidence, zh: number, a: number, en: number, out: Float64Array): void {
  const words = a ? pair.zh.words[zh]!.length : pair.en.words[en]!.length;
  out[a ? AT.zhOmitted : AT.enOmitted] = 1;
  out[a ? AT.zhExplained : AT.enExplained] = FLOOR * words;
  out[AT.omittedWords] = words / 10;
  out[AT.noiseOmitted] = a
    ? pair.zhRuns.holdsNoise[zh * pair.zhRuns.longest]!
    : pair.enRuns.holdsNoise[en * pair.enRuns.longest]!;
  out[AT.omissionHabit] = a ? pair.habits.zhOmission : pair.habits.enOmission;
}

/**
 * How far the ratio of lengths of two runs is from that of the documents, as a logarithm, in widths that shrink with the
 * length (measured: 0.2 and more by 0.9 over the root of the Chinese characters).
 */
export function deviationOf({ zhRuns, enRuns, lettersRatio }: SurfaceEvidence, x: number, y: number): number {
  return (enRuns.logLetters[y]! - zhRuns.logLetters[x]! - lettersRatio) * zhRuns.precision[x]!;
}

/**
 * Under a Cauchy distribution, for free translations stray further than a Gaussian lets them; English that is longer than
 * expected counts once more.
 */
function lengths(deviation: number, out: Float64Array): void {
  out[AT.length] = -Math.log(1 + deviation * deviation);
  out[AT.enLonger] = -Math.min(Math.max(0, deviation), MOST_LONGER);
}

/** English that is longer by more widths than that is no worse. */
export const MOST_LONGER = 6;
/** More paragraphs that begin within a bead are no worse. */
export const MOST_BREAKS = 3;

export function shape(a: number, b: number, habits: Habits, out: Float64Array): void {
  if (a === 1 && b === 1) return;
  out[AT.mergingHabit] = habits.merging;
  if (a === 1 && b === 2) out[AT['1-2']] = 1;
  else if (a === 2 && b === 1) out[AT['2-1']] = 1;
  else if (a === 1 && b === 3) out[AT['1-3']] = 1;
  else if (a === 3 && b === 1) out[AT['3-1']] = 1;
  else if (a === 2 && b === 2) out[AT['2-2']] = 1;
  else if (a === 1 && b === 4) out[AT['1-4']] = 1;
  else if (a + b === 5 && a !== 4) out[AT['2-3']] = 1;
  else {
    out[AT.wide] = 1;
    out[AT.wider] = a + b - 5;
  }
}

/** 1 when both sides have it, 0 when neither has, -1 when they disagree. */
function agreement(zh: boolean, en: boolean): number {
  return zh === en ? Number(zh) : -1;
}

export function noiseAgreement(zh: number, en: number): number {
  return agreement(zh > 0, en > 0);
}

/**
 * What the first sentences are part of tells little but for headings, which are seldom rendered as anything else: other
 * kinds are lost by formats, to a PDF an item is a paragraph. Where a side has no layout at all, nothing is told.
 */
export function beginnings(zh: Beginning, en: Beginning, out: Float64Array): void {
  out[AT.beginsQuoted] = agreement(zh.beginsQuoted, en.beginsQuoted);
  out[AT.startsWithQuote] = agreement(zh.startsWithQuote, en.startsWithQuote);
  if (!zh.isFirst && !en.isFirst) out[AT.startsParagraph] = agreement(zh.startsParagraph, en.startsParagraph);
  if (zh.role === undefined || en.role === undefined) return;
  out[AT.headings] = agreement(zh.role === 'heading', en.role === 'heading');
  if (zh.role !== 'paragraph' && en.role !== 'paragraph') out[AT.layout] = zh.role === en.role ? 1 : -1;
}

export function endings(zh: Ending, en: Ending, out: Float64Array): void {
  out[AT.lastQuestion] = agreement(zh.question, en.question);
  out[AT.lastExclamation] = agreement(zh.exclamation, en.exclamation);
  out[AT.lastOpen] = agreement(zh.open, en.open);
  out[AT.endsQuoted] = agreement(zh.endsQuoted, en.endsQuoted);
}

/** Of one kind of mark: how many both sides have, less half of what one has more than the other. */
export function countAgreement(zh: number, en: number): number {
  return Math.min(zh, en, 3) - 0.5 * Math.min(Math.abs(zh - en), 3);
}

function landmarks(pair: SurfaceEvidence, x: number, y: number, out: Float64Array): void {
  const { zhRuns, enRuns } = pair;
  const names = sharedLandmarks(pair.landmarks, zhRuns, x, enRuns, y, 1, 0);
  const values = sharedLandmarks(pair.landmarks, zhRuns, x, enRuns, y, 0, 1);
  out[AT.namesShared] = names;
  out[AT.namesAlone] = zhRuns.names[x]! + enRuns.names[y]! - 2 * names;
  out[AT.valuesShared] = values;
  out[AT.valuesAlone] = zhRuns.values[x]! + enRuns.values[y]! - 2 * values;
}
