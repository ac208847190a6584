import { chosenOf, enSize, type FlatBeads, zhSize } from './flat-beads.ts';
import { addLogs } from './logarithms.ts';
import { inOrder, Places } from './places.ts';

/** What kind of bead a path has gone through last, for each place two states. */
const TWO_SIDED = 0;
const OMISSION = 1;

/** Sums over all paths through the contenders; logarithms, two states a place. */
export interface ContestSums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Logarithm of the sum over all paths. */
  readonly total: number;
}

/**
 * The beads that are left to choose among, as the edges of a graph whose nodes are places in both parts. Only beads that
 * lie on a way from the beginning to the end are kept. Memory and time grow with their number.
 */
export class Contest {
  /** In an order in which every path rises. */
  readonly beads: FlatBeads;
  readonly count: number;
  readonly isOmission: Uint8Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #places: number;
  readonly #end: number;

  constructor(contenders: FlatBeads, zhCount: number, enCount: number) {
    const sorted = inOrder(contenders);
    const places = new Places(sorted, zhCount, enCount);
    const kept = places.connected(sorted);
    this.beads = chosenOf(sorted, kept);
    this.count = kept.length;
    this.isOmission = new Uint8Array(kept.length);
    this.#from = new Int32Array(kept.length);
    this.#to = new Int32Array(kept.length);
    for (let k = 0; k < kept.length; k++) {
      this.isOmission[k] = Number(!zhSize(this.beads, k) || !enSize(this.beads, k));
      this.#from[k] = places.startOf(this.beads, k);
      this.#to[k] = places.endOf(this.beads, k);
    }
    this.#places = places.count;
    this.#end = kept.length ? places.count - 1 : 0;
  }

  /**
   * The numbers of the beads of greatest total weight (Gale and Church 1993, with two states). `continuation` is added
   * to the weight of an omission that follows another one. Of equal paths that with the smaller beads wins.
   */
  best(weights: Float64Array, continuation: number): number[] {
    const best = new Float64Array(2 * this.#places).fill(-Infinity);
    const last = new Int32Array(2 * this.#places).fill(-1);
    const before = new Uint8Array(2 * this.#places);
    best[TWO_SIDED] = 0;
    for (let k = 0; k < this.count; k++) {
      const from = 2 * this.#from[k]!;
      const to = 2 * this.#to[k]! + this.isOmission[k]!;
      const plain = best[from + TWO_SIDED]! + weights[k]!;
      const after = best[from + OMISSION]! + weights[k]! + (this.isOmission[k] ? continuation : 0);
      if (Math.max(plain, after) > best[to]!) {
        best[to] = Math.max(plain, after);
        last[to] = k;
        before[to] = after > plain ? OMISSION : TWO_SIDED;
      }
    }
    const end = 2 * this.#end;
    return this.#trace(best[end + OMISSION]! > best[end + TWO_SIDED]! ? OMISSION : TWO_SIDED, last, before);
  }

  #trace(lastState: number, last: Int32Array, before: Uint8Array): number[] {
    const path: number[] = [];
    let node = this.#end;
    let state = lastState;
    while (node !== 0) {
      const bead = last[2 * node + state]!;
      path.push(bead);
      state = before[2 * node + state]!;
      node = this.#from[bead]!;
    }
    return path.reverse();
  }

  /** Sums by the forward-backward algorithm: exp(weight) of a path in proportion to its probability. */
  sum(weights: Float64Array, continuation: number): ContestSums {
    const forward = new Float64Array(2 * this.#places).fill(-Infinity);
    const backward = new Float64Array(2 * this.#places).fill(-Infinity);
    const add = (sums: Float64Array, at: number, term: number) => {
      sums[at] = addLogs(sums[at]!, term);
    };
    forward[TWO_SIDED] = 0;
    for (let k = 0; k < this.count; k++) {
      const from = 2 * this.#from[k]!;
      const to = 2 * this.#to[k]! + this.isOmission[k]!;
      add(forward, to, forward[from + TWO_SIDED]! + weights[k]!);
      add(forward, to, forward[from + OMISSION]! + weights[k]! + (this.isOmission[k] ? continuation : 0));
    }
    const end = 2 * this.#end;
    backward[end + TWO_SIDED] = 0;
    backward[end + OMISSION] = 0;
    for (let k = this.count - 1; k >= 0; k--) {
      const from = 2 * this.#from[k]!;
      const behind = weights[k]! + backward[2 * this.#to[k]! + this.isOmission[k]!]!;
      add(backward, from + TWO_SIDED, behind);
      add(backward, from + OMISSION, behind + (this.isOmission[k] ? continuation : 0));
    }
    return { forward, backward, total: addLogs(forward[end + TWO_SIDED]!, forward[end + OMISSION]!) };
  }

  /** The probabilities of bead `k`: that it stands behind a two-sided bead or at the beginning, and behind an omission. */
  probability(
    k: number,
    weights: Float64Array,
    { forward, backward, total }: ContestSums,
    continuation: number,
  ): readonly [afterPair: number, afterOmission: number] {
    const from = 2 * this.#from[k]!;
    const behind = weights[k]! + backward[2 * this.#to[k]! + this.isOmission[k]!]! - total;
    return [
      Math.exp(forward[from + TWO_SIDED]! + behind),
      Math.exp(forward[from + OMISSION]! + behind + (this.isOmission[k] ? continuation : 0)),
    ];
  }
}
