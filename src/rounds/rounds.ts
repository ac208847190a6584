import { type Adapted, adapt } from '../adapt/adapt.ts';
import { sharedEvidence, sharedNearby } from '../evidence/candidates.ts';
import {
  type CloseEvidence,
  type CloseFeature,
  canBeSeenClosely,
  closeEvidenceOf,
  weighClosely,
} from '../evidence/close/close-features.ts';
import { type Evidence, evidenceIn, type PairSides, type Taught, weighBy } from '../evidence/evidence.ts';
import type { PairEvidence } from '../evidence/features.ts';
import { NO_HABITS } from '../evidence/habits.ts';
import { SurfaceWeight } from '../evidence/surface-weight.ts';
import { CLOSE_WEIGHTS, FIRST_WEIGHTS, WEIGHTS, type Weights } from '../evidence/weights.ts';
import type { Band, Bead } from '../model.ts';
import { bandAround, type Waypoint } from '../search/band.ts';
import { SHAPES, USUAL_SHAPES } from '../search/cells.ts';
import { obeying, waypointsThrough } from '../search/links.ts';
import {
  choose,
  type Found,
  NARROW,
  ROUGH,
  search,
  type Weighing,
  WIDE,
  waypointsAlong,
} from '../search/search.ts';
import { waypointsOf } from '../search/waypoints.ts';

/** What each of the three rounds goes by. */
export interface RoundWeights {
  readonly first: Weights;
  readonly second: Weights;
  readonly close: Weights<CloseFeature>;
}

export const LEARNT: RoundWeights = { first: FIRST_WEIGHTS, second: WEIGHTS, close: CLOSE_WEIGHTS };
export const ROUNDS = 3;

/** What the rounds have come to, pair by pair. */
export interface Outcome {
  readonly found: readonly Found[];
  /** What the beads of the second round have taught, by which the last one went. */
  readonly adapted: Adapted;
}

/**
 * Aligns all pairs in three rounds, each learning from the beads of the one before: two in a band, then a closer look at
 * the beads that are left. A third round in a band changed nothing.
 *
 * @param bound for each pair what the user says belongs together
 * @param step called after each pair of each round
 * @param learn what the beads of a round teach; `learnNothing` leaves all to the dictionaries
 */
export async function alignInRounds(
  evidence: Evidence,
  bound: readonly (readonly Bead[])[],
  weights: RoundWeights,
  step: () => Promise<void> = async () => {},
  learn: typeof adapt = adapt,
): Promise<Outcome> {
  const eachPair = async (round: (pair: number) => Found): Promise<Found[]> => {
    const found: Found[] = [];
    for (let pair = 0; pair < evidence.pairs.length; pair++) {
      found.push(round(pair));
      await step();
    }
    return found;
  };
  const first = await eachPair((pair) => firstRound(evidence, pair, weights.first, bound[pair]));
  const lessons = learn(evidence, first);
  const second = await eachPair((pair) =>
    secondRound(evidence, pair, weights.second, first[pair]!, lessons, bound[pair]),
  );
  const adapted = learn(evidence, second);
  const found = await eachPair((pair) =>
    closeRound(closeEvidence(evidence, pair, adapted), second[pair]!, weights.close),
  );
  return { found, adapted };
}

/** Takes no lesson from the beads: the rounds go by the dictionaries, and by what `readEvidence` was given. */
export function learnNothing({ lexicon, pairs }: Evidence): Adapted {
  const none = { from: new Map(), to: new Map() };
  return {
    lexicon,
    lessons: pairs.map(() => ({ zhToEn: none, enToZh: none })),
    habits: pairs.map(() => NO_HABITS),
  };
}

/** In a band along what rare words and names suggest, by the dictionaries alone. */
export function firstRound(
  evidence: Evidence,
  pair: number,
  weights: Weights,
  bound: readonly Bead[] = [],
): Found {
  const sides = evidence.pairs[pair]!;
  const waypoints = waypointsThrough(bound, nearWaypoints(evidence, sides));
  // What the user binds may be a bead of any size.
  const shapes = bound.length ? SHAPES : USUAL_SHAPES;
  const weighingIn = weighingBy(evidence, pair, { lexicon: evidence.lexicon }, weights, bound, shapes);
  return search(sides.zh.words.length, sides.en.words.length, waypoints, WIDE, weighingIn);
}

/** What stands seldom in the whole parts leads to where what stands seldom nearby can be looked for. */
function nearWaypoints(evidence: Evidence, sides: PairSides): Waypoint[] {
  const rough = waypointsOf(sharedEvidence(sides, evidence));
  const widths = new Int32Array(sides.zh.words.length + 1).fill(ROUGH);
  const band = bandAround(rough, sides.en.words.length, widths);
  return waypointsOf(sharedNearby(sides, evidence, band));
}

/** Weighs beads in one band after the other, keeping what stays the same. */
function weighingBy(
  evidence: Evidence,
  pair: number,
  taught: Taught,
  weights: Weights,
  bound: readonly Bead[],
  shapes: typeof SHAPES,
): (band: Band) => Weighing {
  let laidOut: PairEvidence | undefined;
  let surface: SurfaceWeight | undefined;
  const longest = { zh: longestIn(shapes, 0), en: longestIn(shapes, 1) };
  return (band) => {
    laidOut = evidenceIn(band, evidence.pairs[pair]!, evidence, { ...taught, longest }, laidOut);
    surface ??= new SurfaceWeight(laidOut, weights.features);
    const weigh = obeying(bound, weighBy(laidOut, weights, surface));
    return { weigh, continuation: weights.continuation, shapes };
  };
}

const longestIn = (shapes: typeof SHAPES, side: 0 | 1) => Math.max(...shapes.map((shape) => shape[side]));

/** In a band along the beads of the first round, by what these have taught. */
export function secondRound(
  evidence: Evidence,
  pair: number,
  weights: Weights,
  before: Found,
  { lexicon, lessons, habits }: Adapted,
  bound: readonly Bead[] = [],
): Found {
  const sides = evidence.pairs[pair]!;
  const waypoints = waypointsThrough(bound, waypointsAlong(before));
  const taught = { lexicon, lessons: lessons[pair], habits: habits[pair] };
  const weighingIn = weighingBy(evidence, pair, taught, weights, bound, SHAPES);
  return search(sides.zh.words.length, sides.en.words.length, waypoints, NARROW, weighingIn);
}

/** What is known of a pair when its beads are looked at closely. */
export function closeEvidence(
  evidence: Evidence,
  pair: number,
  { lexicon, lessons, habits }: Adapted,
): CloseEvidence {
  return closeEvidenceOf(evidence.pairs[pair]!, evidence, lexicon, habits[pair]!, lessons[pair]);
}

/**
 * Among the beads that the second round has left, by evidence that would be too dear in a band. Parts with sentences too
 * long for that stay as the second round has left them.
 */
export function closeRound(close: CloseEvidence, before: Found, weights: Weights<CloseFeature>): Found {
  const { zh, en } = close.surface;
  if (!before.contenders.every((bead) => canBeSeenClosely(close, bead))) return before;
  const weigh = weighClosely(close, weights);
  return choose(before.contenders, zh.words.length, en.words.length, weigh, weights.continuation);
}
