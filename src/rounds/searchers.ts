import type { Found } from '../search/search.ts';
import { Thread } from '../threads/thread.ts';
import { type FlatFound, restored } from './flat-found.ts';
import { type SearchTask, searchStretch } from './search-task.ts';

const threads: Thread<SearchTask, FlatFound>[] = [];
/** A thread has the next task at hand while it does another one: this one cannot send it while it searches. */
const AT_ONCE = 2;

/** Starts so many threads, but for those that there are, which help this one to search long pairs as long as the process lives. */
export function startSearching(count: number): void {
  while (threads.length < count) {
    threads.push(new Thread('./search-thread', import.meta.url, 'searches for beads'));
  }
}

/**
 * What all tasks come to, in their order. This thread and those of `startSearching` each take the next one when they are free.
 *
 * @throws whatever ended a thread
 */
export async function searchAll(tasks: readonly SearchTask[]): Promise<Found[]> {
  const found: Found[] = [];
  let next = 0;
  const takeAll = async (search: (task: SearchTask) => Promise<Found>) => {
    while (next < tasks.length) {
      const own = next++;
      found[own] = await search(tasks[own]!);
    }
  };
  const helped = threads.flatMap((thread) =>
    Array.from({ length: AT_ONCE }, () => takeAll(searchIn(thread))),
  );
  await Promise.all([...helped, takeAll(searchHere)]);
  return found;
}

const searchIn = (thread: Thread<SearchTask, FlatFound>) => async (task: SearchTask) => {
  const [found] = await thread.ask(task);
  return restored(found!);
};

async function searchHere(task: SearchTask): Promise<Found> {
  const found = searchStretch(task);
  // Lets the answers of the threads in.
  await new Promise((resolve) => setImmediate(resolve));
  return found;
}
