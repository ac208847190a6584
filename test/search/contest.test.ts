import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bead } from '../../src/model.ts';
import { SHAPES } from '../../src/search/cells.ts';
import { Contest } from '../../src/search/contest.ts';
import { beadsOf, flatBeads } from '../../src/search/flat-beads.ts';
import { chooseIn } from '../../src/search/search.ts';
import { allPaths, fullBand, type Table, tables } from './brute-force.ts';

const beadAt = (i: number, a: number, j: number, b: number): Bead => ({
  zh: { start: i, end: i + a },
  en: { start: j, end: j + b },
});
const nameOf = (bead: Bead) => JSON.stringify(bead);
const weighBead =
  (weigh: Table['weigh']) =>
  ({ zh, en }: Bead) =>
    Math.fround(weigh(zh.start, zh.end - zh.start, en.start, en.end - en.start));

function choose(
  contenders: readonly Bead[],
  zhCount: number,
  enCount: number,
  weigh: (bead: Bead) => number,
  continuation: number,
) {
  const contest = new Contest(flatBeads(contenders), zhCount, enCount);
  const found = chooseIn(contest, Float64Array.from(beadsOf(contest.beads), weigh), continuation);
  return { ...found, contenders: beadsOf(found.contenders), chances: [...found.chances] };
}

/** All beads of two parts that are not forbidden. */
function allBeads({ zhCount, enCount, weigh }: Table): Bead[] {
  const beads: Bead[] = [];
  for (let i = 0; i <= zhCount; i++) {
    for (let j = 0; j <= enCount; j++) {
      for (const [a, b] of SHAPES) {
        if (i + a <= zhCount && j + b <= enCount && weigh(i, a, j, b) > -Infinity) {
          beads.push(beadAt(i, a, j, b));
        }
      }
    }
  }
  return beads;
}

test('the best path among contenders is the best of all paths, and chances are those over all paths', () => {
  fc.assert(
    fc.property(tables(4, 5), (table) => {
      const { zhCount, enCount, weigh, continuation } = table;
      const found = choose(allBeads(table), zhCount, enCount, weighBead(weigh), continuation);
      const paths = allPaths(fullBand(zhCount, enCount), weigh, continuation);
      if (paths.length === 0) {
        expect(found.beads).toEqual([]);
        return;
      }
      const own = paths.find((path) => path.beads.map(nameOf).join() === found.beads.map(nameOf).join());
      expect(own?.weight).toBeCloseTo(Math.max(...paths.map(({ weight }) => weight)), 6);
      const all = paths.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
      const through = new Map<string, number>();
      for (const { beads, weight } of paths) {
        for (const bead of beads)
          through.set(nameOf(bead), (through.get(nameOf(bead)) ?? 0) + Math.exp(weight));
      }
      expect(new Set(found.contenders.map(nameOf))).toEqual(new Set(through.keys()));
      found.contenders.forEach((bead, k) => {
        expect(found.chances[k]).toBeCloseTo(through.get(nameOf(bead))! / all, 6);
      });
      found.beads.forEach((bead, k) => {
        expect(found.probabilities[k]).toBeCloseTo(through.get(nameOf(bead))! / all, 6);
      });
    }),
    { numRuns: 60 },
  );
});

test('contenders that lie on no way through are passed over, and the order in which they come does not matter', () => {
  const way = [beadAt(0, 1, 0, 1), beadAt(1, 1, 1, 1)];
  const dead = [beadAt(0, 1, 0, 2), beadAt(1, 1, 0, 1)];
  const found = choose([...dead, ...way.toReversed()], 2, 2, () => 1, 0);
  expect(found.beads).toEqual(way);
  expect(found.contenders).toEqual(way);
  expect(found.chances).toEqual([1, 1]);
});

test('two empty parts have no beads', () => {
  expect(choose([], 0, 0, () => 0, 0)).toMatchObject({ beads: [], contenders: [] });
});
