import { align } from '../align.ts';
import type { Part, Term } from '../model.ts';
import { anchorRarity } from './anchors.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Grade, grade } from './grade.ts';
import { likenessOf } from './likeness.ts';
import { withoutLookalikes } from './lookalikes.ts';
import { raritiesOf } from './rarity.ts';
import { profilesOf } from './terms.ts';

/** A Chinese and an English document, by their indexes in the arrays that were given, and what they are to each other. */
export interface Pairing extends Grade {
  readonly zh: number;
  readonly en: number;
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
  const graded: (Candidate & Grade)[] = [];
  onProgress?.(1, 1 + candidates.length);
  for (const [k, candidate] of candidates.entries()) {
    const alignment = await align(zh[candidate.zh]!, en[candidate.en]!, { glossary });
    const found = grade(alignment, candidate.excess, rarityOf);
    if (found) graded.push({ ...candidate, ...found });
    onProgress?.(k + 2, 1 + candidates.length);
  }
  const isTranslation = ({ kind }: Grade) => kind === 'translation';
  const kept = [
    ...withoutLookalikes(graded.filter(isTranslation)),
    ...graded.filter((one) => !isTranslation(one)),
  ];
  return kept
    .map(({ excess, ...pairing }) => pairing)
    .sort((x, y) => x.zh - y.zh || y.score - x.score || x.en - y.en);
}
