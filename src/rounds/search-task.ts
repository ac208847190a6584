import { sharedEvidence, sharedNearby } from '../evidence/candidates.ts';
import type { PairEvidence, SurfaceEvidence } from '../evidence/features.ts';
import { NO_HABITS } from '../evidence/habits.ts';
import {
  evidenceIn,
  type PairTables,
  type Stretch,
  surfaceIn,
  type Taught,
  type TaughtTables,
  taughtIn,
  weighBy,
  wholeOf,
} from '../evidence/stretch.ts';
import { SurfaceWeight } from '../evidence/surface-weight.ts';
import type { Weights } from '../evidence/weights.ts';
import type { Band, Bead } from '../model.ts';
import { bandAround, type Waypoint } from '../search/band.ts';
import { SHAPES, USUAL_SHAPES } from '../search/cells.ts';
import { obeying, waypointsThrough } from '../search/links.ts';
import { type Found, NARROW, ROUGH, search, type Weighing, WIDE } from '../search/search.ts';
import { waypointsOf } from '../search/waypoints.ts';

/** A search for the beads of a stretch, as plain data: a thread may do it. */
export interface SearchTask {
  readonly pair: PairTables;
  readonly taught: TaughtTables;
  readonly weights: Weights;
  /** In the first round waypoints are rough, and found anew from nearby. */
  readonly round: 'first' | 'second';
  readonly stretch: Stretch;
  /** Numbered from the beginning of the stretch. */
  readonly waypoints: readonly Waypoint[];
}

/** What rare words and names of the whole pair suggest. */
export function roughWaypoints(pair: PairTables, { zhToEn, enFrequency }: TaughtTables): Waypoint[] {
  const { zh, en } = surfaceIn(pair, NO_HABITS, wholeOf(pair));
  return waypointsOf(sharedEvidence({ zh, en }, zhToEn, enFrequency.length));
}

/**
 * The beads of the stretch, numbered from its beginning.
 *
 * @param bound what the user says belongs together, in a search of the whole pair
 */
export function searchStretch(task: SearchTask, bound: readonly Bead[] = []): Found {
  const { pair, taught, stretch, weights, round } = task;
  const surface = surfaceIn(pair, taught.habits, stretch);
  const waypoints = waypointsThrough(bound, waypointsFor(task, surface));
  // What the user binds may be a bead of any size.
  const shapes = round === 'second' || bound.length ? SHAPES : USUAL_SHAPES;
  const longest = { zh: longestIn(shapes, 0), en: longestIn(shapes, 1) };
  const weighingIn = weighingBy(surface, taughtIn(taught, stretch, longest), weights, bound, shapes);
  const [zhCount, enCount] = [surface.zh.words.length, surface.en.words.length];
  return search(zhCount, enCount, waypoints, round === 'first' ? WIDE : NARROW, weighingIn);
}

/** What stands seldom in the whole parts leads to where what stands seldom nearby can be looked for. */
function waypointsFor(
  { round, waypoints, taught }: SearchTask,
  { zh, en }: SurfaceEvidence,
): readonly Waypoint[] {
  if (round === 'second') return waypoints;
  const widths = new Int32Array(zh.words.length + 1).fill(ROUGH);
  const band = bandAround(waypoints, en.words.length, widths);
  return waypointsOf(sharedNearby({ zh, en }, taught.zhToEn, taught.enFrequency.length, band));
}

/** A task for a part of the stretch of a task for a whole pair. */
export function taskFor(whole: SearchTask, stretch: Stretch): SearchTask {
  const { zh, en } = stretch;
  const waypoints = whole.waypoints
    .filter((at) => at.zh >= zh.start && at.zh <= zh.end && at.en >= en.start && at.en <= en.end)
    .map((at) => ({ zh: at.zh - zh.start, en: at.en - en.start }));
  return { ...whole, stretch, waypoints };
}

/** Weighs beads in one band after the other, keeping what stays the same. */
function weighingBy(
  surface: SurfaceEvidence,
  taught: Taught,
  weights: Weights,
  bound: readonly Bead[],
  shapes: typeof SHAPES,
): (band: Band) => Weighing {
  const surfaceWeight = new SurfaceWeight(surface, weights.features);
  let laidOut: PairEvidence | undefined;
  return (band) => {
    laidOut = evidenceIn(band, surface, taught, laidOut);
    const weigh = obeying(bound, weighBy(laidOut, weights, surfaceWeight));
    return { weigh, continuation: weights.continuation, shapes };
  };
}

const longestIn = (shapes: typeof SHAPES, side: 0 | 1) => Math.max(...shapes.map((shape) => shape[side]));
