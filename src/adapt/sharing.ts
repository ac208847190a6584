import type { BeadWords } from './bead-words.ts';
import type { Cooccurrences } from './cooccurrences.ts';
import type { Direction } from './direction.ts';

/**
 * How much rarer a word's partner stands at the other end of the text than at the same place, as a logarithm. Of 0, 2
 * and 4, 2 was best: strict F1 of mac .910, .921, .918, cross-validated.
 */
const NEARNESS = 2;

/** Relative frequencies of the words of both languages; all above 0. */
export interface Frequencies {
  readonly zh: Float64Array;
  readonly en: Float64Array;
}

/**
 * Shares each word of one side of each bead out among those of the other side that may have made it, and chance, in proportion
 * to their probabilities. Words at about the same place of both texts go together more often (Dyer, Chahuneau and Smith
 * 2013): of places x and y by exp(-NEARNESS · |x - y|). That is the smaller one of exp(NEARNESS · x) / exp(NEARNESS · y)
 * and its inverse, so that no exponentials are needed pair by pair.
 *
 * Memory: 40 bytes for each place of a word.
 */
export abstract class Sharing {
  protected readonly words: BeadWords;
  protected readonly pairs: Cooccurrences;
  protected readonly direction: Direction;
  /** exp(NEARNESS · x) by place, and one over that. */
  protected readonly zhGrowth: Float64Array;
  protected readonly enGrowth: Float64Array;
  protected readonly enDecay: Float64Array;
  /** By English word, of one Chinese word: the probability of their pair, and sums, which are 0 in between. */
  protected readonly probabilityOf: Float64Array;
  protected readonly sums: Float64Array;
  readonly #pairOf: Int32Array;

  constructor(words: BeadWords, pairs: Cooccurrences, direction: Direction, enWords: number) {
    this.words = words;
    this.pairs = pairs;
    this.direction = direction;
    const { zh, en } = words;
    this.zhGrowth = zh.depths.map((depth) => Math.exp(NEARNESS * depth));
    this.enGrowth = en.depths.map((depth) => Math.exp(NEARNESS * depth));
    this.enDecay = this.enGrowth.map((growth) => 1 / growth);
    this.probabilityOf = new Float64Array(enWords);
    this.sums = new Float64Array(enWords);
    this.#pairOf = new Int32Array(enWords);
  }

  /** Sets the counts of the direction to what the words of all beads share out. */
  abstract count(): void;

  /** The confidence of its bead over the sum of the weights of all that may have made the word at one of two places. */
  protected abstract scaleOf(zhPlace: number, enPlace: number): number;

  protected lookUpPairs(word: number): void {
    const { starts, en: enOf } = this.pairs;
    const { probabilities } = this.direction;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++)
      this.probabilityOf[enOf[pair]!] = probabilities[pair]!;
  }

  /** Shares are added up but for their common factor, the probability of the pair. */
  protected storeCounts(word: number): void {
    const { starts, en: enOf } = this.pairs;
    const { probabilities, counts } = this.direction;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++) {
      counts[pair] = this.sums[enOf[pair]!]! * probabilities[pair]!;
      this.sums[enOf[pair]!] = 0;
    }
  }

  /**
   * Visits each pair in each of its beads, Chinese word by Chinese word, with the share that it had there when words were
   * counted last, if it is more than `least`. Where words stand in a bead twice, shares are the sums of all.
   */
  eachShare(least: number, visit: VisitShare): void {
    for (let word = 0; word + 1 < this.pairs.starts.length; word++) this.#eachShareOf(word, least, visit);
  }

  #eachShareOf(word: number, least: number, visit: VisitShare): void {
    const { zh, en } = this.words;
    const { starts, en: enOf } = this.pairs;
    const [enGrowth, enDecay, pairOf, sums] = [this.enGrowth, this.enDecay, this.#pairOf, this.sums];
    const { probabilities } = this.direction;
    const enWords = en.words;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++) pairOf[enOf[pair]!] = pair;
    const last = zh.starts[word + 1]! - 1;
    for (let place = zh.starts[word]!; place <= last; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const bead = zh.beads[place]!;
      const start = en.starts[bead]!;
      const end = en.starts[bead + 1]!;
      for (let n = start; n < end; n++) {
        const near = smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
        sums[enWords[n]!]! += near * this.scaleOf(place, n);
      }
      if (place < last && zh.beads[place + 1] === bead) continue;
      for (let n = start; n < end; n++) {
        const e = enWords[n]!;
        const share = sums[e]! * probabilities[pairOf[e]!]!;
        if (share > least) visit(bead, pairOf[e]!, share);
        sums[e] = 0;
      }
    }
  }
}

type VisitShare = (bead: number, pair: number, share: number) => void;

/** Shares English words out among Chinese ones. */
export class EnglishSharing extends Sharing {
  /** By English place: the weight of chance as the maker of its word, and the scale. */
  readonly #chance: Float64Array;
  readonly #scales: Float64Array;

  /** @param frequency of English words */
  constructor(words: BeadWords, pairs: Cooccurrences, direction: Direction, frequency: Float64Array) {
    super(words, pairs, direction, frequency.length);
    const { en } = words;
    this.#chance = new Float64Array(en.words.length);
    this.#scales = new Float64Array(en.words.length);
    this.#addNearness();
    for (let n = 0; n < en.words.length; n++) this.#chance[n]! *= frequency[en.words[n]!]!;
  }

