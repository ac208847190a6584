import type { BothTasks } from '../adapt/adapt.ts';
import { type LearningTask, type Learnt, learnOneWay } from '../adapt/relearn.ts';
import { shareTables } from '../evidence/shared.ts';
import type { Found } from '../search/search.ts';
import { Thread } from '../threads/thread.ts';
import { type CloseTask, weighBeads } from './close-task.ts';
import { type FlatFound, restored } from './flat-found.ts';
import { type SearchTask, searchStretch } from './search-task.ts';

/** What a thread is asked to do. */
export type Task =
  | { readonly search: SearchTask }
  | { readonly learn: LearningTask }
  | { readonly weigh: CloseTask };
type Answer = FlatFound | Learnt | Float64Array;

const threads: Thread<Task, Answer>[] = [];
/** MiB; what helpers make anew are tables, which do not stand in their heap. 8 takes 30 MiB less than what is usual, and no more time. */
const YOUNG_HEAP = 8;
/** A thread has the next task at hand while it does another one: this one cannot send it while it searches. */
const AT_ONCE = 2;

/** Starts so many threads, but for those that there are, which help this one with long pairs as long as the process lives. */
export function startHelpers(count: number): void {
  if (count > 0) shareTables();
  while (threads.length < count) {
    threads.push(new Thread('./helper-thread', import.meta.url, 'searches for beads', YOUNG_HEAP));
  }
}

/**
 * What all tasks come to, in their order. This thread and the helpers each take the next one when they are free.
 *
 * @throws whatever ended a thread
 */
async function doAll<T, R>(
  tasks: readonly T[],
  here: (task: T) => R,
  there: (thread: Thread<Task, Answer>, task: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  let next = 0;
  const takeAll = async (perform: (task: T) => Promise<R>) => {
    while (next < tasks.length) {
      const own = next++;
      done[own] = await perform(tasks[own]!);
    }
  };
  const performHere = async (task: T) => {
    const result = here(task);
    // Lets the answers of the threads in.
    await new Promise((resolve) => setImmediate(resolve));
    return result;
  };
  const helped = threads.flatMap((thread) =>
    Array.from({ length: AT_ONCE }, () => takeAll((task) => there(thread, task))),
  );
  await Promise.all([...helped, takeAll(performHere)]);
  return done;
}

/** The beads that each search finds. */
export function searchAll(tasks: readonly SearchTask[]): Promise<Found[]> {
  return doAll(tasks, searchStretch, async (thread, search) => {
    const [found] = await thread.ask({ search });
    return restored(found as FlatFound);
  });
}

/** The weights of the beads of each task. */
export function weighAll(tasks: readonly CloseTask[]): Promise<Float64Array[]> {
  return doAll(tasks, weighBeads, async (thread, weigh) => {
    const [weights] = await thread.ask({ weigh });
    return weights as Float64Array;
  });
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
