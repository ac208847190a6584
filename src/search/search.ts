import type { Band, Bead } from '../model.ts';
import { bandAround, crampedRows, type Waypoint } from './band.ts';
import { Cells, type Weigh } from './cells.ts';
import { bestPath } from './path.ts';
import { expectedShapes, probability, sumPaths } from './posterior.ts';

/** Half the width of the first band, in English sentences: along waypoints that evidence suggests … */
export const WIDE = 12;
/** … and along the beads of an earlier search. */
export const NARROW = 6;
/** How far the path must keep from the band's edges, in English sentences. */
const MARGIN = 4;

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
  /** How many beads of each of SHAPES are to be expected. */
  readonly shapes: Float64Array;
}

/**
 * The best beads for two parts of `zhCount` and `enCount` sentences: in a band of `width` sentences along the waypoints, which grows
 * where the path comes near its edges until it keeps clear of them. Time and memory grow with the length of
 * the parts as long as waypoints lead through them.
 */
export function search(
  zhCount: number,
  enCount: number,
  waypoints: readonly Waypoint[],
  width: number,
  weighingIn: (band: Band) => Weighing,
): Found {
  const widths = new Int32Array(zhCount + 1).fill(width);
  for (;;) {
    const band = bandAround(waypoints, enCount, widths);
    const { weigh, continuation } = weighingIn(band);
    const cells = new Cells(band, weigh);
    const beads = bestPath(cells, continuation);
    const cramped = crampedRows(beads, band, MARGIN);
    if (cramped.length) {
      widen(widths, cramped);
      continue;
    }
    const posterior = sumPaths(cells, continuation);
    const probabilities = beads.map((bead) => probability(bead, cells, posterior, continuation));
    return { beads, probabilities, shapes: expectedShapes(cells, posterior, continuation) };
  }
}

/** Doubles the width of the rows and of those as near as the band was wide. */
function widen(widths: Int32Array, rows: readonly number[]): void {
  const before = Int32Array.from(widths);
  for (const row of rows) {
    const reach = before[row]!;
    for (let i = Math.max(0, row - reach); i <= Math.min(widths.length - 1, row + reach); i++) {
      widths[i] = Math.max(widths[i]!, 2 * reach);
    }
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
