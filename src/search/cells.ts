import { type Band, LONGEST } from '../model.ts';

/**
 * The weight of the bead of `zhCount` Chinese sentences from number `zh` on with `enCount` English ones from
 * `en` on, in nats; -Infinity forbids it.
 */
export type Weigh = (zh: number, zhCount: number, en: number, enCount: number) => number;

export const MAX_ZH = LONGEST.zh;
export const MAX_EN = LONGEST.en;

/** Every shape that the search tries, small ones first: of equal weights the smallest bead wins. */
export const SHAPES: readonly (readonly [zh: number, en: number])[] = [
  [1, 0] as const,
  [0, 1] as const,
  ...Array.from(
    { length: MAX_ZH * MAX_EN },
    (_, k) => [1 + Math.floor(k / MAX_EN), 1 + (k % MAX_EN)] as const,
  ),
].sort((x, y) => x[0] + x[1] - (y[0] + y[1]) || x[0] - y[0]);

/** The two sides of each shape, by its number in SHAPES, and whether it has one side only. */
export const ZH_COUNTS = Int32Array.from(SHAPES, ([zh]) => zh);
export const EN_COUNTS = Int32Array.from(SHAPES, ([, en]) => en);
export const IS_OMISSION = Uint8Array.from(SHAPES, ([zh, en]) => Number(zh === 0 || en === 0));

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
  /** Cell (i, j) of the band has the number bases[i] + j. */
  readonly bases: Int32Array;

  /** @param before those of another band by the same weights, of which what stays the same is kept */
  constructor(band: Band, weigh: Weigh, before?: Cells) {
    this.band = band;
    this.bases = new Int32Array(band.low.length);
    let count = 0;
    for (let i = 0; i < band.low.length; i++) {
      this.bases[i] = count - band.low[i]!;
      count += band.high[i]! - band.low[i]! + 1;
    }
    this.count = count;
    this.weights = new Float32Array(this.count * SHAPES.length).fill(-Infinity);
    let unchanged = 0;
    for (let i = 0; i < band.low.length; i++) {
      unchanged = before && isSameRow(band, before.band, i) ? unchanged + 1 : 0;
      if (before && unchanged > Math.min(i, MAX_ZH)) this.#keepRow(before, i);
      else for (let k = 0; k < SHAPES.length; k++) this.#weighRow(weigh, i, k);
    }
  }

  /** Beads that end in a row begin in it or in one of the MAX_ZH rows above. */
  #keepRow(before: Cells, i: number): void {
    const { low, high } = this.band;
    const [start, end] = [before.bases[i]! + low[i]!, before.bases[i]! + high[i]! + 1];
    const row = before.weights.subarray(start * SHAPES.length, end * SHAPES.length);
    this.weights.set(row, (this.bases[i]! + low[i]!) * SHAPES.length);
  }

  /** The number of cell (i, j), or -1 outside the band. */
  at(i: number, j: number): number {
    if (i < 0 || j < this.band.low[i]! || j > this.band.high[i]!) return -1;
    return this.bases[i]! + j;
  }

  /** The beads of shape `k` that end in row `i` and begin in the band. */
  #weighRow(weigh: Weigh, i: number, k: number): void {
    const { low, high } = this.band;
    const [a, b] = [ZH_COUNTS[k]!, EN_COUNTS[k]!];
    if (a > i) return;
    const end = Math.min(high[i]!, high[i - a]! + b);
    for (let j = Math.max(low[i]!, low[i - a]! + b); j <= end; j++) {
      this.weights[(this.bases[i]! + j) * SHAPES.length + k] = weigh(i - a, a, j - b, b);
    }
  }
}

function isSameRow(one: Band, other: Band, i: number): boolean {
  return one.low[i] === other.low[i] && one.high[i] === other.high[i];
}
