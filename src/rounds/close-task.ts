import { type CloseFeature, closeEvidenceIn, weighClosely } from '../evidence/close/close-features.ts';
import type { PairTables, Stretch, TaughtTables } from '../evidence/stretch.ts';
import type { Weights } from '../evidence/weights.ts';
import {
  beadAt,
  beadCount,
  enEnd,
  enStart,
  type FlatBeads,
  shiftedBy,
  someOf,
  zhEnd,
  zhStart,
} from '../search/flat-beads.ts';

/** Beads to be weighed closely, as plain data: a thread may do it. */
export interface CloseTask {
  readonly pair: PairTables;
  readonly taught: TaughtTables;
  readonly weights: Weights<CloseFeature>;
  readonly stretch: Stretch;
  /** Counted from the beginning of the stretch. */
  readonly beads: FlatBeads;
}

/** So many beads make a task. */
const BEADS = 5000;

/** The tasks that weigh all beads of a pair, in an order in which every path rises; those of neighbours are found by their stretch. */
export function closeTasks(
  pair: PairTables,
  taught: TaughtTables,
  weights: Weights<CloseFeature>,
  beads: FlatBeads,
): CloseTask[] {
  const tasks: CloseTask[] = [];
  const count = beadCount(beads);
  for (let first = 0; first < count; first += BEADS) {
    const own = someOf(beads, first, Math.min(first + BEADS, count));
    const stretch = stretchOf(own);
    const counted = shiftedBy(own, -stretch.zh.start, -stretch.en.start);
    tasks.push({ pair, taught, weights, stretch, beads: counted });
  }
  return tasks;
}

function stretchOf(beads: FlatBeads): Stretch {
  const [zh, en] = [
    { start: Infinity, end: 0 },
    { start: Infinity, end: 0 },
  ];
  for (let k = 0; k < beadCount(beads); k++) {
    zh.start = Math.min(zh.start, zhStart(beads, k));
    zh.end = Math.max(zh.end, zhEnd(beads, k));
    en.start = Math.min(en.start, enStart(beads, k));
    en.end = Math.max(en.end, enEnd(beads, k));
  }
  return { zh, en };
}

/** The weight of each bead of a task. */
export function weighBeads({ pair, taught, weights, stretch, beads }: CloseTask): Float64Array {
  const weigh = weighClosely(closeEvidenceIn(pair, taught, stretch), weights);
  const weighed = new Float64Array(beadCount(beads));
  for (let k = 0; k < weighed.length; k++) weighed[k] = weigh(beadAt(beads, k));
  return weighed;
}
