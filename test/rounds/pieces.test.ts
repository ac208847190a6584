import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stretch } from '../../src/evidence/stretch.ts';
import type { Bead } from '../../src/model.ts';
import { joinPieces, piecesOf } from '../../src/rounds/pieces.ts';
import type { Waypoint } from '../../src/search/band.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';
import type { Found } from '../../src/search/search.ts';

const wholeOf = (zh: number, en: number): Stretch => ({
  zh: { start: 0, end: zh },
  en: { start: 0, end: en },
});
const diagonal = (count: number, step: number): Waypoint[] =>
  Array.from({ length: Math.floor(count / step) }, (_, k) => ({ zh: k * step, en: k * step }));

describe('pieces', () => {
  test('of a short pair are the whole', () => {
    expect(piecesOf(wholeOf(2999, 2999), diagonal(2999, 3))).toEqual([wholeOf(2999, 2999)]);
  });

  test('of a long pair are as long as they should be, and overlap by some eighty sentences', () => {
    const pieces = piecesOf(wholeOf(10_000, 10_000), diagonal(10_000, 3));
    expect(pieces).toHaveLength(5);
    for (let k = 1; k < pieces.length; k++) {
      const overlap = pieces[k - 1]!.zh.end - pieces[k]!.zh.start;
      expect(overlap).toBeGreaterThanOrEqual(80);
      expect(overlap).toBeLessThan(90);
    }
  });

  test('without waypoints are the whole', () => {
    expect(piecesOf(wholeOf(10_000, 9000), [])).toEqual([wholeOf(10_000, 9000)]);
  });

  test('lead from corner to corner along waypoints, and no three have a sentence in common', () => {
    const waypoints = fc
      .uniqueArray(fc.nat(20_000), { maxLength: 60 })
      .map((places) => places.sort((x, y) => x - y).map((zh) => ({ zh, en: zh })));
    fc.assert(
      fc.property(waypoints, (given) => {
        const pieces = piecesOf(wholeOf(20_000, 20_000), given);
        expect(pieces[0]!.zh.start).toBe(0);
        expect(pieces.at(-1)!.zh.end).toBe(20_000);
        for (const { zh, en } of pieces) expect([zh.start, zh.end]).toEqual([en.start, en.end]);
        for (let k = 1; k < pieces.length; k++) {
          expect(pieces[k]!.zh.start).toBeLessThan(pieces[k - 1]!.zh.end);
          if (k > 1) expect(pieces[k]!.zh.start).toBeGreaterThanOrEqual(pieces[k - 2]!.zh.end);
        }
      }),
    );
  });
});

const bead = (zh: number, en: number, a = 1, b = 1): Bead => ({
  zh: { start: zh, end: zh + a },
  en: { start: en, end: en + b },
});
const foundAs = (beads: readonly Bead[], chances: readonly number[]): Found => ({
  beads,
  probabilities: chances,
  contenders: flatBeads(beads),
  chances: Float64Array.from(chances),
});
const oneToOne = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => bead(from + k, from + k));
/** A piece of the diagonal, numbered from its beginning, sure but for some places. */
const alongDiagonal = (start: number, end: number, unsure: readonly number[] = []): Found =>
  foundAs(
    oneToOne(0, end - start),
    Array.from({ length: end - start }, (_, k) => (unsure.includes(start + k) ? 0.5 : 0.99)),
  );
const square = (start: number, end: number): Stretch => ({ zh: { start, end }, en: { start, end } });
const never = async (): Promise<Found> => {
  throw new Error('no piece should be searched again');
};

describe('pieces that overlap', () => {
  test('become the whole, each bead and each contender once', async () => {
    const pieces = [square(0, 12), square(8, 24), square(18, 30)];
    const found = pieces.map(({ zh }) => alongDiagonal(zh.start, zh.end));
    expect(await joinPieces(pieces, found, never)).toEqual(alongDiagonal(0, 30));
  });

  test('are joined where both are sure', async () => {
    const pieces = [square(0, 12), square(8, 24)];
    // The first one strays at its end, the second one at its beginning.
    const first = foundAs(
      [...oneToOne(0, 10), bead(10, 10, 2, 1), bead(12, 11, 0, 1)],
      new Array(12).fill(0.95),
    );
    const second = alongDiagonal(8, 24, [8]);
    const joined = await joinPieces(pieces, [first, second], never);
    expect(joined.beads).toEqual(oneToOne(0, 24));
    expect(joined.probabilities[8]).toBe(0.95);
    expect(joined.probabilities[10]).toBe(0.99);
  });

  test('are searched again as one where they are not', async () => {
    const pieces = [square(0, 12), square(8, 24), square(18, 30)];
    const unsure = [8, 9, 10, 11];
    const found = [alongDiagonal(0, 12, unsure), alongDiagonal(8, 24), alongDiagonal(18, 30)];
    const again: Stretch[] = [];
    const joined = await joinPieces(pieces, found, async (stretch) => {
      again.push(stretch);
      return alongDiagonal(stretch.zh.start, stretch.zh.end);
    });
    expect(again).toEqual([square(0, 24)]);
    expect(joined).toEqual(alongDiagonal(0, 30));
  });

  test('that disagree everywhere end as the whole', async () => {
    const pieces = [square(0, 12), square(8, 24), square(18, 30)];
    const found = pieces.map(({ zh }) =>
      alongDiagonal(
        zh.start,
        zh.end,
        Array.from({ length: 30 }, (_, k) => k),
      ),
    );
    const again: Stretch[] = [];
    const joined = await joinPieces(pieces, found, async (stretch) => {
      again.push(stretch);
      return alongDiagonal(
        stretch.zh.start,
        stretch.zh.end,
        Array.from({ length: 30 }, (_, k) => k),
      );
    });
    expect(again).toEqual([square(0, 24), square(0, 30)]);
    expect(joined.beads).toEqual(oneToOne(0, 30));
  });
});