  /** Chance makes each word as often as texts do, at every place alike. */
  #addNearness(): void {
    const { zh, en } = this.words;
    const [enGrowth, enDecay, chance] = [this.enGrowth, this.enDecay, this.#chance];
    for (let place = 0; place < zh.beads.length; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const end = en.starts[zh.beads[place]! + 1]!;
      for (let n = en.starts[zh.beads[place]!]!; n < end; n++)
        chance[n]! += smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
    }
  }

  protected scaleOf(_zhPlace: number, enPlace: number): number {
    return this.#scales[enPlace]!;
  }

  count(): void {
    const { en, confidences } = this.words;
    const words = this.pairs.starts.length - 1;
    const scales = this.#scales;
    scales.set(this.#chance);
    for (let word = 0; word < words; word++) this.#addWeights(word);
    for (let bead = 0; bead < confidences.length; bead++) {
      const end = en.starts[bead + 1]!;
      for (let n = en.starts[bead]!; n < end; n++) scales[n] = confidences[bead]! / scales[n]!;
    }
    for (let word = 0; word < words; word++) this.#countWord(word);
  }

  /** Adds the weights of a Chinese word as a maker to the sums by English place that are to become scales. */
  #addWeights(word: number): void {
    const { zh, en } = this.words;
    const [enGrowth, enDecay, sums, forth] = [this.enGrowth, this.enDecay, this.#scales, this.probabilityOf];
    const enWords = en.words;
    this.lookUpPairs(word);
    for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const end = en.starts[zh.beads[place]! + 1]!;
      for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
        sums[n]! += smaller(growth * enDecay[n]!, decay * enGrowth[n]!) * forth[enWords[n]!]!;
      }
    }
  }

  #countWord(word: number): void {
    const { zh, en } = this.words;
    const [enGrowth, enDecay, scales, sums] = [this.enGrowth, this.enDecay, this.#scales, this.sums];
    const enWords = en.words;
    for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const end = en.starts[zh.beads[place]! + 1]!;
      for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
        sums[enWords[n]!]! += smaller(growth * enDecay[n]!, decay * enGrowth[n]!) * scales[n]!;
      }
    }
    this.storeCounts(word);
  }
}

/** Shares Chinese words out among English ones. */
export class ChineseSharing extends Sharing {
  readonly #frequency: Float64Array;
  /** By Chinese place: the sum of nearness to the English words of its bead, by which chance weighs, and the scale. */
  readonly #nearness: Float64Array;
  readonly #scales: Float64Array;
  /** Nearness to each English word of one bead. */
  readonly #near: Float64Array;

  /** @param frequency of Chinese words */
  constructor(
    words: BeadWords,
    pairs: Cooccurrences,
    direction: Direction,
    frequency: Float64Array,
    enWords: number,
  ) {
    super(words, pairs, direction, enWords);
    const { zh, en } = words;
    this.#frequency = frequency;
    this.#nearness = new Float64Array(zh.beads.length);
    this.#scales = new Float64Array(zh.beads.length);
    let longest = 0;
    for (let bead = 0; bead + 1 < en.starts.length; bead++)
      longest = Math.max(longest, en.starts[bead + 1]! - en.starts[bead]!);
    this.#near = new Float64Array(longest);
    this.#addNearness();
  }

  #addNearness(): void {
    const { zh, en } = this.words;
    const [enGrowth, enDecay] = [this.enGrowth, this.enDecay];
    for (let place = 0; place < zh.beads.length; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const end = en.starts[zh.beads[place]! + 1]!;
      let sum = 0;
      for (let n = en.starts[zh.beads[place]!]!; n < end; n++)
        sum += smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
      this.#nearness[place] = sum;
    }
  }

  protected scaleOf(zhPlace: number): number {
    return this.#scales[zhPlace]!;
  }

  count(): void {
    for (let word = 0; word + 1 < this.pairs.starts.length; word++) this.#countWord(word);
  }

  #countWord(word: number): void {
    const { zh, en, confidences } = this.words;
    const [enGrowth, enDecay, near, sums] = [this.enGrowth, this.enDecay, this.#near, this.sums];
    const reverse = this.probabilityOf;
    const enWords = en.words;
    this.lookUpPairs(word);
    for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
      const growth = this.zhGrowth[place]!;
      const decay = 1 / growth;
      const start = en.starts[zh.beads[place]!]!;
      const end = en.starts[zh.beads[place]! + 1]!;
      let weights = this.#nearness[place]! * this.#frequency[word]!;
      for (let n = start; n < end; n++) {
        const nearness = smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
        near[n - start] = nearness;
        weights += nearness * reverse[enWords[n]!]!;
      }
      const scale = confidences[zh.beads[place]!]! / weights;
      this.#scales[place] = scale;
      for (let n = start; n < end; n++) sums[enWords[n]!]! += near[n - start]! * scale;
    }
    this.storeCounts(word);
  }
}

/** Faster than Math.min, which has to think of NaN and -0. */
function smaller(x: number, y: number): number {
  return x < y ? x : y;
}
