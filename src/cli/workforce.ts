/** Who does the work of a command, and how it is shared out. */
import { alone, type Crew, crewOf } from '../batch/crew.ts';
import { inOrder } from '../batch/ordered.ts';
import { chunksOf } from '../batch/sample.ts';
import type { Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import type { AlignedGroup, CountedGroups, WorkOptions } from '../batch/work.ts';
import { jobsByMachine } from './jobs.ts';
import { longProgressOn } from './progress.ts';
import type { Output } from './streams.ts';

/** Files of fewer bytes are aligned before workers have started. */
const FEW_BYTES = 300_000;
/** Chunks in work or waiting for their turn, for each worker. */
const WINDOW = 4;
/** What is counted together, in bytes of the files: more costs memory, less leaves little to learn from. */
const COUNTED = 100_000;
/**
 * What a worker aligns before it asks for more: some five small pairs. Between two questions it waits for this thread, which
 * waits for a core: a twentieth of the time of 1,000 small pairs when each was asked for by itself.
 */
const ALIGNED = 30_000;

/** This thread where there is little to do, workers where there is more, or where the user asks for them. */
export function crewFor(jobs: number | undefined, bytes: number, options: WorkOptions): Crew {
  const isLittle = bytes <= FEW_BYTES && (jobs ?? 1) === 1;
  return isLittle ? alone(options) : crewOf(jobs ?? jobsByMachine(), options);
}

/** What groups show of words, some 100 kB of them at a time, in their order. */
export async function* counted(
  groups: readonly Group[],
  survey: Survey,
  crew: Crew,
  stderr: Output,
): AsyncGenerator<CountedGroups> {
  const chunks = [...chunksOf(groups, survey, COUNTED)];
  const progress = longProgressOn(stderr);
  let done = 0;
  try {
    for await (const result of inOrder(chunks, WINDOW * crew.jobs, (chunk) => crew.count(chunk))) {
      progress.clear();
      yield result;
      done++;
      progress.report(done, chunks.length, 'learning');
    }
  } finally {
    progress.clear();
  }
}

/** Groups as they are aligned by one lexicon, in their order. */
export async function* aligned(
  groups: readonly Group[],
  survey: Survey,
  crew: Crew,
  lexicon: string | undefined,
): AsyncGenerator<AlignedGroup> {
  const chunks = chunksOf(groups, survey, ALIGNED);
  for await (const results of inOrder(chunks, WINDOW * crew.jobs, (chunk) => crew.align(chunk, lexicon))) {
    yield* results;
  }
}
