import { climb } from './ascent.ts';
import type { Lattice } from './lattice.ts';

/** A document to learn from; `scale` says how much it counts. */
export interface Exercise {
  readonly set: string;
  /** The part of a cross-validation in which it is judged, from 0. */
  readonly fold: number;
  readonly lattice: Lattice;
  readonly scale: number;
}

/** Strength of the pull of each weight to 0, with features of equal spread. Of .1, .5, 2, 3 and 6, 3 was best. */
const RIDGE = 3;
const MOST_STEPS = 300;

/** The weights under which the gold paths are likeliest, from `start` on; the last one is the continuation. */
export function learn(exercises: readonly Exercise[], start: Float64Array): Float64Array {
  const spread = spreadOf(exercises, start.length);
  const unspread = (scaled: Float64Array) => scaled.map((weight, k) => weight / spread[k]!);
  const top = climb(
    (scaled) => {
      const weights = unspread(scaled);
      const gradient = new Float64Array(weights.length);
      let value = 0;
      for (const { lattice, scale } of exercises)
        value += scale * lattice.addGradient(weights, scale, gradient);
      for (let k = 0; k < scaled.length; k++) {
        value -= (RIDGE / 2) * scaled[k]! * scaled[k]!;
        gradient[k] = gradient[k]! / spread[k]! - RIDGE * scaled[k]!;
      }
      return { value, gradient };
    },
    start.map((weight, k) => weight * spread[k]!),
    MOST_STEPS,
  );
  return unspread(top);
}

/** The root of the mean square of each feature; that of one that nobody has, and of the continuation, is 1. */
function spreadOf(exercises: readonly Exercise[], length: number): Float64Array {
  const squares = new Float64Array(length);
  const count = exercises.reduce((sum, { lattice }) => sum + lattice.addSquares(squares), 0);
  return squares.map((square) => Math.sqrt(square / count) || 1);
}
