import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Band, Bead } from '../../src/model.ts';
import { Cells, IS_OMISSION, SHAPES } from '../../src/search/cells.ts';
import { bestPath } from '../../src/search/path.ts';
import { expectedShapes, probability, sumPaths } from '../../src/search/posterior.ts';

/** Every way to cut a part of `n` and one of `m` sentences into beads. */
function allPaths(n: number, m: number): Bead[][] {
  if (n === 0 && m === 0) return [[]];
  return SHAPES.flatMap(([a, b]) => {
    if (a > n || b > m) return [];
    const bead = { zh: { start: n - a, end: n }, en: { start: m - b, end: m } };
    return allPaths(n - a, m - b).map((path) => [...path, bead]);
  });
}

const fullBand = (n: number, m: number): Band => ({
  low: new Int32Array(n + 1),
  high: new Int32Array(n + 1).fill(m),
});

/** Weights of beads drawn by a seed, the same for the same bead. */
const weighBy = (seed: number) => (i: number, a: number, j: number, b: number) =>
  Math.sin(seed + 17 * i + 31 * j + 7 * a + 3 * b) * 4 - 0.5 * (a + b - 2);

function weightOf(path: readonly Bead[], weigh: ReturnType<typeof weighBy>, continuation: number): number {
  let afterOmission = false;
  return path.reduce((sum, { zh, en }) => {
    const [a, b] = [zh.end - zh.start, en.end - en.start];
    const omission = a === 0 || b === 0;
    const bonus = omission && afterOmission ? continuation : 0;
    afterOmission = omission;
    return sum + weigh(zh.start, a, en.start, b) + bonus;
  }, 0);
}

const problem = fc.record({
  n: fc.integer({ min: 0, max: 3 }),
  m: fc.integer({ min: 0, max: 4 }),
  seed: fc.integer({ min: 0, max: 1000 }),
  continuation: fc.constantFrom(0, 1.5, -2),
});

test('the best path has the greatest weight of all paths', () => {
  fc.assert(
    fc.property(problem, ({ n, m, seed, continuation }) => {
      const weigh = weighBy(seed);
      const found = bestPath(new Cells(fullBand(n, m), weigh), continuation);
      const best = Math.max(...allPaths(n, m).map((path) => weightOf(path, weigh, continuation)));
      expect(weightOf(found, weigh, continuation)).toBeCloseTo(best, 4);
    }),
    { numRuns: 60 },
  );
});

test('a bead is as probable as the paths through it, and all paths together are certain', () => {
  fc.assert(
    fc.property(problem, ({ n, m, seed, continuation }) => {
      const weigh = weighBy(seed);
      const cells = new Cells(fullBand(n, m), weigh);
      const posterior = sumPaths(cells, continuation);
      const paths = allPaths(n, m).map((path) => ({
        path,
        share: Math.exp(weightOf(path, weigh, continuation)),
      }));
      const total = paths.reduce((sum, { share }) => sum + share, 0);
      expect(posterior.total).toBeCloseTo(Math.log(total), 4);
      const key = ({ zh, en }: Bead) => `${zh.start}-${zh.end}:${en.start}-${en.end}`;
      for (const bead of paths[0]!.path) {
        const through = paths.filter(({ path }) => path.some((other) => key(other) === key(bead)));
        const expected = through.reduce((sum, { share }) => sum + share, 0) / total;
        expect(probability(bead, cells, posterior, continuation)).toBeCloseTo(expected, 4);
      }
      const omissions = paths.reduce(
        (sum, { path, share }) =>
          sum +
          (share / total) * path.filter(({ zh, en }) => zh.start === zh.end || en.start === en.end).length,
        0,
      );
      const shapes = expectedShapes(cells, posterior, continuation);
      const expectedOmissions = shapes.reduce((sum, count, k) => sum + (IS_OMISSION[k] ? count : 0), 0);
      expect(expectedOmissions).toBeCloseTo(omissions, 3);
    }),
    { numRuns: 60 },
  );
});

test('of equal weights the smaller beads win', () => {
  const path = bestPath(new Cells(fullBand(2, 2), (_i, a, _j, b) => a * b), 0);
  expect(path.map(({ zh, en }) => [zh.end - zh.start, en.end - en.start])).toEqual([[2, 2]]);
  const even = bestPath(new Cells(fullBand(2, 2), (_i, a, _j, b) => (a === b ? a : -9)), 0);
  expect(even).toHaveLength(2);
});

test('a band that no path crosses gives no beads', () => {
  expect(bestPath(new Cells(fullBand(2, 2), () => -Infinity), 0)).toEqual([]);
});
