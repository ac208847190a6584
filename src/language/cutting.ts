import { Worker } from 'node:worker_threads';
import { type ChineseWord, chineseWords } from './chinese.ts';
import { blocksOf, type CutTexts, wordsOf } from './cut-texts.ts';
import { programOf } from './program.ts';
import { loadFor } from './tagger.ts';

/** MiB; what is cut is sent off at once, so the heap of the thread need not grow. */
const YOUNG_HEAP = 8;

/** What was asked of the thread: blocks of keys, and as many as have come back of what they were cut into. */
interface Order {
  readonly blocks: number;
  readonly cuts: CutTexts[];
  resolve(cuts: readonly CutTexts[]): void;
  reject(error: unknown): void;
}

/**
 * A thread with nodejieba. It lives as long as the process, for nodejieba does not give its memory back; it does not
 * keep the process alive.
 */
class CuttingThread {
  readonly #worker: Worker;
  /** In the order in which they were sent. */
  readonly #orders: Order[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor() {
    const { file, execArgv } = programOf('./cutting-thread', import.meta.url);
    this.#worker = new Worker(file, {
      ...(execArgv && { execArgv }),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
    });
    this.#worker.on('message', (cut: CutTexts) => this.#receive(cut));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`the thread that cuts Chinese has ended (${code}).`)),
    );
    this.#worker.unref();
  }

  /** What each block of the keys is cut into. */
  async cut(keys: readonly string[], blocks: number): Promise<readonly CutTexts[]> {
    if (this.#failure) throw this.#failure.error;
    if (blocks === 0) return [];
    this.#worker.ref();
    try {
      return await new Promise<readonly CutTexts[]>((resolve, reject) => {
        this.#orders.push({ blocks, cuts: [], resolve, reject });
        this.#worker.postMessage(keys);
      });
    } finally {
      if (this.#orders.length === 0) this.#worker.unref();
    }
  }

  #receive(cut: CutTexts): void {
    const [order] = this.#orders;
    if (!order || order.cuts.push(cut) < order.blocks) return;
    this.#orders.shift();
    order.resolve(order.cuts);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#orders.splice(0)) reject(error);
  }
}

let thread: CuttingThread | undefined;

/** Starts a thread for `chineseWordsOf`, once a process: this one can do other things while Chinese is cut. */
export function startCutting(): void {
  thread ??= new CuttingThread();
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
  return cutThere(blocks, await thread.cut(keys, blocks.length));
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
