import { describe, expect, test } from 'vitest';
import { clearestExamplesIn, examplesIn } from '../../src/adapt/examples.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { flatBeads } from '../../src/search/flat-beads.ts';
import type { Found } from '../../src/search/search.ts';

/** A text of which sentence k has so many words on both sides, paired one to one. */
function textOf(lengths: readonly number[]): [Evidence, Found[]] {
  const words = lengths.map((length) => new Int32Array(length));
  const evidence = { pairs: [{ zh: { words }, en: { words } }] } as unknown as Evidence;
  const beads = lengths.map((_, k) => ({ zh: { start: k, end: k + 1 }, en: { start: k, end: k + 1 } }));
  const probabilities = beads.map(() => 1);
  const contenders = flatBeads(beads);
  return [evidence, [{ beads, probabilities, contenders, chances: Float64Array.from(probabilities) }]];
}

const repeated = (lengths: readonly number[], times: number) =>
  Array.from({ length: times }, () => lengths).flat();

describe('the beads from which a text learns', () => {
  test('are all of those of a short one', () => {
    const text = textOf([3, 100, 7]);
    expect(clearestExamplesIn(...text)).toHaveLength(3);
    expect(examplesIn(...text)).toHaveLength(3);
  });

  test('are the shortest ones of a long one, as they stand', () => {
    // 2,000 beads of 1 and 100 pairs of words, and 1,000 of 10,000.
    const examples = clearestExamplesIn(...textOf(repeated([100, 1, 10], 1000)));
    const starts = examples.map(({ bead }) => bead.zh.start);
    expect(examples.filter(({ zh }) => zh.length < 100)).toHaveLength(2000);
    expect(examples.filter(({ zh }) => zh.length === 100)).toHaveLength(89);
    expect(starts).toEqual(starts.toSorted((x, y) => x - y));
  });

  test('are a thousand, though these may be long', () => {
    expect(clearestExamplesIn(...textOf(repeated([50], 1500)))).toHaveLength(1000);
  });

  test('take no more memory than there is', () => {
    expect(clearestExamplesIn(...textOf(repeated([200], 1500)))).toHaveLength(150);
    expect(examplesIn(...textOf(repeated([200], 1500)))).toHaveLength(150);
    expect(examplesIn(...textOf([400, 1, 400]))).toHaveLength(1);
  });
});
