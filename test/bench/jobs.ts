/** How much faster two cores align many small pairs than one. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  atLeast,
  DUIQI,
  type Measurement,
  measure,
  median,
  medians,
  say,
  sayTable,
  USAGE,
  usageCells,
} from './measure.ts';
import { writeSmallPairs } from './small-pairs.ts';

const LEAST_SPEEDUP = 1.7;
const CORES = [0, 1];

/** All that is measured in one turn. */
interface Turn {
  /** A process that is held on each core. */
  readonly onOneCore: readonly Measurement[];
  /** One worker, whose V8 may use the other core too. */
  readonly oneJob: Measurement;
  readonly twoJobs: Measurement;
  /** Seconds of two processes at the same time, each with half of the pairs on a core of its own. */
  readonly halves: number;
}

/**
 * By the clock: pairs aligned on one core, and on two. Beside it what two processes that share nothing make of two cores of
 * this machine, and what one worker does whose V8 may use both.
 */
export async function measureJobs(count: number, times: number, folder: string): Promise<boolean> {
  const alignment = alignmentOfSmallPairs(count, folder);
  if (!CORES.every(canHold)) {
    say(`taskset can't hold a process on each of cores ${CORES.join(' and ')}: small pairs are left out.\n`);
    return true;
  }
  const turns: Turn[] = [];
  while (turns.length < times) turns.push(await takeTurn(alignment));
  const oneCore = medians(turns.map(({ onOneCore }) => mean(onOneCore)));
  const oneJob = medians(turns.map((turn) => turn.oneJob));
  const twoJobs = medians(turns.map((turn) => turn.twoJobs));
  const halves = median(turns.map((turn) => turn.halves));
  sayTable(
    [`${count} small pairs`, ...USAGE],
    [
      ['on one core, --jobs 1 (mean of both cores)', ...usageCells(oneCore)],
      ['on two cores, --jobs 2', ...usageCells(twoJobs)],
      ['on two cores, --jobs 1', ...usageCells(oneJob)],
      ['two processes, half of the pairs on each core', halves.toFixed(2), '', ''],
    ],
  );
  const speedups = turns.map((turn) => mean(turn.onOneCore).seconds / turn.twoJobs.seconds);
  say(
    `Two cores against one, turn by turn: ${speedups.map((one) => one.toFixed(2)).join(', ')}. ` +
      `Two processes that share nothing are ${(oneCore.seconds / halves).toFixed(2)} times as fast as one core; --jobs 2 is ` +
      `${(oneJob.seconds / twoJobs.seconds).toFixed(2)} times as fast as --jobs 1, which uses both cores as well.\n`,
  );
  const speedup = oneCore.seconds / twoJobs.seconds;
  return atLeast(`${count} small pairs: two cores against one`, speedup, 2, LEAST_SPEEDUP, ' times');
}

function canHold(core: number): boolean {
  return spawnSync('taskset', ['-c', String(core), process.execPath, '--version']).status === 0;
}

/** The command line that aligns them, given what is behind it. */
function alignmentOfSmallPairs(
  count: number,
  folder: string,
): (name: string, more: readonly string[]) => string[] {
  const { zh, en } = writeSmallPairs(count, folder);
  return (name, more) => [DUIQI, 'align', zh, en, '-o', join(folder, `${name}.jsonl`), ...more];
}

async function takeTurn(alignment: (name: string, more: readonly string[]) => string[]): Promise<Turn> {
  const oneJob = alignment('one', ['--jobs', '1']);
  // Two cores between the one and the other: a machine that becomes faster or slower favours neither.
  const onFirst = measure(oneJob, CORES[0]);
  const twoJobs = measure(alignment('two', ['--jobs', '2']));
  return {
    onOneCore: [onFirst, measure(oneJob, CORES[1])],
    twoJobs,
    oneJob: measure(oneJob),
    halves: await secondsTogether(
      CORES.map((core) =>
        alignment(`half${core}`, ['--jobs', '1', '--shard', `${core + 1}/${CORES.length}`]),
      ),
    ),
  };
}

/** How long processes take that run at the same time, each on a core of its own. @throws Error when one fails */
async function secondsTogether(commands: readonly (readonly string[])[]): Promise<number> {
  const start = performance.now();
  const children = commands.map((args, k) =>
    spawn('taskset', ['-c', String(CORES[k]), process.execPath, ...args], { stdio: 'ignore' }),
  );
  const ends = await Promise.all(children.map((child) => once(child, 'exit')));
  if (ends.some(([code]) => code !== 0)) throw new Error(`node ${commands[0]!.join(' ')} failed.`);
  return (performance.now() - start) / 1000;
}

function mean(some: readonly Measurement[]): Measurement {
  const of = (key: keyof Measurement) => some.reduce((sum, one) => sum + one[key], 0) / some.length;
  return { seconds: of('seconds'), cpuSeconds: of('cpuSeconds'), peakMiB: of('peakMiB') };
}
