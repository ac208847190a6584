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
 * Shares each word of each bead out among those of the other side that may have made it, and chance, in proportion to
 * their probabilities. Words at about the same place of both texts go together more often (Dyer, Chahuneau and Smith
 * 2013): of places x and y by exp(-NEARNESS · |x - y|). That is the smaller one of exp(NEARNESS · x) / exp(NEARNESS · y)
 * and its inverse, so that no exponentials are needed pair by pair.
 *
 * Memory: 40 bytes for each place of a word.
 */
export class Sharing {
  readonly #words: BeadWords;
  readonly #pairs: Cooccurrences;
  readonly #there: Direction;
  readonly #back: Direction;
  /** exp(NEARNESS · x) by place, and one over that. */
  readonly #zhGrowth: Float64Array;
  readonly #enGrowth: Float64Array;
  readonly #enDecay: Float64Array;
  /** By place: the weight of chance as the maker of its word. */
  readonly #zhChance: Float64Array;
  readonly #enChance: Float64Array;
  /** By place: the confidence of its bead, over the sum of the weights of all that may have made its word. */
  readonly #zhScales: Float64Array;
  readonly #enScales: Float64Array;
  /** By English word, of one Chinese word: its pair, and the probabilities of that in both directions. */
  readonly #pairOf: Int32Array;
  readonly #forth: Float64Array;
  readonly #reverse: Float64Array;
  /** Sums by English word; all 0 in between. */
  readonly #forthSums: Float64Array;
  readonly #reverseSums: Float64Array;
  /** Nearness to each word of one bead. */
  readonly #near: Float64Array;

  constructor(
    words: BeadWords,
    pairs: Cooccurrences,
    frequencies: Frequencies,
    there: Direction,
    back: Direction,
  ) {
    this.#words = words;
    this.#pairs = pairs;
    this.#there = there;
    this.#back = back;
    const { zh, en } = words;
    this.#zhGrowth = zh.depths.map((depth) => Math.exp(NEARNESS * depth));
    this.#enGrowth = en.depths.map((depth) => Math.exp(NEARNESS * depth));
    this.#enDecay = this.#enGrowth.map((growth) => 1 / growth);
    this.#zhChance = new Float64Array(zh.beads.length);
    this.#enChance = new Float64Array(en.words.length);
    this.#zhScales = new Float64Array(zh.beads.length);
    this.#enScales = new Float64Array(en.words.length);
    const enWords = frequencies.en.length;
    this.#pairOf = new Int32Array(enWords);
    this.#forth = new Float64Array(enWords);
    this.#reverse = new Float64Array(enWords);
    this.#forthSums = new Float64Array(enWords);
    this.#reverseSums = new Float64Array(enWords);
    let longest = 0;
    for (let bead = 0; bead + 1 < en.starts.length; bead++)
      longest = Math.max(longest, en.starts[bead + 1]! - en.starts[bead]!);
    this.#near = new Float64Array(longest);
    this.#weighChance(frequencies);
  }

