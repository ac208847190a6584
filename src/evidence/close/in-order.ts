import { UNEXPLAINED } from '../explained.ts';
import type { PlacedWords } from './placed-words.ts';

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
/** How fast words become strangers as they stand further apart, for beads with so many words on their longer side. */
export function steepnessFor(words: number): number {
  return Math.sqrt(words) / REACH;
}

/**
 * How well words are explained by words at about the same place of the other side (after the diagonal of Dyer, Chahuneau
 * and Smith 2013). Within a bead of several sentences this tells whether the last of them says what the last clause of
 * the other side says, which a bag of words cannot.
 *
 * @param from and `to`: the words, both made equally steep
 * @param probabilities p(to | from), for each type of `to` those of `from`
 * @param frequency of each word of `to`, by word number
 */
export function explainInOrder(
  from: PlacedWords,
  to: PlacedWords,
  probabilities: Float64Array,
  frequency: Float64Array,
): WordsExplained {
  const { count, typeCount, types, places, growth, decay } = from;
  const inBag = new LogProduct();
  const inOrder = new LogProduct();
  let strangers = 0;
  let explained = 0;
  let split = 0;
  for (let j = 0; j < to.count; j++) {
    while (split < count && places[split]! <= to.places[j]!) split++;
    const row = to.types[j]! * typeCount;
    let bag = 0;
    let before = 0;
    let behind = 0;
    for (let i = 0; i < split; i++) {
      const probability = probabilities[row + types[i]!]!;
      bag += probability;
      before += probability * growth[i]!;
    }
    for (let i = split; i < count; i++) {
      const probability = probabilities[row + types[i]!]!;
      bag += probability;
      behind += probability * decay[i]!;
    }
    if (!bag) {
      strangers++;
      continue;
    }
    const chance = frequency[to.words[to.types[j]!]!]!;
    const near = before * to.decay[j]! + behind * to.growth[j]!;
    const all = from.growthBefore[split]! * to.decay[j]! + from.decayBehind[split]! * to.growth[j]!;
    const ordered = near / all / chance;
    inBag.multiply(UNEXPLAINED + (1 - UNEXPLAINED) * (bag / count / chance));
    inOrder.multiply(UNEXPLAINED + (1 - UNEXPLAINED) * ordered);
    if (ordered > WELL) explained++;
  }
  return {
    inBag: inBag.logarithm + strangers * FLOOR,
    gain: inOrder.logarithm - inBag.logarithm,
    explained: explained / Math.sqrt(to.count + 1),
  };
}

const FLOOR = Math.log(UNEXPLAINED);

/** Beyond it a product is put away as a logarithm, long before it could overflow. */
const LARGE = 1e150;

/** The logarithm of a product: one for many factors, of which none is larger than LARGE or smaller than 1 over it. */
class LogProduct {
  #product = 1;
  #sum = 0;

  multiply(factor: number): void {
    this.#product *= factor;
    if (this.#product > LARGE || this.#product < 1 / LARGE) {
      this.#sum += Math.log(this.#product);
      this.#product = 1;
    }
  }

  get logarithm(): number {
    return this.#sum + Math.log(this.#product);
  }
}
