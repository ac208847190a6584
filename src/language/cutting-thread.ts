/** What runs in the thread that cuts Chinese: nodejieba is loaded at once, then each block of keys is answered in turn. */
import { parentPort } from 'node:worker_threads';
import { cutTexts } from './cut-texts.ts';

cutTexts(['']);
parentPort!.on('message', (keys: readonly string[]) => {
  const cut = cutTexts(keys);
  const { counts, starts, ends, tags } = cut;
  const buffers = [counts, starts, ends, tags].map(({ buffer }) => buffer as ArrayBuffer);
  parentPort!.postMessage(cut, buffers);
});
