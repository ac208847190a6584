import type { Evidence, PairSides } from '../evidence/evidence.ts';
import { type Bead, type Run, size } from '../model.ts';
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
 * As many pairs of words as there is time and memory for: 44 bytes for each different one (of 2.6 million in 5,000 verses,
 * 0.5 million), and 60 for each word. Of more beads, every second, third … teaches: of 20,000 and 40,000 verses
 * that is not only enough, strict F1 is .9912 and .9904, with twice as many .9899 and .9880.
 */
const MOST_WORD_PAIRS = 6_000_000;

/** The two-sided beads from which to learn, document by document. */
export function examplesIn({ pairs }: Evidence, found: readonly Found[]): Example[] {
  return affordable(found.flatMap((one, document) => examplesOf(pairs[document]!, one, document)));
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
  const sentences = words.slice(start, end);
  const all = new Int32Array(sentences.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sentence of sentences) {
    all.set(sentence, at);
    at += sentence.length;
  }
  return all;
}

function affordable(examples: readonly Example[]): Example[] {
  const short = examples.filter((example) => wordPairs(example) <= LONGEST_LESSON);
  const total = short.reduce((sum, example) => sum + wordPairs(example), 0);
  const step = Math.max(1, Math.ceil(total / MOST_WORD_PAIRS));
  return short.filter((_, k) => k % step === 0);
}

function wordPairs({ zh, en }: Example): number {
  return zh.length * en.length;
}
