import type { Band } from '../model.ts';

/**
 * The weight of the bead of `zhCount` Chinese sentences from number `zh` on with `enCount` English ones from
 * `en` on, in nats; -Infinity forbids it.
 */
export type Weigh = (zh: number, zhCount: number, en: number, enCount: number) => number;

/** The largest bead: 4 Chinese sentences with 7 English ones. */
export const MAX_ZH = 4;
export const MAX_EN = 7;

/** Every shape that the search tries, small ones first: of equal weights the smallest bead wins. */
export const SHAPES: readonly (readonly [zh: number, en: number])[] = [
  [1, 0] as const,
  [0, 1] as const,
  ...Array.from(
    { length: MAX_ZH * MAX_EN },
    (_, k) => [1 + Math.floor(k / MAX_EN), 1 + (k % MAX_EN)] as const,
  ),
].sort((x, y) => x[0] + x[1] - (y[0] + y[1]) || x[0] - y[0]);

/** Whether a shape has one side only, by its number in SHAPES. */
export const IS_OMISSION = SHAPES.map(([a, b]) => a === 0 || b === 0);

/** What kind of bead ends in a cell: the two states of each. The beginning counts as two-sided. */
export const TWO_SIDED = 0;
export const OMISSION = 1;

/**
 * The cells of a band, numbered row by row, with the weight of every bead that ends in each. Memory: 4 bytes for
 * each cell and shape.
 */
export class Cells {
  readonly band: Band;
  readonly count: number;
  /** Weight of the bead of shape k that ends in cell c, at c × SHAPES.length + k; -Infinity outside the band. */
  readonly weights: Float32Array;
  readonly #offsets: Int32Array;

  constructor(band: Band, weigh: Weigh) {
    this.band = band;
    this.#offsets = new Int32Array(band.low.length + 1);
    for (let i = 0; i < band.low.length; i++) {
      this.#offsets[i + 1] = this.#offsets[i]! + band.high[i]! - band.low[i]! + 1;
    }
    this.count = this.#offsets.at(-1)!;
    this.weights = new Float32Array(this.count * SHAPES.length).fill(-Infinity);
    this.#weighAll(weigh);
  }

  /** The number of cell (i, j), or -1 outside the band. */
  at(i: number, j: number): number {
    if (i < 0 || j < this.band.low[i]! || j > this.band.high[i]!) return -1;
    return this.#offsets[i]! + j - this.band.low[i]!;
  }

  #weighAll(weigh: Weigh): void {
    for (let i = 0; i < this.band.low.length; i++) {
      for (let j = this.band.low[i]!; j <= this.band.high[i]!; j++) {
        const base = this.at(i, j) * SHAPES.length;
        for (let k = 0; k < SHAPES.length; k++) {
          const [a, b] = SHAPES[k]!;
          if (this.at(i - a, j - b) >= 0) this.weights[base + k] = weigh(i - a, a, j - b, b);
        }
      }
    }
  }
}
