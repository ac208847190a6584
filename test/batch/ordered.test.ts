import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/batch/ordered.ts';

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
}

test('results come in the order of the items, whichever is done first', async () => {
  const delays = [30, 1, 20, 1, 1];
  const results = inOrder(delays.entries(), 3, async ([number, delay]) => {
    await after(delay);
    return number;
  });
  expect(await all(results)).toEqual([0, 1, 2, 3, 4]);
});

test('no more than the window are in work or waiting, and no more are taken while nobody reads', async () => {
  let taken = 0;
  function* items() {
    for (; taken < 100; taken++) yield taken;
  }
  const results = inOrder(items(), 4, async (item) => item);
  expect((await results.next()).value).toBe(0);
  await after(5);
  expect(taken).toBeLessThanOrEqual(5);
  expect(await all(results)).toHaveLength(99);
});

test('a result is given as soon as it is there, though no further item has come', async () => {
  const isRead = deferred();
  async function* items() {
    yield 'first';
    await isRead.promise;
    yield 'second';
  }
  const results = inOrder(items(), 4, async (item) => item);
  expect((await results.next()).value).toBe('first');
  isRead.resolve();
  expect(await all(results)).toEqual(['second']);
});

test('what the work throws is thrown when its turn comes', async () => {
  const results = inOrder([1, 2, 3], 3, async (item) => {
    if (item === 2) throw new Error('two');
    return item;
  });
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('two');
});

test('a reader that stops ends the items', async () => {
  let hasEnded = false;
  async function* items() {
    try {
      yield 1;
      yield 2;
    } finally {
      hasEnded = true;
    }
  }
  for await (const item of inOrder(items(), 1, async (one) => one)) if (item === 1) break;
  expect(hasEnded).toBe(true);
});

function deferred() {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
