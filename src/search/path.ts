import type { Bead } from '../model.ts';
import { type Cells, OMISSION, TWO_SIDED } from './cells.ts';

/**
 * The beads of greatest total weight from the beginning of both parts to their ends, by dynamic programming
 * (Gale and Church 1993, with more shapes and two states). `continuation` is added to the weight of an omission
 * that follows another one: runs of omissions are one event. Time: cells × shapes. A band that no path crosses
 * gives an empty list, as do two empty parts.
 */
export function bestPath(cells: Cells, continuation: number): Bead[] {
  const size = 2 * cells.count;
  const best = new Float64Array(size).fill(-Infinity);
  const steps = { best, shapes: new Uint8Array(size), cameFrom: new Uint8Array(size) };
  best[TWO_SIDED] = 0;
  for (let i = 0; i < cells.band.low.length; i++) stepInto(i, cells, continuation, steps);
  return trace(cells, steps);
}

/** For each cell and state the weight of the best path to it, and by which bead out of which state it came. */
interface Steps {
  readonly best: Float64Array;
  readonly shapes: Uint8Array;
  readonly cameFrom: Uint8Array;
}

/**
 * The steps into row `i`. A function of its own, as are the rows of posterior.ts: V8 would compile one with all loops anew for
 * each piece of a text, for what follows a loop has not run yet when the loop is compiled.
 */
function stepInto(i: number, cells: Cells, continuation: number, { best, shapes, cameFrom }: Steps): void {
  const { band, bases, weights, zhCounts, enCounts, isOmission } = cells;
  const count = cells.shapes.length;
  const high = band.high[i]!;
  for (let j = band.low[i]!; j <= high; j++) {
    const cell = bases[i]! + j;
    for (let k = 0; k < count; k++) {
      const weight = weights[cell * count + k]!;
      if (weight === -Infinity) continue;
      const from = 2 * (bases[i - zhCounts[k]!]! + j - enCounts[k]!);
      const state = isOmission[k]!;
      const plain = best[from + TWO_SIDED]! + weight;
      const after = best[from + OMISSION]! + weight + (isOmission[k] ? continuation : 0);
      const value = Math.max(plain, after);
      if (value > best[2 * cell + state]!) {
        best[2 * cell + state] = value;
        shapes[2 * cell + state] = k;
        cameFrom[2 * cell + state] = after > plain ? OMISSION : TWO_SIDED;
      }
    }
  }
}

function trace(cells: Cells, { best, shapes, cameFrom }: Steps): Bead[] {
  const beads: Bead[] = [];
  let i = cells.band.low.length - 1;
  let j = cells.band.high[i]!;
  const end = 2 * cells.at(i, j);
  let state = best[end + OMISSION]! > best[end + TWO_SIDED]! ? OMISSION : TWO_SIDED;
  if (best[end + state] === -Infinity) return [];
  while (i > 0 || j > 0) {
    const at = 2 * cells.at(i, j) + state;
    const [a, b] = cells.shapes[shapes[at]!]!;
    beads.push({ zh: { start: i - a, end: i }, en: { start: j - b, end: j } });
    state = cameFrom[at]!;
    i -= a;
    j -= b;
  }
  return beads.reverse();
}
