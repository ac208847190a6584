import { availableParallelism } from 'node:os';
import { DuiqiError } from '../errors.ts';

/** What a worker holds, in bytes: its dictionaries, and room for a document. */
const WORKER = 700 * 2 ** 20;
const MOST_JOBS = 1024;

export const JOBS_OPTION = {
  jobs: {
    type: 'string',
    defaultDescription: 'all cores',
    describe: 'So many workers at a time, 700 MiB each',
  },
} as const;

/** How many workers the user wants; undefined unless told. @throws DuiqiError `usage` */
export function jobsOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const jobs = Number(typed);
  if (/^\d{1,4}$/.test(typed) && jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  const reason = `--jobs ${typed}: not a number from 1 to ${MOST_JOBS}.`;
  throw new DuiqiError('usage', reason, {}, 'Write for example --jobs 4, or leave it out.');
}

/** As many as there are cores, and memory. */
export function jobsByMachine(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / WORKER)));
}
