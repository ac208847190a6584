import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/pair/candidates.ts';

/** Of a Chinese document, from the likeness of each pair of numbers. */
const likeness = (count: number, of: (zh: number, en: number) => number) => (zh: number) =>
  Float64Array.from({ length: count }, (_, en) => of(zh, en));
const briefly = (candidates: ReturnType<typeof candidatesOf>) => candidates.map(({ zh, en }) => [zh, en]);

test('of many documents only those are candidates that are more alike than strangers', () => {
  const diagonal = likeness(30, (zh, en) => (zh === en ? 0.3 : 0.03 + ((zh * 7 + en) % 5) / 500));
  expect(briefly(candidatesOf(30, 30, diagonal))).toEqual(Array.from({ length: 30 }, (_, k) => [k, k]));
});

test('documents that are like all others must be more like their partners', () => {
  const common = likeness(30, (zh, en) => (zh === en ? 0.3 : zh === 0 || en === 1 ? 0.07 : 0.03));
  expect(briefly(candidatesOf(30, 30, common))).toEqual(Array.from({ length: 30 }, (_, k) => [k, k]));
});

test('a few documents are all candidates of one another, the likest first, for none is known to be a stranger', () => {
  const few = likeness(2, (zh, en) => (zh === en ? 0.1 : 0.2));
  expect(briefly(candidatesOf(2, 2, few))).toEqual([
    [0, 1],
    [0, 0],
    [1, 0],
    [1, 1],
  ]);
});

test('each document of either language keeps its five best', () => {
  const alike = likeness(20, (zh, en) => 0.3 + (zh + en) / 1000);
  const candidates = candidatesOf(20, 20, alike);
  const best = [15, 16, 17, 18, 19];
  for (let k = 0; k < 20; k++) {
    expect(candidates.filter(({ zh, en }) => zh === k && best.includes(en))).toHaveLength(5);
    expect(candidates.filter(({ zh, en }) => en === k && best.includes(zh))).toHaveLength(5);
  }
  expect(candidates).toHaveLength(20 * 5 * 2 - 5 * 5);
});

test('without documents there are no candidates', () => {
  expect(
    candidatesOf(
      0,
      0,
      likeness(0, () => 0),
    ),
  ).toEqual([]);
  expect(
    candidatesOf(
      3,
      0,
      likeness(0, () => 0),
    ),
  ).toEqual([]);
  expect(
    candidatesOf(
      0,
      3,
      likeness(3, () => 0.2),
    ),
  ).toEqual([]);
});
