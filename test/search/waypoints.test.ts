import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/model.ts';
import { waypointsOf } from '../../src/search/waypoints.ts';

const diagonal = (count: number, step = 1): Candidate[] =>
  Array.from({ length: count }, (_, k) => ({ zh: step * k, en: step * k, strength: 1 }));

/** The sum of strengths of the heaviest chain that rises on both sides, by trying all chains. */
function heaviest(candidates: readonly Candidate[], after?: Candidate): number {
  return candidates
    .filter((next) => !after || (next.zh > after.zh && next.en > after.en))
    .reduce((best, next) => Math.max(best, next.strength + heaviest(candidates, next)), 0);
}

const candidates = fc.array(
  fc.record({ zh: fc.nat(7), en: fc.nat(7), strength: fc.double({ min: 0.1, max: 3, noNaN: true }) }),
  { maxLength: 9 },
);

describe('waypointsOf', () => {
  test('has points of the heaviest rising chain, all but its two ends on either side', () => {
    fc.assert(
      fc.property(candidates, (given) => {
        const points = waypointsOf(given);
        for (let k = 1; k < points.length; k++) {
          expect(points[k]!.zh).toBeGreaterThan(points[k - 1]!.zh);
          expect(points[k]!.en).toBeGreaterThan(points[k - 1]!.en);
        }
        // In so small a square no point of a chain lies off its neighbours: only the ends are left out.
        const strength = (point: { zh: number; en: number }) =>
          Math.max(
            ...given.filter(({ zh, en }) => zh === point.zh && en === point.en).map((c) => c.strength),
          );
        const withEnds = points.reduce((sum, point) => sum + strength(point), 0);
        const most = heaviest(given);
        expect(withEnds).toBeLessThanOrEqual(most + 1e-9);
        if (points.length) {
          const before = given.filter((c) => c.zh < points[0]!.zh && c.en < points[0]!.en);
          const behind = given.filter((c) => c.zh > points.at(-1)!.zh && c.en > points.at(-1)!.en);
          expect(heaviest(before) + withEnds + heaviest(behind)).toBeCloseTo(most, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('follows a diagonal', () => {
    expect(waypointsOf(diagonal(10))).toEqual(
      diagonal(10)
        .slice(2, -2)
        .map(({ zh, en }) => ({ zh, en })),
    );
  });

  test('leaves out what crosses the chain', () => {
    const crossing = { zh: 2, en: 8, strength: 1.5 };
    expect(waypointsOf([crossing, ...diagonal(10)])).not.toContainEqual({ zh: 2, en: 8 });
  });

  test('leaves out a point of the chain that lies off the line of its neighbours', () => {
    const points = [
      ...diagonal(5, 10),
      { zh: 45, en: 68, strength: 1 },
      ...diagonal(5, 10).map((p) => ({ ...p, zh: p.zh + 70, en: p.en + 70 })),
    ];
    const found = waypointsOf(points);
    expect(found).not.toContainEqual({ zh: 45, en: 68 });
    expect(found).toContainEqual({ zh: 20, en: 20 });
  });

  test('takes one English sentence at most for a Chinese one, and the reverse', () => {
    const doubled = diagonal(10).flatMap((point) => [point, { ...point, en: point.en + 1, strength: 0.5 }]);
    const found = waypointsOf(doubled);
    expect(new Set(found.map(({ zh }) => zh)).size).toBe(found.length);
    expect(new Set(found.map(({ en }) => en)).size).toBe(found.length);
  });

  test('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...diagonal(12), { zh: 3, en: 9, strength: 2 }], {
          minLength: 13,
          maxLength: 13,
        }),
        (given) => {
          expect(waypointsOf(given)).toEqual(waypointsOf([...diagonal(12), { zh: 3, en: 9, strength: 2 }]));
        },
      ),
    );
  });

  test('has none for none, nor for too few', () => {
    expect(waypointsOf([])).toEqual([]);
    expect(waypointsOf(diagonal(4))).toEqual([]);
  });

  test('finds its way among a hundred thousand candidates', () => {
    const many = diagonal(25_000).flatMap((point) =>
      [0, 7, 13, 31].map((k) => ({ ...point, en: (point.en * (k + 1) + k) % 25_000, strength: k ? 0.4 : 1 })),
    );
    const start = performance.now();
    const found = waypointsOf(many);
    expect(found.length).toBeGreaterThan(20_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
