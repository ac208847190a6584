/** A line that leads from the log odds of what a model believes to those of what is to be believed (Platt 1999). */
export interface Calibration {
  /** Above 0, so that what is likelier stays likelier. */
  readonly slope: number;
  readonly offset: number;
}

/*
 * Learnt by `npm run train`, from documents that the weights had not seen; docs/accuracy.md has the errors that are left.
 */

/** From the probability of a bead among its rivals to the probability that it is exactly right. */
export const SCORE: Calibration = { slope: 0.605, offset: 0.978 };
/** The same, for its sides being translations of each other at least in part. */
export const PARALLEL: Calibration = { slope: 0.581, offset: 0.207 };

/** Nothing is surer than this, either way. */
const SUREST = 1e-6;

/** The logarithm of the odds of a chance, 0 to 1; finite also for what is certain. */
export function logOdds(chance: number): number {
  const bounded = Math.min(1 - SUREST, Math.max(SUREST, chance));
  return Math.log(bounded / (1 - bounded));
}

/** A probability, 0 to 1, that rises with the chance. */
export function calibrated(chance: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-slope * logOdds(chance) - offset));
}
