import { describe, expect, test } from 'vitest';
import { calibrated, logOdds } from '../../src/adapt/calibration.ts';
import {
  type Claim,
  calibratedOutOfFold,
  calibrationError,
  exactlyRight,
  fitCalibration,
  partlyRight,
} from './calibration.ts';

/** Of `count` claims with one chance so many are right. */
const claims = (chance: number, count: number, right: number, fold = 0): Claim[] =>
  Array.from({ length: count }, (_, k) => ({ set: 'a', fold, chance, isRight: k < right }));

test('claims that come true as often as they say have no error', () => {
  expect(calibrationError([...claims(0.75, 4, 3), ...claims(0.25, 4, 1)])).toBeCloseTo(0, 10);
});

test('the error is the mean of the gaps of the bins, by how many claims each has', () => {
  expect(calibrationError([...claims(0.95, 10, 5), ...claims(0.55, 30, 30)])).toBeCloseTo(
    (10 * 0.45 + 30 * 0.45) / 40,
    10,
  );
  expect(calibrationError(claims(1, 5, 5))).toBe(0);
});

describe('a fitted line', () => {
  const tooSure = [...claims(0.9, 100, 70), ...claims(0.6, 100, 55), ...claims(0.99, 200, 180)];
  const line = fitCalibration(tooSure);

  test('is the one under which the claims are likeliest', () => {
    const likelihood = (slope: number, offset: number) =>
      tooSure.reduce((sum, { chance, isRight }) => {
        const p = calibrated(chance, { slope, offset });
        return sum + Math.log(isRight ? p : 1 - p);
      }, 0);
    const best = likelihood(line.slope, line.offset);
    for (const [slope, offset] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ] as const) {
      expect(likelihood(line.slope + slope, line.offset + offset)).toBeLessThan(best);
    }
  });

  test('makes claims that are too sure less so, and keeps their order', () => {
    expect(calibrated(0.9, line)).toBeLessThan(0.8);
    expect(calibrated(0.9, line)).toBeGreaterThan(calibrated(0.6, line));
    expect(calibrated(1, line)).toBeLessThanOrEqual(1);
    expect(calibrated(0, line)).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(logOdds(1)) && Number.isFinite(logOdds(0))).toBe(true);
  });
});

test('a fold is judged by the lines of the others', () => {
  const mapped = calibratedOutOfFold([
    ...claims(0.9, 50, 45, 0),
    ...claims(0.6, 50, 20, 0),
    ...claims(0.9, 10, 0, 1),
  ]);
  const [judged] = mapped.filter(({ fold }) => fold === 1);
  expect(judged!.chance).toBeCloseTo(0.9, 2);
});

test('a bead is exactly right when gold has it, and partly when it shares a sentence of each side with one', () => {
  const gold = [
    { zh: [0], en: [0, 1] },
    { zh: [1], en: [] },
    { zh: [2], en: [2] },
  ];
  const made = [
    { zh: [0], en: [0] },
    { zh: [1], en: [1] },
    { zh: [2], en: [2] },
    { zh: [1], en: [] },
  ];
  expect(exactlyRight(gold, made)).toEqual([false, false, true, true]);
  expect(partlyRight(gold, made)).toEqual([true, false, true, false]);
});
