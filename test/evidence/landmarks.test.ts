import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LandmarkComparison } from '../../src/evidence/landmarks.ts';
import { sidesOf } from './sides.ts';

/** Names shared, names alone, values shared, values alone. */
function compare(zh: readonly string[], en: readonly string[], a = zh.length, b = en.length): number[] {
  const sides = sidesOf(zh, en);
  const comparison = new LandmarkComparison(sides.zh.readings, sides.en.readings, sides.landmarks);
  const out = new Float64Array(5);
  comparison.compare(0, a, 0, b, out, 1);
  return [...out.subarray(1)];
}

test('what both sentences name is shared, what one of them names is alone', () => {
  expect(compare(['谢锋有35本书。'], ['Then Xie Feng had 35 books.'])).toEqual([1, 0, 1, 0]);
  expect(compare(['谢锋来了。'], ['Then he came.', 'Later Xie Feng left.'], 1, 1)).toEqual([0, 1, 0, 0]);
  expect(compare(['他有35本书。'], ['Then he had 36 books.'])).toEqual([0, 0, 0, 2]);
});

test('a short form names the same', () => {
  expect(compare(['孙韵走了。', '“走吧，”孙说。'], ['Then Yun Sun left.', '“Let us go,” Sun said.'])[1]).toBe(
    0,
  );
});

test('what stands everywhere says less', () => {
  const zh = ['谢锋来了。', '谢锋走了。', '谢锋笑了。', '谢锋睡了。'];
  const en = ['Then Xie Feng came.', 'Then Xie Feng left.', 'Then Xie Feng laughed.', 'Then Xie Feng slept.'];
  expect(compare(zh, en, 1, 1)).toEqual([0.5, 0, 0, 0]);
});

test('one comparison leaves nothing behind for the next', () => {
  const zh = ['谢锋有35本书。', '孙韵有36本。', '下雨了。'];
  const en = ['Then Xie Feng had 35 books.', 'And Yun Sun had 36.', 'It rained.'];
  const sides = sidesOf(zh, en);
  const once = (cells: readonly (readonly number[])[]) => {
    const comparison = new LandmarkComparison(sides.zh.readings, sides.en.readings, sides.landmarks);
    return cells.map(([i = 0, a = 0, j = 0, b = 0]) => {
      const out = new Float64Array(4);
      comparison.compare(i, a, j, b, out, 0);
      return [...out];
    });
  };
  const cell = fc
    .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2))
    .map(([i, a, j, b]) => [i, Math.min(a, 3 - i), j, Math.min(b, 3 - j)]);
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      expect(once(cells)).toEqual(cells.flatMap((one) => once([one])));
    }),
  );
});