  /** Chance makes each word as often as texts do, at every place alike. */
  #weighChance(frequencies: Frequencies): void {
    const { zh, en } = this.#words;
    const [enGrowth, enDecay] = [this.#enGrowth, this.#enDecay];
    const [zhChance, enChance] = [this.#zhChance, this.#enChance];
    for (let word = 0; word + 1 < zh.starts.length; word++) {
      for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
        const growth = this.#zhGrowth[place]!;
        const decay = 1 / growth;
        const end = en.starts[zh.beads[place]! + 1]!;
        let sum = 0;
        for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
          const near = smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
          sum += near;
          enChance[n]! += near;
        }
        zhChance[place] = sum * frequencies.zh[word]!;
      }
    }
    for (let n = 0; n < enChance.length; n++) enChance[n]! *= frequencies.en[en.words[n]!]!;
  }

  /** Sets the counts of both directions to what the words of all beads share out. */
  count(): void {
    const { en, confidences } = this.#words;
    const words = this.#pairs.starts.length - 1;
    const scales = this.#enScales;
    scales.set(this.#enChance);
    for (let word = 0; word < words; word++) this.#addWeights(word);
    for (let bead = 0; bead < confidences.length; bead++) {
      const end = en.starts[bead + 1]!;
      for (let n = en.starts[bead]!; n < end; n++) scales[n] = confidences[bead]! / scales[n]!;
    }
    for (let word = 0; word < words; word++) this.#countWord(word);
  }

  /** Adds the weights of a Chinese word as a maker to the sums by English place that are to become scales. */
  #addWeights(word: number): void {
    const { zh, en } = this.#words;
    const { starts, en: enOf } = this.#pairs;
    const [enGrowth, enDecay, sums, forth] = [this.#enGrowth, this.#enDecay, this.#enScales, this.#forth];
    const { probabilities } = this.#there;
    const enWords = en.words;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++)
      forth[enOf[pair]!] = probabilities[pair]!;
    for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
      const growth = this.#zhGrowth[place]!;
      const decay = 1 / growth;
      const end = en.starts[zh.beads[place]! + 1]!;
      for (let n = en.starts[zh.beads[place]!]!; n < end; n++) {
        sums[n]! += smaller(growth * enDecay[n]!, decay * enGrowth[n]!) * forth[enWords[n]!]!;
      }
    }
  }

  /** Counts the pairs of a Chinese word. Shares are added up but for their common factor, the probability of the pair. */
  #countWord(word: number): void {
    const { zh, en, confidences } = this.#words;
    const { starts, en: enOf } = this.#pairs;
    const [enGrowth, enDecay, enScales, near] = [this.#enGrowth, this.#enDecay, this.#enScales, this.#near];
    const [reverse, forthSums, reverseSums] = [this.#reverse, this.#forthSums, this.#reverseSums];
    const enWords = en.words;
    const probabilities = this.#back.probabilities;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++)
      reverse[enOf[pair]!] = probabilities[pair]!;
    for (let place = zh.starts[word]!; place < zh.starts[word + 1]!; place++) {
      const growth = this.#zhGrowth[place]!;
      const decay = 1 / growth;
      const start = en.starts[zh.beads[place]!]!;
      const end = en.starts[zh.beads[place]! + 1]!;
      let weights = this.#zhChance[place]!;
      for (let n = start; n < end; n++) {
        const nearness = smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
        const e = enWords[n]!;
        near[n - start] = nearness;
        weights += nearness * reverse[e]!;
        forthSums[e]! += nearness * enScales[n]!;
      }
      const scale = confidences[zh.beads[place]!]! / weights;
      this.#zhScales[place] = scale;
      for (let n = start; n < end; n++) reverseSums[enWords[n]!]! += near[n - start]! * scale;
    }
    this.#storeCounts(word);
  }

  #storeCounts(word: number): void {
    const { starts, en: enOf } = this.#pairs;
    const { probabilities: forth, counts: forthCounts } = this.#there;
    const { probabilities: reverse, counts: reverseCounts } = this.#back;
    const [forthSums, reverseSums] = [this.#forthSums, this.#reverseSums];
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++) {
      const e = enOf[pair]!;
      forthCounts[pair] = forthSums[e]! * forth[pair]!;
      reverseCounts[pair] = reverseSums[e]! * reverse[pair]!;
      forthSums[e] = 0;
      reverseSums[e] = 0;
    }
  }

  /**
   * Visits each pair in each of its beads, Chinese word by Chinese word, with the shares that it had there when words were
   * counted last, if one of them is more than `least`. Where words stand in a bead twice, shares are the sums of all.
   */
  eachShare(least: number, visit: VisitShare): void {
    for (let word = 0; word + 1 < this.#pairs.starts.length; word++) this.#eachShareOf(word, least, visit);
  }

  #eachShareOf(word: number, least: number, visit: VisitShare): void {
    const { zh, en } = this.#words;
    const { starts, en: enOf } = this.#pairs;
    const [enGrowth, enDecay, enScales, zhScales] = [
      this.#enGrowth,
      this.#enDecay,
      this.#enScales,
      this.#zhScales,
    ];
    const [pairOf, forthSums, reverseSums] = [this.#pairOf, this.#forthSums, this.#reverseSums];
    const [forth, reverse] = [this.#there.probabilities, this.#back.probabilities];
    const enWords = en.words;
    for (let pair = starts[word]!; pair < starts[word + 1]!; pair++) pairOf[enOf[pair]!] = pair;
    const last = zh.starts[word + 1]! - 1;
    for (let place = zh.starts[word]!; place <= last; place++) {
      const growth = this.#zhGrowth[place]!;
      const decay = 1 / growth;
      const bead = zh.beads[place]!;
      const start = en.starts[bead]!;
      const end = en.starts[bead + 1]!;
      const zhScale = zhScales[place]!;
      for (let n = start; n < end; n++) {
        const near = smaller(growth * enDecay[n]!, decay * enGrowth[n]!);
        forthSums[enWords[n]!]! += near * enScales[n]!;
        reverseSums[enWords[n]!]! += near * zhScale;
      }
      if (place < last && zh.beads[place + 1] === bead) continue;
      for (let n = start; n < end; n++) {
        const e = enWords[n]!;
        const pair = pairOf[e]!;
        const forthShare = forthSums[e]! * forth[pair]!;
        const reverseShare = reverseSums[e]! * reverse[pair]!;
        if (forthShare > least || reverseShare > least) visit(bead, pair, forthShare, reverseShare);
        forthSums[e] = 0;
        reverseSums[e] = 0;
      }
    }
  }
}

type VisitShare = (bead: number, pair: number, zhToEn: number, enToZh: number) => void;

/** Faster than Math.min, which has to think of NaN and -0. */
function smaller(x: number, y: number): number {
  return x < y ? x : y;
}
