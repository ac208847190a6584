import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built command: `npm run build` makes it. */
export const DUIQI = join(ROOT, 'dist', 'cli', 'main.js');

export interface Measurement {
  /** From the start of the process to its end. */
  readonly seconds: number;
  /** What all its threads have worked, for the program and for the system. */
  readonly cpuSeconds: number;
  /** The most memory that the process held at one time. */
  readonly peakMiB: number;
}

/** Lets a process tell its CPU time and its peak memory on file descriptor 3 when it ends. */
const TELL_USAGE = `data:text/javascript,import{writeSync}from'node:fs';import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const u=process.resourceUsage();writeSync(3,[u.userCPUTime+u.systemCPUTime,u.maxRSS].join('/'))})`;

/** Runs Node once in a fresh process, held on a core where one is given (by taskset). @throws Error when it fails */
export function measure(args: readonly string[], core?: number): Measurement {
  const hold = core === undefined ? [] : ['taskset', '-c', String(core)];
  const [program, ...more] = [...hold, process.execPath, '--import', TELL_USAGE, ...args];
  const start = performance.now();
  const child = spawnSync(program!, more, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (child.status !== 0) throw new Error(`node ${args.join(' ')} failed: ${child.stderr}`);
  const [microseconds, kibibytes] = child.output[3]!.split('/').map(Number);
  return { seconds, cpuSeconds: microseconds! / 1e6, peakMiB: kibibytes! / 1024 };
}

/** Measures each of several command lines `times` times, taking turns, so that a busy machine slows all alike. */
export function takingTurns(commands: readonly (readonly string[])[], times: number): Measurement[][] {
  const runs = Array.from({ length: times }, () => commands.map((command) => measure(command)));
  return commands.map((_, i) => runs.map((run) => run[i]!));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of each figure by itself. */
export function medians(runs: readonly Measurement[]): Measurement {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: median(runs.map(({ peakMiB }) => peakMiB)),
  };
}

/** Wall time, CPU time and peak memory as cells of a table, beneath these heads. */
export const USAGE = ['wall s', 'CPU s', 'peak MiB'];

export function usageCells({ seconds, cpuSeconds, peakMiB }: Measurement): string[] {
  return [seconds.toFixed(2), cpuSeconds.toFixed(2), peakMiB.toFixed(0)];
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A Markdown table. */
export function sayTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);
  line(header);
  line(header.map(() => '---'));
  for (const cells of rows) line(cells);
  say('');
}

/** Says whether a figure keeps to its bar, and returns whether it does. */
export function atMost(what: string, figure: number, digits: number, most: number, unit = ''): boolean {
  return verdict(figure <= most, `${what}: ${figure.toFixed(digits)}${unit} (at most ${most}${unit})`);
}

export function atLeast(what: string, figure: number, digits: number, least: number, unit = ''): boolean {
  return verdict(figure >= least, `${what}: ${figure.toFixed(digits)}${unit} (at least ${least}${unit})`);
}

function verdict(isKept: boolean, line: string): boolean {
  say(`${isKept ? 'ok' : 'MISSED'}: ${line}`);
  return isKept;
}
