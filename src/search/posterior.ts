import type { Bead } from '../model.ts';
import { type Cells, IS_OMISSION, OMISSION, SHAPES, TWO_SIDED } from './cells.ts';
import { addLogs } from './logarithms.ts';

/** The sums that give the probability of any bead of a band; all in logarithms, two states a cell. */
export interface Posterior {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all paths. */
  readonly total: number;
}

/** Terms so many nats below the largest change no digit of a sum. */
const NEGLIGIBLE = 40;

/**
 * Sums over all paths of the band, by the forward-backward algorithm for semi-Markov chains (Sarawagi and
 * Cohen 2004): exp(weight) of a path in proportion to its probability.
 */
export function sumPaths(cells: Cells, continuation: number): Posterior {
  const forward = new Float64Array(2 * cells.count).fill(-Infinity);
  const backward = new Float64Array(2 * cells.count).fill(-Infinity);
  const { low, high } = cells.band;
  const rows = low.length - 1;
  const end = 2 * cells.at(rows, high[rows]!);
  forward[TWO_SIDED] = 0;
  const sum = new LogSum();
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) sumForward(cells, i, j, continuation, forward, sum);
  }
  backward[end + TWO_SIDED] = 0;
  backward[end + OMISSION] = 0;
  for (let i = rows; i >= 0; i--) {
    for (let j = high[i]!; j >= low[i]!; j--) sumBackward(cells, i, j, continuation, backward, sum);
  }
  return { forward, backward, total: addLogs(forward[end + TWO_SIDED]!, forward[end + OMISSION]!) };
}

/** Over the beads that end in cell (i, j). */
function sumForward(
  cells: Cells,
  i: number,
  j: number,
  continuation: number,
  forward: Float64Array,
  sum: LogSum,
): void {
  const cell = cells.at(i, j);
  for (const state of [TWO_SIDED, OMISSION]) {
    const omission = state === OMISSION;
    if (forward[2 * cell + state]! > -Infinity) continue;
    sum.clear();
    for (let k = 0; k < SHAPES.length; k++) {
      const weight = cells.weights[cell * SHAPES.length + k]!;
      if (weight === -Infinity || IS_OMISSION[k] !== omission) continue;
      const from = 2 * cells.at(i - SHAPES[k]![0], j - SHAPES[k]![1]);
      sum.add(forward[from + TWO_SIDED]! + weight);
      sum.add(forward[from + OMISSION]! + weight + (omission ? continuation : 0));
    }
    forward[2 * cell + state] = sum.value;
  }
}

/** Over the beads that begin in cell (i, j). */
function sumBackward(
  cells: Cells,
  i: number,
  j: number,
  continuation: number,
  backward: Float64Array,
  sum: LogSum,
): void {
  const cell = cells.at(i, j);
  for (const state of [TWO_SIDED, OMISSION]) {
    if (backward[2 * cell + state]! > -Infinity) continue;
    sum.clear();
    for (let k = 0; k < SHAPES.length; k++) {
      const next =
        i + SHAPES[k]![0] < cells.band.low.length ? cells.at(i + SHAPES[k]![0], j + SHAPES[k]![1]) : -1;
      if (next < 0) continue;
      const weight = cells.weights[next * SHAPES.length + k]!;
      const omission = IS_OMISSION[k]!;
      const bonus = omission && state === OMISSION ? continuation : 0;
      sum.add(backward[2 * next + (omission ? OMISSION : TWO_SIDED)]! + weight + bonus);
    }
    backward[2 * cell + state] = sum.value;
  }
}

/** log Σ exp of the terms added, kept as a maximum and a sum relative to it. */
class LogSum {
  #largest = -Infinity;
  #sum = 0;

  clear(): void {
    this.#largest = -Infinity;
    this.#sum = 0;
  }

  add(term: number): void {
    if (term <= this.#largest) {
      if (term > this.#largest - NEGLIGIBLE) this.#sum += Math.exp(term - this.#largest);
    } else {
      this.#sum = this.#sum * Math.exp(this.#largest - term) + 1;
      this.#largest = term;
    }
  }

  get value(): number {
    return this.#largest + Math.log(this.#sum);
  }
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

/** Beads and the probability of each. */
export interface Contenders {
  readonly beads: readonly Bead[];
  readonly chances: readonly number[];
}

/** The beads of a band whose probability is at least `least`, row by row. */
export function probableBeads(
  cells: Cells,
  { forward, backward, total }: Posterior,
  continuation: number,
  least: number,
): Contenders {
  const beads: Bead[] = [];
  const chances: number[] = [];
  const { low, high } = cells.band;
  for (let i = 0; i < low.length; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const cell = cells.at(i, j);
      for (let k = 0; k < SHAPES.length; k++) {
        const weight = cells.weights[cell * SHAPES.length + k]!;
        if (weight === -Infinity) continue;
        const [a, b] = SHAPES[k]!;
        const from = 2 * cells.at(i - a, j - b);
        const behind = weight + backward[2 * cell + (IS_OMISSION[k] ? OMISSION : TWO_SIDED)]! - total;
        const chance =
          Math.exp(forward[from + TWO_SIDED]! + behind) +
          Math.exp(forward[from + OMISSION]! + behind + (IS_OMISSION[k] ? continuation : 0));
        if (chance < least) continue;
        beads.push({ zh: { start: i - a, end: i }, en: { start: j - b, end: j } });
        chances.push(Math.min(1, chance));
      }
    }
  }
  return { beads, chances };
}
