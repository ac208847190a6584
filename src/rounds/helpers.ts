import type { BothTasks } from '../adapt/adapt.ts';
import { type LearningTask, type Learnt, learnOneWay } from '../adapt/relearn.ts';
import { shareTables } from '../evidence/shared.ts';
import type { Found } from '../search/search.ts';
import { Thread } from '../threads/thread.ts';
import { type CloseTask, weighBeads } from './close-task.ts';
import { type FlatFound, restored } from './flat-found.ts';
import { type SearchTask, searchStretch } from './search-task.ts';

/** What a thread may do. */
export type Task =
  | { readonly search: SearchTask }
  | { readonly learn: LearningTask }
  | { readonly weigh: CloseTask };
export type Answer = FlatFound | Learnt | Float64Array;

/** Tasks that threads share out among themselves: each takes the next one when it is free. */
export interface Tasks {
  readonly tasks: readonly Task[];
  /** How many have been taken, in memory that the threads share; see `takeNext`. */
  readonly taken: Int32Array;
}

/** What one thread has done of them: the number of each task that it has taken, and what came of it. */
export type Share = readonly (readonly [number: number, answer: Answer])[];

const threads: Thread<Tasks, Share>[] = [];
/** MiB; what helpers make anew are tables, which do not stand in their heap. 8 takes 30 MiB less than what is usual, and no more time. */
const YOUNG_HEAP = 8;

/** Starts so many threads, but for those that there are, which help this one with long pairs as long as the process lives. */
export function startHelpers(count: number): void {
  if (count > 0) shareTables();
  while (threads.length < count) {
    threads.push(new Thread('./helper-thread', import.meta.url, 'searches for beads', YOUNG_HEAP));
  }
}

/** The number of the next task that nobody has taken, or that behind the last. */
export function takeNext(taken: Int32Array): number {
  return Atomics.add(taken, 0, 1);
}

/**
 * What all tasks come to, in their order. This thread and the helpers each take the next one when they are free.
 *
 * @throws whatever ended a thread
 */
async function doAll<T extends Task, R>(
  tasks: readonly T[],
  here: (task: T) => R,
  there: (answer: Answer) => R,
): Promise<R[]> {
  const done: R[] = [];
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const takeAll = async () => {
    for (let k = takeNext(taken); k < tasks.length; k = takeNext(taken)) {
      done[k] = here(tasks[k]!);
      // Lets in what the threads have to say.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const isShared = tasks.length > 1;
  const shares = isShared ? threads.map((thread) => thread.ask({ tasks, taken })) : [];
  const [answers] = await Promise.all([Promise.all(shares), takeAll()]);
  for (const [k, answer] of answers.flat(2)) done[k] = there(answer);
  return done;
}

/** The beads that each search finds. */
export function searchAll(tasks: readonly SearchTask[]): Promise<Found[]> {
  const asked = tasks.map((search) => ({ search }));
  return doAll(
    asked,
    ({ search }) => searchStretch(search),
    (answer) => restored(answer as FlatFound),
  );
}

/** The weights of the beads of each task. */
export function weighAll(tasks: readonly CloseTask[]): Promise<Float64Array[]> {
  const asked = tasks.map((weigh) => ({ weigh }));
  return doAll(
    asked,
    ({ weigh }) => weighBeads(weigh),
    (answer) => answer as Float64Array,
  );
}

/** What is learnt in both directions: one by a helper, where there is one, and the other here. */
export async function learnBoth(both: BothTasks): Promise<readonly [zhToEn: Learnt, enToZh: Learnt]> {
  const asked = both.map((learn) => ({ learn }));
  const learnt = await doAll(
    asked,
    ({ learn }) => learnOneWay(learn),
    (answer) => answer as Learnt,
  );
  return [learnt[0]!, learnt[1]!];
}
