/**
 * How one translation departs from the usual: logarithms of the rates of its omissions and of its beads of more
 * than two sentences, over the usual rates. 0 where nothing is known yet.
 */
export interface Habits {
  readonly zhOmission: number;
  readonly enOmission: number;
  readonly merging: number;
}

export const NO_HABITS: Habits = { zhOmission: 0, enOmission: 0, merging: 0 };

/** Shares of beads in the middle of what was seen: from novels to documents that have drifted apart. */
const USUAL_OMISSION = 0.04;
const USUAL_MERGING = 0.15;
/** So many beads of the usual kind are added to those counted. */
const CAUTION = 8;

/** From the expected numbers of beads: of Chinese sentences alone, English ones alone, 1-1, and larger ones. */
export function habitsFrom(zhOnly: number, enOnly: number, pairs: number, larger: number): Habits {
  const beads = zhOnly + enOnly + pairs + larger;
  const rate = (count: number, usual: number) =>
    Math.log((count + CAUTION * usual) / (beads + CAUTION) / usual);
  return {
    zhOmission: rate(zhOnly, USUAL_OMISSION),
    enOmission: rate(enOnly, USUAL_OMISSION),
    merging: rate(larger, USUAL_MERGING),
  };
}
