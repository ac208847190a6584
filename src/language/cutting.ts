import { Thread } from '../threads/thread.ts';
import { type ChineseWord, chineseWords } from './chinese.ts';
import { blocksOf, type CutTexts, wordsOf } from './cut-texts.ts';
import { addon, loadFor } from './tagger.ts';

/** MiB; what is cut is sent off at once, so the heap of the thread need not grow. */
const YOUNG_HEAP = 8;

let thread: Thread<readonly string[], CutTexts> | undefined;

/**
 * Starts a thread for `chineseWordsOf`, once a process: this one can do other things while Chinese is cut.
 *
 * @throws DuiqiError `missing-file` where nodejieba has not been built; it would not come out of the thread whole
 */
export function startCutting(): void {
  addon();
  thread ??= new Thread('./cutting-thread', import.meta.url, 'cuts Chinese', YOUNG_HEAP);
}

/**
 * The words of each of several Simplified keys, as `chineseWords` gives them, made as they are asked for. The thread
 * cuts the keys where it has been started, beginning at once; without it this one does. What a process will cut is best
 * given in one call: nodejieba is loaded for the keys of the first.
 *
 * @throws whatever ended the thread
 */
export async function chineseWordsOf(keys: readonly string[]): Promise<Iterable<ChineseWord[]>> {
  if (!thread) return cutHere(keys);
  const blocks = [...blocksOf(keys)];
  return cutThere(blocks, await thread.ask(keys, blocks.length));
}

function* cutHere(keys: readonly string[]): Generator<ChineseWord[]> {
  loadFor(keys);
  for (const key of keys) yield chineseWords(key);
}

function* cutThere(
  blocks: readonly (readonly string[])[],
  cuts: readonly CutTexts[],
): Generator<ChineseWord[]> {
  for (const [k, block] of blocks.entries()) yield* wordsOf(block, cuts[k]!);
}
