import type { Evidence, PairSides } from '../evidence/evidence.ts';
import { type Bead, type Run, size } from '../model.ts';
import { joined } from '../search/flat-beads.ts';
import type { Found } from '../search/search.ts';

/** A two-sided bead with its words, and how far to believe in it. */
export interface Example {
  /** The number of the pair of parts that it stands in. */
  readonly document: number;
  readonly bead: Bead;
  /** The words of all its sentences, in order. */
  readonly zh: Int32Array;
  readonly en: Int32Array;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Longer beads (as pairs of words) are no sentences and teach nothing but that all goes with all. */
const LONGEST_LESSON = 100_000;
/**
 * As many pairs of words as there is memory for: 44 bytes for each different one (of 2.6 million in 5,000 verses, 0.5 million),
 * and 60 for each word.
 */
const MOST_WORD_PAIRS = 6_000_000;
/**
 * A text learns from its shortest beads, for in these it is clearest what goes with what: so many of them as have this
 * many pairs of words, and at least FEWEST_LESSONS. Strict F1 of bible5k is .9944 so, .9926 with all of its 2.6 million pairs,
 * .9922 with every third bead. It rises for x 2 and x 4 as well (.9911 to .9929, .9912 to .9932), and falls for no set of
 * the development data; half as many pairs lose .0007 in mac.
 */
const ENOUGH_WORD_PAIRS = 1_000_000;
/** With fewer of its 239 long beads, plurality_tw_omit falls from .9907 to .9852. */
const FEWEST_LESSONS = 1000;

/** The two-sided beads from all over the documents, as many as there is memory for, document by document. */
export function examplesIn(evidence: Evidence, found: readonly Found[]): Example[] {
  const examples = allExamples(evidence, found);
  const total = examples.reduce((sum, example) => sum + wordPairs(example), 0);
  const step = Math.max(1, Math.ceil(total / MOST_WORD_PAIRS));
  return examples.filter((_, k) => k % step === 0);
}

/** The two-sided beads that are short enough to teach most, document by document. */
export function clearestExamplesIn(evidence: Evidence, found: readonly Found[]): Example[] {
  const examples = allExamples(evidence, found);
  const taken = new Set<Example>();
  let sum = 0;
  for (const example of examples.toSorted((x, y) => wordPairs(x) - wordPairs(y))) {
    sum += wordPairs(example);
    const isEnough = sum > ENOUGH_WORD_PAIRS && taken.size >= FEWEST_LESSONS;
    if (isEnough || sum > MOST_WORD_PAIRS) break;
    taken.add(example);
  }
  return examples.filter((example) => taken.has(example));
}

function allExamples({ pairs }: Evidence, found: readonly Found[]): Example[] {
  return found
    .flatMap((one, document) => examplesOf(pairs[document]!, one, document))
    .filter((example) => wordPairs(example) <= LONGEST_LESSON);
}

function examplesOf({ zh, en }: PairSides, { beads, probabilities }: Found, document: number): Example[] {
  const examples: Example[] = [];
  beads.forEach((bead, k) => {
    if (!size(bead.zh) || !size(bead.en)) return;
    examples.push({
      document,
      bead,
      zh: wordsIn(bead.zh, zh.words),
      en: wordsIn(bead.en, en.words),
      confidence: probabilities[k]!,
    });
  });
  return examples;
}

function wordsIn({ start, end }: Run, words: readonly Int32Array[]): Int32Array {
  if (end - start === 1) return words[start]!;
  return joined(Int32Array, words.slice(start, end));
}

function wordPairs({ zh, en }: Example): number {
  return zh.length * en.length;
}
