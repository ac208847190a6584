import type { Evidence } from '../evidence/evidence.ts';
import { size } from '../model.ts';
import type { Found } from '../search/search.ts';
import { adapt } from './adapt.ts';

/** A pair of words and how often each is expected to have become the other. */
export interface CountedPair {
  readonly zh: string;
  readonly en: string;
  readonly zhToEn: number;
  readonly enToZh: number;
  /** The number of beads that show it. */
  readonly beads: number;
}

export interface LexiconCounts {
  readonly pairs: readonly CountedPair[];
  /** For each word the sum of what it is expected to have become. */
  readonly zhTotals: ReadonlyMap<string, number>;
  readonly enTotals: ReadonlyMap<string, number>;
}

/** Smaller expected counts say nothing. */
const LEAST_COUNT = 0.05;

interface Sums {
  zhToEn: number;
  enToZh: number;
  beads: number;
}

/** What the beads that were found show of words: expected counts by IBM model 1, each bead as far as it is believed. */
export function lexiconCounts(evidence: Evidence, found: readonly Found[]): LexiconCounts {
  const { lexicon } = adapt(evidence, found);
  const tables = {
    zh: lexicon.zhToEn.map((row) => new Map(Array.from(row.ids, (id, k) => [id, row.probabilities[k]!]))),
    en: lexicon.enToZh.map((row) => new Map(Array.from(row.ids, (id, k) => [id, row.probabilities[k]!]))),
  };
  const [zhKeys, enKeys] = [evidence.vocabularies.zh.keys, evidence.vocabularies.en.keys];
  const sums = new Map<number, Sums>();
  const zhTotals = new Map<string, number>();
  const enTotals = new Map<string, number>();
  const width = enKeys.length;
  found.forEach(({ beads, probabilities }, pair) => {
    const { zh, en } = evidence.pairs[pair]!;
    beads.forEach((bead, k) => {
      if (!size(bead.zh) || !size(bead.en)) return;
      const zhWords = zh.words.slice(bead.zh.start, bead.zh.end).flatMap((words) => Array.from(words));
      const enWords = en.words.slice(bead.en.start, bead.en.end).flatMap((words) => Array.from(words));
      const seen = new Set<number>();
      const add = (z: number, e: number, share: number, way: 'zhToEn' | 'enToZh') => {
        const key = z * width + e;
        const sum = sums.get(key) ?? { zhToEn: 0, enToZh: 0, beads: 0 };
        sums.set(key, sum);
        sum[way] += share;
        if (share >= LEAST_COUNT && !seen.has(key)) {
          seen.add(key);
          sum.beads++;
        }
      };
      const total = (totals: Map<string, number>, key: string, share: number) =>
        totals.set(key, (totals.get(key) ?? 0) + share);
      shareOut(zhWords, enWords, tables.zh, evidence.enFrequency, probabilities[k]!, (z, e, share) => {
        add(z, e, share, 'zhToEn');
        total(zhTotals, zhKeys[z]!, share);
      });
      shareOut(enWords, zhWords, tables.en, evidence.zhFrequency, probabilities[k]!, (e, z, share) => {
        add(z, e, share, 'enToZh');
        total(enTotals, enKeys[e]!, share);
      });
    });
  });
  const pairs = Array.from(sums, ([key, sum]) => ({
    zh: zhKeys[Math.floor(key / width)]!,
    en: enKeys[key % width]!,
    ...sum,
  })).filter(({ beads }) => beads > 0);
  return { pairs, zhTotals, enTotals };
}

function shareOut(
  from: readonly number[],
  to: readonly number[],
  tables: readonly ReadonlyMap<number, number>[],
  frequency: Float64Array,
  confidence: number,
  tell: (from: number, to: number, share: number) => void,
): void {
  for (const word of to) {
    const chances = from.map((one) => tables[one]!.get(word) ?? 0);
    const sum = chances.reduce((total, chance) => total + chance, from.length * frequency[word]!);
    chances.forEach((chance, i) => {
      if (chance > 0) tell(from[i]!, word, (confidence * chance) / sum);
    });
  }
}
