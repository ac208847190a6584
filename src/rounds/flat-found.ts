import { beadsOf, type FlatBeads, flatBeads } from '../search/flat-beads.ts';
import type { Found } from '../search/search.ts';

/** What a search has found, as it goes from one thread to another. */
export interface FlatFound {
  readonly beads: FlatBeads;
  readonly probabilities: Float64Array;
  readonly contenders: FlatBeads;
  readonly chances: Float64Array;
}

export function flattened({ beads, probabilities, contenders, chances }: Found): FlatFound {
  return {
    beads: flatBeads(beads),
    probabilities: Float64Array.from(probabilities),
    contenders,
    chances,
  };
}

export function restored({ beads, probabilities, contenders, chances }: FlatFound): Found {
  return {
    beads: beadsOf(beads),
    probabilities: Array.from(probabilities),
    contenders,
    chances,
  };
}
