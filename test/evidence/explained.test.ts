import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Explained, type ExplainedInput, type Lesson, UNEXPLAINED } from '../../src/evidence/explained.ts';
import { flatRows, type Row, viewsOf } from '../../src/evidence/rows.ts';

const words = (...ids: number[]) => Int32Array.from(ids);
const row = (entries: Readonly<Record<number, number>>): Row => ({
  ids: Int32Array.from(Object.keys(entries), Number),
  probabilities: Float64Array.from(Object.values(entries)),
});
const lesson = (...triples: [from: number, to: number, share: number][]): Lesson => ({
  from: Int32Array.from(triples, ([from]) => from),
  to: Int32Array.from(triples, ([, to]) => to),
  shares: Float64Array.from(triples, ([, , share]) => share),
});

describe('two sentences that explain one', () => {
  const input = {
    from: [words(0), words(1)],
    to: [words(0, 1)],
    rows: flatRows([row({ 0: 0.5 }), row({ 1: 0.25 })]),
    frequency: Float64Array.of(0.5, 0.5),
    range: () => [0, 1] as const,
  };
  const weight = (share: number) => Math.log(UNEXPLAINED + (1 - UNEXPLAINED) * share);

  test('are weighed word by word against chance', () => {
    const explained = new Explained(input, 2);
    expect(explained.at(0, 1, 0)).toBeCloseTo(weight(0.5 / 0.5) + weight(0), 6);
    expect(explained.at(1, 1, 0)).toBeCloseTo(weight(0) + weight(0.25 / 0.5), 6);
    expect(explained.at(0, 2, 0)).toBeCloseTo(weight(0.5 / 2 / 0.5) + weight(0.25 / 2 / 0.5), 6);
  });

  test('are weighed without what their own bead has taught', () => {
    const own = lesson([0, 0, 0.3]);
    const lessons = { from: new Map([[0, [own]]]), to: new Map([[0, [own]]]) };
    const explained = new Explained({ ...input, lessons }, 2);
    expect(explained.at(0, 1, 0)).toBeCloseTo(weight(0.2 / 0.5) + weight(0), 6);
    expect(explained.at(1, 1, 0)).toBeCloseTo(weight(0) + weight(0.25 / 0.5), 6);
    expect(explained.at(0, 2, 0)).toBeCloseTo(weight(0.2 / 2 / 0.5) + weight(0.25 / 2 / 0.5), 6);
  });

  test('are weighed without what the bead of the explained sentence has taught', () => {
    const lessons = { from: new Map(), to: new Map([[0, [lesson([1, 1, 0.25])]]]) };
    const explained = new Explained({ ...input, lessons }, 2);
    expect(explained.at(0, 1, 0)).toBeCloseTo(weight(0.5 / 0.5) + weight(0), 6);
    expect(explained.at(1, 1, 0)).toBeCloseTo(weight(0) + weight(0), 6);
  });
});

test('sentences without words explain nothing and need nothing', () => {
  const explained = new Explained(
    {
      from: [words(), words(0)],
      to: [words(), words(0)],
      rows: flatRows([row({ 0: 1 })]),
      frequency: Float64Array.of(1),
      range: () => [0, 2],
    },
    2,
  );
  expect(explained.at(0, 1, 1)).toBeCloseTo(Math.log(UNEXPLAINED), 6);
  expect(explained.at(1, 1, 0)).toBeCloseTo(0, 6);
  expect(explained.at(0, 2, 1)).toBeCloseTo(0, 6);
});

test('without sentences there is nothing to do', () => {
  const nothing = {
    from: [],
    to: [],
    rows: flatRows([]),
    frequency: new Float64Array(),
    range: () => [0, 0] as const,
  };
  expect(() => new Explained(nothing, 4)).not.toThrow();
});

/** The definition, word by word: from the row of each word the lessons of its sentence and of sentence `j` are taken. */
function byDefinition(input: ExplainedInput, i: number, length: number, j: number): number {
  const { lessons } = input;
  const run = input.from.slice(i, i + length);
  const sumFrom = (sentence: Int32Array, s: number, to: number) => {
    const taken = new Set([...(lessons?.from.get(s) ?? []), ...(lessons?.to.get(j) ?? [])]);
    const probability = (from: number) => {
      const { ids, probabilities } = viewsOf(input.rows)[from]!;
      let p = probabilities[ids.indexOf(to)] ?? 0;
      for (const { from: froms, to: tos, shares } of taken) {
        froms.forEach((word, k) => {
          if (word === from && tos[k] === to) p -= shares[k]!;
        });
      }
      return p;
    };
    return Math.max(
      0,
      sentence.reduce((sum, from) => sum + probability(from), 0),
    );
  };
  const words = run.reduce((sum, sentence) => sum + sentence.length, 0);
  return input.to[j]!.reduce((total, to) => {
    const sum = run.reduce((all, sentence, k) => all + sumFrom(sentence, i + k, to), 0);
    const ratio = sum ? sum / words / input.frequency[to]! : 0;
    return total + Math.log(UNEXPLAINED + (1 - UNEXPLAINED) * ratio);
  }, 0);
}

