/** What runs in a thread that searches: each task is answered in turn. */
import { parentPort } from 'node:worker_threads';
import { flattened } from './flat-found.ts';
import { type SearchTask, searchStretch } from './search-task.ts';

parentPort!.on('message', (task: SearchTask) => {
  const found = flattened(searchStretch(task));
  const buffers = Object.values(found).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort!.postMessage(found, buffers);
});
