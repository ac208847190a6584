import { expect, test } from 'vitest';
import type { Lesson } from '../../src/evidence/explained.ts';
import { layOutLessons, lessonsIn } from '../../src/evidence/lesson-tables.ts';

const lesson = (...triples: (readonly [from: number, to: number, share: number])[]): Lesson => ({
  from: Int32Array.from(triples, ([from]) => from),
  to: Int32Array.from(triples, ([, to]) => to),
  shares: Float64Array.from(triples, ([, , share]) => share),
});
const [first, second, empty] = [lesson([1, 2, 0.5], [3, 4, 0.25]), lesson([5, 6, 0.125]), lesson()];
const lessons = {
  from: new Map([
    [0, [first]],
    [2, [first, second]],
    [3, [empty]],
  ]),
  to: new Map([
    [1, [second]],
    [4, [first, empty]],
  ]),
};

test('lessons stay what they are, and one that holds sentences of both sides stays one', () => {
  const tables = layOutLessons(lessons, 4, 5);
  const whole = lessonsIn(tables, { start: 0, end: 4 }, { start: 0, end: 5 });
  expect(whole).toEqual(lessons);
  expect(whole.to.get(4)![0]).toBe(whole.from.get(0)![0]);
  expect(whole.from.get(2)![0]).toBe(whole.from.get(0)![0]);
});

test('those of a stretch are numbered from its beginning', () => {
  const tables = layOutLessons(lessons, 4, 5);
  const { from, to } = lessonsIn(tables, { start: 2, end: 4 }, { start: 1, end: 3 });
  expect(from).toEqual(
    new Map([
      [0, [first, second]],
      [1, [empty]],
    ]),
  );
  expect(to).toEqual(new Map([[0, [second]]]));
  expect(to.get(0)![0]).toBe(from.get(0)![1]);
});
