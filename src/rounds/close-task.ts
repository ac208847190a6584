import { type CloseFeature, closeEvidenceIn, weighClosely } from '../evidence/close/close-features.ts';
import type { PairTables, Stretch, TaughtTables } from '../evidence/stretch.ts';
import type { Weights } from '../evidence/weights.ts';
import type { Bead } from '../model.ts';
import { beadsOf, numbersOf } from './flat-found.ts';

/** Beads to be weighed closely, as plain data: a thread may do it. */
export interface CloseTask {
  readonly pair: PairTables;
  readonly taught: TaughtTables;
  readonly weights: Weights<CloseFeature>;
  readonly stretch: Stretch;
  /** Four numbers for each bead, counted from the beginning of the stretch. */
  readonly beads: Int32Array;
}

/** So many beads make a task. */
const BEADS = 5000;

/** The tasks that weigh all beads of a pair, in an order in which every path rises; those of neighbours are found by their stretch. */
export function closeTasks(
  pair: PairTables,
  taught: TaughtTables,
  weights: Weights<CloseFeature>,
  beads: readonly Bead[],
): CloseTask[] {
  const tasks: CloseTask[] = [];
  for (let first = 0; first < beads.length; first += BEADS) {
    const own = beads.slice(first, first + BEADS);
    const stretch = stretchOf(own);
    const numbers = numbersOf(own);
    for (let n = 0; n < numbers.length; n++) numbers[n]! -= n % 4 < 2 ? stretch.zh.start : stretch.en.start;
    tasks.push({ pair, taught, weights, stretch, beads: numbers });
  }
  return tasks;
}

function stretchOf(beads: readonly Bead[]): Stretch {
  const over = (side: 'zh' | 'en') => ({
    start: beads.reduce((least, bead) => Math.min(least, bead[side].start), Infinity),
    end: beads.reduce((most, bead) => Math.max(most, bead[side].end), 0),
  });
  return { zh: over('zh'), en: over('en') };
}

/** The weight of each bead of a task. */
export function weighBeads({ pair, taught, weights, stretch, beads }: CloseTask): Float64Array {
  return Float64Array.from(beadsOf(beads), weighClosely(closeEvidenceIn(pair, taught, stretch), weights));
}
