import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NearbyRows, RowRoom } from '../../../src/evidence/close/nearby-rows.ts';
import { flatRows } from '../../../src/evidence/rows.ts';
import type { Run } from '../../../src/model.ts';

const VOCABULARY = 2000;
/** The row of word w knows word v when w + v is a multiple of 3. */
const probability = (word: number, other: number) => ((word + other) % 3 ? 0 : 1 / (1 + word + other));
const rows = Array.from({ length: VOCABULARY }, (_, word) => {
  const ids = Int32Array.from({ length: VOCABULARY }, (_, k) => k).filter(
    (other) => (word + other) % 3 === 0,
  );
  return { ids, probabilities: Float64Array.from(ids, (other) => probability(word, other)) };
});
/** 300 sentences of 20 words, each of which shares 10 with the next one. */
const sentences = Array.from({ length: 300 }, (_, i) =>
  Int32Array.from({ length: 20 }, (_, k) => (10 * i + k) % VOCABULARY),
);

function expectRows(nearby: NearbyRows, run: Run, words: readonly number[]): void {
  nearby.cover(run);
  for (const word of words) {
    const start = nearby.startOf(word);
    const others = sentences.slice(run.start, run.end).flatMap((own) => [...own]);
    expect(others.map((other) => nearby.probabilities[start + nearby.placeOf[other]!])).toEqual(
      others.map((other) => probability(word, other)),
    );
  }
}

const runs = fc
  .record({ start: fc.nat(290), count: fc.integer({ min: 1, max: 10 }) })
  .map(({ start, count }) => ({ start, end: start + count }));
const asked = fc.array(fc.nat(VOCABULARY - 1), { minLength: 1, maxLength: 10 });

test('rows say the same of the words of any run, in whatever order runs come', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(runs, asked), { minLength: 1, maxLength: 8 }), (questions) => {
      const nearby = new NearbyRows(flatRows(rows), sentences, VOCABULARY);
      for (const [run, words] of questions) expectRows(nearby, run, words);
    }),
    { numRuns: 50 },
  );
});

test('a run of all words is covered, and more rows can be asked for than there is room for', () => {
  const nearby = new NearbyRows(flatRows(rows), sentences, VOCABULARY);
  expectRows(nearby, { start: 0, end: 300 }, [0, 1, 2]);
  for (let word = 0; word < VOCABULARY; word++) nearby.startOf(word);
  expectRows(nearby, { start: 0, end: 300 }, [0, 1, 1999, 0]);
  expect(nearby.probabilities.length).toBeLessThanOrEqual(2 ** 18);
});

test('two that use the same room in turn find their own rows', () => {
  const room = new RowRoom();
  const others = rows.map(({ ids, probabilities }) => ({
    ids,
    probabilities: probabilities.map((p) => p / 2),
  }));
  const [one, other] = [rows, others].map(
    (own) => new NearbyRows(flatRows(own), sentences, VOCABULARY, room),
  );
  for (const start of [0, 40, 0, 3, 200]) {
    const run = { start, end: start + 2 };
    expectRows(one!, run, [1, 2, 3]);
    other!.cover(run);
    const word = sentences[start]![0]!;
    expect(other!.probabilities[other!.startOf(2) + other!.placeOf[word]!]).toBe(probability(2, word) / 2);
  }
});
