import type { Lexicon } from './lexicon.ts';
import { type Row, toRow, type Weighted } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A Chinese and an English word that were seen to go together, as keys of the lexicon. */
export interface LearntPair {
  readonly zh: string;
  readonly en: string;
  /** How often the Chinese word is expected to have become the English one, and the other way. */
  readonly zhToEn: number;
  readonly enToZh: number;
  /** The number of beads that showed the pair. */
  readonly beads: number;
}

/** How often a word stood in the texts, and in beads from which it could be learnt what it becomes. */
export interface LearntWord {
  readonly word: string;
  readonly count: number;
  /** The expected count of all that it became. */
  readonly total: number;
}

/** What many aligned documents have taught of words, as counts: sums of counts are again such a lexicon. */
export interface LearntLexicon {
  /** The words of all texts. */
  readonly zhTokens: number;
  readonly enTokens: number;
  readonly zh: readonly LearntWord[];
  readonly en: readonly LearntWord[];
  readonly pairs: readonly LearntPair[];
}

/** Pseudo-count of the dictionary beside what was counted, for each word. */
export const DICTIONARY_STRENGTH = 2;

/** A learnt lexicon, laid out to be looked up. */
export interface LearntTables {
  readonly zhTokens: number;
  readonly enTokens: number;
  readonly zh: ReadonlyMap<string, LearntRow>;
  readonly en: ReadonlyMap<string, LearntRow>;
}

interface LearntRow {
  readonly count: number;
  readonly total: number;
  /** Words that it becomes, and how often. */
  readonly becomes: ReadonlyMap<string, number>;
}

const laidOut = new WeakMap<LearntLexicon, LearntTables>();

/** Lays a lexicon out; once, however often it is asked for. */
export function tablesOf(lexicon: LearntLexicon): LearntTables {
  let tables = laidOut.get(lexicon);
  if (!tables) {
    const zh = rowsBy(lexicon.zh);
    const en = rowsBy(lexicon.en);
    for (const pair of lexicon.pairs) {
      zh.get(pair.zh)?.becomes.set(pair.en, pair.zhToEn);
      en.get(pair.en)?.becomes.set(pair.zh, pair.enToZh);
    }
    tables = { zhTokens: lexicon.zhTokens, enTokens: lexicon.enTokens, zh, en };
    laidOut.set(lexicon, tables);
  }
  return tables;
}

function rowsBy(words: readonly LearntWord[]) {
  return new Map(
    words.map(({ word, count, total }) => [word, { count, total, becomes: new Map<string, number>() }]),
  );
}

/**
 * The lexicon of the dictionaries with what was learnt: each row is (S x dictionary + counts) / (S + total), the mean of
 * the multinomial with the dictionary as Dirichlet prior of strength S.
 */
export function withLearnt(
  dictionary: Lexicon,
  { zh, en }: LearntTables,
  zhVocabulary: Vocabulary,
  enVocabulary: Vocabulary,
): Lexicon {
  return {
    zhToEn: joined(dictionary.zhToEn, zh, zhVocabulary, enVocabulary),
    enToZh: joined(dictionary.enToZh, en, enVocabulary, zhVocabulary),
  };
}

function joined(
  rows: readonly Row[],
  learnt: ReadonlyMap<string, LearntRow>,
  from: Vocabulary,
  to: Vocabulary,
): Row[] {
  return rows.map((row, id) => {
    const known = learnt.get(from.keys[id]!);
    if (!known || known.total === 0) return row;
    const scale = 1 / (DICTIONARY_STRENGTH + known.total);
    const mixed: Weighted = new Map();
    row.ids.forEach((word, k) => {
      mixed.set(word, DICTIONARY_STRENGTH * scale * row.probabilities[k]!);
    });
    for (const [word, count] of known.becomes) {
      const place = to.id(word);
      if (place !== undefined) mixed.set(place, (mixed.get(place) ?? 0) + scale * count);
    }
    return toRow(mixed);
  });
}
