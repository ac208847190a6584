import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Band, type Bead, LONGEST } from '../../src/model.ts';
import { Cells, SHAPES } from '../../src/search/cells.ts';
import { beadsOf } from '../../src/search/flat-beads.ts';
import { bestPath } from '../../src/search/path.ts';
import { probability, probableBeads, sumPaths } from '../../src/search/posterior.ts';
import { allPaths, bands, fullBand, type Table, tables } from './brute-force.ts';

const shapesOf = (beads: readonly Bead[]) =>
  beads.map(({ zh, en }) => `${zh.end - zh.start}-${en.end - en.start}`);
const same = (x: Bead, y: Bead) =>
  x.zh.start === y.zh.start && x.zh.end === y.zh.end && x.en.start === y.en.start && x.en.end === y.en.end;

const tableInBand: fc.Arbitrary<Table & { readonly band: Band }> = tables(4, 5).chain((table) =>
  fc
    .oneof(fc.constant(fullBand(table.zhCount, table.enCount)), bands(table.zhCount, table.enCount))
    .map((band) => ({ ...table, band })),
);

test('the shapes are all pairs up to four and seven, and single omissions, the small ones first', () => {
  expect(SHAPES).toHaveLength(LONGEST.zh * LONGEST.en + 2);
  expect(new Set(SHAPES.map((shape) => shape.join('-'))).size).toBe(SHAPES.length);
  const sizes = SHAPES.map(([a, b]) => a + b);
  expect(sizes).toEqual([...sizes].sort((x, y) => x - y));
});

test('the best path is the best of all paths, and the sums are those over all paths', () => {
  fc.assert(
    fc.property(tableInBand, ({ band, weigh, continuation }) => {
      const cells = new Cells(band, weigh);
      const beads = bestPath(cells, continuation);
      const paths = allPaths(band, weigh, continuation);
      if (paths.length === 0) {
        expect(beads).toEqual([]);
        return;
      }
      const best = Math.max(...paths.map(({ weight }) => weight));
      const own = paths.find(
        (path) => path.beads.length === beads.length && path.beads.every((b, k) => same(b, beads[k]!)),
      );
      expect(own?.weight).toBeCloseTo(best, 4);

      const posterior = sumPaths(cells, continuation);
      const all = paths.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
      expect(posterior.total).toBeCloseTo(Math.log(all), 4);
      for (const bead of beads) {
        const share = paths
          .filter((path) => path.beads.some((other) => same(bead, other)))
          .reduce((sum, { weight }) => sum + Math.exp(weight), 0);
        expect(probability(bead, cells, posterior, continuation)).toBeCloseTo(share / all, 4);
      }
    }),
    { numRuns: 60 },
  );
});

test('the probabilities of all beads that have a sentence add up to one, on both sides', () => {
  fc.assert(
    fc.property(tableInBand, ({ band, zhCount, enCount, weigh, continuation }) => {
      const cells = new Cells(band, weigh);
      const posterior = sumPaths(cells, continuation);
      if (posterior.total === -Infinity) return;
      const zhSums = new Float64Array(zhCount);
      const enSums = new Float64Array(enCount);
      const probable = probableBeads(cells, posterior, continuation, 0.01);
      const chances = new Map(
        beadsOf(probable.beads).map((bead, k) => [JSON.stringify(bead), probable.chances[k]!]),
      );
      let listed = 0;
      for (let i = 0; i <= zhCount; i++) {
        for (let j = 0; j <= enCount; j++) {
          SHAPES.forEach(([a, b]) => {
            if (i + a > zhCount || j + b > enCount) return;
            const bead = { zh: { start: i, end: i + a }, en: { start: j, end: j + b } };
            const p = probability(bead, cells, posterior, continuation);
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(1);
            for (let x = i; x < i + a; x++) zhSums[x]! += p;
            for (let y = j; y < j + b; y++) enSums[y]! += p;
            if (Math.abs(p - 0.01) > 1e-6)
              expect(chances.get(JSON.stringify(bead)) ?? 0).toBeCloseTo(p > 0.01 ? p : 0, 6);
            if (p > 0.01) listed++;
          });
        }
      }
      for (const sum of [...zhSums, ...enSums]) expect(sum).toBeCloseTo(1, 4);
      expect(chances.size).toBeGreaterThanOrEqual(listed - 1);
    }),
    { numRuns: 60 },
  );
});

describe('small cases', () => {
  const pathThrough = (
    zhCount: number,
    enCount: number,
    weight: (a: number, b: number) => number,
    continuation = 0,
  ) => shapesOf(bestPath(new Cells(fullBand(zhCount, enCount), (_, a, __, b) => weight(a, b)), continuation));

  test('two empty parts have no beads', () => {
    expect(pathThrough(0, 0, () => 1)).toEqual([]);
  });

  test('a part beside an empty one is all omissions', () => {
    expect(pathThrough(3, 0, () => -1)).toEqual(['1-0', '1-0', '1-0']);
    expect(pathThrough(0, 2, () => -1)).toEqual(['0-1', '0-1']);
  });

  test('of equal weights the smaller beads win', () => {
    expect(pathThrough(2, 2, (a, b) => a * b)).toEqual(['2-2']);
    expect(pathThrough(2, 2, (a, b) => (a === b ? a : -9))).toEqual(['1-1', '1-1']);
  });

  test('a run of omissions costs less when going on is cheap', () => {
    const weight = (a: number, b: number) => {
      if (a === 0 || b === 0) return -2;
      return a === 1 && b === 1 ? 0 : a === 1 && b === 4 ? -5 : -20;
    };
    expect(pathThrough(1, 4, weight, 0)).toEqual(['1-4']);
    expect(pathThrough(1, 4, weight, 1).filter((shape) => shape === '0-1')).toHaveLength(3);
  });

  test('where every bead is forbidden there is no path', () => {
    expect(pathThrough(2, 2, () => -Infinity)).toEqual([]);
  });

  test('a bead outside the band has no probability', () => {
    const band = { low: Int32Array.of(0, 1), high: Int32Array.of(0, 1) };
    const cells = new Cells(band, () => 0);
    const posterior = sumPaths(cells, 0);
    const outside = { zh: { start: 0, end: 0 }, en: { start: 0, end: 1 } };
    expect(probability(outside, cells, posterior, 0)).toBe(0);
    const tooLarge = { zh: { start: 0, end: 0 }, en: { start: 0, end: 0 } };
    expect(probability(tooLarge, cells, posterior, 0)).toBe(0);
  });

  test('weights far from one another do not overflow', () => {
    const cells = new Cells(fullBand(4, 4), (zh, _, en) => (zh === en ? 5000 : -5000));
    const posterior = sumPaths(cells, 1);
    for (const bead of bestPath(cells, 1)) {
      const p = probability(bead, cells, posterior, 1);
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
    }
  });
});

test('cells of a wider band are the same whether made anew or from those of a narrower one', () => {
  fc.assert(
    fc.property(tableInBand, ({ band, zhCount, enCount, weigh }) => {
      const wider = {
        low: band.low
          .map((low, i) => (i > zhCount / 2 ? 0 : low))
          .map((low, i, all) => Math.min(low, ...all.slice(i))),
        high: band.high.map((high, i) => (i > zhCount / 2 ? enCount : high)),
      };
      const kept = new Cells(wider, weigh, SHAPES, new Cells(band, weigh));
      expect(kept.weights).toEqual(new Cells(wider, weigh).weights);
    }),
  );
});
