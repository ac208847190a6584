import { type Bead, type Run, size } from '../model.ts';
import { enEnd, enSize, enStart, zhEnd, zhSize, zhStart } from '../search/flat-beads.ts';
import type { Found } from '../search/search.ts';

/**
 * For each bead of an alignment the probability that its two sides translate each other at least in part: of one of its
 * sentences at least, how probable it is that it stands in one bead with a sentence of the other side. 0 for omissions.
 * A sentence stands in exactly one bead of a path, so its probabilities add up; the greatest sum of a bead is taken, a
 * lower bound of the true one.
 */
export function parallelChances(found: Found): number[] {
  const { beads } = found;
  const zh = pairedChances(found, 'zh', 'en');
  const en = pairedChances(found, 'en', 'zh');
  return beads.map((bead) =>
    isPair(bead) ? Math.min(1, Math.max(greatestIn(zh, bead.zh), greatestIn(en, bead.en))) : 0,
  );
}

const RUNS = { zh: { start: zhStart, end: zhEnd }, en: { start: enStart, end: enEnd } };

/** For each sentence of a side the sum of the chances of the pairs that hold it and a sentence of the other side of its bead. */
function pairedChances(
  { beads, contenders, chances }: Found,
  side: 'zh' | 'en',
  other: 'zh' | 'en',
): Float64Array {
  const beadOf: Bead[] = [];
  for (const bead of beads) for (let at = bead[side].start; at < bead[side].end; at++) beadOf[at] = bead;
  const [own, others] = [RUNS[side], RUNS[other]];
  const sums = new Float64Array(beadOf.length);
  for (let k = 0; k < chances.length; k++) {
    if (!zhSize(contenders, k) || !enSize(contenders, k)) continue;
    const [start, end] = [others.start(contenders, k), others.end(contenders, k)];
    for (let at = own.start(contenders, k); at < own.end(contenders, k); at++) {
      const run = beadOf[at]?.[other];
      if (run && start < run.end && run.start < end) sums[at]! += chances[k]!;
    }
  }
  return sums;
}

function isPair({ zh, en }: Bead): boolean {
  return size(zh) > 0 && size(en) > 0;
}

function greatestIn(sums: Float64Array, { start, end }: Run): number {
  let greatest = 0;
  for (let at = start; at < end; at++) greatest = Math.max(greatest, sums[at]!);
  return greatest;
}
