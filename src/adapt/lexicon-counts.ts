import type { Evidence } from '../evidence/evidence.ts';
import { tablesOfLexicon } from '../evidence/lexicon-tables.ts';
import type { Found } from '../search/search.ts';
import { type Example, examplesIn } from './examples.ts';
import { type Estimate, estimate, wordsTogether } from './model-one.ts';

/** How often a Chinese and an English word, given by their keys, have translated each other. */
export interface PairCount {
  readonly zh: string;
  readonly en: string;
  /** The number of times that the Chinese word is expected to have become the English one, in the beads of all documents. */
  readonly zhToEn: number;
  readonly enToZh: number;
  /** The number of beads that speak for it, those aside that repeat the words of an earlier one. */
  readonly beads: number;
}

/**
 * What documents have taught of words, as expected counts: those of other documents can be added. The pseudo-counts of
 * the dictionary are not in them.
 */
export interface LexiconCounts {
  /** In order of first appearance. */
  readonly pairs: readonly PairCount[];
  /** By key of a Chinese word the sum of its `zhToEn`, those of pairs too rare to be listed included … */
  readonly zhTotals: ReadonlyMap<string, number>;
  /** … and by key of an English word that of its `enToZh`. */
  readonly enTotals: ReadonlyMap<string, number>;
}

/** Pairs that are expected less often in both directions are left out. */
const WORTH_KEEPING = 0.05;
/** A bead speaks for a pair that is expected in it more often than that, in either direction. */
const SUPPORT = 0.1;

/**
 * The expected counts of pairs of words in the two-sided beads of documents, by the last iteration of IBM model 1.
 *
 * @param found for each pair of parts of the evidence its beads, each of which counts as far as it is to be believed
 */
export function lexiconCounts(evidence: Evidence, found: readonly Found[]): LexiconCounts {
  const examples = examplesIn(evidence, found);
  const frequencies = { zh: evidence.zhFrequency, en: evidence.enFrequency };
  const prior = tablesOfLexicon(evidence.lexicon);
  const together = wordsTogether(frequencies, examples);
  const there = estimate('zhToEn', prior.zhToEn, together);
  const back = estimate('enToZh', prior.enToZh, together);
  const [zhToEn, enToZh] = [there.direction, back.direction];
  const beads = supportOf([there, back], examples);
  const { zh, en } = evidence.vocabularies;
  const pairs: PairCount[] = [];
  for (const pair of together.byAppearance) {
    const counts = { zhToEn: zhToEn.counts[pair]!, enToZh: enToZh.counts[pair]! };
    if (counts.zhToEn < WORTH_KEEPING && counts.enToZh < WORTH_KEEPING) continue;
    const [zhKey, enKey] = [zh.keys[zhToEn.from[pair]!]!, en.keys[enToZh.from[pair]!]!];
    pairs.push({ zh: zhKey, en: enKey, ...counts, beads: beads[pair]! });
  }
  return { pairs, zhTotals: byKey(zhToEn.totals, zh.keys), enTotals: byKey(enToZh.totals, en.keys) };
}

/** By number of pair, how many beads of different words speak for it. */
function supportOf(estimates: readonly Estimate[], examples: readonly Example[]): Int32Array {
  const isRepeated = repetitionsIn(examples);
  const beads = new Int32Array(estimates[0]!.direction.from.length);
  const seen = new Set<number>();
  for (const { sharing } of estimates) {
    sharing.eachShare(SUPPORT, (bead, pair) => {
      const both = pair * examples.length + bead;
      if (isRepeated[bead] || seen.has(both)) return;
      seen.add(both);
      beads[pair]!++;
    });
  }
  return beads;
}

/** Which beads have the words of an earlier one on both sides, as those of refrains, headlines and versions of one story. */
function repetitionsIn(examples: readonly Example[]): boolean[] {
  const seen = new Set<string>();
  return examples.map(({ zh, en }) => {
    const words = `${zh.join()}|${en.join()}`;
    const isRepeated = seen.has(words);
    seen.add(words);
    return isRepeated;
  });
}

/** The totals of words that stand in beads to be believed. */
function byKey(totals: Float64Array, keys: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (let word = 0; word < totals.length; word++) {
    if (totals[word]!) sums.set(keys[word]!, totals[word]!);
  }
  return sums;
}
