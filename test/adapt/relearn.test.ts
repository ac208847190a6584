import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Example } from '../../src/adapt/examples.ts';
import { learningTasks, learnOneWay, relearned } from '../../src/adapt/relearn.ts';
import type { Row } from '../../src/evidence/rows.ts';

const row = (entries: Readonly<Record<number, number>> = {}): Row => ({
  ids: Int32Array.from(Object.keys(entries), Number),
  probabilities: Float64Array.from(Object.values(entries)),
});

/** A bead of one sentence a side, both with the given number. */
const pair = (sentence: number, zh: number[], en: number[], confidence = 1, document = 0): Example => ({
  document,
  bead: { zh: { start: sentence, end: sentence + 1 }, en: { start: sentence, end: sentence + 1 } },
  zh: Int32Array.from(zh),
  en: Int32Array.from(en),
  confidence,
});

const evenly = (count: number) => new Float64Array(count).fill(1 / count);
const entriesOf = ({ ids, probabilities }: Row) => new Map([...ids].map((id, k) => [id, probabilities[k]!]));
/** What is learnt from Chinese to English; of the other direction no dictionary knows anything. */
function learn(
  prior: readonly Row[],
  enFrequency: Float64Array,
  examples: readonly Example[],
  documents: number,
) {
  const enToZh = Array.from(enFrequency, () => row());
  const frequencies = { zh: evenly(prior.length), en: enFrequency };
  const [there, back] = learningTasks({ zhToEn: prior, enToZh }, frequencies, examples);
  const { lexicon, lessons } = relearned(learnOneWay(there), learnOneWay(back), examples, documents);
  return { rows: lexicon.zhToEn, lessons: lessons.zhToEn };
}
const best = (given: Row) => [...entriesOf(given)].reduce((x, y) => (y[1] > x[1] ? y : x))[0];

describe('words that stand side by side again and again', () => {
  // Word n on one side is word n on the other; no word is ever alone with its translation.
  const examples = [
    pair(0, [0, 1], [0, 1]),
    pair(1, [1, 2], [1, 2]),
    pair(2, [2, 0], [0, 2]),
    pair(3, [0, 1], [1, 0]),
    pair(4, [2, 1], [2, 1]),
    pair(5, [0, 2], [0, 2]),
  ];

  test('are learnt as translations, without a dictionary', () => {
    const { rows } = learn([row(), row(), row()], evenly(3), examples, 1);
    expect(rows.map(best)).toEqual([0, 1, 2]);
  });

  test('are learnt the better, the more of them a dictionary knows', () => {
    const alone = learn([row(), row(), row()], evenly(3), examples, 1).rows;
    const helped = learn([row({ 0: 1 }), row({ 1: 1 }), row()], evenly(3), examples, 1).rows;
    expect(helped.map(best)).toEqual([0, 1, 2]);
    expect(entriesOf(helped[2]!).get(2)).toBeGreaterThan(entriesOf(alone[2]!).get(2)!);
  });

  test('outweigh a dictionary that is wrong', () => {
    const many = Array.from({ length: 12 }, (_, k) => pair(k, [0], [1]));
    const { rows } = learn([row({ 0: 1 })], evenly(2), many, 1);
    expect(best(rows[0]!)).toBe(1);
  });
});

test('beads without confidence teach nothing', () => {
  const prior = [row({ 0: 0.5, 2: 0.25 }), row()];
  const { rows, lessons } = learn(prior, evenly(3), [pair(0, [0, 1], [0, 1, 2], 0)], 1);
  expect(rows).toEqual(prior);
  expect(lessons[0]!.from.get(0)?.[0]?.shares).toHaveLength(0);
});

test('without beads the dictionary stays as it is', () => {
  const prior = [row({ 0: 0.5, 2: 0.25 }), row()];
  expect(learn(prior, evenly(3), [], 2)).toMatchObject({ rows: prior, lessons: [{}, {}] });
});

test('a surer bead teaches more', () => {
  const learnt = (confidence: number) =>
    entriesOf(learn([row()], evenly(200), [pair(0, [0], [1], confidence)], 1).rows[0]!).get(1)!;
  expect(learnt(0.9)).toBeGreaterThan(learnt(0.3));
});

test('words that stand in no bead keep their translations', () => {
  const prior = [row({ 0: 0.7 }), row({ 1: 0.4, 2: 0.6 })];
  const { rows } = learn(prior, evenly(3), [pair(0, [0], [2])], 1);
  expect(rows[1]).toEqual(prior[1]);
});

test('empty sentences teach nothing and break nothing', () => {
  const { rows } = learn(
    [row({ 0: 1 })],
    evenly(1),
    [pair(0, [], [0]), pair(1, [0], []), pair(2, [], [])],
    1,
  );
  expect(rows[0]).toEqual(row({ 0: 1 }));
});

test('lessons stand with the sentences of their bead, in their own document', () => {
  const bead: Example = {
    ...pair(0, [0, 1], [0, 1], 1, 1),
    bead: { zh: { start: 3, end: 5 }, en: { start: 7, end: 8 } },
  };
  const { lessons } = learn([row(), row()], evenly(2), [bead], 2);
  expect(lessons[0]!.from.size + lessons[0]!.to.size).toBe(0);
  expect([...lessons[1]!.from.keys()]).toEqual([3, 4]);
  expect(lessons[1]!.from.get(3)![0]).toBe(lessons[1]!.from.get(4)![0]);
  expect(lessons[1]!.to.get(7)![0]).toBe(lessons[1]!.from.get(3)![0]);
});

describe('whatever the beads', () => {
  const word = fc.nat(3);
  const example = fc
    .record({
      document: fc.nat(1),
      zh: fc.array(word, { maxLength: 4 }),
      en: fc.array(word, { maxLength: 4 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ document, zh, en, confidence }) => pair(0, zh, en, confidence, document));
  const examples = fc
    .array(example, { maxLength: 6 })
    .map((list) => list.map((example, k) => ({ ...example, bead: pair(k, [], []).bead })));
  const prior = [row({ 0: 0.9, 1: 0.1 }), row({ 1: 0.5 }), row(), row({ 3: 1 })];

  test('a row holds probabilities that add up to one at most', () => {
    fc.assert(
      fc.property(examples, (given) => {
        for (const { probabilities } of learn(prior, evenly(4), given, 2).rows) {
          for (const p of probabilities) expect(p).toBeGreaterThan(0);
          expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  test('a lesson takes no more than is there', () => {
    fc.assert(
      fc.property(examples, (given) => {
        const { rows, lessons } = learn(prior, evenly(4), given, 2);
        for (const { from } of lessons) {
          for (const lesson of [...from.values()].flat()) {
            lesson.shares.forEach((share, k) => {
              const there = entriesOf(rows[lesson.from[k]!]!).get(lesson.to[k]!) ?? 0;
              expect(share).toBeGreaterThan(0);
              expect(share).toBeLessThanOrEqual(there + 1e-9);
            });
          }
        }
      }),
    );
  });

  test('the same beads teach the same', () => {
    fc.assert(
      fc.property(examples, (given) => {
        expect(learn(prior, evenly(4), given, 2)).toEqual(learn(prior, evenly(4), given, 2));
      }),
    );
  });
});
