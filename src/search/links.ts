import type { Bead } from '../model.ts';
import type { Waypoint } from './band.ts';
import type { Weigh } from './cells.ts';

/** For each sentence of a side: the pair of bound runs that it belongs to, -1 for none. */
function ownersOf(bound: readonly Bead[], side: 'zh' | 'en'): Int32Array {
  const owners = new Int32Array(bound.at(-1)?.[side].end ?? 0).fill(-1);
  bound.forEach((bead, k) => {
    owners.fill(k, bead[side].start, bead[side].end);
  });
  return owners;
}

/**
 * The weight with every bead forbidden that holds only a part of what is bound together.
 *
 * @param bound pairs of runs, neither empty, in order and apart
 */
export function obeying(bound: readonly Bead[], weigh: Weigh): Weigh {
  if (bound.length === 0) return weigh;
  const zhOwners = ownersOf(bound, 'zh');
  const enOwners = ownersOf(bound, 'en');
  return (zh, zhCount, en, enCount) => {
    const holds = (owner: number) => {
      const own = bound[owner]!;
      const holdsZh = zh <= own.zh.start && own.zh.end <= zh + zhCount;
      return holdsZh && en <= own.en.start && own.en.end <= en + enCount;
    };
    for (let i = zh; i < zh + zhCount; i++) {
      const owner = zhOwners[i] ?? -1;
      if (owner >= 0 && !holds(owner)) return -Infinity;
    }
    for (let j = en; j < en + enCount; j++) {
      const owner = enOwners[j] ?? -1;
      if (owner >= 0 && !holds(owner)) return -Infinity;
    }
    return weigh(zh, zhCount, en, enCount);
  };
}

/** The waypoints that agree with what is bound together, and the corners of that, so that the band leads through. */
export function waypointsThrough(bound: readonly Bead[], waypoints: readonly Waypoint[]): Waypoint[] {
  if (bound.length === 0) return [...waypoints];
  const through: Waypoint[] = [];
  let next = 0;
  let from: Waypoint = { zh: 0, en: 0 };
  const rest = [...waypoints].sort((a, b) => a.zh - b.zh || a.en - b.en);
  for (const { zh, en } of [...bound, { zh: NOWHERE, en: NOWHERE }]) {
    for (; next < rest.length && rest[next]!.zh < zh.end; next++) {
      const waypoint = rest[next]!;
      const isAhead = waypoint.zh >= from.zh && waypoint.en >= from.en;
      if (isAhead && waypoint.zh <= zh.start && waypoint.en <= en.start) through.push(waypoint);
    }
    if (zh === NOWHERE) break;
    from = { zh: zh.end, en: en.end };
    through.push({ zh: zh.start, en: en.start }, from);
  }
  return through;
}

const NOWHERE = { start: Infinity, end: Infinity };
