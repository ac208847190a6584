import { DICTIONARY_STRENGTH } from '../evidence/learnt-lexicon.ts';
import type { Rows } from '../evidence/rows.ts';
import { type KnownPairs, knownPairs } from './known-pairs.ts';

/** Share of the starting probabilities given to all words of the bead alike, for pairs that the dictionary lacks. */
const OPENNESS = 0.1;

/**
 * One of the two directions in which words translate each other, with what is believed of each pair of words; arrays are
 * by number of pair, but for `prior` and `totals`. Memory: 16 bytes a pair.
 */
export class Direction {
  /** What the dictionary says of each word of the `from` side. */
  readonly prior: Rows;
  /** The word of each pair that makes the other one. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly known: KnownPairs;
  /** p(`to` | `from`), by which words are shared out. As 4 bytes they would decide ties of beads otherwise. */
  readonly probabilities: Float64Array;
  /** How often the `from` word is expected to have made the `to` word. */
  readonly counts: Float64Array;
  /** The sums of counts by word of the `from` side. */
  readonly totals: Float64Array;

  /** Starts from what the dictionary says. `toWords` is the size of the vocabulary of the `to` side. */
  constructor(prior: Rows, from: Int32Array, to: Int32Array, toWords: number) {
    this.prior = prior;
    this.from = from;
    this.to = to;
    this.known = knownPairs(prior, from, to, toWords);
    this.probabilities = new Float64Array(from.length).fill(OPENNESS / 50);
    this.counts = new Float64Array(from.length);
    this.totals = new Float64Array(prior.starts.length - 1);
    const { numbers, probabilities } = this.known;
    for (let n = 0; n < numbers.length; n++) {
      this.probabilities[numbers[n]!]! += (1 - OPENNESS) * probabilities[n]!;
    }
  }

  /** To be called when all is counted. */
  sumCounts(): void {
    const { from, counts, totals } = this;
    totals.fill(0);
    for (let pair = 0; pair < counts.length; pair++) totals[from[pair]!]! += counts[pair]!;
  }

  /** Probabilities by the counts, with those of the dictionary as pseudo-counts. */
  maximise(): void {
    const { from, counts, known, probabilities } = this;
    const worths = this.worths();
    for (let pair = 0; pair < counts.length; pair++)
      probabilities[pair] = counts[pair]! * worths[from[pair]!]!;
    for (let n = 0; n < known.numbers.length; n++) {
      const pair = known.numbers[n]!;
      probabilities[pair]! += DICTIONARY_STRENGTH * known.probabilities[n]! * worths[from[pair]!]!;
    }
  }

  /** By word of the `from` side: what part of its probabilities one count makes up … */
  worths(): Float64Array {
    return this.totals.map((total) => 1 / (total + DICTIONARY_STRENGTH));
  }

  /** … and the share of the dictionary in them. */
  kept(word: number): number {
    return DICTIONARY_STRENGTH / (this.totals[word]! + DICTIONARY_STRENGTH);
  }
}
