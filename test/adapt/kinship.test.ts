import { expect, test } from 'vitest';
import { kinshipOf, scoreIn } from '../../src/adapt/kinship.ts';
import type { Anchor, Bead } from '../../src/model.ts';

/** Four sentences of five characters beside four of 6, 9, 7 and 10 letters. */
const sides = {
  zh: { letters: Float64Array.of(0, 5, 10, 15, 20) },
  en: { letters: Float64Array.of(0, 6, 15, 22, 32) },
};
const bead = (zhStart: number, zhEnd: number, enStart: number, enEnd: number): Bead => ({
  zh: { start: zhStart, end: zhEnd },
  en: { start: enStart, end: enEnd },
});
/** A contrast of words as translations have it. */
const CLEAR = 3;
const NO_NAMES = () => [];
const person = (name: string): Anchor => ({ kind: 'person', zh: name, en: name });

test('where nearly all of both has a counterpart, it is a translation', () => {
  const beads = [0, 1, 2, 3].map((k) => bead(k, k + 1, k, k + 1));
  const kinship = kinshipOf(sides, beads, [1, 1, 1, 1], NO_NAMES, CLEAR);
  expect(kinship).toEqual({ relation: 'translation', zhPaired: 1, enPaired: 1 });
});

test('where half has one, it is a part of a translation; beads count as far as they are to be believed', () => {
  const beads = [bead(0, 2, 0, 1), bead(2, 3, 1, 1), bead(3, 4, 1, 1), bead(4, 4, 1, 4)];
  const kinship = kinshipOf(sides, beads, [0.94, 1, 1, 1], NO_NAMES, CLEAR);
  expect(kinship.relation).toBe('partial translation');
  expect(kinship.zhPaired).toBeCloseTo(0.47);
  expect(kinship.enPaired).toBeCloseTo((0.94 * 6) / 32);
});

test('pairs that have no more in common than strangers count for nothing, those with little more for a part', () => {
  const beads = [0, 1, 2, 3].map((k) => bead(k, k + 1, k, k + 1));
  const kinship = (contrast: number) => kinshipOf(sides, beads, [1, 1, 1, 1], NO_NAMES, contrast);
  expect(kinship(0.9)).toEqual({ relation: 'unrelated', zhPaired: 0, enPaired: 0 });
  expect(kinship(1.2).relation).toBe('comparable');
  expect(kinship(Infinity).relation).toBe('translation');
});

test('where hardly anything has one, they are comparable or unrelated, by the people of whom they tell', () => {
  const beads = [bead(0, 4, 0, 0), bead(4, 4, 0, 4)];
  const relation = (names: Anchor[]) => kinshipOf(sides, beads, [1, 1], () => names, CLEAR).relation;
  expect(relation([person('A'), person('B')])).toBe('unrelated');
  expect(relation([person('A'), person('B'), person('C')])).toBe('comparable');
  expect(relation([person('A'), person('A'), person('A')])).toBe('unrelated');
});

test('names are asked for only where hardly anything has a counterpart', () => {
  const refuse = () => {
    throw new Error('names are not needed');
  };
  const relation = (probability: number, names: () => Anchor[]) =>
    kinshipOf(sides, [bead(0, 4, 0, 4)], [probability], names, CLEAR).relation;
  expect([1, 0.5, 0.04].map((probability) => relation(probability, refuse))).toEqual([
    'translation',
    'partial translation',
    'comparable',
  ]);
  expect(() => relation(0.03, refuse)).toThrow('names are not needed');
});

test('a pair is believed less in texts that are only comparable, an omission as before', () => {
  const pair = bead(0, 1, 0, 1);
  expect(scoreIn('translation', pair, 0.8)).toBe(0.8);
  expect(scoreIn('partial translation', pair, 0.8)).toBe(0.8);
  expect(scoreIn('comparable', pair, 0.8)).toBeLessThan(0.5);
  expect(scoreIn('comparable', pair, 0.99)).toBeGreaterThan(0.8);
  expect(scoreIn('unrelated', pair, 1)).toBe(1);
  expect(scoreIn('unrelated', pair, 0)).toBe(0);
  expect(scoreIn('comparable', bead(0, 1, 0, 0), 0.8)).toBe(0.8);
});
