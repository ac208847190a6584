import { type Calibration, calibrated, logOdds } from '../../src/adapt/calibration.ts';
import type { IdBead } from '../../src/units/formats/align.ts';
import { climb } from './ascent.ts';

/** How probable the aligner says something is, and whether it is so. */
export interface Claim {
  readonly set: string;
  readonly fold: number;
  readonly chance: number;
  readonly isRight: boolean;
}

const BINS = 10;

/** Expected calibration error (Naeini, Cooper and Hauskrecht 2015), ten bins of equal width, 0 to 1. */
export function calibrationError(claims: readonly Pick<Claim, 'chance' | 'isRight'>[]): number {
  const gaps = new Float64Array(BINS);
  for (const { chance, isRight } of claims)
    gaps[Math.min(BINS - 1, Math.floor(chance * BINS))]! += Number(isRight) - chance;
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / claims.length;
}

const keyOf = ({ zh, en }: IdBead) => `${zh.join()}:${en.join()}`;

/** For each bead whether gold has it. */
export function exactlyRight(gold: readonly IdBead[], beads: readonly IdBead[]): boolean[] {
  const keys = new Set(gold.map(keyOf));
  return beads.map((bead) => keys.has(keyOf(bead)));
}

/** For each bead whether a Chinese and an English sentence of it share a gold bead. */
export function partlyRight(gold: readonly IdBead[], beads: readonly IdBead[]): boolean[] {
  const partners = new Map(gold.flatMap(({ zh, en }) => zh.map((i) => [i, new Set(en)])));
  return beads.map(({ zh, en }) => zh.some((i) => en.some((j) => partners.get(i)?.has(j))));
}

const MOST_STEPS = 100;

/** The line under which what has come true was likeliest: logistic regression. */
export function fitCalibration(claims: readonly Claim[]): Calibration {
  const known = claims.map(({ chance, isRight }) => ({ x: logOdds(chance), isRight }));
  const [slope = 1, offset = 0] = climb(
    ([slope = 1, offset = 0]) => {
      let value = 0;
      const gradient = new Float64Array(2);
      for (const { x, isRight } of known) {
        const odds = slope * x + offset;
        const surprise = Math.log1p(Math.exp(isRight ? -odds : odds));
        const miss = Number(isRight) - 1 / (1 + Math.exp(-odds));
        value -= surprise;
        gradient[0]! += miss * x;
        gradient[1]! += miss;
      }
      return { value, gradient };
    },
    Float64Array.of(1, 0),
    MOST_STEPS,
  );
  return { slope, offset };
}

/** The claims as a line makes them that was learnt from the other parts of the cross-validation. */
export function calibratedOutOfFold(claims: readonly Claim[]): Claim[] {
  return [...new Set(claims.map(({ fold }) => fold))].flatMap((fold) => {
    const line = fitCalibration(claims.filter((claim) => claim.fold !== fold));
    return claims
      .filter((claim) => claim.fold === fold)
      .map((claim) => ({ ...claim, chance: calibrated(claim.chance, line) }));
  });
}
