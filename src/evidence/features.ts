import { type Explained, UNEXPLAINED } from './explained.ts';
import type { Habits } from './habits.ts';
import type { LandmarkComparison } from './landmarks.ts';
import { MARK_COUNTS } from './punctuation.ts';
import type { Side } from './side.ts';

/** Two parts beside each other, but for what their words say. */
export interface SurfaceEvidence {
  readonly zh: Side;
  readonly en: Side;
  /** English letters for a Chinese character in these two parts. */
  readonly lettersRatio: number;
  readonly habits: Habits;
  readonly landmarks: LandmarkComparison;
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
  for (let j = en; j < en + b; j++) out[AT.enExplained]! += pair.enByZh.at(zh, a, j);
  for (let i = zh; i < zh + a; i++) out[AT.zhExplained]! += pair.zhByEn.at(en, b, i);
}

/** The same, but for what explains the words of two-sided beads, the first two features. */
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
  lengths(pair, zh, a, en, b, out);
  shape(a, b, out);
  out[AT.mergingHabit] = a + b > 2 ? pair.habits.merging : 0;
  marks(pair, zh, a, en, b, out);
  counts(pair.zh.counts, pair.en.counts, zh, a, en, b, out);
  paragraphs(pair, zh, a, en, b, out);
  layout(pair, zh, en, out);
  out[AT.noise] = agreement(holdsNoise(pair.zh, zh, a), holdsNoise(pair.en, en, b));
  pair.landmarks.compare(zh, a, en, b, out, AT.namesShared);
}

/** An omission: words that nothing explains. */
function omission(pair: SurfaceEvidence, zh: number, a: number, en: number, out: Float64Array): void {
  const words = a ? pair.zh.words[zh]!.length : pair.en.words[en]!.length;
  out[a ? AT.zhOmitted : AT.enOmitted] = 1;
  out[a ? AT.zhExplained : AT.enExplained] = FLOOR * words;
  out[AT.omittedWords] = words / 10;
  out[AT.noiseOmitted] = Number(a ? holdsNoise(pair.zh, zh, a) : holdsNoise(pair.en, en, 1));
  out[AT.omissionHabit] = a ? pair.habits.zhOmission : pair.habits.enOmission;
}

/**
 * How far the ratio of lengths is from that of the documents, as a logarithm, in widths that shrink with the length
 * (measured: 0.2 and more by 0.9 over the root of the Chinese characters). Under a Cauchy distribution, for free
 * translations stray further than a Gaussian lets them; English that is longer than expected counts once more.
 */
function lengths(
  pair: SurfaceEvidence,
  zh: number,
  a: number,
  en: number,
  b: number,
  out: Float64Array,
): void {
  const characters = Math.max(1, pair.zh.letters[zh + a]! - pair.zh.letters[zh]!);
  const letters = Math.max(1, pair.en.letters[en + b]! - pair.en.letters[en]!);
  const deviation = Math.log(letters / characters / pair.lettersRatio) / (0.2 + 0.9 / Math.sqrt(characters));
  out[AT.length] = -Math.log(1 + deviation * deviation);
  out[AT.enLonger] = -Math.min(Math.max(0, deviation), 6);
}

function shape(a: number, b: number, out: Float64Array): void {
  if (a === 1 && b === 1) return;
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

function marks(pair: SurfaceEvidence, zh: number, a: number, en: number, b: number, out: Float64Array): void {
  const zhFirst = pair.zh.marks[zh]!;
  const zhLast = pair.zh.marks[zh + a - 1]!;
  const enFirst = pair.en.marks[en]!;
  const enLast = pair.en.marks[en + b - 1]!;
  out[AT.lastQuestion] = agreement(zhLast.last === '?', enLast.last === '?');
  out[AT.lastExclamation] = agreement(zhLast.last === '!', enLast.last === '!');
  out[AT.lastOpen] = agreement(zhLast.endsOpen, enLast.endsOpen);
  out[AT.beginsQuoted] = agreement(zhFirst.beginsQuoted, enFirst.beginsQuoted);
  out[AT.endsQuoted] = agreement(zhLast.endsQuoted, enLast.endsQuoted);
  out[AT.startsWithQuote] = agreement(zhFirst.startsWithQuote, enFirst.startsWithQuote);
}

/** Of each kind of mark: how many both sides have, less half of what one has more than the other. */
function counts(
  zhSums: Float64Array,
  enSums: Float64Array,
  zh: number,
  a: number,
  en: number,
  b: number,
  out: Float64Array,
): void {
  const kinds = MARK_COUNTS.length;
  for (let k = 0; k < kinds; k++) {
    const x = zhSums[(zh + a) * kinds + k]! - zhSums[zh * kinds + k]!;
    const y = enSums[(en + b) * kinds + k]! - enSums[en * kinds + k]!;
    out[FIRST_COUNT + k] = Math.min(x, y, 3) - 0.5 * Math.min(Math.abs(x - y), 3);
  }
}

function paragraphs(
  pair: SurfaceEvidence,
  zh: number,
  a: number,
  en: number,
  b: number,
  out: Float64Array,
): void {
  const x = pair.zh.paragraphs;
  const y = pair.en.paragraphs;
  if (zh > 0 && en > 0) out[AT.startsParagraph] = agreement(x[zh + 1]! > x[zh]!, y[en + 1]! > y[en]!);
  out[AT.breaksParagraph] = Math.min(3, x[zh + a]! - x[zh + 1]! + y[en + b]! - y[en + 1]!);
}

/**
 * What the first sentences are part of. A heading is seldom rendered as anything else; other kinds tell less, for formats
 * lose them: to a PDF an item is a paragraph. Where a side has no layout at all, nothing is told.
 */
function layout(pair: SurfaceEvidence, zh: number, en: number, out: Float64Array): void {
  const x = pair.zh.roles[zh];
  const y = pair.en.roles[en];
  if (x === undefined || y === undefined) return;
  out[AT.headings] = agreement(x === 'heading', y === 'heading');
  out[AT.layout] = x === 'paragraph' || y === 'paragraph' ? 0 : x === y ? 1 : -1;
}

function holdsNoise({ noise }: Side, start: number, count: number): boolean {
  return noise[start + count]! > noise[start]!;
}
