/** What runs in a thread that helps: it takes its share of the tasks of each message, and answers with what came of it. */
import { parentPort } from 'node:worker_threads';
import { learnOneWay } from '../adapt/relearn.ts';
import { shareTables } from '../evidence/shared.ts';
import { weighBeads } from './close-task.ts';
import { flattened } from './flat-found.ts';
import { type Answer, type Share, type Task, type Tasks, takeNext } from './helpers.ts';
import { searchStretch } from './search-task.ts';

// What is learnt here goes back.
shareTables();

function perform(task: Task): Answer {
  if ('search' in task) return flattened(searchStretch(task.search));
  return 'learn' in task ? learnOneWay(task.learn) : weighBeads(task.weigh);
}

function shareOf({ tasks, taken }: Tasks): Share {
  const share: [number, Answer][] = [];
  for (let k = takeNext(taken); k < tasks.length; k = takeNext(taken)) share.push([k, perform(tasks[k]!)]);
  return share;
}

parentPort!.on('message', (tasks: Tasks) => parentPort!.postMessage(shareOf(tasks)));
