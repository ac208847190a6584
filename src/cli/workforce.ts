/** Who does the work of a command, and how it is shared out. */

import { availableParallelism } from 'node:os';
import { alone, type Crew, crewOf } from '../batch/crew.ts';
import { inOrder } from '../batch/ordered.ts';
import { chunksOf } from '../batch/sample.ts';
import type { Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import type { AlignedGroup, CountedGroups, WorkOptions } from '../batch/work.ts';
import { spareHelpers } from './engine.ts';
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
 * What a worker aligns before it asks for more, in bytes of the files: for each worker this part of what is left, so that it waits
 * seldom, and yet all end together (guided self-scheduling, Polychronopoulos and Kuck 1987). Each time it waits for this
 * thread, which waits for a core, and for its first files.
 */
const PART_OF_LEFT = 1 / 8;
/** But no less, some three small pairs … */
const LEAST_ALIGNED = 15_000;
/** … and no more: results wait in memory for their turn. */
const MOST_ALIGNED = 120_000;

/** This thread where there is little to do, workers where there is more, or where the user asks for them: no more than there are groups. */
export function crewFor(
  jobs: number | undefined,
  groups: readonly Group[],
  { bytes }: Survey,
  options: WorkOptions,
): Crew {
  const isLittle = bytes <= FEW_BYTES && (jobs ?? 1) === 1;
  if (isLittle) return alone(options);
  return workers(Math.max(1, Math.min(jobs ?? jobsByMachine(), groups.length)), options);
}

/** So many workers; where they fill all cores, nothing else is to run there. */
export function workers(jobs: number, options: WorkOptions): Crew {
  if (jobs >= availableParallelism()) spareHelpers();
  return crewOf(jobs, options);
}

/** What groups show of words, some 100 kB of them at a time, in their order. */
export async function* counted(
  groups: readonly Group[],
  survey: Survey,
  crew: Crew,
  stderr: Output,
): AsyncGenerator<CountedGroups> {
  const chunks = [...chunksOf(groups, survey, () => COUNTED)];
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
  const share = PART_OF_LEFT / crew.jobs;
  const chunks = chunksOf(groups, survey, (left) =>
    Math.max(LEAST_ALIGNED, Math.min(MOST_ALIGNED, left * share)),
  );
  for await (const results of inOrder(chunks, WINDOW * crew.jobs, (chunk) => crew.align(chunk, lexicon))) {
    yield* results;
  }
}
