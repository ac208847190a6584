/** Who does the work of a command, and how it is shared out. */
import { alone, type Crew, crewOf } from '../batch/crew.ts';
import { inOrder } from '../batch/ordered.ts';
import { chunksOf } from '../batch/sample.ts';
import type { Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import type { CountedGroups, WorkOptions } from '../batch/work.ts';
import { jobsByMachine } from './jobs.ts';
import { longProgressOn } from './progress.ts';
import type { Output } from './streams.ts';

/** Files of fewer bytes are aligned before workers have started. */
const FEW_BYTES = 300_000;
/** Groups in work or waiting for their turn, for each worker. */
export const WINDOW = 4;

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
  const chunks = [...chunksOf(groups, survey)];
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