const VOCABULARY = 4;
const LONGEST = 3;

const word = fc.nat(VOCABULARY - 1);
const sentences = fc.array(
  fc.array(word, { maxLength: 4 }).map((ids) => words(...ids)),
  { minLength: 1, maxLength: 5 },
);
const rows = fc.array(
  fc.dictionary(word.map(String), fc.double({ min: 0.01, max: 1, noNaN: true })).map(row),
  {
    minLength: VOCABULARY,
    maxLength: VOCABULARY,
  },
);
const frequency = fc
  .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: VOCABULARY, maxLength: VOCABULARY })
  .map((list) => Float64Array.from(list));
/** A lesson takes at most what the rows have: every pair once, a part of its probability. */
const lessonFrom = (given: readonly Row[]) =>
  fc
    .array(fc.double({ min: 0, max: 0.5, noNaN: true }), {
      minLength: VOCABULARY ** 2,
      maxLength: VOCABULARY ** 2,
    })
    .map((parts) =>
      lesson(
        ...given.flatMap(({ ids, probabilities }, from) =>
          [...ids].map((to, k): [number, number, number] => [
            from,
            to,
            probabilities[k]! * parts[from * VOCABULARY + to]!,
          ]),
        ),
      ),
    );
const input = fc
  .record({ from: sentences, to: sentences, rows, frequency })
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      taught: fc.array(lessonFrom(base.rows), { minLength: 1, maxLength: 2 }),
      fromBeads: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
      toBeads: fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }),
      cuts: fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
      taughtAny: fc.boolean(),
    }),
  )
  .map(({ base, taught, fromBeads, toBeads, cuts, taughtAny }): ExplainedInput => {
    const lessonsOf = (beads: readonly number[], count: number) =>
      new Map(
        beads
          .slice(0, count)
          // A sentence that stands in several documents has a lesson from each.
          .map((bead, k): [number, Lesson[]] => [k, bead < taught.length ? taught.slice(0, bead + 1) : []]),
      );
    const lows = cuts
      .slice(0, 6)
      .map((cut) => Math.min(cut, base.to.length))
      .sort();
    const highs = cuts
      .slice(6)
      .map((cut) => Math.min(cut, base.to.length))
      .sort();
    return {
      ...base,
      rows: flatRows(base.rows),
      range: (i) => [lows[i]!, Math.max(lows[i]!, highs[i]!)],
      lessons: taughtAny
        ? { from: lessonsOf(fromBeads, base.from.length), to: lessonsOf(toBeads, base.to.length) }
        : undefined,
    };
  });

test('every value in the band is that of the definition, with and without lessons', () => {
  fc.assert(
    fc.property(input, (given) => {
      const explained = new Explained(given, LONGEST);
      given.from.forEach((_, i) => {
        for (let length = 1; length <= LONGEST && i + length <= given.from.length; length++) {
          for (let j = given.range(i)[0]; j < given.range(i + length - 1)[1]; j++) {
            expect(explained.at(i, length, j)).toBeCloseTo(byDefinition(given, i, length, j), 4);
          }
          const [low, high] = [given.range(i)[0], given.range(i + length - 1)[1]];
          const all = Array.from({ length: high - low }, (_, k) => explained.at(i, length, low + k));
          const total = all.reduce((sum, value) => sum + value, 0);
          if (high > low) expect(explained.sum(i, length, low, high - low)).toBeCloseTo(total, 4);
        }
      });
      // In another band some is kept of what was worked out for this one.
      const wider = {
        ...given,
        range: (i: number) => [given.range(i)[0], i < 2 ? given.to.length : given.range(i)[1]] as const,
      };
      const anew = new Explained(wider, LONGEST);
      const kept = new Explained(wider, LONGEST, explained);
      given.from.forEach((_, i) => {
        for (let length = 1; length <= LONGEST && i + length <= given.from.length; length++) {
          for (let j = wider.range(i)[0]; j < wider.range(i + length - 1)[1]; j++) {
            expect(kept.at(i, length, j)).toBe(anew.at(i, length, j));
          }
        }
      });
    }),
    { numRuns: 300 },
  );
});
