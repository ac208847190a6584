/**
 * How V8, the engine under Node, runs the command. The setting can be changed while it runs, and holds for all threads that
 * start later; a library must not make it for those who use it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Bytes of bytecode that a function runs through before V8 thinks about optimising it, six times what is usual. Each worker compiles for
 * itself: for 1,000 small pairs it was a sixth of the work. By `--jobs 2`, in turns: 300,000 takes as long as 400,000, 600,000 2 % and
 * 800,000 5 to 8 % less, 1,200,000 no less than that; for bible5k and twice as much 800,000 is within the noise, 1.6 and 4 million
 * are slower.
 */
const BEFORE_OPTIMISING = 800_000;

/** What V8 does on threads of its own; `parallel-marking` can't be left out while the process runs. */
const HELPERS = ['concurrent-marking', 'parallel-scavenge', 'concurrent-recompilation', 'concurrent-osr'];

/** Whether this process is the command's own: in another one, threads may be in the midst of what is changed here. */
let isOurs = false;

/**
 * Lets V8 optimise only what runs long, and compile regular expressions once: it would interpret each at first, and compile it anew when
 * it is used again, as nearly all are. One small pair takes some .07 s of 1.5 less for the latter (in turns, medians of twelve). To be called
 * before the first thread is started.
 */
export function tuneEngine(): void {
  isOurs = true;
  setFlagsFromString(`--interrupt-budget=${BEFORE_OPTIMISING}`);
  setFlagsFromString('--no-regexp-tier-up');
}

/**
 * Has each thread collect its garbage and optimise its code by itself: where workers fill all cores, V8's helpers only take turns with
 * them. 250 small pairs by two workers took 5 to 8 % less, by one
 * worker on one core 4 % less (in turns, the faster quarter of eight). To be called before the workers are started.
 */
export function spareHelpers(): void {
  if (!isOurs) return;
  finishCollecting();
  for (const helper of HELPERS) setFlagsFromString(`--no-${helper}`);
}

/** While objects are marked, marking must not change: a whole collection ends it. */
function finishCollecting(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
}
