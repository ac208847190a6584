import { describe, expect, test } from 'vitest';
import { explainInOrder } from '../../../src/evidence/close/in-order.ts';
import { UNEXPLAINED } from '../../../src/evidence/explained.ts';

const evenly = (count: number) => ({
  ids: Int32Array.from({ length: count }, (_, k) => k),
  places: Float64Array.from({ length: count }, (_, k) => (k + 0.5) / count),
});
const FREQUENCY = new Float64Array(20).fill(0.01);
const logRatio = (ratio: number) => Math.log(UNEXPLAINED + (1 - UNEXPLAINED) * ratio);
const straight = Array.from({ length: 20 }, (_, k) => ({ from: k, to: k, probability: 0.9 }));

describe('words that stand in the same order on both sides', () => {
  const { inBag, gain, explained } = explainInOrder(evenly(20), evenly(20), straight, FREQUENCY);

  test('are explained in a bag as a bag has it', () => {
    expect(inBag).toBeCloseTo(20 * logRatio(0.9 / 20 / 0.01), 6);
  });

  test('are explained better in order, and well', () => {
    expect(gain).toBeGreaterThan(1);
    expect(explained).toBeCloseTo(20 / Math.sqrt(21), 6);
  });
});

test('words that stand in reverse order are explained worse in order than in a bag', () => {
  const reversed = straight.map(({ from, probability }) => ({ from, to: 19 - from, probability }));
  const { inBag, gain } = explainInOrder(evenly(20), evenly(20), reversed, FREQUENCY);
  expect(inBag).toBeCloseTo(20 * logRatio(0.9 / 20 / 0.01), 6);
  expect(gain).toBeLessThan(-1);
});

test('words that nothing explains count with the floor, and order cannot change that', () => {
  const { inBag, gain, explained } = explainInOrder(evenly(3), evenly(2), [], FREQUENCY);
  expect(inBag).toBeCloseTo(2 * Math.log(UNEXPLAINED), 10);
  expect(gain).toBe(0);
  expect(explained).toBe(0);
});

test('a side without words explains nothing and needs nothing', () => {
  expect(explainInOrder(evenly(0), evenly(1), [], FREQUENCY).gain).toBe(0);
  expect(explainInOrder(evenly(1), evenly(0), [], FREQUENCY)).toEqual({ inBag: 0, gain: 0, explained: 0 });
});
