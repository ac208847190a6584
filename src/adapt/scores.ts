import { type Relation, size } from '../model.ts';
import type { Found } from '../search/search.ts';
import { calibrated, PARALLEL, SCORE } from './calibration.ts';
import { scoreIn } from './kinship.ts';
import { parallelChances } from './parallel.ts';

/** How far a bead is to be believed; each 0 to 1. */
export interface Scores {
  /** The probability that it is exactly right. */
  readonly score: number;
  /** The probability that its sides translate each other at least in part: at least the score, but 0 for an omission. */
  readonly parallel: number;
}

/** The scores of the beads of an alignment of parts that are this to each other. */
export function scoresOf(relation: Relation, found: Found): Scores[] {
  const chances = parallelChances(found);
  return found.beads.map((bead, k) => {
    const score = scoreIn(relation, bead, calibrated(found.probabilities[k]!, SCORE));
    if (!size(bead.zh) || !size(bead.en)) return { score, parallel: 0 };
    return { score, parallel: Math.max(score, scoreIn(relation, bead, calibrated(chances[k]!, PARALLEL))) };
  });
}
