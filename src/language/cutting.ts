import { Worker } from 'node:worker_threads';
import { type ChineseWord, chineseWords } from './chinese.ts';
import { type CutTexts, wordsOf } from './cut-texts.ts';
import { programOf } from './program.ts';

/** So many keys go to the thread at once, for it to hold no more. */
const BLOCK = 1000;
/** MiB; what is cut is sent off at once, so the heap of the thread need not grow. */
const YOUNG_HEAP = 8;

interface Waiting {
  resolve(cut: CutTexts): void;
  reject(error: unknown): void;
}

/**
 * A thread with nodejieba. It lives as long as the process, for nodejieba does not give its memory back; it does not
 * keep the process alive.
 */
class CuttingThread {
  readonly #worker: Worker;
  /** In the order of what was sent. */
  readonly #waiting: Waiting[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor() {
    const { file, execArgv } = programOf('./cutting-thread', import.meta.url);
    this.#worker = new Worker(file, {
      ...(execArgv && { execArgv }),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP },
    });
    this.#worker.on('message', (cut: CutTexts) => this.#waiting.shift()?.resolve(cut));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`the thread that cuts Chinese has ended (${code}).`)),
    );
    this.#worker.unref();
  }

  async cut(keys: readonly string[]): Promise<CutTexts> {
    if (this.#failure) throw this.#failure.error;
    this.#worker.ref();
    try {
      return await new Promise<CutTexts>((resolve, reject) => {
        this.#waiting.push({ resolve, reject });
        this.#worker.postMessage(keys);
      });
    } finally {
      if (this.#waiting.length === 0) this.#worker.unref();
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

let thread: CuttingThread | undefined;

/**
 * Loads nodejieba in a thread of its own, for `chineseWordsOf`: seconds in which this thread can do other things. Once
 * a process, when it is known that Chinese will be cut; a process that ends sooner waits until it is loaded.
 */
export function startCutting(): void {
  thread ??= new CuttingThread();
}

/**
 * The words of each of several Simplified keys, as `chineseWords` gives them, made as they are asked for. The thread
 * cuts the keys where it has been started, beginning at once; without it this one does.
 *
 * @throws whatever ended the thread
 */
export async function chineseWordsOf(keys: readonly string[]): Promise<Iterable<ChineseWord[]>> {
  if (!thread) return cutHere(keys);
  const cuts: Promise<CutTexts>[] = [];
  for (let from = 0; from < keys.length; from += BLOCK) cuts.push(thread.cut(keys.slice(from, from + BLOCK)));
  return cutThere(keys, await Promise.all(cuts));
}

function* cutHere(keys: readonly string[]): Generator<ChineseWord[]> {
  for (const key of keys) yield chineseWords(key);
}

function* cutThere(keys: readonly string[], cuts: readonly CutTexts[]): Generator<ChineseWord[]> {
  for (const [k, cut] of cuts.entries()) yield* wordsOf(keys.slice(k * BLOCK, (k + 1) * BLOCK), cut);
}
