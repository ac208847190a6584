import {
  CLOSE_FEATURES,
  type CloseEvidence,
  closeFeaturesOf,
} from '../../src/evidence/close/close-features.ts';
import type { Bead } from '../../src/model.ts';
import { Contest } from '../../src/search/contest.ts';
import { beadsOf, type FlatBeads, flatBeads } from '../../src/search/flat-beads.ts';
import { chooseIn, type Found } from '../../src/search/search.ts';

/**
 * Added to the weight of every bead that is not gold while learning (softmax-margin, Gimpel and Smith 2010): gold must
 * win by a margin. Of 0, 0.7, 1, 2 and 4 this gave the best F1 over all sets.
 */
const MARGIN = 0.7;

const keyOf = ({ zh, en }: Bead) => `${zh.start} ${zh.end} ${en.start} ${en.end}`;

/**
 * The paths of a document through its contenders and its gold beads, as features: a semi-Markov conditional random field
 * (Sarawagi and Cohen 2004). The last weight is that of an omission behind another one. Memory: 4 bytes for each bead
 * and feature.
 */
export class Lattice {
  readonly contest: Contest;
  readonly gold: readonly Bead[];
  readonly size: number;
  readonly #features: Float32Array;
  readonly #isGold: Uint8Array;
  readonly #goldSums: Float64Array;

  /** @param size how many of CLOSE_FEATURES are looked at, from the first on */
  constructor(contenders: FlatBeads, gold: readonly Bead[], close: CloseEvidence, size: number) {
    const all = new Map([...beadsOf(contenders), ...gold].map((bead) => [keyOf(bead), bead]));
    const golden = new Set(gold.map(keyOf));
    const { zh, en } = close.surface;
    this.contest = new Contest(flatBeads([...all.values()]), zh.words.length, en.words.length);
    this.gold = gold;
    this.size = size;
    const beads = beadsOf(this.contest.beads);
    this.#isGold = Uint8Array.from(beads, (bead) => Number(golden.has(keyOf(bead))));
    this.#features = new Float32Array(beads.length * size);
    const out = new Float64Array(CLOSE_FEATURES.length);
    beads.forEach((bead, k) => {
      closeFeaturesOf(close, bead, out);
      this.#features.set(out.subarray(0, size), k * size);
    });
    this.#goldSums = this.#sumGold();
  }

  #sumGold(): Float64Array {
    const sums = new Float64Array(this.size + 1);
    let afterOmission = false;
    for (let k = 0; k < this.contest.count; k++) {
      if (!this.#isGold[k]) continue;
      for (let f = 0; f < this.size; f++) sums[f]! += this.#features[k * this.size + f]!;
      const omission = this.contest.isOmission[k] === 1;
      if (omission && afterOmission) sums[this.size]!++;
      afterOmission = omission;
    }
    return sums;
  }

  /** Adds the squares of the features of all beads, feature by feature; returns how many beads there are. */
  addSquares(squares: Float64Array): number {
    this.#features.forEach((value, at) => {
      squares[at % this.size]! += value * value;
    });
    return this.contest.count;
  }

  #weigh(weights: Float64Array, margin: number): Float64Array {
    return Float64Array.from({ length: this.contest.count }, (_, k) => {
      let weight = this.#isGold[k] ? 0 : margin;
      for (let f = 0; f < this.size; f++) weight += weights[f]! * this.#features[k * this.size + f]!;
      return weight;
    });
  }

  /** The best path under the weights, and how probable it and its rivals are. */
  align(weights: Float64Array): Found {
    return chooseIn(this.contest, this.#weigh(weights, 0), weights[this.size]!);
  }

  /** The logarithm of the gold path's probability. */
  logLikelihood(weights: Float64Array): number {
    const { total } = this.contest.sum(this.#weigh(weights, 0), weights[this.size]!);
    return this.#goldWeight(weights) - total;
  }

  #goldWeight(weights: Float64Array): number {
    return this.#goldSums.reduce((sum, value, f) => sum + weights[f]! * value, 0);
  }

  /**
   * Adds `scale` times the gradient of the logarithm of the gold path's probability, against margins; returns that
   * logarithm.
   */
  addGradient(weights: Float64Array, scale: number, gradient: Float64Array): number {
    const weighed = this.#weigh(weights, MARGIN);
    const continuation = weights[this.size]!;
    const sums = this.contest.sum(weighed, continuation);
    for (let f = 0; f <= this.size; f++) gradient[f]! += scale * this.#goldSums[f]!;
    for (let k = 0; k < weighed.length; k++) {
      const [plain, after] = this.contest.probability(k, weighed, sums, continuation);
      const expected = scale * (plain + after);
      if (expected < 1e-9) continue;
      for (let f = 0; f < this.size; f++) gradient[f]! -= expected * this.#features[k * this.size + f]!;
      if (this.contest.isOmission[k]) gradient[this.size]! -= scale * after;
    }
    return this.#goldWeight(weights) - sums.total;
  }
}
