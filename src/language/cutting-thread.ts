/** What runs in the thread that cuts Chinese: the keys of one message are answered in blocks, in order. */
import { parentPort } from 'node:worker_threads';
import { blocksOf, cutTexts } from './cut-texts.ts';
import { loadFor, prepareLoading } from './tagger.ts';

parentPort!.on('message', (keys: readonly string[]) => {
  loadFor(keys);
  for (const block of blocksOf(keys)) {
    const cut = cutTexts(block);
    const { counts, starts, ends, tags } = cut;
    const buffers = [counts, starts, ends, tags].map(({ buffer }) => buffer as ArrayBuffer);
    parentPort!.postMessage(cut, buffers);
  }
});
prepareLoading();
