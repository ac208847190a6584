import type { Bead } from '../model.ts';
import { type Cells, IS_OMISSION, OMISSION, SHAPES, TWO_SIDED } from './cells.ts';

/** The sums that give the probability of any bead of a band; all in logarithms, two states a cell. */
export interface Posterior {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all paths. */
  readonly total: number;
}

/**
 * Sums over all paths of the band, by the forward-backward algorithm for semi-Markov chains (Sarawagi and
 * Cohen 2004): exp(weight) of a path in proportion to its probability.
 */
export function sumPaths(cells: Cells, continuation: number): Posterior {
  const forward = new Float64Array(2 * cells.count).fill(-Infinity);
  const backward = new Float64Array(2 * cells.count).fill(-Infinity);
  const { low, high } = cells.band;
  const rows = low.length - 1;
  forward[TWO_SIDED] = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      eachBead(cells, i, j, (from, to, weight, omission) => {
        const after = weight + (omission ? continuation : 0);
        const sum = addLogs(forward[from + TWO_SIDED]! + weight, forward[from + OMISSION]! + after);
        forward[to] = addLogs(forward[to]!, sum);
      });
    }
  }
  const end = 2 * cells.at(rows, high[rows]!);
  backward[end + TWO_SIDED] = 0;
  backward[end + OMISSION] = 0;
  for (let i = rows; i >= 0; i--) {
    for (let j = high[i]!; j >= low[i]!; j--) {
      eachBead(cells, i, j, (from, to, weight, omission) => {
        const after = weight + (omission ? continuation : 0);
        backward[from + TWO_SIDED] = addLogs(backward[from + TWO_SIDED]!, backward[to]! + weight);
        backward[from + OMISSION] = addLogs(backward[from + OMISSION]!, backward[to]! + after);
      });
    }
  }
  return { forward, backward, total: addLogs(forward[end + TWO_SIDED]!, forward[end + OMISSION]!) };
}

/** The probability of a bead, 0 to 1: the share of all paths, by weight, that go through it. */
export function probability(bead: Bead, cells: Cells, posterior: Posterior, continuation: number): number {
  const a = bead.zh.end - bead.zh.start;
  const b = bead.en.end - bead.en.start;
  const k = SHAPES.findIndex(([x, y]) => x === a && y === b);
  const cell = cells.at(bead.zh.end, bead.en.end);
  const from = 2 * cells.at(bead.zh.start, bead.en.start);
  if (k < 0 || cell < 0 || from < 0) return 0;
  const weight = cells.weights[cell * SHAPES.length + k]!;
  const after = weight + (IS_OMISSION[k] ? continuation : 0);
  const before = addLogs(
    posterior.forward[from + TWO_SIDED]! + weight,
    posterior.forward[from + OMISSION]! + after,
  );
  const state = IS_OMISSION[k] ? OMISSION : TWO_SIDED;
  return Math.min(1, Math.exp(before + posterior.backward[2 * cell + state]! - posterior.total));
}

/** Every bead that ends in cell (i, j): both states where it begins from `from` on, and the state where it ends. */
function eachBead(
  cells: Cells,
  i: number,
  j: number,
  visit: (from: number, to: number, weight: number, omission: boolean) => void,
): void {
  const cell = cells.at(i, j);
  for (let k = 0; k < SHAPES.length; k++) {
    const weight = cells.weights[cell * SHAPES.length + k]!;
    if (weight === -Infinity) continue;
    const from = 2 * cells.at(i - SHAPES[k]![0], j - SHAPES[k]![1]);
    visit(from, 2 * cell + (IS_OMISSION[k] ? OMISSION : TWO_SIDED), weight, IS_OMISSION[k]!);
  }
}

function addLogs(x: number, y: number): number {
  if (x === -Infinity) return y;
  if (y === -Infinity) return x;
  return x > y ? x + Math.log1p(Math.exp(y - x)) : y + Math.log1p(Math.exp(x - y));
}
