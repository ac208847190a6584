import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Band } from '../../src/model.ts';
import { bandAround, crampedRows, type Waypoint } from '../../src/search/band.ts';

function expectSound({ low, high }: Band, zhCount: number, enCount: number): void {
  expect(low).toHaveLength(zhCount + 1);
  expect(high).toHaveLength(zhCount + 1);
  expect(low[0]).toBe(0);
  expect(high[zhCount]).toBe(enCount);
  for (let i = 0; i <= zhCount; i++) {
    expect(low[i]).toBeGreaterThanOrEqual(0);
    expect(high[i]).toBeLessThanOrEqual(enCount);
    expect(low[i]).toBeLessThanOrEqual(high[i]!);
    if (i > 0) {
      expect(low[i]).toBeGreaterThanOrEqual(low[i - 1]!);
      expect(high[i]).toBeGreaterThanOrEqual(high[i - 1]!);
      // Else no path would lead from the row above into this one.
      expect(low[i]).toBeLessThanOrEqual(high[i - 1]!);
    }
  }
}

const widthsOf = (zhCount: number, width: number) => new Int32Array(zhCount + 1).fill(width);

describe('a band', () => {
  const parts = fc.record({
    zhCount: fc.nat(40),
    enCount: fc.nat(200),
    width: fc.integer({ min: 1, max: 20 }),
  });

  test('leads from corner to corner along any waypoints that rise', () => {
    const input = parts.chain(({ zhCount, enCount, width }) =>
      fc
        .uniqueArray(fc.record({ zh: fc.nat(zhCount), en: fc.nat(enCount) }), {
          maxLength: 6,
          selector: ({ zh }) => zh,
        })
        .map((points) => {
          const zh = points.map((p) => p.zh).sort((x, y) => x - y);
          const en = points.map((p) => p.en).sort((x, y) => x - y);
          return { zhCount, enCount, width, waypoints: zh.map((z, k): Waypoint => ({ zh: z, en: en[k]! })) };
        }),
    );
    fc.assert(
      fc.property(input, ({ zhCount, enCount, width, waypoints }) => {
        const band = bandAround(waypoints, enCount, widthsOf(zhCount, width));
        expectSound(band, zhCount, enCount);
        for (const { zh, en } of waypoints) {
          expect(band.low[zh]).toBeLessThanOrEqual(en);
          expect(band.high[zh]).toBeGreaterThanOrEqual(en);
        }
      }),
    );
  });

  test('stays sound along waypoints that do not rise', () => {
    const input = parts.chain(({ zhCount, enCount, width }) =>
      fc.record({
        zhCount: fc.constant(zhCount),
        enCount: fc.constant(enCount),
        width: fc.constant(width),
        waypoints: fc.array(fc.record({ zh: fc.nat(zhCount), en: fc.nat(enCount) }), { maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(input, ({ zhCount, enCount, width, waypoints }) => {
        expectSound(bandAround(waypoints, enCount, widthsOf(zhCount, width)), zhCount, enCount);
      }),
      {
        examples: [
          [
            {
              zhCount: 37,
              enCount: 132,
              width: 11,
              waypoints: [
                { zh: 1, en: 0 },
                { zh: 0, en: 23 },
                { zh: 3, en: 0 },
                { zh: 2, en: 27 },
              ],
            },
          ],
        ],
      },
    );
  });

  test('grows with the lengths of the parts, not with their product', () => {
    const area = (count: number) => {
      const { low, high } = bandAround([], count, widthsOf(count, 10));
      return high.reduce((sum, end, i) => sum + end - low[i]! + 1, 0);
    };
    expect(area(4000) / area(1000)).toBeLessThan(4.2);
  });

  test('is wide where one side has much more than the other', () => {
    const waypoints = [
      { zh: 50, en: 50 },
      { zh: 51, en: 90 },
    ];
    const { low, high } = bandAround(waypoints, 140, widthsOf(100, 5));
    expect(high[50]! - low[50]!).toBeGreaterThan(60);
    expect(high[50]! - low[50]!).toBeGreaterThan(high[20]! - low[20]!);
  });

  test.each([
    [1, 100],
    [2, 1000],
    [3, 200],
    [100, 1],
    [0, 5],
    [5, 0],
    [0, 0],
  ])('leads through parts of %i and %i sentences', (zhCount, enCount) => {
    expectSound(bandAround([], enCount, widthsOf(zhCount, 12)), zhCount, enCount);
  });
});

describe('crampedRows', () => {
  const band = { low: Int32Array.of(0, 0, 5, 10), high: Int32Array.of(10, 15, 20, 20) };
  const bead = (zhEnd: number, enEnd: number) => ({
    zh: { start: 0, end: zhEnd },
    en: { start: 0, end: enEnd },
  });

  test('are those where the path comes near an edge inside the parts', () => {
    expect(crampedRows([bead(1, 14)], band, 2)).toEqual([1]);
    expect(crampedRows([bead(2, 6)], band, 2)).toEqual([2]);
  });

  test('are not those where the edge is that of a part', () => {
    expect(crampedRows([bead(1, 0), bead(3, 20)], band, 2)).toEqual([]);
  });

  test('are not those where the path keeps clear', () => {
    expect(crampedRows([bead(1, 8), bead(2, 12)], band, 4)).toEqual([]);
  });
});
