import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainInOrder, steepnessFor } from '../../../src/evidence/close/in-order.ts';
import type { PlacedWords } from '../../../src/evidence/close/placed-words.ts';
import { UNEXPLAINED } from '../../../src/evidence/explained.ts';
import { placed, tokensOf } from './words.ts';

const FREQUENCY = new Float64Array(30).fill(0.01);
const logRatio = (ratio: number) => Math.log(UNEXPLAINED + (1 - UNEXPLAINED) * ratio);
const numbers = (count: number) => Array.from({ length: count }, (_, k) => k);

/** The explanation of words, with p(to | from) by word numbers. */
function explained(from: PlacedWords, to: PlacedWords, p: (from: number, to: number) => number) {
  const steepness = steepnessFor(Math.max(from.count, to.count));
  from.steepen(steepness);
  to.steepen(steepness);
  const probabilities = new Float64Array(from.typeCount * to.typeCount);
  for (let y = 0; y < to.typeCount; y++) {
    for (let x = 0; x < from.typeCount; x++) {
      probabilities[y * from.typeCount + x] = p(from.words[x]!, to.words[y]!);
    }
  }
  return explainInOrder(from, to, probabilities, FREQUENCY);
}

describe('words that stand in the same order on both sides', () => {
  const {
    inBag,
    gain,
    explained: count,
  } = explained(placed(numbers(20)), placed(numbers(20)), (from, to) => (from === to ? 0.9 : 0));

  test('are explained in a bag as a bag has it', () => {
    expect(inBag).toBeCloseTo(20 * logRatio(0.9 / 20 / 0.01), 6);
  });

  test('are explained better in order, and well', () => {
    expect(gain).toBeGreaterThan(1);
    expect(count).toBeCloseTo(20 / Math.sqrt(21), 6);
  });
});

test('words that stand in reverse order are explained worse in order than in a bag', () => {
  const { inBag, gain } = explained(placed(numbers(20)), placed(numbers(20)), (from, to) =>
    from === 19 - to ? 0.9 : 0,
  );
  expect(inBag).toBeCloseTo(20 * logRatio(0.9 / 20 / 0.01), 6);
  expect(gain).toBeLessThan(-1);
});

test('words that nothing explains count with the floor, and order cannot change that', () => {
  const nothing = explained(placed(numbers(3)), placed(numbers(2)), () => 0);
  expect(nothing.inBag).toBeCloseTo(2 * Math.log(UNEXPLAINED), 10);
  expect(nothing.gain).toBe(0);
  expect(nothing.explained).toBe(0);
});

test('a side without words explains nothing and needs nothing', () => {
  expect(explained(placed([]), placed([1]), () => 1).gain).toBe(0);
  expect(explained(placed([1]), placed([]), () => 1)).toEqual({ inBag: 0, gain: 0, explained: 0 });
});

/** The same by the definition: an exponential and a logarithm for each pair of words. */
function byDefinition(from: PlacedWords, to: PlacedWords, p: (from: number, to: number) => number) {
  const steepness = steepnessFor(Math.max(from.count, to.count));
  const froms = tokensOf(from);
  let [inBag, gain, count] = [0, 0, 0];
  tokensOf(to).forEach((word, j) => {
    const nearness = froms.map((_, i) => Math.exp(-steepness * Math.abs(from.places[i]! - to.places[j]!)));
    const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
    const bag = sum(froms.map((other) => p(other, word))) / froms.length / 0.01;
    const near = sum(froms.map((other, i) => p(other, word) * nearness[i]!)) / sum(nearness) / 0.01;
    inBag += logRatio(bag);
    gain += logRatio(near) - logRatio(bag);
    if (near > 4) count++;
  });
  return { inBag, gain, explained: count / Math.sqrt(to.count + 1) };
}

const sides = fc
  .array(fc.record({ word: fc.nat(29), place: fc.double({ min: 0, max: 40, noNaN: true }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((tokens) => ({ words: tokens.map(({ word }) => word), places: tokens.map(({ place }) => place) }));

test('the explanation is what its definition says, also of words that stand there several times', () => {
  const p = (from: number, to: number) => ((from * to) % 7 ? 0 : ((from + 2 * to) % 11) / 11);
  fc.assert(
    fc.property(sides, sides, (x, y) => {
      const [from, to] = [placed(x.words, x.places), placed(y.words, y.places)];
      const own = explained(from, to, p);
      const wanted = byDefinition(from, to, p);
      expect(own.inBag).toBeCloseTo(wanted.inBag, 8);
      expect(own.gain).toBeCloseTo(wanted.gain, 8);
      expect(own.explained).toBeCloseTo(wanted.explained, 8);
    }),
  );
});

test('of a thousand words explained by certain ones no product overflows', () => {
  const words = Array.from({ length: 1000 }, () => 1);
  const { inBag, gain } = explained(placed(words), placed(words), () => 1);
  expect(inBag).toBeCloseTo(1000 * logRatio(1 / 0.01), 6);
  expect(gain).toBeCloseTo(0, 6);
});
