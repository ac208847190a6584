import type { Lexicon } from '../evidence/lexicon.ts';
import { layOutBeads } from './bead-words.ts';
import { byAppearance, cooccurrencesIn } from './cooccurrences.ts';
import { Direction } from './direction.ts';
import type { Example } from './examples.ts';
import { type Frequencies, Sharing } from './sharing.ts';

const ITERATIONS = 4;

/** What the last iteration has come to. */
export interface Estimate {
  /** With the counts of the last iteration, and the probabilities by which it went. */
  readonly zhToEn: Direction;
  readonly enToZh: Direction;
  /** How it shared the words of each bead out. */
  readonly sharing: Sharing;
  /** The numbers of pairs in order of first appearance. */
  readonly byAppearance: Int32Array;
}

/**
 * IBM model 1 (Brown et al. 1993) of the words of beads, with the dictionary as a Dirichlet prior and chance as the
 * alternative of each word, in both directions.
 */
export function estimate(prior: Lexicon, frequencies: Frequencies, examples: readonly Example[]): Estimate {
  const [zhWords, enWords] = [frequencies.zh.length, frequencies.en.length];
  const words = layOutBeads(examples, zhWords);
  const pairs = cooccurrencesIn(words, enWords);
  const zhToEn = new Direction(prior.zhToEn, pairs.zh, pairs.en, enWords);
  const enToZh = new Direction(prior.enToZh, pairs.en, pairs.zh, zhWords);
  const sharing = new Sharing(words, pairs, frequencies, zhToEn, enToZh);
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    sharing.count();
    for (const direction of [zhToEn, enToZh]) {
      direction.sumCounts();
      if (iteration < ITERATIONS) direction.maximise();
    }
  }
  return { zhToEn, enToZh, sharing, byAppearance: byAppearance(pairs, words.zh.beads.length) };
}
