/** What runs in a thread that helps: each task is answered in turn. */
import { parentPort } from 'node:worker_threads';
import { learnOneWay } from '../adapt/relearn.ts';
import { shareTables } from '../evidence/shared.ts';
import { weighBeads } from './close-task.ts';
import { flattened } from './flat-found.ts';
import type { Task } from './helpers.ts';
import { searchStretch } from './search-task.ts';

// What is learnt here goes back.
shareTables();

function perform(task: Task) {
  if ('search' in task) return flattened(searchStretch(task.search));
  return 'learn' in task ? learnOneWay(task.learn) : weighBeads(task.weigh);
}

parentPort!.on('message', (task: Task) => parentPort!.postMessage(perform(task)));
