import type { Candidate } from './candidates.ts';

/**
 * A second translation of a document is about as alike as the first: on pages with two versions of each side, .89 of its
 * excess and more. What is less, and better matched elsewhere on both sides, only looks like one: another use of a formula.
 */
const LEAST_OF_BEST = 0.7;

/** Translations without those of which both documents have far better ones. */
export function withoutLookalikes<T extends Candidate>(translations: readonly T[]): T[] {
  const bestOfZh = new Map<number, number>();
  const bestOfEn = new Map<number, number>();
  for (const { zh, en, excess } of translations) {
    bestOfZh.set(zh, Math.max(excess, bestOfZh.get(zh) ?? 0));
    bestOfEn.set(en, Math.max(excess, bestOfEn.get(en) ?? 0));
  }
  return translations.filter(
    ({ zh, en, excess }) => excess >= LEAST_OF_BEST * Math.min(bestOfZh.get(zh)!, bestOfEn.get(en)!),
  );
}
