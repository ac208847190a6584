/** What runs in a thread that helps: each task is answered in turn. */
import { parentPort } from 'node:worker_threads';
import { learnOneWay } from '../adapt/relearn.ts';
import { flattened } from './flat-found.ts';
import type { Task } from './helpers.ts';
import { searchStretch } from './search-task.ts';

parentPort!.on('message', (task: Task) => {
  parentPort!.postMessage('search' in task ? flattened(searchStretch(task.search)) : learnOneWay(task.learn));
});
