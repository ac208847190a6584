import { align } from '../align.ts';
import type { Anchor, Part, Term } from '../model.ts';
import { anchorRarity } from './anchors.ts';
import { candidatesOf } from './candidates.ts';
import { grade } from './grade.ts';
import { likenessOf } from './likeness.ts';
import { raritiesOf } from './rarity.ts';
import { profilesOf } from './terms.ts';

/** A Chinese and an English document that are versions of one story, or reports of the same events. */
export interface Pairing {
  /** Indexes into the arrays that were given. */
  readonly zh: number;
  readonly en: number;
  readonly kind: 'translation' | 'comparable';
  /**
   * 0 to 1: how much of both is expected to have a counterpart in the other, the geometric mean of the two shares, or how
   * much more alike they are in names and rare words than strangers are (see `candidatesOf`), whichever is more.
   */
  readonly score: number;
  /** The most telling names, numbers and dates that both hold, the rarest first; at most 12. */
  readonly anchors: readonly Anchor[];
}

export interface PairOptions {
  /** Told of each document pair that is looked at, `total` in all; first of the reading. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Terms and names with their translations. */
  readonly glossary?: readonly Term[];
}

/**
 * Finds out which English document is a version of which Chinese one, many to many: an inverted index proposes a few
 * candidates for each document, aligning them tells what they are to each other. A document without partner stands in no
 * pairing. Time grows with the length of the texts, and with the number of documents that share rare words.
 *
 * @returns ordered by the Chinese document, then from the highest score to the lowest
 */
export async function pairParts(
  zh: readonly Part[],
  en: readonly Part[],
  { onProgress, glossary = [] }: PairOptions = {},
): Promise<Pairing[]> {
  const profiles = profilesOf(zh, en, glossary);
  const rarities = raritiesOf(profiles);
  const candidates = candidatesOf(zh.length, en.length, likenessOf(profiles, rarities));
  const rarityOf = anchorRarity(profiles, rarities);
  const pairings: Pairing[] = [];
  onProgress?.(1, 1 + candidates.length);
  for (const [k, candidate] of candidates.entries()) {
    const alignment = await align(zh[candidate.zh]!, en[candidate.en]!, { glossary });
    const graded = grade(alignment, candidate.excess, rarityOf);
    if (graded) pairings.push({ zh: candidate.zh, en: candidate.en, ...graded });
    onProgress?.(k + 2, 1 + candidates.length);
  }
  return pairings.sort((x, y) => x.zh - y.zh || y.score - x.score || x.en - y.en);
}
