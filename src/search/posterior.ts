import type { Bead } from '../model.ts';
import { type Cells, OMISSION, TWO_SIDED } from './cells.ts';
import type { FlatBeads } from './flat-beads.ts';
import { addLogs } from './logarithms.ts';

/** The sums that give the probability of any bead of a band; all in logarithms, two states a cell. */
export interface Posterior {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all paths. */
  readonly total: number;
}

/** Terms so many nats below the largest of a sum are left out: less than a part in 10^11 each. */
const NEGLIGIBLE = 25;

/**
 * Sums over all paths of the band, by the forward-backward algorithm for semi-Markov chains (Sarawagi and
 * Cohen 2004): exp(weight) of a path in proportion to its probability.
 */
export function sumPaths(cells: Cells, continuation: number): Posterior {
  const forward = sumForward(cells, continuation);
  const { low, high } = cells.band;
  const end = 2 * cells.at(low.length - 1, high.at(-1)!);
  const total = addLogs(forward[end + TWO_SIDED]!, forward[end + OMISSION]!);
  return { forward, backward: sumBackward(cells, continuation), total };
}

/** For each cell over the beads that end in it. */
function sumForward(cells: Cells, continuation: number): Float64Array {
  const forward = new Float64Array(2 * cells.count).fill(-Infinity);
  // Both states together, which is what a two-sided bead goes on from.
  const either = new Float64Array(cells.count).fill(-Infinity);
  const terms = new LogTerms(cells.shapes.length);
  forward[TWO_SIDED] = 0;
  either[0] = 0;
  for (let i = 0; i < cells.band.low.length; i++) {
    sumRowForward(i, cells, continuation, forward, either, terms);
  }
  return forward;
}

function sumRowForward(
  i: number,
  { band, bases, weights, zhCounts, enCounts, isOmission, shapes }: Cells,
  continuation: number,
  forward: Float64Array,
  either: Float64Array,
  terms: LogTerms,
): void {
  for (let j = band.low[i]!; j <= band.high[i]!; j++) {
    const cell = bases[i]! + j;
    let omission = -Infinity;
    for (let k = 0; k < shapes.length; k++) {
      const weight = weights[cell * shapes.length + k]!;
      if (weight === -Infinity) continue;
      const from = bases[i - zhCounts[k]!]! + j - enCounts[k]!;
      if (isOmission[k]) {
        omission = addLogs(omission, forward[2 * from + TWO_SIDED]! + weight);
        omission = addLogs(omission, forward[2 * from + OMISSION]! + weight + continuation);
      } else terms.add(either[from]! + weight);
    }
    if (cell > 0) forward[2 * cell + TWO_SIDED] = terms.sum();
    forward[2 * cell + OMISSION] = omission;
    either[cell] = addLogs(forward[2 * cell + TWO_SIDED]!, omission);
  }
}

/** For each cell over the beads that begin in it. */
function sumBackward(cells: Cells, continuation: number): Float64Array {
  const backward = new Float64Array(2 * cells.count).fill(-Infinity);
  const terms = new LogTerms(cells.shapes.length);
  backward.fill(0, 2 * (cells.count - 1));
  for (let i = cells.band.low.length - 1; i >= 0; i--) {
    sumRowBackward(i, cells, continuation, backward, terms);
  }
  return backward;
}

function sumRowBackward(
  i: number,
  { band, bases, weights, count, zhCounts, enCounts, isOmission, shapes }: Cells,
  continuation: number,
  backward: Float64Array,
  terms: LogTerms,
): void {
  const rows = band.low.length - 1;
  for (let j = band.high[i]!; j >= band.low[i]!; j--) {
    const cell = bases[i]! + j;
    if (cell === count - 1) continue;
    let plain = -Infinity;
    for (let k = 0; k < shapes.length; k++) {
      const below = i + zhCounts[k]!;
      const beside = j + enCounts[k]!;
      if (below > rows || beside < band.low[below]! || beside > band.high[below]!) continue;
      const to = bases[below]! + beside;
      const weight = weights[to * shapes.length + k]!;
      if (isOmission[k]) plain = addLogs(plain, weight + backward[2 * to + OMISSION]!);
      else terms.add(weight + backward[2 * to + TWO_SIDED]!);
    }
    const paired = terms.sum();
    backward[2 * cell + TWO_SIDED] = addLogs(paired, plain);
    backward[2 * cell + OMISSION] = addLogs(paired, plain + continuation);
  }
}

