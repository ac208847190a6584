import { type Band, LONGEST, USUAL_SIZE } from '../model.ts';

/**
 * The weight of the bead of `zhCount` Chinese sentences from number `zh` on with `enCount` English ones from
 * `en` on, in nats; -Infinity forbids it.
 */
export type Weigh = (zh: number, zhCount: number, en: number, enCount: number) => number;

/** Every shape that the search tries, small ones first: of equal weights the smallest bead wins. */
export const SHAPES: readonly (readonly [zh: number, en: number])[] = [
  [1, 0] as const,
  [0, 1] as const,
  ...Array.from(
    { length: LONGEST.zh * LONGEST.en },
    (_, k) => [1 + Math.floor(k / LONGEST.en), 1 + (k % LONGEST.en)] as const,
  ),
].sort((x, y) => x[0] + x[1] - (y[0] + y[1]) || x[0] - y[0]);

/** The shapes that a first look tries, half of all; five gold beads of 7,103 have another one. */
export const USUAL_SHAPES = SHAPES.filter(([zh, en]) => zh === 1 || zh + en <= USUAL_SIZE);

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
  /** Weight of the bead of shape k that ends in cell c, at c × shapes.length + k; -Infinity outside the band. */
  readonly weights: Float32Array;
  readonly shapes: typeof SHAPES;
  /** The sentences of either side in each shape, and whether it has one side only. */
  readonly zhCounts: Int32Array;
  readonly enCounts: Int32Array;
  readonly isOmission: Uint8Array;
  /** Cell (i, j) of the band has the number bases[i] + j. */
  readonly bases: Int32Array;

  /** @param before those of another band by the same weights and shapes, of which what stays the same is kept */
  constructor(band: Band, weigh: Weigh, shapes = SHAPES, before?: Cells) {
    this.band = band;
    this.shapes = shapes;
    this.zhCounts = Int32Array.from(shapes, ([zh]) => zh);
    this.enCounts = Int32Array.from(shapes, ([, en]) => en);
    this.isOmission = Uint8Array.from(shapes, ([zh, en]) => Number(zh === 0 || en === 0));
    this.bases = new Int32Array(band.low.length);
    let count = 0;
    for (let i = 0; i < band.low.length; i++) {
      this.bases[i] = count - band.low[i]!;
      count += band.high[i]! - band.low[i]! + 1;
    }
    this.count = count;
    this.weights = new Float32Array(this.count * this.shapes.length).fill(-Infinity);
    let unchanged = 0;
    for (let i = 0; i < band.low.length; i++) {
      unchanged = before && isSameRow(band, before.band, i) ? unchanged + 1 : 0;
      if (before && unchanged > Math.min(i, LONGEST.zh)) this.#keepRow(before, i);
      else for (let k = 0; k < this.shapes.length; k++) this.#weighRow(weigh, i, k);
    }
  }

  /** Beads that end in a row begin in it or in one of the LONGEST.zh rows above. */
  #keepRow(before: Cells, i: number): void {
    const { low, high } = this.band;
    const [start, end] = [before.bases[i]! + low[i]!, before.bases[i]! + high[i]! + 1];
    const row = before.weights.subarray(start * this.shapes.length, end * this.shapes.length);
    this.weights.set(row, (this.bases[i]! + low[i]!) * this.shapes.length);
  }

  /** The number of cell (i, j), or -1 outside the band. */
  at(i: number, j: number): number {
    if (i < 0 || j < this.band.low[i]! || j > this.band.high[i]!) return -1;
    return this.bases[i]! + j;
  }

  /** The beads of shape `k` that end in row `i` and begin in the band. */
  #weighRow(weigh: Weigh, i: number, k: number): void {
    const { low, high } = this.band;
    const [a, b] = [this.zhCounts[k]!, this.enCounts[k]!];
    if (a > i) return;
    const end = Math.min(high[i]!, high[i - a]! + b);
    for (let j = Math.max(low[i]!, low[i - a]! + b); j <= end; j++) {
      this.weights[(this.bases[i]! + j) * this.shapes.length + k] = weigh(i - a, a, j - b, b);
    }
  }
}

function isSameRow(one: Band, other: Band, i: number): boolean {
  return one.low[i] === other.low[i] && one.high[i] === other.high[i];
}
