import type { Bead } from '../../model.ts';
import type { Side } from '../side.ts';
import { explainInOrder, type WordsExplained } from './in-order.ts';
import { placedWords, type WordPairs } from './word-pairs.ts';

/** What the explanation of words needs to know. */
export interface WordEvidence {
  readonly wordPairs: WordPairs;
  readonly zhFrequency: Float64Array;
  readonly enFrequency: Float64Array;
}

/** How the Chinese words of a two-sided bead are explained by the English ones, and the reverse. */
export function explainBoth(
  { wordPairs, zhFrequency, enFrequency }: WordEvidence,
  sides: { readonly zh: Side; readonly en: Side },
  bead: Bead,
): { readonly zhSide: WordsExplained; readonly enSide: WordsExplained } {
  const zhWords = placedWords(sides.zh, bead.zh);
  const enWords = placedWords(sides.en, bead.en);
  const pairs = wordPairs.of(bead);
  const toEn = pairs.map((pair) => ({ from: pair.zh, to: pair.en, probability: pair.enGivenZh }));
  const toZh = pairs.map((pair) => ({ from: pair.en, to: pair.zh, probability: pair.zhGivenEn }));
  return {
    zhSide: explainInOrder(enWords, zhWords, toZh, zhFrequency),
    enSide: explainInOrder(zhWords, enWords, toEn, enFrequency),
  };
}