/** log Σ exp of the terms of a cell, of which mostly few matter. */
class LogTerms {
  readonly #terms: Float64Array;
  #count = 0;
  #largest = -Infinity;

  /** @param most that are added for a cell */
  constructor(most: number) {
    this.#terms = new Float64Array(most);
  }

  add(term: number): void {
    if (term < this.#largest - NEGLIGIBLE) return;
    this.#terms[this.#count++] = term;
    if (term > this.#largest) this.#largest = term;
  }

  /** The sum; what is added next begins another. */
  sum(): number {
    const largest = this.#largest;
    let sum = 0;
    for (let k = 0; k < this.#count; k++) {
      const below = this.#terms[k]! - largest;
      if (below > -NEGLIGIBLE) sum += Math.exp(below);
    }
    this.#count = 0;
    this.#largest = -Infinity;
    return sum ? largest + Math.log(sum) : -Infinity;
  }
}

/** The probability of a bead, 0 to 1: the share of all paths, by weight, that go through it. */
export function probability(bead: Bead, cells: Cells, posterior: Posterior, continuation: number): number {
  const a = bead.zh.end - bead.zh.start;
  const b = bead.en.end - bead.en.start;
  const { shapes, isOmission } = cells;
  const k = shapes.findIndex(([x, y]) => x === a && y === b);
  const cell = cells.at(bead.zh.end, bead.en.end);
  const from = 2 * cells.at(bead.zh.start, bead.en.start);
  if (k < 0 || cell < 0 || from < 0) return 0;
  const weight = cells.weights[cell * shapes.length + k]!;
  const after = weight + (isOmission[k] ? continuation : 0);
  const before = addLogs(
    posterior.forward[from + TWO_SIDED]! + weight,
    posterior.forward[from + OMISSION]! + after,
  );
  const state = isOmission[k]!;
  return Math.min(1, Math.exp(before + posterior.backward[2 * cell + state]! - posterior.total));
}

/** Beads and the probability of each. */
export interface Contenders {
  readonly beads: FlatBeads;
  readonly chances: Float64Array;
}

/** The beads of a band whose probability is at least `least`, row by row. */
export function probableBeads(
  cells: Cells,
  posterior: Posterior,
  continuation: number,
  least: number,
): Contenders {
  const numbers: number[] = [];
  const chances: number[] = [];
  for (let i = 0; i < cells.band.low.length; i++) {
    addProbable(i, cells, posterior, continuation, least, numbers, chances);
  }
  return { beads: Int32Array.from(numbers), chances: Float64Array.from(chances) };
}

/** Adds the beads that end in row `i`. */
function addProbable(
  i: number,
  { band, bases, weights, shapes, zhCounts, enCounts, isOmission }: Cells,
  { forward, backward, total }: Posterior,
  continuation: number,
  least: number,
  numbers: number[],
  chances: number[],
): void {
  const bound = Math.log(least) + total;
  for (let j = band.low[i]!; j <= band.high[i]!; j++) {
    const cell = bases[i]! + j;
    // No bead is more probable than that a path goes through the cell in which it ends.
    const paired = forward[2 * cell]! + backward[2 * cell]!;
    const omitted = forward[2 * cell + 1]! + backward[2 * cell + 1]!;
    if (paired < bound && omitted < bound) continue;
    for (let k = 0; k < shapes.length; k++) {
      const weight = weights[cell * shapes.length + k]!;
      if (weight === -Infinity) continue;
      const [zh, en] = [i - zhCounts[k]!, j - enCounts[k]!];
      const from = 2 * (bases[zh]! + en);
      const behind = weight + backward[2 * cell + isOmission[k]!]! - total;
      const chance =
        Math.exp(forward[from + TWO_SIDED]! + behind) +
        Math.exp(forward[from + OMISSION]! + behind + (isOmission[k] ? continuation : 0));
      if (chance < least) continue;
      numbers.push(zh, i, en, j);
      chances.push(Math.min(1, chance));
    }
  }
}
