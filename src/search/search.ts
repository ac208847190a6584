import type { Band, Bead } from '../model.ts';
import { bandAround, crampedRows, type Waypoint } from './band.ts';
import { Cells, type SHAPES, type Weigh } from './cells.ts';
import type { Contest } from './contest.ts';
import { beadAt, type FlatBeads, flatBeads, joined } from './flat-beads.ts';
import { bestPath } from './path.ts';
import { probability, probableBeads, sumPaths } from './posterior.ts';

/** Half the width of a band, in English sentences: of the one in which waypoints are looked for a second time … */
export const ROUGH = 8;
/** … of the first search, along those … */
export const WIDE = 5;
/** … and along the beads of an earlier search. */
export const NARROW = 4;
/** How far the path must keep from the band's edges, in English sentences. */
const MARGIN = 4;

/** How to weigh beads inside a band; made anew for each band, for what it knows is laid out along it. */
export interface Weighing {
  readonly weigh: Weigh;
  /** Added to the weight of an omission that follows another one. */
  readonly continuation: number;
  /** Which beads are tried. */
  readonly shapes?: typeof SHAPES;
}

/** Less probable beads are not worth a second look: with these, 2 of 1,343 gold beads of novels are lost, and none of manuals. */
const WORTH_A_LOOK = 1e-4;

export interface Found {
  readonly beads: readonly Bead[];
  /** The probability of each bead, 0 to 1, in the same order. */
  readonly probabilities: readonly number[];
  /** All beads that are not quite improbable, those of the best path among them, and their probabilities. */
  readonly contenders: FlatBeads;
  readonly chances: Float64Array;
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
  let before: Cells | undefined;
  for (;;) {
    const band = bandAround(waypoints, enCount, widths);
    const { weigh, continuation, shapes } = weighingIn(band);
    const cells = new Cells(band, weigh, shapes, before);
    const beads = bestPath(cells, continuation);
    const cramped = crampedRows(beads, band, MARGIN);
    if (cramped.length) {
      widen(widths, cramped);
      before = cells;
      continue;
    }
    const posterior = sumPaths(cells, continuation);
    const probabilities = beads.map((bead) => probability(bead, cells, posterior, continuation));
    const probable = probableBeads(cells, posterior, continuation, WORTH_A_LOOK);
    const lost = probabilities.flatMap((chance, k) => (chance < WORTH_A_LOOK ? [k] : []));
    return {
      beads,
      probabilities,
      contenders: joined(Int32Array, [probable.beads, flatBeads(lost.map((k) => beads[k]!))]),
      chances: joined(Float64Array, [probable.chances, Float64Array.from(lost, (k) => probabilities[k]!)]),
    };
  }
}

/**
 * The best beads of a contest, by a weight for each, which may be too dear for a whole band. `continuation` as in a Weighing.
 */
export function chooseIn(contest: Contest, weights: Float64Array, continuation: number): Found {
  const sums = contest.sum(weights, continuation);
  const chances = new Float64Array(contest.count);
  for (let k = 0; k < chances.length; k++) {
    const [afterPair, afterOmission] = contest.probability(k, weights, sums, continuation);
    chances[k] = Math.min(1, afterPair + afterOmission);
  }
  const path = contest.best(weights, continuation);
  return {
    beads: path.map((k) => beadAt(contest.beads, k)),
    probabilities: path.map((k) => chances[k]!),
    contenders: contest.beads,
    chances,
  };
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
