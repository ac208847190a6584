/**
 * How V8, the engine under Node, runs the command. The setting can be changed while it runs, and holds for all threads that
 * start later; a library must not make it for those who use it.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs through before V8 thinks about optimising it, three times what is usual. Compiling
 * was a sixth of the work of 1,000 small pairs, for each worker compiles for itself: `node --trace-opt` counts 8 s instead of
 * 15. More takes longer for single pairs, 1.6 and 4 million for bible5k x 2.
 */
const BEFORE_OPTIMISING = 400_000;

/** Lets V8 optimise only what runs long; before the first thread is started. */
export function tuneEngine(): void {
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
}
