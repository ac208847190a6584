import { UNEXPLAINED } from '../explained.ts';
import type { PlacedWords } from './word-pairs.ts';

/** One word of the side that explains, one of the side that is explained, and p(explained word | explaining word). */
export interface Explaining {
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** How the words of one side of a bead are explained by the other. */
export interface WordsExplained {
  /** By all of its words alike, in nats, as `Explained` has it. */
  readonly inBag: number;
  /** What is gained over that by the order of the words. */
  readonly gain: number;
  /** The number of words that are explained well, over the root of the number of words. */
  readonly explained: number;
}

/** A word that is this many times as likely as chance is explained well. */
const WELL = 4;
/**
 * Words so many times the root of the number of words apart go together e times less often than those at one place. Other
 * shapes (Laplace with a fixed share, Gaussian, a mixture with an even one) differed by less than .004 nats a bead.
 */
const REACH = 2.5;

/**
 * How well words are explained by words at about the same place of the other side (after the diagonal of Dyer, Chahuneau
 * and Smith 2013). Within a bead of several sentences this tells whether the last of them says what the last clause of
 * the other side says, which a bag of words cannot.
 *
 * @param frequency of each word of `to`, by word number
 */
export function explainInOrder(
  from: PlacedWords,
  to: PlacedWords,
  pairs: readonly Explaining[],
  frequency: Float64Array,
): WordsExplained {
  const count = to.ids.length;
  const steepness = Math.sqrt(Math.max(from.ids.length, count)) / REACH;
  const nearness = (i: number, j: number) => Math.exp(-steepness * Math.abs(from.places[i]! - to.places[j]!));
  const bag = new Float64Array(count);
  const near = new Float64Array(count);
  for (const pair of pairs) {
    bag[pair.to]! += pair.probability;
    near[pair.to]! += pair.probability * nearness(pair.from, pair.to);
  }
  let inBag = 0;
  let gain = 0;
  let explained = 0;
  for (let j = 0; j < count; j++) {
    if (!bag[j]) {
      inBag += FLOOR;
      continue;
    }
    let all = 0;
    for (let i = 0; i < from.ids.length; i++) all += nearness(i, j);
    const chance = frequency[to.ids[j]!]!;
    const ordered = near[j]! / all / chance;
    const plain = logRatio(bag[j]! / from.ids.length / chance);
    inBag += plain;
    gain += logRatio(ordered) - plain;
    if (ordered > WELL) explained++;
  }
  return { inBag, gain, explained: explained / Math.sqrt(count + 1) };
}

const FLOOR = Math.log(UNEXPLAINED);
const logRatio = (ratio: number) => Math.log(UNEXPLAINED + (1 - UNEXPLAINED) * ratio);
