/**
 * Works on several items at a time, and gives the results in the order of the items, each as soon as it and those before
 * it are there. No more than `window` items are in work or waiting, so that neither a slow item nor a slow reader of the
 * results lets memory grow.
 *
 * @throws what `work` or `items` throw, when its turn comes
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  const iterator = iteratorOf(items);
  let next: Promise<IteratorResult<T>> | undefined;
  let isAtEnd = false;
  try {
    for (;;) {
      const [head] = waiting;
      if (!isAtEnd && waiting.length < window) {
        next ??= told(iterator.next());
        const isItem = head === undefined || (await firstOf(next, head));
        if (isItem) {
          const { done, value } = await next;
          next = undefined;
          if (done) isAtEnd = true;
          else waiting.push(told(work(value)));
          continue;
        }
      }
      if (head === undefined) return;
      yield await head;
      waiting.shift();
    }
  } finally {
    await iterator.return(undefined);
  }
}

async function* iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, undefined> {
  yield* items;
}

/** Whether the first is there before the second. */
const firstOf = (one: Promise<unknown>, other: Promise<unknown>) =>
  Promise.race([one.then(() => true), other.then(() => false)]);

/** A failure is told when its turn comes, not before. */
function told<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
