import type { BothTasks } from '../adapt/adapt.ts';
import { type LearningTask, type Learnt, learnOneWay } from '../adapt/relearn.ts';
import type { Found } from '../search/search.ts';
import { Thread } from '../threads/thread.ts';
import { type FlatFound, restored } from './flat-found.ts';
import { type SearchTask, searchStretch } from './search-task.ts';

/** What a thread is asked to do. */
export type Task = { readonly search: SearchTask } | { readonly learn: LearningTask };
type Answer = FlatFound | Learnt;

const threads: Thread<Task, Answer>[] = [];
/** A thread has the next task at hand while it does another one: this one cannot send it while it searches. */
const AT_ONCE = 2;

/** Starts so many threads, but for those that there are, which help this one with long pairs as long as the process lives. */
export function startHelpers(count: number): void {
  while (threads.length < count) {
    threads.push(new Thread('./helper-thread', import.meta.url, 'searches for beads'));
  }
}

/**
 * What all searches come to, in their order. This thread and the helpers each take the next one when they are free.
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

const searchIn = (thread: Thread<Task, Answer>) => async (search: SearchTask) => {
  const [found] = await thread.ask({ search });
  return restored(found as FlatFound);
};

async function searchHere(task: SearchTask): Promise<Found> {
  const found = searchStretch(task);
  // Lets the answers of the threads in.
  await new Promise((resolve) => setImmediate(resolve));
  return found;
}

/**
 * What is learnt in both directions: one by a helper, where there is one, and the other here.
 *
 * @throws whatever ended the thread
 */
export async function learnBoth([zhToEn, enToZh]: BothTasks): Promise<
  readonly [zhToEn: Learnt, enToZh: Learnt]
> {
  const [thread] = threads;
  if (!thread) return [learnOneWay(zhToEn), learnOneWay(enToZh)];
  const asked = thread.ask({ learn: enToZh });
  const there = learnOneWay(zhToEn);
  const [back] = await asked;
  return [there, back as Learnt];
}
