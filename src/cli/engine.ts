/**
 * How V8, the engine under Node, runs the command. Both settings can be changed while it runs, and hold for all threads
 * that start later; a library must not make them for those who use it.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs through before V8 thinks about optimising it, three times what is usual. Compiling
 * was a quarter of the work of 1,000 small pairs, for each worker compiles for itself; half of that went into functions
 * that never earned it. 800,000 took no less.
 */
const BEFORE_OPTIMISING = 400_000;

/** Every pattern of quantities was compiled again after each collection of garbage, forty times in 1,000 pairs. */
const KEEP_PATTERNS = '--no-flush-bytecode';

/** Settings for much work of the same kind, before the first thread is started. */
export function tuneEngine(): void {
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
  setFlagsFromString(KEEP_PATTERNS);
}
