import { expect, test } from 'vitest';
import { withoutLookalikes } from '../../src/pair/lookalikes.ts';

const candidate = (zh: number, en: number, excess: number) => ({ zh, en, excess });

test('a translation goes where both documents have a far better one', () => {
  const [first, second, crossed] = [candidate(0, 0, 0.4), candidate(1, 1, 0.5), candidate(0, 1, 0.2)];
  expect(withoutLookalikes([first, crossed, second])).toEqual([first, second]);
});

test('second versions stay, and whatever is the best of one of its documents', () => {
  const versions = [candidate(0, 0, 0.4), candidate(0, 1, 0.36), candidate(1, 0, 0.3), candidate(1, 1, 0.38)];
  expect(withoutLookalikes(versions)).toEqual(versions);
  const excerpt = [candidate(0, 0, 0.4), candidate(1, 0, 0.1)];
  expect(withoutLookalikes(excerpt)).toEqual(excerpt);
});

test('of nothing nothing is left', () => {
  expect(withoutLookalikes([])).toEqual([]);
});
