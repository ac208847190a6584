import type { Candidate } from '../model.ts';
import type { Waypoint } from './band.ts';

/** How many chosen points on either side must lie on one line with a point for it to be sure. */
const NEIGHBOURS = 2;
/** How far, in sentences, a sure point may lie off the line through its neighbours. */
const TOLERANCE = 6;

/**
 * The points that the search takes as nearly sure: of the heaviest chain of candidates that rises on both
 * sides, those that agree with their neighbours. Time: n log n in the number of candidates.
 */
export function waypointsOf(candidates: readonly Candidate[]): Waypoint[] {
  const chain = heaviestChain(candidates);
  return chain
    .filter((point, k) => agrees(point, chain[k - NEIGHBOURS], chain[k + NEIGHBOURS]))
    .map(({ zh, en }) => ({ zh, en }));
}

function agrees(point: Candidate, before: Candidate | undefined, after: Candidate | undefined): boolean {
  if (!before || !after) return false;
  const expected = before.en + ((after.en - before.en) * (point.zh - before.zh)) / (after.zh - before.zh);
  return Math.abs(point.en - expected) <= TOLERANCE;
}

/** The strictly rising chain with the greatest sum of strengths, by a Fenwick tree of maxima over `en`. */
function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  // At one Chinese sentence the later English ones come first, so that none of them can follow another.
  const points = [...candidates].sort((a, b) => a.zh - b.zh || b.en - a.en);
  const size = points.reduce((n, point) => Math.max(n, point.en + 1), 0);
  const tree = new Int32Array(size + 1).fill(-1);
  const totals = new Float64Array(points.length);
  const previous = new Int32Array(points.length).fill(-1);
  let end = -1;
  for (const [k, point] of points.entries()) {
    for (let at = point.en; at > 0; at -= at & -at) {
      const best = tree[at]!;
      if (best >= 0 && (previous[k]! < 0 || totals[best]! > totals[previous[k]!]!)) previous[k] = best;
    }
    totals[k] = point.strength + (previous[k]! >= 0 ? totals[previous[k]!]! : 0);
    for (let at = point.en + 1; at <= size; at += at & -at) {
      if (tree[at]! < 0 || totals[k]! > totals[tree[at]!]!) tree[at] = k;
    }
    if (end < 0 || totals[k]! > totals[end]!) end = k;
  }
  const chain: Candidate[] = [];
  for (let k = end; k >= 0; k = previous[k]!) chain.push(points[k]!);
  return chain.reverse();
}
