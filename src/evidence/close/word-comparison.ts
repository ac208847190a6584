import type { Bead } from '../../model.ts';
import type { Evidence } from '../evidence.ts';
import type { LexiconTables } from '../lexicon-tables.ts';
import type { PlacedSentences } from '../side.ts';
import type { PairLessons } from '../stretch.ts';
import { explainInOrder, steepnessFor, type WordsExplained } from './in-order.ts';
import { RowRoom } from './nearby-rows.ts';
import { PlacedWords } from './placed-words.ts';
import { WordPairs } from './word-pairs.ts';

interface BothSides {
  readonly zh: PlacedSentences;
  readonly en: PlacedSentences;
}

/** Of all comparisons: a bead is compared at a time. */
const ROOMS = { zhToEn: new RowRoom(), enToZh: new RowRoom() };

/** Compares the words of both sides of two-sided beads, one bead after the other. What it keeps of a bead is gone with the next one. */
export class WordComparison {
  readonly #sides: BothSides;
  readonly #zhFrequency: Float64Array;
  readonly #enFrequency: Float64Array;
  readonly #zhWords: PlacedWords;
  readonly #enWords: PlacedWords;
  readonly #zhToEn: WordPairs;
  readonly #enToZh: WordPairs;

  constructor(
    sides: BothSides,
    { zhFrequency, enFrequency }: Pick<Evidence, 'zhFrequency' | 'enFrequency'>,
    lexicon: LexiconTables,
    lessons?: PairLessons,
  ) {
    this.#sides = sides;
    this.#zhFrequency = zhFrequency;
    this.#enFrequency = enFrequency;
    this.#zhWords = new PlacedWords(zhFrequency.length);
    this.#enWords = new PlacedWords(enFrequency.length);
    const { zhToEn, enToZh } = lexicon;
    this.#zhToEn = new WordPairs(zhToEn, sides.en.words, enFrequency.length, lessons?.zhToEn, ROOMS.zhToEn);
    this.#enToZh = new WordPairs(enToZh, sides.zh.words, zhFrequency.length, lessons?.enToZh, ROOMS.enToZh);
  }

  /** How the Chinese words of a two-sided bead are explained by the English ones, and the reverse. */
  explain({ zh, en }: Bead): { readonly zhSide: WordsExplained; readonly enSide: WordsExplained } {
    const [zhWords, enWords] = [this.#zhWords, this.#enWords];
    zhWords.read(this.#sides.zh, zh);
    enWords.read(this.#sides.en, en);
    const steepness = steepnessFor(Math.max(zhWords.count, enWords.count));
    zhWords.steepen(steepness);
    enWords.steepen(steepness);
    this.#zhToEn.read(zhWords, enWords, { from: zh, to: en });
    this.#enToZh.read(enWords, zhWords, { from: en, to: zh });
    return {
      zhSide: explainInOrder(enWords, zhWords, this.#enToZh.probabilities, this.#zhFrequency),
      enSide: explainInOrder(zhWords, enWords, this.#zhToEn.probabilities, this.#enFrequency),
    };
  }
}
