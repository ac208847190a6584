import type { Lexicon } from './lexicon.ts';
import { type Row, RowsMaker, viewsOf } from './rows.ts';
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
  readonly zh: LearntRows;
  readonly en: LearntRows;
}

/** What the words of one language become. */
interface LearntRows {
  /** The words of the language, numbered from 0 on. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By number; none for a word of which only the other language tells. */
  readonly rows: readonly (LearntRow | undefined)[];
}

interface LearntRow {
  readonly total: number;
  /** The numbers of the words that it becomes, and how often. */
  readonly words: Int32Array;
  readonly counts: Float64Array;
}

const laidOut = new WeakMap<LearntLexicon, LearntTables>();

/** Lays a lexicon out; once, however often it is asked for. */
export function tablesOf(lexicon: LearntLexicon): LearntTables {
  let tables = laidOut.get(lexicon);
  if (!tables) {
    const zh = new LearntWords(lexicon.zh);
    const en = new LearntWords(lexicon.en);
    for (const pair of lexicon.pairs) {
      const [z, e] = [zh.number(pair.zh), en.number(pair.en)];
      zh.add(z, e, pair.zhToEn);
      en.add(e, z, pair.enToZh);
    }
    tables = { zh: zh.finish(), en: en.finish() };
    laidOut.set(lexicon, tables);
  }
  return tables;
}

/** Gathers what the words of a language become. */
class LearntWords {
  readonly #numbers = new Map<string, number>();
  readonly #becomes: Map<number, number>[] = [];
  readonly #totals: number[] = [];

  constructor(words: readonly LearntWord[]) {
    for (const { word, total } of words) {
      const number = this.number(word);
      this.#totals[number] = total;
      this.#becomes[number] = new Map();
    }
  }

  number(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  add(word: number, other: number, count: number): void {
    this.#becomes[word]?.set(other, count);
  }

  finish(): LearntRows {
    const rows = this.#becomes.map(
      (becomes, word): LearntRow => ({
        total: this.#totals[word]!,
        words: Int32Array.from(becomes.keys()),
        counts: Float64Array.from(becomes.values()),
      }),
    );
    return { numbers: this.#numbers, rows };
  }
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
  const [zhKnown, enKnown] = [knownWords(zh, zhVocabulary), knownWords(en, enVocabulary)];
  return {
    zhToEn: joined(dictionary.zhToEn, zhKnown, enKnown, new RowsMaker(enVocabulary.keys.length)),
    enToZh: joined(dictionary.enToZh, enKnown, zhKnown, new RowsMaker(zhVocabulary.keys.length)),
  };
}

/** The words of the documents of which a learnt lexicon knows. */
interface KnownWords {
  /** What each word of the documents becomes, by its number there. */
  readonly rows: readonly (LearntRow | undefined)[];
  /** By number in the lexicon that in the documents, plus 1; 0 for none. */
  readonly places: Int32Array;
}

function knownWords({ numbers, rows }: LearntRows, { keys }: Vocabulary): KnownWords {
  const places = new Int32Array(numbers.size);
  const known = keys.map((key, id) => {
    const number = numbers.get(key);
    if (number === undefined) return undefined;
    places[number] = id + 1;
    return rows[number];
  });
  return { rows: known, places };
}

function joined(rows: readonly Row[], from: KnownWords, { places }: KnownWords, maker: RowsMaker): Row[] {
  const isMixed = rows.map((_, id) => (from.rows[id]?.total ?? 0) !== 0);
  for (const [id, row] of rows.entries()) {
    if (isMixed[id]) mix(row, from.rows[id]!, places, maker);
    maker.endRow();
  }
  const mixed = viewsOf(maker.finish());
  return rows.map((row, id) => (isMixed[id] ? mixed[id]! : row));
}

function mix(
  { ids, probabilities }: Row,
  { total, words, counts }: LearntRow,
  places: Int32Array,
  maker: RowsMaker,
) {
  const scale = 1 / (DICTIONARY_STRENGTH + total);
  for (let k = 0; k < ids.length; k++) maker.add(ids[k]!, DICTIONARY_STRENGTH * scale * probabilities[k]!);
  for (let k = 0; k < words.length; k++) {
    const place = places[words[k]!]!;
    if (place > 0) maker.add(place - 1, scale * counts[k]!);
  }
}
