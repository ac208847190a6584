import { evidenceIn, type PairLessons } from '../../src/evidence/evidence.ts';
import { FEATURES, featuresOf } from '../../src/evidence/features.ts';
import type { Habits } from '../../src/evidence/habits.ts';
import type { Lexicon } from '../../src/evidence/lexicon.ts';
import type { Band, Bead } from '../../src/model.ts';
import { bandAround, type Waypoint } from '../../src/search/band.ts';
import { Cells, IS_OMISSION, MAX_EN, MAX_ZH, OMISSION, SHAPES, TWO_SIDED } from '../../src/search/cells.ts';
import { bestPath } from '../../src/search/path.ts';
import { sumPaths } from '../../src/search/posterior.ts';
import type { GoldDocument, GoldSet } from './gold.ts';

/** The weights that are learnt: those of the features, and that of an omission after another one. */
export const NAMES: readonly string[] = [...FEATURES, 'continuation'];
const CONTINUATION = FEATURES.length;

/** Half the width of the band in which the gold path competes, in English sentences. */
const WIDTH = 5;

/**
 * Added to the weight of every bead that is not gold while learning (softmax-margin, Gimpel and Smith 2010): gold must
 * win by a margin. Of 0, 0.7, 1, 2 and 4 this gave the best F1 over all sets.
 */
const MARGIN = 0.7;

/** What the round of alignment before has taught, for one document. */
export interface Taught {
  readonly lexicon: Lexicon;
  readonly lessons?: PairLessons | undefined;
  readonly habits?: Habits | undefined;
}

/**
 * All paths of a document near its gold path, as features: a semi-Markov conditional random field (Sarawagi and
 * Cohen 2004). Memory: 4 bytes for each cell, shape and feature.
 */
export class Lattice {
  readonly document: GoldDocument;
  readonly #cells: Cells;
  readonly #features: Float32Array;
  readonly #gold: Float64Array;
  readonly #margins: Float32Array;

  constructor(set: GoldSet, document: GoldDocument, waypoints: readonly Waypoint[], taught: Taught) {
    const sides = set.evidence.pairs[document.number]!;
    const widths = new Int32Array(sides.zh.words.length + 1).fill(WIDTH);
    const band = withPath(bandAround(waypoints, sides.en.words.length, widths), document.beads);
    const longest = { zh: MAX_ZH, en: MAX_EN };
    const { lexicon, lessons, habits } = taught;
    const pair = evidenceIn(band, sides, set.evidence, lexicon, longest, lessons, habits);
    const out = new Float64Array(FEATURES.length);
    this.document = document;
    this.#cells = new Cells(band, () => 0);
    this.#features = new Float32Array(this.#cells.weights.length * FEATURES.length);
    this.#eachBead((place, i, a, j, b) => {
      featuresOf(pair, i, a, j, b, out);
      this.#features.set(out, place * FEATURES.length);
    });
    this.#gold = new Float64Array(NAMES.length);
    this.#margins = new Float32Array(this.#cells.weights.length).fill(MARGIN);
    let afterOmission = false;
    for (const { zh, en } of document.beads) {
      const [a, b] = [zh.end - zh.start, en.end - en.start];
      featuresOf(pair, zh.start, a, en.start, b, out);
      for (let k = 0; k < FEATURES.length; k++) this.#gold[k]! += out[k]!;
      const shape = SHAPES.findIndex(([x, y]) => x === a && y === b);
      this.#margins[this.#cells.at(zh.end, en.end) * SHAPES.length + shape] = 0;
      const omission = a === 0 || b === 0;
      if (omission && afterOmission) this.#gold[CONTINUATION]!++;
      afterOmission = omission;
    }
  }

  /** The best path under the weights. */
  decode(weights: Float64Array): Bead[] {
    this.#weigh(weights, 0);
    return bestPath(this.#cells, weights[CONTINUATION]!);
  }

  /**
   * Adds `scale` times the gradient of the logarithm of the gold path's probability, against margins; returns that
   * logarithm.
   */
  addGradient(weights: Float64Array, scale: number, gradient: Float64Array): number {
    this.#weigh(weights, 1);
    const continuation = weights[CONTINUATION]!;
    const { forward, backward, total } = sumPaths(this.#cells, continuation);
    let gold = 0;
    for (let k = 0; k < NAMES.length; k++) {
      gold += weights[k]! * this.#gold[k]!;
      gradient[k]! += scale * this.#gold[k]!;
    }
    this.#eachBead((place, i, a, j, b, shape) => {
      const omission = IS_OMISSION[shape]!;
      const from = 2 * this.#cells.at(i, j);
      const to = 2 * this.#cells.at(i + a, j + b) + (omission ? OMISSION : TWO_SIDED);
      const behind = this.#cells.weights[place]! + backward[to]! - total;
      const plain = Math.exp(forward[from + TWO_SIDED]! + behind);
      const after = Math.exp(forward[from + OMISSION]! + behind + (omission ? continuation : 0));
      const expected = scale * (plain + after);
      if (expected < 1e-9) return;
      const at = place * FEATURES.length;
      for (let k = 0; k < FEATURES.length; k++) gradient[k]! -= expected * this.#features[at + k]!;
      if (omission) gradient[CONTINUATION]! -= scale * after;
    });
    return gold - total;
  }

  #weigh(weights: Float64Array, margins: number): void {
    this.#eachBead((place) => {
      let weight = margins * this.#margins[place]!;
      const at = place * FEATURES.length;
      for (let k = 0; k < FEATURES.length; k++) weight += weights[k]! * this.#features[at + k]!;
      this.#cells.weights[place] = weight;
    });
  }

  #eachBead(visit: (place: number, i: number, a: number, j: number, b: number, shape: number) => void): void {
    const { low, high } = this.#cells.band;
    for (let i = 0; i < low.length; i++) {
      for (let j = low[i]!; j <= high[i]!; j++) {
        const cell = this.#cells.at(i, j) * SHAPES.length;
        for (let k = 0; k < SHAPES.length; k++) {
          if (this.#cells.weights[cell + k] === -Infinity) continue;
          const [a, b] = SHAPES[k]!;
          visit(cell + k, i - a, a, j - b, b, k);
        }
      }
    }
  }
}

/** The band, widened so that the path and the cells around it are in it. */
function withPath(band: Band, beads: readonly Bead[]): Band {
  const { low, high } = band;
  const last = low.length - 1;
  for (const { zh, en } of beads) {
    for (let i = Math.max(0, zh.end - 1); i <= Math.min(last, zh.end + 1); i++) {
      low[i] = Math.min(low[i]!, Math.max(0, en.end - 1));
      high[i] = Math.max(high[i]!, Math.min(high[last]!, en.end + 1));
    }
  }
  for (let i = 1; i <= last; i++) high[i] = Math.max(high[i]!, high[i - 1]!);
  for (let i = last - 1; i >= 0; i--) low[i] = Math.min(low[i]!, low[i + 1]!);
  return band;
}
