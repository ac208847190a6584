import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built command: `npm run build` makes it. */
export const DUIQI = join(ROOT, 'dist', 'cli', 'main.js');

export interface Measurement {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** The most memory that the process held at one time. */
  readonly peakMiB: number;
}

/** Lets a process tell its peak memory on file descriptor 3 when it ends. */
const TELL_PEAK = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

/** Runs Node once in a fresh process. @throws Error when it fails */
export function measure(args: readonly string[]): Measurement {
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--import', TELL_PEAK, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (child.status !== 0) throw new Error(`node ${args.join(' ')} failed: ${child.stderr}`);
  return { seconds, peakMiB: Number(child.output[3]) / 1024 };
}

/** Measures each of several command lines `times` times, taking turns, so that a busy machine slows all alike. */
export function takingTurns(commands: readonly (readonly string[])[], times: number): Measurement[][] {
  const runs = Array.from({ length: times }, () => commands.map(measure));
  return commands.map((_, i) => runs.map((run) => run[i]!));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
