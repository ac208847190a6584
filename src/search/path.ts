import type { Bead } from '../model.ts';
import { type Cells, OMISSION, TWO_SIDED } from './cells.ts';

/**
 * The beads of greatest total weight from the beginning of both parts to their ends, by dynamic programming
 * (Gale and Church 1993, with more shapes and two states). `continuation` is added to the weight of an omission
 * that follows another one: runs of omissions are one event. Time: cells × shapes. A band that no path crosses
 * gives an empty list, as do two empty parts.
 */
export function bestPath(cells: Cells, continuation: number): Bead[] {
  const best = new Float64Array(2 * cells.count).fill(-Infinity);
  const shapes = new Uint8Array(2 * cells.count);
  const cameFrom = new Uint8Array(2 * cells.count);
  const { low, high } = cells.band;
  const { bases, weights, zhCounts, enCounts, isOmission } = cells;
  const count = cells.shapes.length;
  best[TWO_SIDED] = 0;
  for (let i = 0; i < low.length; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
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
  return trace(cells, best, shapes, cameFrom);
}

function trace(cells: Cells, best: Float64Array, shapes: Uint8Array, cameFrom: Uint8Array): Bead[] {
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
