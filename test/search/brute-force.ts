import fc from 'fast-check';
import type { Band, Bead } from '../../src/model.ts';
import { SHAPES, type Weigh } from '../../src/search/cells.ts';

export interface Path {
  readonly beads: readonly Bead[];
  readonly weight: number;
}

/** Every way to cut both parts into beads whose corners lie in the band, each with its weight. */
export function allPaths(band: Band, weigh: Weigh, continuation: number): Path[] {
  const zhCount = band.low.length - 1;
  const enCount = band.high[zhCount]!;
  const inBand = (i: number, j: number) => i <= zhCount && j >= band.low[i]! && j <= band.high[i]!;
  const from = (i: number, j: number, afterOmission: boolean): Path[] => {
    if (i === zhCount && j === enCount) return [{ beads: [], weight: 0 }];
    return SHAPES.flatMap(([a, b]) => {
      if (!inBand(i + a, j + b)) return [];
      const own = Math.fround(weigh(i, a, j, b));
      if (own === -Infinity) return [];
      const isOmission = a === 0 || b === 0;
      const extra = afterOmission && isOmission ? continuation : 0;
      const bead = { zh: { start: i, end: i + a }, en: { start: j, end: j + b } };
      return from(i + a, j + b, isOmission).map(({ beads, weight }) => ({
        beads: [bead, ...beads],
        weight: own + extra + weight,
      }));
    });
  };
  return from(0, 0, false);
}

/** A table of weights for all beads of two parts; some beads may be forbidden. */
export interface Table {
  readonly zhCount: number;
  readonly enCount: number;
  readonly continuation: number;
  readonly weigh: Weigh;
}

export function tables(mostZh: number, mostEn: number): fc.Arbitrary<Table> {
  const weight = fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(-Infinity) },
  );
  const size = (mostZh + 1) * (mostEn + 1) * SHAPES.length;
  return fc
    .record({
      zhCount: fc.nat(mostZh),
      enCount: fc.nat(mostEn),
      continuation: fc.double({ min: -2, max: 2, noNaN: true }),
      weights: fc.array(weight, { minLength: size, maxLength: size, size: 'max' }),
    })
    .map(({ zhCount, enCount, continuation, weights }) => ({
      zhCount,
      enCount,
      continuation,
      weigh: (zh, a, en, b) => {
        const shape = SHAPES.findIndex(([x, y]) => x === a && y === b);
        return weights[(zh * (mostEn + 1) + en) * SHAPES.length + shape]!;
      },
    }));
}

/** All cells of two parts. */
export function fullBand(zhCount: number, enCount: number): Band {
  return { low: new Int32Array(zhCount + 1), high: new Int32Array(zhCount + 1).fill(enCount) };
}

/** Bands of two parts: some rows narrower than the whole, neither edge ever falling, the corners in. */
export function bands(zhCount: number, enCount: number): fc.Arbitrary<Band> {
  const edge = fc.array(fc.nat(enCount), { minLength: zhCount + 1, maxLength: zhCount + 1 });
  return fc.tuple(edge, edge).map(([a, b]) => {
    const lows = a.map((x, i) => Math.min(x, b[i]!)).sort((x, y) => x - y);
    const highs = a.map((x, i) => Math.max(x, b[i]!)).sort((x, y) => x - y);
    lows[0] = 0;
    highs[zhCount] = enCount;
    return { low: Int32Array.from(lows), high: Int32Array.from(highs) };
  });
}
