/** What runs in each thread of the pool. */
import { workerData } from 'node:worker_threads';
import { type Task, Work, type WorkOptions } from './work.ts';

const work = new Work(workerData as WorkOptions);

/** What the first task will need, while there is none: what is wrong with it, the task will tell. */
Promise.all([import('../learn.ts'), import('../align.ts'), import('../read/document.ts')]).catch(
  () => undefined,
);

export default async function perform(task: Task) {
  if (task.kind === 'look') return work.lookThrough(task.files);
  if (task.kind === 'align') return work.align(task.groups, task.lexicon);
  if (task.kind === 'count') return work.count(task.groups);
  return work.record(task.record, task.lexicon);
}
