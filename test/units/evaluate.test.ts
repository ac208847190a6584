import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, mergeVerses } from '../../src/units/evaluate.ts';
import { type IdBead, readAlign } from '../../src/units/formats/align.ts';

function beads(text: string): IdBead[] {
  return readAlign(text.replaceAll(' ', '\n'), 'beads');
}

const PERFECT = { precision: 1, recall: 1, f1: 1 };
const NOTHING = { precision: 0, recall: 0, f1: 0 };

test('a bead that is nearly right counts only in the lax measure', () => {
  const gold = beads('[0]:[0] [1]:[1,2] [2,3]:[3] [4]:[]');
  const made = beads('[0]:[0] [1]:[1] []:[2] [2,3]:[3] [4]:[]');
  const { strict, lax, shapes } = evaluate([gold], [made]);
  expect(strict).toEqual({ precision: 3 / 5, recall: 2 / 3, f1: expect.closeTo(12 / 19) });
  expect(lax).toEqual({ precision: 4 / 5, recall: 1, f1: expect.closeTo(8 / 9) });
  expect(shapes).toEqual([
    { shape: '0-1', gold: 0, made: 1, right: 0 },
    { shape: '1-0', gold: 1, made: 1, right: 1 },
    { shape: '1-1', gold: 1, made: 2, right: 1 },
    { shape: '1-2', gold: 1, made: 0, right: 0 },
    { shape: '2-1', gold: 1, made: 1, right: 1 },
  ]);
});

test('a bead that shares only one language with the gold does not count, not even laxly', () => {
  expect(evaluate([beads('[0]:[0] [1]:[1]')], [beads('[0]:[1] [1]:[0]')])).toMatchObject({
    strict: NOTHING,
    lax: NOTHING,
  });
});

test('one-sided beads weigh in precision but not in recall', () => {
  const { strict } = evaluate([beads('[0]:[0] [1]:[] [2]:[]')], [beads('[0]:[0] [1]:[] []:[7]')]);
  expect(strict).toMatchObject({ precision: 2 / 3, recall: 1 });
});

test('a bead that is there twice counts once, and one that holds nothing not at all', () => {
  const { strict, shapes } = evaluate([beads('[0]:[0] [0]:[0]')], [beads('[0]:[0] [0]:[0] []:[]')]);
  expect(strict).toEqual(PERFECT);
  expect(shapes).toEqual([{ shape: '1-1', gold: 1, made: 1, right: 1 }]);
});

test('counts are summed over the documents', () => {
  const golds = [beads('[0]:[0]'), beads('[0]:[0] [1]:[1] [2]:[2]')];
  const tests = [beads('[0]:[]'), beads('[0]:[0] [1]:[1] [2]:[2]')];
  expect(evaluate(golds, tests).strict).toEqual({ precision: 3 / 4, recall: 3 / 4, f1: 3 / 4 });
});

test('nothing against nothing is no agreement', () => {
  expect(evaluate([], [])).toEqual({ strict: NOTHING, lax: NOTHING, shapes: [] });
});

test('as many alignments are needed as there are gold ones', () => {
  expect(() => evaluate([beads('[0]:[0]')], [])).toThrow('there are 1 gold documents, but 0 to judge.');
});

const anyBeads = fc.array(fc.tuple(fc.nat(3), fc.nat(3)).filter(([zh, en]) => zh + en > 0)).map((sizes) => {
  let [i, j] = [0, 0];
  return sizes.map(
    ([zh, en]): IdBead => ({
      zh: Array.from({ length: zh }, () => i++),
      en: Array.from({ length: en }, () => j++),
    }),
  );
});
const withTwoSided = anyBeads.filter((all) => all.some(({ zh, en }) => zh.length && en.length));

test('gold agrees with itself', () => {
  fc.assert(
    fc.property(fc.array(withTwoSided, { minLength: 1 }), (golds) => {
      const { strict, lax, shapes } = evaluate(golds, golds);
      expect([strict, lax]).toEqual([PERFECT, PERFECT]);
      expect(shapes.every(({ gold, made, right }) => gold === right && made === right)).toBe(true);
    }),
  );
});

test('the lax measure is never below the strict one, and the shapes add up to the strict one', () => {
  fc.assert(
    fc.property(anyBeads, anyBeads, (gold, made) => {
      const { strict, lax, shapes } = evaluate([gold], [made]);
      expect(lax.precision).toBeGreaterThanOrEqual(strict.precision);
      expect(lax.recall).toBeGreaterThanOrEqual(strict.recall);
      const sum = (key: 'gold' | 'made' | 'right', rows = shapes) => rows.reduce((n, row) => n + row[key], 0);
      const twoSided = shapes.filter(({ shape }) => !/^0|0$/.test(shape));
      expect(strict.precision * sum('made')).toBeCloseTo(sum('right'));
      expect(strict.recall * sum('gold', twoSided)).toBeCloseTo(sum('right', twoSided));
    }),
  );
});

describe('merging by verse', () => {
  test('unites neighbours inside one verse, whichever sides they have', () => {
    const merged = mergeVerses(
      beads('[0]:[0] [1]:[] []:[1] [2]:[2] [3,4]:[3] [5]:[4]'),
      ['1', '1', '2', '2', '3', '3'],
      ['1', '1', '2', '3', '3'],
    );
    expect(merged).toEqual(beads('[0,1]:[0,1] [2]:[2] [3,4]:[3] [5]:[4]'));
  });

  test('leaves a bead alone that spans verses, and starts anew after it', () => {
    const verses = ['1', '1', '2', '2'];
    expect(mergeVerses(beads('[0]:[0] [1,2]:[1,2] [3]:[3]'), verses, verses)).toEqual(
      beads('[0]:[0] [1,2]:[1,2] [3]:[3]'),
    );
  });

  test('leaves everything alone when each sentence is a verse of its own', () => {
    fc.assert(
      fc.property(anyBeads, (all) => {
        const own = (side: string) => Array.from({ length: 100 }, (_, i) => `${side}${i}`);
        expect(mergeVerses(all, own('zh'), own('en'))).toEqual(all);
      }),
    );
  });

  test('makes one bead when all is one verse', () => {
    fc.assert(
      fc.property(anyBeads, (all) => {
        const one = Array.from({ length: 100 }, () => 'v');
        const whole = { zh: all.flatMap(({ zh }) => zh), en: all.flatMap(({ en }) => en) };
        expect(mergeVerses(all, one, one)).toEqual(all.length > 0 ? [whole] : []);
      }),
    );
  });

  test('wants a verse for each sentence', () => {
    expect(() => mergeVerses(beads('[0]:[2]'), ['1'], ['1', '1'])).toThrow('a bead holds sentence 2');
  });
});
