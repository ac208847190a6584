import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlacedWords } from '../../../src/evidence/close/placed-words.ts';
import { placed, sentencesOf, tokensOf } from './words.ts';

test('the words of a run of sentences have places from 0 to 1 over the whole run', () => {
  const words = new PlacedWords(10);
  words.read(sentencesOf([[9], [3, 4], [5, 3], [9]]), { start: 1, end: 3 });
  expect(tokensOf(words)).toEqual([3, 4, 5, 3]);
  expect([...words.places.subarray(0, words.count)]).toEqual([0.125, 0.375, 0.625, 0.875]);
  expect(words.typeCount).toBe(3);
});

test('nothing is left of the run before', () => {
  const words = new PlacedWords(10);
  const side = sentencesOf([[1, 2, 3], [2]]);
  words.read(side, { start: 0, end: 1 });
  words.read(side, { start: 1, end: 2 });
  expect(tokensOf(words)).toEqual([2]);
  expect([...words.typeOf].map((type) => type >= 0)).toEqual(Array.from({ length: 10 }, (_, k) => k === 2));
});

test('a word that lies within another one comes in the order of their middles', () => {
  const words = placed([7, 8, 9], [2.5, 0.5, 1.5]);
  expect(tokensOf(words)).toEqual([8, 9, 7]);
  expect([...words.places.subarray(0, 3)]).toEqual([0.5 / 3, 0.5, 2.5 / 3]);
});

const places = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 20, maxLength: 20 });
const tokens = Array.from({ length: 20 }, (_, k) => k);

test('nearness and its sums are what growth and decay make of them, however steep', () => {
  fc.assert(
    fc.property(places, places, fc.double({ min: 0, max: 1400, noNaN: true }), (zh, en, steepness) => {
      const [x, y] = [placed(tokens, zh), placed(tokens, en)];
      x.steepen(steepness);
      y.steepen(steepness);
      let worst = 0;
      for (let j = 0; j < y.count; j++) {
        let sum = 0;
        let split = 0;
        for (let i = 0; i < x.count; i++) {
          const isBefore = x.places[i]! <= y.places[j]!;
          const nearness = Math.exp(-steepness * Math.abs(x.places[i]! - y.places[j]!));
          const product = isBefore ? x.growth[i]! * y.decay[j]! : y.growth[j]! * x.decay[i]!;
          worst = Math.max(worst, Math.abs(product - nearness));
          sum += nearness;
          if (isBefore) split++;
        }
        const quick = x.growthBefore[split]! * y.decay[j]! + x.decayBehind[split]! * y.growth[j]!;
        worst = Math.max(worst, Math.abs(quick - sum));
      }
      expect(worst).toBeLessThan(1e-9);
    }),
  );
});
