import type { Band, Bead } from '../model.ts';
import { bandAround, keepsClear, type Waypoint } from './band.ts';
import { Cells, MAX_EN, type Weigh } from './cells.ts';
import { bestPath } from './path.ts';
import { probability, sumPaths } from './posterior.ts';

/** Half the width of the first band, in sentences. */
const FIRST_WIDTH = 16;

/** How to weigh beads inside a band; made anew for each band, for what it knows is laid out along it. */
export interface Weighing {
  readonly weigh: Weigh;
  /** Added to the weight of an omission that follows another one. */
  readonly continuation: number;
}

export interface Found {
  readonly beads: readonly Bead[];
  /** The probability of each bead, 0 to 1, in the same order. */
  readonly probabilities: readonly number[];
}

/**
 * The best beads for two parts of `zhCount` and `enCount` sentences: in a band along the waypoints, which is
 * doubled until the path keeps clear of its edges. Time and memory grow with the length of the parts as long
 * as waypoints lead through them.
 */
export function search(
  zhCount: number,
  enCount: number,
  waypoints: readonly Waypoint[],
  weighingIn: (band: Band) => Weighing,
): Found {
  for (let width = FIRST_WIDTH; ; width *= 2) {
    const band = bandAround(waypoints, zhCount, enCount, width);
    const { weigh, continuation } = weighingIn(band);
    const cells = new Cells(band, weigh);
    const beads = bestPath(cells, continuation);
    if (width < Math.max(zhCount, enCount) && !keepsClear(beads, band, MAX_EN)) continue;
    const posterior = sumPaths(cells, continuation);
    return { beads, probabilities: beads.map((bead) => probability(bead, cells, posterior, continuation)) };
  }
}

/** From this probability on a bead is taken as nearly sure. */
const SURE = 0.9;

/** The ends of the sure beads of an earlier search. */
export function waypointsAlong({ beads, probabilities }: Found): Waypoint[] {
  return beads
    .filter(({ zh, en }, k) => probabilities[k]! >= SURE && zh.end > zh.start && en.end > en.start)
    .map(({ zh, en }) => ({ zh: zh.end, en: en.end }));
}
