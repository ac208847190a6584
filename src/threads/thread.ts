import { Worker } from 'node:worker_threads';
import { programOf } from './program.ts';

/** A question that waits for so many answers, and those that have come. */
interface Order<Answer> {
  readonly count: number;
  readonly answers: Answer[];
  resolve(answers: readonly Answer[]): void;
  reject(error: unknown): void;
}

/**
 * A thread whose program answers questions in the order in which they were asked, each by as many messages as both sides know
 * of. It lives as long as the process, but does not keep it alive.
 */
export class Thread<Question, Answer> {
  readonly #worker: Worker;
  /** In the order in which they were asked. */
  readonly #orders: Order<Answer>[] = [];
  readonly #task: string;
  #failure: { readonly error: unknown } | undefined;

  /**
   * @param task what the thread does, as an error would tell it
   * @param youngHeap MiB of its heap for what is new; small where answers are sent off at once
   */
  constructor(module: string, from: string, task: string, youngHeap?: number) {
    const { file, execArgv } = programOf(module, from);
    this.#task = task;
    this.#worker = new Worker(file, {
      ...(execArgv && { execArgv }),
      ...(youngHeap && { resourceLimits: { maxYoungGenerationSizeMb: youngHeap } }),
    });
    this.#worker.on('message', (answer: Answer) => this.#receive(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`the thread that ${this.#task} has ended (${code}).`)),
    );
    this.#worker.unref();
  }

  /** @throws whatever ended the thread */
  async ask(question: Question, count = 1): Promise<readonly Answer[]> {
    if (this.#failure) throw this.#failure.error;
    if (count === 0) return [];
    this.#worker.ref();
    try {
      return await new Promise<readonly Answer[]>((resolve, reject) => {
        this.#orders.push({ count, answers: [], resolve, reject });
        this.#worker.postMessage(question);
      });
    } finally {
      if (this.#orders.length === 0) this.#worker.unref();
    }
  }

  #receive(answer: Answer): void {
    const [order] = this.#orders;
    if (!order || order.answers.push(answer) < order.count) return;
    this.#orders.shift();
    order.resolve(order.answers);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    for (const { reject } of this.#orders.splice(0)) reject(error);
  }
}
