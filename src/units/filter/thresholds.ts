/**
 * Where the rules draw their lines, in one place. Found with `npm run bench:filter` on its seeds 1 to 5 and on the gold pairs
 * of five development sets: each stands where the planted faults are found and as few gold pairs as can be are lost.
 */
export interface Thresholds {
  /** Chinese characters of the shortest Chinese side that stays, a letter or digit counting for half of one. */
  readonly minCharacters: number;
  /** Letters of the shortest English side that stays, digits included. */
  readonly minLetters: number;
  /** English words of the shortest unit that stays. */
  readonly minWords: number;
  /** English words, and Chinese characters, of the longest unit that stays: paragraphs stay, run-together pages do not. */
  readonly maxWords: number;
  readonly maxCharacters: number;
  /** How many times longer than a translation of usual length a side may be, but for a few letters. */
  readonly maxRatio: number;
  /** The lowest `parallel`, 0 to 1, or `score` where there is no other. */
  readonly minParallel: number;
}

export const THRESHOLDS: Thresholds = {
  // One character and a mark is a line of dialogue: 好。
  minCharacters: 1,
  // A letter alone is a label or a scrap.
  minLetters: 2,
  minWords: 1,
  maxWords: 300,
  maxCharacters: 800,
  maxRatio: 2.5,
  minParallel: 0.3,
};
