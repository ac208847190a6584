import type { Output } from './streams.ts';

/** Milliseconds of work before anything is shown on a terminal, and between two updates. */
const PATIENCE = 1000;
const PAUSE = 100;
/** The same where there is no terminal: a line each, in a file that somebody may keep. */
const LONG_PAUSE = 30_000;

/** Takes what `AlignOptions.onProgress` reports, and `clear` at the end. */
export interface Progress {
  readonly report: (done: number, total: number, stage: string) => void;
  readonly clear: () => void;
}

/** One line that is written over and over, on a terminal only, when the work takes more than a second. */
export function progressOn(output: Output, now: () => number = () => performance.now()): Progress {
  const start = now();
  let last = start + PATIENCE - PAUSE;
  let shown = false;
  const report = (done: number, total: number, stage: string) => {
    if (!output.isTTY || now() - last < PAUSE) return;
    last = now();
    shown = true;
    output.write(`\r\u001b[K${stage} ${done}/${total}`);
  };
  const clear = () => {
    if (shown) output.write('\r\u001b[K');
  };
  return { report, clear };
}

/**
 * For work of hours: how many are done, how many a second, and what time is left. On a terminal one line that is written
 * over, elsewhere a line every half minute, none in the first. The time before the first is done does not count: workers
 * start in it.
 */
export function longProgressOn(output: Output, now: () => number = () => performance.now()): Progress {
  const start = now();
  let first: { readonly done: number; readonly time: number } | undefined;
  let last = output.isTTY ? start + PATIENCE - PAUSE : start;
  let shown = false;
  const report = (done: number, total: number, stage: string) => {
    first ??= { done, time: now() };
    if (now() - last < (output.isTTY ? PAUSE : LONG_PAUSE)) return;
    last = now();
    const line = `${stage} ${done}/${total}${paceOf(done - first.done, total - done, (now() - first.time) / 1000)}`;
    shown = output.isTTY ?? false;
    output.write(output.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  const clear = () => {
    if (shown) output.write('\r\u001b[K');
    shown = false;
  };
  return { report, clear };
}

/** `, 2.5 a second, 12 min left`; nothing as long as nothing is done. */
function paceOf(done: number, left: number, seconds: number): string {
  if (done <= 0 || seconds <= 0) return '';
  const rate = done / seconds;
  const pace = rate >= 1 ? `${rate.toFixed(1)} a second` : `${(60 * rate).toFixed(1)} a minute`;
  return `, ${pace}, ${duration(left / rate)} left`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
