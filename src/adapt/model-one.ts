import type { Row } from '../evidence/rows.ts';
import type { Cooccurrences } from './cooccurrences.ts';
import type { Example } from './examples.ts';
import { nearnessIn } from './nearness.ts';

/** One of the two directions in which words translate each other. */
export interface Direction {
  readonly from: 'zh' | 'en';
  readonly to: 'zh' | 'en';
  /** What the dictionary says of each word of the `from` side. */
  readonly prior: readonly Row[];
  /** Of each word of the `to` side; each above 0, 1 at most. */
  readonly frequency: Float64Array;
}

/** Pseudo-count of the dictionary in the probabilities of each word. */
export const DICTIONARY_STRENGTH = 2;
/** Share of the starting probabilities given to all words of the bead alike, for pairs that the dictionary lacks. */
const OPENNESS = 0.1;
const ITERATIONS = 4;

/** What the last iteration has come to; by number of pair, but for `totals`. */
export interface Expectation {
  /** The probabilities by which the words were shared out at last. */
  readonly sharedOutBy: Float64Array;
  /** How often the `to` word is expected to have been made by the `from` word. */
  readonly counts: Float64Array;
  /** The sum of counts by word of the `from` side. */
  readonly totals: Float64Array;
}

/**
 * IBM model 1 (Brown et al. 1993) of one direction over beads, with the dictionary as a Dirichlet prior and chance as the
 * alternative of each word.
 *
 * Memory: 16 bytes for each pair of words.
 */
export class ModelOne {
  readonly direction: Direction;
  /** The pairs that the dictionary knows. */
  readonly known: KnownPairs;
  readonly #examples: readonly Example[];
  readonly #pairs: Cooccurrences;
  readonly #shares: Float64Array;

  constructor(direction: Direction, examples: readonly Example[], pairs: Cooccurrences) {
    this.direction = direction;
    this.#examples = examples;
    this.#pairs = pairs;
    this.known = knownPairs(direction, pairs);
    const largest = examples.reduce((most, { zh, en }) => Math.max(most, zh.length * en.length), 0);
    this.#shares = new Float64Array(largest);
  }

  /** Expectation maximisation, from the dictionary on. */
  estimate(): Expectation {
    const { known } = this;
    let probabilities = new Float64Array(this.#pairs.zh.length).fill(OPENNESS / 50);
    known.pairs.forEach((pair, n) => {
      probabilities[pair]! += (1 - OPENNESS) * known.probabilities[n]!;
    });
    let counts = new Float64Array(probabilities.length);
    let totals = this.#count(probabilities, counts);
    for (let iteration = 1; iteration < ITERATIONS; iteration++) {
      const before = probabilities;
      probabilities = this.maximise(counts, totals);
      counts = before.fill(0);
      totals = this.#count(probabilities, counts);
    }
    return { sharedOutBy: probabilities, counts, totals };
  }

  /** Adds up the shares of all examples in `counts`, by number of pair, and returns their sums by word of the `from` side. */
  #count(probabilities: Float64Array, counts: Float64Array): Float64Array {
    const { numbers, offsets } = this.#pairs;
    for (let k = 0; k < this.#examples.length; k++) {
      const shares = this.shareOut(k, probabilities);
      const start = offsets[k]!;
      const length = offsets[k + 1]! - start;
      for (let n = 0; n < length; n++) counts[numbers[start + n]!]! += shares[n]!;
    }
    const { from, prior } = this.direction;
    const words = this.#pairs[from];
    const totals = new Float64Array(prior.length);
    for (let pair = 0; pair < words.length; pair++) totals[words[pair]!]! += counts[pair]!;
    return totals;
  }

  /** Probabilities from counts and pseudo-counts, by number of pair, in place of the counts. */
  maximise(counts: Float64Array, totals: Float64Array): Float64Array {
    const words = this.#pairs[this.direction.from];
    const scales = totals.map((total) => 1 / (total + DICTIONARY_STRENGTH));
    const { pairs, probabilities } = this.known;
    for (let n = 0; n < pairs.length; n++) counts[pairs[n]!]! += DICTIONARY_STRENGTH * probabilities[n]!;
    for (let pair = 0; pair < counts.length; pair++) counts[pair]! *= scales[words[pair]!]!;
    return counts;
  }

  /**
   * Shares each `to` word of an example out among the words that may have made it, chance among them, by probabilities of
   * pairs: a share for each place in the numbers of the example, good until the next call. Words at about the same
   * place of both texts go together more often (Dyer, Chahuneau and Smith 2013).
   */
  shareOut(k: number, probabilities: Float64Array): Float64Array {
    const example = this.#examples[k]!;
    const { from, to, frequency } = this.direction;
    const [givers, words] = [example[from], example[to]];
    const numbers = this.#pairs.numbers;
    const start = this.#pairs.offsets[k]!;
    const [fromStep, toStep] = from === 'zh' ? [words.length, 1] : [1, givers.length];
    const shares = this.#shares;
    const [x, y] = [nearnessIn(givers.length), nearnessIn(words.length)];
    for (let t = 0; t < words.length; t++) {
      const [growth, decay] = [y.growth[t]!, y.decay[t]!];
      let nearest = 0;
      let sum = 0;
      for (let f = 0, at = t * toStep; f < givers.length; f++, at += fromStep) {
        const before = x.growth[f]! * decay;
        const after = x.decay[f]! * growth;
        const near = before < after ? before : after;
        nearest += near;
        const share = near * probabilities[numbers[start + at]!]!;
        sum += share;
        shares[at] = share;
      }
      const scale = example.confidence / (sum + nearest * frequency[words[t]!]!);
      for (let f = 0, at = t * toStep; f < givers.length; f++, at += fromStep) shares[at]! *= scale;
    }
    return shares;
  }
}

/** Pairs of the beads that stand in the dictionary's rows too. */
export interface KnownPairs {
  /** Their numbers … */
  readonly pairs: Int32Array;
  /** … their places in the rows of their `from` words, and their probabilities there. */
  readonly places: Int32Array;
  readonly probabilities: Float64Array;
}

function knownPairs({ from, to, prior, frequency }: Direction, pairs: Cooccurrences): KnownPairs {
  const [fromWords, toWords] = [pairs[from], pairs[to]];
  const { starts, order } = grouped(fromWords, prior.length);
  const placeOf = new Int32Array(frequency.length).fill(-1);
  const known = { pairs: [] as number[], places: [] as number[], probabilities: [] as number[] };
  prior.forEach(({ ids, probabilities }, word) => {
    ids.forEach((id, place) => {
      placeOf[id] = place;
    });
    for (let n = starts[word]!; n < starts[word + 1]!; n++) {
      const pair = order[n]!;
      const place = placeOf[toWords[pair]!]!;
      if (place < 0) continue;
      known.pairs.push(pair);
      known.places.push(place);
      known.probabilities.push(probabilities[place]!);
    }
    for (const id of ids) placeOf[id] = -1;
  });
  return {
    pairs: Int32Array.from(known.pairs),
    places: Int32Array.from(known.places),
    probabilities: Float64Array.from(known.probabilities),
  };
}

/** The numbers of pairs, ordered by word, and where those of each word begin. */
function grouped(words: Int32Array, size: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (const word of words) starts[word + 1]!++;
  for (let word = 0; word < size; word++) starts[word + 1]! += starts[word]!;
  const order = new Int32Array(words.length);
  const next = starts.slice();
  for (let pair = 0; pair < words.length; pair++) order[next[words[pair]!]!++] = pair;
  return { starts, order };
}
