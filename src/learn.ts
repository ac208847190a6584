import { type LexiconCounts, lexiconCounts } from './adapt/lexicon-counts.ts';
import type { PartPair } from './align.ts';
import { readEvidenceAside } from './evidence/evidence.ts';
import type { LearntLexicon, LearntPair, LearntWord } from './evidence/learnt-lexicon.ts';
import type { Vocabulary } from './evidence/vocabulary.ts';
import { LONGEST, type Term } from './model.ts';
import { bindLinks } from './read/bind.ts';
import { alignInRounds, LEARNT } from './rounds/rounds.ts';

export interface LearnOptions {
  /** Terms and names with their translations, for all pairs. */
  readonly glossary?: readonly Term[];
}

/** A pair that one bead alone has shown would only confirm that bead when it is aligned again. */
const FEWEST_BEADS = 2;
/** So many word pairs are kept while counting, some 300 MiB; beyond, those that fewest beads have shown are dropped. */
const MOST_PAIRS = 2_000_000;

/**
 * A lexicon of what pairs of parts teach of words, for `AlignOptions.lexicon`. The pairs are aligned together, and held:
 * of more than memory has room for, take a sample. The method is IBM model 1 (Brown et al. 1993) on the beads found.
 */
export async function learnLexicon(
  pairs: readonly PartPair[],
  options: LearnOptions = {},
): Promise<LearntLexicon> {
  const sum = new LexiconSum();
  sum.add(await countWords(pairs, options));
  return sum.lexicon();
}

/** What pairs that are aligned together show of words: all of it, to be summed up. Plain data. */
export async function countWords(
  pairs: readonly PartPair[],
  { glossary }: LearnOptions = {},
): Promise<LearntLexicon> {
  const bound = pairs.map(({ zh, en, links = [] }) => bindLinks(links, zh, en, LONGEST));
  const evidence = await readEvidenceAside(pairs, glossary);
  const { found } = await alignInRounds(evidence, bound, LEARNT);
  const counts = lexiconCounts(evidence, found);
  const { zh, en } = evidence.vocabularies;
  return {
    zhTokens: zh.total,
    enTokens: en.total,
    zh: wordsOf(zh, counts.zhTotals),
    en: wordsOf(en, counts.enTotals),
    pairs: counts.pairs.filter(({ zh: one, en: other }) => isPlain(one) && isPlain(other)),
  };
}

function wordsOf({ keys, counts }: Vocabulary, totals: LexiconCounts['zhTotals']): LearntWord[] {
  return keys
    .map((word, id) => ({ word, count: counts[id]!, total: totals.get(word) ?? 0 }))
    .filter(({ word }) => isPlain(word));
}

/** Words with a tab or a line break have no place in a table. */
const isPlain = (word: string) => !/[\t\r\n\u2028\u2029]/.test(word);

/** Sums up counts; what comes out depends on the order in which they are added, so keep to one. */
export class LexiconSum {
  #zhTokens = 0;
  #enTokens = 0;
  readonly #zh = new Map<string, LearntWord>();
  readonly #en = new Map<string, LearntWord>();
  #pairs = new Map<string, LearntPair>();

  add(counts: LearntLexicon): void {
    this.#zhTokens += counts.zhTokens;
    this.#enTokens += counts.enTokens;
    addWords(this.#zh, counts.zh);
    addWords(this.#en, counts.en);
    for (const pair of counts.pairs) {
      const key = `${pair.zh}\t${pair.en}`;
      const known = this.#pairs.get(key);
      this.#pairs.set(key, known ? joined(known, pair) : pair);
    }
    for (let beads = 1; this.#pairs.size > MOST_PAIRS; beads++) {
      this.#pairs = new Map([...this.#pairs].filter(([, pair]) => pair.beads > beads));
    }
  }

  /** What enough beads have shown, in the order of the code points. */
  lexicon(): LearntLexicon {
    const pairs = [...this.#pairs.values()].filter(({ beads }) => beads >= FEWEST_BEADS);
    return {
      zhTokens: this.#zhTokens,
      enTokens: this.#enTokens,
      zh: sortedWords(this.#zh),
      en: sortedWords(this.#en),
      pairs: pairs.sort((a, b) => inOrder(a.zh, b.zh) || inOrder(a.en, b.en)),
    };
  }
}

function addWords(sums: Map<string, LearntWord>, words: readonly LearntWord[]): void {
  for (const { word, count, total } of words) {
    const known = sums.get(word);
    sums.set(word, { word, count: count + (known?.count ?? 0), total: total + (known?.total ?? 0) });
  }
}

function joined(one: LearntPair, other: LearntPair): LearntPair {
  return {
    zh: one.zh,
    en: one.en,
    zhToEn: one.zhToEn + other.zhToEn,
    enToZh: one.enToZh + other.enToZh,
    beads: one.beads + other.beads,
  };
}

function sortedWords(words: ReadonlyMap<string, LearntWord>): LearntWord[] {
  const often = [...words.values()].filter(({ count }) => count > 1);
  return often.sort((a, b) => inOrder(a.word, b.word));
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
