import { LONGEST, USUAL_SIZE } from '../model.ts';
import {
  beginnings,
  countAgreement,
  deviationOf,
  endings,
  FEATURES,
  type Feature,
  MOST_BREAKS,
  MOST_LONGER,
  noiseAgreement,
  type SurfaceEvidence,
  shape,
  surfaceFeaturesOf,
} from './features.ts';
import { sharedLandmarks } from './landmarks.ts';
import { MARK_COUNTS } from './punctuation.ts';
import { MOST_MARKS } from './runs.ts';

/** Beads of more sentences than USUAL_SIZE are not weighed where the lengths of their sides differ by so many widths … */
const TOO_DIFFERENT = 2;
/** … but stay possible, for links may leave nothing else. */
export const HOPELESS = -100;

type FeatureWeights = Readonly<Record<Feature, number>>;

const KINDS = MARK_COUNTS.length;
/** Counts of marks of either side, side by side in a table. */
const COUNTS = MOST_MARKS + 1;

/**
 * The sum of the features of a bead by their weights, but for what its words say: what surfaceFeaturesOf tells, for a
 * search that asks millions of times. What only one side, or few kinds of sentences, decide is weighed beforehand.
 */
export class SurfaceWeight {
  readonly #surface: SurfaceEvidence;
  readonly #weights: FeatureWeights;
  /** By a × (the longest English run + 1) + b. */
  readonly #shapes: Float64Array;
  readonly #beginnings: Float64Array;
  readonly #endings: Float64Array;
  /** For each kind of mark, by the counts of both sides. */
  readonly #marks: Float64Array;
  readonly #noise: Float64Array;
  /** By run number: what its landmarks weigh when the other side has none of them. */
  readonly #zhAlone: Float64Array;
  readonly #enAlone: Float64Array;
  readonly #zhOmissions: Float64Array;
  readonly #enOmissions: Float64Array;

  constructor(surface: SurfaceEvidence, weights: FeatureWeights) {
    const { zh, en, zhRuns, enRuns, habits } = surface;
    this.#surface = surface;
    this.#weights = weights;
    const weighed = weighing(weights);
    this.#shapes = Float64Array.from({ length: (LONGEST.zh + 1) * (LONGEST.en + 1) }, (_, k) =>
      weighed((out) => shape(Math.floor(k / (LONGEST.en + 1)), k % (LONGEST.en + 1), habits, out)),
    );
    this.#beginnings = crossed(zhRuns.beginnings.distinct, enRuns.beginnings.distinct, (x, y) =>
      weighed((out) => beginnings(x, y, out)),
    );
    this.#endings = crossed(zhRuns.endings.distinct, enRuns.endings.distinct, (x, y) =>
      weighed((out) => endings(x, y, out)),
    );
    this.#marks = Float64Array.from({ length: KINDS * COUNTS * COUNTS }, (_, k) => {
      const name = MARK_COUNTS[Math.floor(k / COUNTS / COUNTS)]!;
      return weights[name] * countAgreement(Math.floor(k / COUNTS) % COUNTS, k % COUNTS);
    });
    this.#noise = crossed([0, 1], [0, 1], (x, y) => weights.noise * noiseAgreement(x, y));
    const alone = (names: Float64Array, values: Float64Array) =>
      names.map((strength, run) => weights.namesAlone * strength + weights.valuesAlone * values[run]!);
    this.#zhAlone = alone(zhRuns.names, zhRuns.values);
    this.#enAlone = alone(enRuns.names, enRuns.values);
    const omissions = (count: number, a: number, b: number) =>
      Float64Array.from({ length: count }, (_, i) =>
        weighed((out) => surfaceFeaturesOf(surface, a * i, a, b * i, b, out)),
      );
    this.#zhOmissions = omissions(zh.words.length, 1, 0);
    this.#enOmissions = omissions(en.words.length, 0, 1);
  }

  ofZhOmission(zh: number): number {
    return this.#zhOmissions[zh]!;
  }

  ofEnOmission(en: number): number {
    return this.#enOmissions[en]!;
  }

  /** Of `a` Chinese sentences with `b` English ones, neither 0. */
  of(zh: number, a: number, en: number, b: number): number {
    const { zhRuns, enRuns } = this.#surface;
    const x = zh * LONGEST.zh + a - 1;
    const y = en * LONGEST.en + b - 1;
    const deviation = deviationOf(this.#surface, x, y);
    if (a + b > USUAL_SIZE && Math.abs(deviation) > TOO_DIFFERENT) return HOPELESS;
    const beginning =
      zhRuns.beginnings.of[zh]! * enRuns.beginnings.distinct.length + enRuns.beginnings.of[en]!;
    const ending =
      zhRuns.endings.of[zh + a - 1]! * enRuns.endings.distinct.length + enRuns.endings.of[en + b - 1]!;
    return (
      this.#shapes[a * (LONGEST.en + 1) + b]! +
      this.#beginnings[beginning]! +
      this.#endings[ending]! +
      this.#noise[2 * zhRuns.holdsNoise[x]! + enRuns.holdsNoise[y]!]! +
      this.#weights.breaksParagraph * Math.min(MOST_BREAKS, zhRuns.breaks[x]! + enRuns.breaks[y]!) +
      this.#ofLengths(deviation) +
      this.#ofMarks(x, y) +
      this.#ofLandmarks(x, y)
    );
  }

  #ofLengths(deviation: number): number {
    const { length, enLonger } = this.#weights;
    const cauchy = -length * Math.log(1 + deviation * deviation);
    return deviation > 0 ? cauchy - enLonger * Math.min(deviation, MOST_LONGER) : cauchy;
  }

  #ofMarks(x: number, y: number): number {
    const { zhRuns, enRuns } = this.#surface;
    let weight = 0;
    for (let kinds = zhRuns.kinds[x]! | enRuns.kinds[y]!; kinds; kinds &= kinds - 1) {
      const kind = 31 - Math.clz32(kinds & -kinds);
      const counts = zhRuns.marks[x * KINDS + kind]! * COUNTS + enRuns.marks[y * KINDS + kind]!;
      weight += this.#marks[kind * COUNTS * COUNTS + counts]!;
    }
    return weight;
  }

  #ofLandmarks(x: number, y: number): number {
    const { zhRuns, enRuns, landmarks } = this.#surface;
    const alone = this.#zhAlone[x]! + this.#enAlone[y]!;
    if ((zhRuns.signatures[x]! & enRuns.signatures[y]!) === 0) return alone;
    const { namesShared, namesAlone, valuesShared, valuesAlone } = this.#weights;
    const ofNames = namesShared - 2 * namesAlone;
    return alone + sharedLandmarks(landmarks, zhRuns, x, enRuns, y, ofNames, valuesShared - 2 * valuesAlone);
  }
}

/** What some features weigh together. */
function weighing(table: FeatureWeights): (write: (out: Float64Array) => void) => number {
  const weights = Float64Array.from(FEATURES, (name) => table[name]);
  const features = new Float64Array(FEATURES.length);
  return (write) => {
    features.fill(0);
    write(features);
    return features.reduce((sum, value, k) => sum + weights[k]! * value, 0);
  };
}

/** A table of all pairs of two lists, row by row. */
function crossed<T>(zh: readonly T[], en: readonly T[], value: (zh: T, en: T) => number): Float64Array {
  return Float64Array.from(zh.flatMap((x) => en.map((y) => value(x, y))));
}
