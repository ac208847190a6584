import type { Unit } from '../unit.ts';

/** At this score, the probability that a unit is exactly right, four of five are. */
export const SURE = 0.8;

/** Whether somebody should look at the unit: it scores below `SURE`, and nobody has changed it by hand. */
export function isDoubtful({ score = 1, edited }: Unit): boolean {
  return !edited && score < SURE;
}
