/** Those who do the work: this thread alone, or a pool of workers. What comes out is the same. */
import { Piscina } from 'piscina';
import { DuiqiError } from '../errors.ts';
import { programOf } from '../threads/program.ts';
import { type Failure, failureOf } from './failure.ts';
import type { PipeRecord } from './record.ts';
import type { Group } from './source.ts';
import {
  type AlignedGroup,
  type CountedGroups,
  failureIn,
  type Task,
  Work,
  type WorkOptions,
} from './work.ts';

/** The heap that a worker may fill, in MiB: what Node allows a process on a large machine. */
const LARGEST_HEAP = 4096;

/**
 * MiB for what a worker has just made: twice what Node allows. Most of what a pair needs is gone before this is full, and
 * what is gone need not be copied: collecting it took a quarter less.
 */
const YOUNG_HEAP = 96;

export interface Crew {
  /** How many do the work. */
  readonly jobs: number;
  /** Looks through the files of a run that has room for what is foreseen; to be done before any of them is cut. */
  lookThrough(files: readonly string[]): Promise<void>;
  /**
   * Aligns groups, by one worker.
   *
   * @param lexicon path of a learnt lexicon
   */
  align(groups: readonly Group[], lexicon: string | undefined): Promise<AlignedGroup[]>;
  count(groups: readonly Group[]): Promise<CountedGroups>;
  /** A line of JSON, or what is wrong. */
  record(record: PipeRecord, lexicon: string | undefined): Promise<string | Failure>;
  /** Lets the workers go, which may take half a second; once, however often it is asked for. */
  close(): Promise<void>;
}

/** This thread does the work: there is no waiting for workers, and a few stories are done before one has started. */
export function alone(options: WorkOptions): Crew {
  const work = new Work(options);
  return {
    jobs: 1,
    lookThrough: (files) => work.lookThrough(files),
    align: (groups, lexicon) => work.align(groups, lexicon),
    count: (groups) => work.count(groups),
    record: (record, lexicon) => work.record(record, lexicon),
    close: async () => undefined,
  };
}

/**
 * So many workers, each with dictionaries of its own: some 700 MiB. One that dies takes one group with it; the others of its
 * chunk are aligned again.
 *
 * @param heap the memory that a worker may fill, in MiB
 */
export function crewOf(jobs: number, options: WorkOptions, heap = LARGEST_HEAP): Crew {
  const pool = new Pool(jobs, options, heap);
  const death = (error: unknown) => whatEnded(error, heap);
  const align = async (groups: readonly Group[], lexicon: string | undefined): Promise<AlignedGroup[]> => {
    try {
      return await pool.run<AlignedGroup[]>({ kind: 'align', groups, lexicon });
    } catch (error) {
      const [group, ...more] = groups;
      if (more.length === 0)
        return [{ stories: [], failures: [failureIn(group!, death(error))], notices: [] }];
      // The one that ended the worker is to fail alone.
      const aligned: AlignedGroup[] = [];
      for (const one of groups) aligned.push(...(await align([one], lexicon)));
      return aligned;
    }
  };
  return {
    jobs,
    lookThrough: async (files) => {
      const shareOf = (worker: number) => files.filter((_, k) => k % jobs === worker);
      const tasks = Array.from({ length: jobs }, (_, worker) =>
        pool.run<void>({ kind: 'look', files: shareOf(worker) }),
      );
      // What has ended a worker here, aligning will tell.
      await Promise.allSettled(tasks);
    },
    align,
    count: (groups) =>
      pool.run<CountedGroups>({ kind: 'count', groups }).catch((error: unknown) => ({
        counts: undefined,
        pairs: 0,
        failures: [failureIn({ stories: groups.flatMap(({ stories }) => stories) }, death(error))],
      })),
    record: (record, lexicon) =>
      pool
        .run<string | Failure>({ kind: 'record', record, lexicon })
        .catch((error: unknown) => failureOf(death(error))),
    close: () => pool.close(),
  };
}

class Pool {
  readonly #pool: Piscina;
  /** Tasks that would wait for ever when no worker can start. */
  readonly #waiting = new Set<(error: unknown) => void>();
  #broken: unknown;
  #closed: Promise<void> | undefined;

  constructor(jobs: number, options: WorkOptions, heap: number) {
    const { file, execArgv } = programOf('./worker', import.meta.url);
    this.#pool = new Piscina({
      filename: file.href,
      ...(execArgv && { execArgv }),
      minThreads: jobs,
      maxThreads: jobs,
      // Reading a PDF waits for another process, which must be heard.
      atomics: 'disabled',
      recordTiming: false,
      // Else a task that finds no worker free goes behind all others, and the results after it wait for its turn.
      stricterFIFO: true,
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG_HEAP },
    });
    this.#pool.on('error', (error: unknown) => {
      this.#broken = error;
      for (const fail of this.#waiting) fail(error);
    });
  }

  run<R>(task: Task): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      if (this.#broken !== undefined) {
        reject(this.#broken);
        return;
      }
      this.#waiting.add(reject);
      const done = () => this.#waiting.delete(reject);
      this.#pool.run(task).finally(done).then(resolve, reject);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool.destroy();
    return this.#closed;
  }
}

/** What is to be told of a worker that is no more. */
function whatEnded(error: unknown, heap: number): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  const reason = `aligning it takes more memory than a worker has (${heap} MiB).`;
  return new DuiqiError('too-large', reason, {}, 'Cut it into several files.');
}
