import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, Seen } from '../../src/units/seen.ts';

test('what was added is there with its first number, and nothing else is, also after it has grown', () => {
  const seen = new Seen();
  const count = 50_000;
  const numbers = Array.from({ length: count }, (_, k) => k);
  expect(numbers.every((k) => seen.add(hashOf(`text ${k}`), k + 1))).toBe(true);
  expect(seen.size).toBe(count);
  expect(numbers.some((k) => seen.add(hashOf(`text ${k}`), 7))).toBe(false);
  expect(numbers.every((k) => seen.get(hashOf(`text ${k}`)) === k + 1)).toBe(true);
  expect(numbers.every((k) => seen.get(hashOf(`other ${k}`)) === undefined)).toBe(true);
});

test('different texts, and the same text cut at another place, have different hashes', () => {
  const known = new Map<string, string>();
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 }), (texts) => {
      const { high, low } = hashOf(...texts);
      const key = `${high} ${low}`;
      const value = JSON.stringify(texts);
      expect(known.get(key) ?? value).toBe(value);
      known.set(key, value);
    }),
    { numRuns: 3_000 },
  );
  expect(hashOf('ab', 'c')).not.toEqual(hashOf('a', 'bc'));
});
