import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bead, size } from '../../src/model.ts';
import { beadsOf, flatBeads } from '../../src/search/flat-beads.ts';
import { inOrder, Places } from '../../src/search/places.ts';

const ZH = 6;
const EN = 7;
const bead = fc
  .record({ i: fc.nat(ZH), j: fc.nat(EN), a: fc.nat(3), b: fc.nat(3) })
  .filter(({ i, j, a, b }) => a + b > 0 && i + a <= ZH && j + b <= EN)
  .map(({ i, j, a, b }): Bead => ({ zh: { start: i, end: i + a }, en: { start: j, end: j + b } }));
const beads = fc.array(bead, { maxLength: 60 });

/** Compared by the first of these numbers in which two beads differ. */
const ranks = ({ zh, en }: Bead) => [zh.start + en.start, zh.start, size(zh) + size(en), size(zh)];

test('beads come by where they begin, then small ones first', () => {
  fc.assert(
    fc.property(beads, (some) => {
      const sorted = some.toSorted((x, y) => {
        const others = ranks(y);
        return ranks(x).reduce((difference, rank, k) => difference || rank - others[k]!, 0);
      });
      expect(beadsOf(inOrder(flatBeads(some)))).toEqual(sorted);
    }),
  );
});

test('each place has a number of its own, along the diagonals, from the beginning to the end', () => {
  fc.assert(
    fc.property(beads, (some) => {
      const sorted = inOrder(flatBeads(some));
      const places = new Places(sorted, ZH, EN);
      const starts = [[0, 0], ...beadsOf(sorted).map(({ zh, en }) => [zh.start, en.start]), [ZH, EN]];
      const distinct = [...new Map(starts.map((start) => [start.join(), start])).values()];
      expect(distinct.map(([i, j]) => places.numberOf(i!, j!))).toEqual(distinct.map((_, k) => k));
      expect(places.count).toBe(distinct.length);
      for (let i = 0; i <= ZH; i++) {
        for (let j = 0; j <= EN; j++) {
          if (!starts.some(([x, y]) => x === i && y === j)) expect(places.numberOf(i, j)).toBe(-1);
        }
      }
    }),
  );
});

test('two empty parts have one place', () => {
  expect(new Places(flatBeads([]), 0, 0).count).toBe(1);
});
