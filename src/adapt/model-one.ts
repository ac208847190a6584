import type { Rows } from '../evidence/rows.ts';
import { type BeadWords, layOutBeads } from './bead-words.ts';
import { byAppearance, type Cooccurrences, cooccurrencesIn } from './cooccurrences.ts';
import { Direction } from './direction.ts';
import type { Example } from './examples.ts';
import { ChineseSharing, EnglishSharing, type Frequencies, type Sharing } from './sharing.ts';

const ITERATIONS = 4;

/** The words of beads, from which either direction is learnt, in tables that threads share. */
export interface WordsTogether {
  readonly words: BeadWords;
  readonly pairs: Cooccurrences;
  /** The numbers of pairs in order of first appearance. */
  readonly byAppearance: Int32Array;
  readonly frequencies: Frequencies;
}

export function wordsTogether(frequencies: Frequencies, examples: readonly Example[]): WordsTogether {
  const words = layOutBeads(examples, frequencies.zh.length);
  const pairs = cooccurrencesIn(words, frequencies.en.length);
  return { words, pairs, byAppearance: byAppearance(pairs, words.zh.beads.length), frequencies };
}

/** What the last iteration has come to in one direction. */
export interface Estimate {
  /** With the counts of the last iteration, and the probabilities by which it went. */
  readonly direction: Direction;
  /** How it shared the words of each bead out. */
  readonly sharing: Sharing;
}

/**
 * IBM model 1 (Brown et al. 1993) of the words of beads in one direction, with the dictionary as a Dirichlet prior and chance as
 * the alternative of each word.
 */
export function estimate(way: 'zhToEn' | 'enToZh', prior: Rows, together: WordsTogether): Estimate {
  const { direction, sharing } =
    way === 'zhToEn' ? towardsEnglish(prior, together) : towardsChinese(prior, together);
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    sharing.count();
    direction.sumCounts();
    if (iteration < ITERATIONS) direction.maximise();
  }
  return { direction, sharing };
}

function towardsEnglish(prior: Rows, { words, pairs, frequencies: { en } }: WordsTogether): Estimate {
  const direction = new Direction(prior, pairs.zh, pairs.en, en.length);
  return { direction, sharing: new EnglishSharing(words, pairs, direction, en) };
}

function towardsChinese(prior: Rows, { words, pairs, frequencies: { zh, en } }: WordsTogether): Estimate {
  const direction = new Direction(prior, pairs.en, pairs.zh, zh.length);
  return { direction, sharing: new ChineseSharing(words, pairs, direction, zh, en.length) };
}
