import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Example } from '../../src/adapt/examples.ts';
import { estimate, wordsTogether } from '../../src/adapt/model-one.ts';
import { flatRows, type Row } from '../../src/evidence/rows.ts';

/** The words of one side of a bead, and how frequent the words of its language are. */
interface Side {
  readonly words: Int32Array;
  readonly frequency: Float64Array;
}

/** The share of each word `to.words[j]` that each `from.words[i]` has made, by the definition. */
function sharesOf(
  from: Side,
  to: Side,
  confidence: number,
  probability: (from: number, to: number) => number,
) {
  return Array.from(to.words, (word, j) => {
    const place = (j + 0.5) / to.words.length;
    const near = Array.from(from.words, (_, i) =>
      Math.exp(-2 * Math.abs((i + 0.5) / from.words.length - place)),
    );
    const weights = near.map((nearness, i) => nearness * probability(from.words[i]!, word));
    const chance = near.reduce((sum, nearness) => sum + nearness, 0) * to.frequency[word]!;
    const sum = weights.reduce((total, weight) => total + weight, chance);
    return weights.map((weight) => (confidence * weight) / sum);
  });
}

/** Expected counts of one direction by word of `from` and word of `to`, by the definition. */
function countsOf(
  beads: readonly { from: Side; to: Side; confidence: number }[],
  prior: readonly Row[],
  words: number,
): number[][] {
  const known = (from: number, to: number) => {
    const { ids, probabilities } = prior[from]!;
    return probabilities[ids.indexOf(to)] ?? 0;
  };
  let probability = (from: number, to: number) => 0.9 * known(from, to) + 0.1 / 50;
  let counts: number[][] = [];
  for (let iteration = 0; iteration < 4; iteration++) {
    const table = prior.map(() => new Array<number>(words).fill(0));
    for (const { from, to, confidence } of beads) {
      sharesOf(from, to, confidence, probability).forEach((shares, j) => {
        shares.forEach((share, i) => {
          table[from.words[i]!]![to.words[j]!]! += share;
        });
      });
    }
    counts = table;
    probability = (from, to) => {
      const total = table[from]!.reduce((sum, count) => sum + count, 0);
      return (table[from]![to]! + 2 * known(from, to)) / (total + 2);
    };
  }
  return counts;
}

const WORDS = 5;
const NOTHING: Row = { ids: new Int32Array(0), probabilities: new Float64Array(0) };
const PRIOR: readonly Row[] = [
  { ids: Int32Array.of(3, 0), probabilities: Float64Array.of(0.3, 0.6) },
  NOTHING,
  { ids: Int32Array.of(2), probabilities: Float64Array.of(1) },
  NOTHING,
  { ids: Int32Array.of(1, 4), probabilities: Float64Array.of(0.5, 0.25) },
];
const frequencies = {
  zh: Float64Array.of(0.4, 0.01, 0.05, 0.2, 0.001),
  en: Float64Array.of(0.03, 0.5, 0.002, 0.1, 0.01),
};
const words = fc.array(fc.nat(WORDS - 1), { maxLength: 6 }).map((list) => Int32Array.from(list));
const examples = fc.array(
  fc.record<Example>({
    document: fc.constant(0),
    bead: fc.constant({ zh: { start: 0, end: 1 }, en: { start: 0, end: 1 } }),
    zh: words,
    en: words,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 6 },
);

function estimateBoth(given: readonly Example[]) {
  const together = wordsTogether(frequencies, given);
  const prior = flatRows(PRIOR);
  return {
    there: estimate('zhToEn', prior, together),
    back: estimate('enToZh', prior, together),
    byAppearance: together.byAppearance,
  };
}

test('counts are those of the definition, in both directions', () => {
  fc.assert(
    fc.property(examples, (given) => {
      const { there: towardsEnglish, back: towardsChinese } = estimateBoth(given);
      const [zhToEn, enToZh] = [towardsEnglish.direction, towardsChinese.direction];
      const sided = given.map(({ zh, en, confidence }) => ({
        zh: { words: zh, frequency: frequencies.zh },
        en: { words: en, frequency: frequencies.en },
        confidence,
      }));
      const there = sided.map(({ zh, en, confidence }) => ({ from: zh, to: en, confidence }));
      const back = sided.map(({ zh, en, confidence }) => ({ from: en, to: zh, confidence }));
      for (const [direction, beads] of [[zhToEn, there] as const, [enToZh, back] as const]) {
        const expected = countsOf(beads, PRIOR, WORDS);
        const counted = PRIOR.map(() => new Array<number>(WORDS).fill(0));
        direction.counts.forEach((count, pair) => {
          counted[direction.from[pair]!]![direction.to[pair]!] = count;
        });
        counted.flat().forEach((count, k) => {
          expect(count).toBeCloseTo(expected.flat()[k]!, 5);
        });
      }
    }),
  );
});

test('the shares that are visited add up to the counts, each pair once a bead', () => {
  fc.assert(
    fc.property(examples, (given) => {
      const { there, back } = estimateBoth(given);
      for (const { direction, sharing } of [there, back]) {
        const sums = new Float64Array(direction.counts.length);
        const seen = new Set<string>();
        sharing.eachShare(0, (bead, pair, share) => {
          expect(given[bead]!.zh).toContain(there.direction.from[pair]);
          expect(given[bead]!.en).toContain(there.direction.to[pair]);
          expect(seen).not.toContain(`${bead} ${pair}`);
          seen.add(`${bead} ${pair}`);
          sums[pair]! += share;
        });
        sums.forEach((sum, pair) => {
          expect(sum).toBeCloseTo(direction.counts[pair]!, 9);
        });
      }
    }),
  );
});

test('pairs are known by order of first appearance', () => {
  const bead = (zh: number[], en: number[]): Example => ({
    document: 0,
    bead: { zh: { start: 0, end: 1 }, en: { start: 0, end: 1 } },
    zh: Int32Array.from(zh),
    en: Int32Array.from(en),
    confidence: 1,
  });
  const { byAppearance, there } = estimateBoth([bead([3, 1], [2, 0]), bead([0, 3], [2, 4])]);
  const zhToEn = there.direction;
  expect([...byAppearance].map((pair) => [zhToEn.from[pair], zhToEn.to[pair]])).toEqual([
    [3, 2],
    [3, 0],
    [1, 2],
    [1, 0],
    [0, 2],
    [0, 4],
    [3, 4],
  ]);
});
