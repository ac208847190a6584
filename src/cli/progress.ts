import type { Output } from './streams.ts';

/** Milliseconds of work before anything is shown, and between two updates. */
const PATIENCE = 1000;
const PAUSE = 100;

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
