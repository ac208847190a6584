import { expect, test } from 'vitest';
import { sharedLandmarks } from '../../src/evidence/landmarks.ts';
import { Runs } from '../../src/evidence/runs.ts';
import { sidesOf } from './sides.ts';

/** Names shared, names alone, values shared, values alone. */
function compare(zh: readonly string[], en: readonly string[], a = zh.length, b = en.length): number[] {
  const sides = sidesOf(zh, en);
  const zhRuns = new Runs(sides.zh, sides.landmarks, a);
  const enRuns = new Runs(sides.en, sides.landmarks, b);
  const [x, y] = [a - 1, b - 1];
  const names = sharedLandmarks(sides.landmarks, zhRuns, x, enRuns, y, 1, 0);
  const values = sharedLandmarks(sides.landmarks, zhRuns, x, enRuns, y, 0, 1);
  const alone = (zhStrength: number, enStrength: number, shared: number) =>
    zhStrength + enStrength - 2 * shared;
  return [
    names,
    alone(zhRuns.names[x]!, enRuns.names[y]!, names),
    values,
    alone(zhRuns.values[x]!, enRuns.values[y]!, values),
  ];
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
