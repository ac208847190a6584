import { expect, test } from 'vitest';
import { parallelChances } from '../../src/adapt/parallel.ts';
import type { Bead } from '../../src/model.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';

const bead = (zhStart: number, zhEnd: number, enStart: number, enEnd: number): Bead => ({
  zh: { start: zhStart, end: zhEnd },
  en: { start: enStart, end: enEnd },
});

/** Of the beads of a path, which have other contenders beside them. */
function chancesOf(
  beads: readonly Bead[],
  probabilities: readonly number[],
  others: readonly Bead[],
  chances: readonly number[],
): number[] {
  return parallelChances({
    beads,
    probabilities,
    contenders: flatBeads([...beads, ...others]),
    chances: Float64Array.of(...probabilities, ...chances),
  });
}

test('beads that differ only in what else they hold all speak for two sentences being parallel', () => {
  const beads = [bead(0, 1, 0, 1), bead(1, 2, 1, 2)];
  const others = [bead(0, 2, 0, 2), bead(0, 1, 0, 0), bead(1, 1, 0, 1), bead(1, 2, 1, 1)];
  const [first, second] = chancesOf(beads, [0.5, 0.5], others, [0.3, 0.2, 0.2, 0.1]);
  expect(first).toBeCloseTo(0.8, 10);
  expect(second).toBeCloseTo(0.8, 10);
});

test('a bead that pairs other sentences does not count', () => {
  const beads = [bead(0, 1, 0, 1)];
  const [only] = chancesOf(beads, [0.6], [bead(0, 1, 1, 2), bead(1, 2, 0, 1)], [0.4, 0.1]);
  expect(only).toBeCloseTo(0.6, 10);
});

test('an omission is parallel to nothing, and one inside a bead makes no pair', () => {
  const beads = [bead(0, 0, 0, 1), bead(0, 2, 1, 3)];
  const others = [bead(1, 1, 1, 2), bead(0, 1, 2, 2)];
  expect(chancesOf(beads, [1, 0.9], others, [0.1, 0.1])).toEqual([0, 0.9]);
});
