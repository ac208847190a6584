import { type Bead, size } from '../model.ts';
import type { Found } from '../search/search.ts';

/**
 * For each bead of an alignment the probability that its two sides translate each other at least in part: of one of its
 * sentences at least, how probable it is that it stands in one bead with a sentence of the other side. 0 for omissions.
 * A sentence stands in exactly one bead of a path, so its probabilities add up; the greatest sum of a bead is taken, a
 * lower bound of the true one.
 */
export function parallelChances({ beads, contenders, chances }: Found): number[] {
  const holders = holdersOf(contenders);
  return beads.map((bead) => {
    if (!size(bead.zh) || !size(bead.en)) return 0;
    let greatest = 0;
    for (let i = bead.zh.start; i < bead.zh.end; i++) {
      greatest = Math.max(
        greatest,
        sumWhere(holders.zh.get(i), (k) => overlap(contenders[k]!.en, bead.en), chances),
      );
    }
    for (let j = bead.en.start; j < bead.en.end; j++) {
      greatest = Math.max(
        greatest,
        sumWhere(holders.en.get(j), (k) => overlap(contenders[k]!.zh, bead.zh), chances),
      );
    }
    return Math.min(1, greatest);
  });
}

/** For each sentence of each side the numbers of the two-sided contenders that hold it. */
function holdersOf(contenders: readonly Bead[]): Record<'zh' | 'en', Map<number, number[]>> {
  const holders = { zh: new Map<number, number[]>(), en: new Map<number, number[]>() };
  contenders.forEach((bead, k) => {
    if (!size(bead.zh) || !size(bead.en)) return;
    for (const side of ['zh', 'en'] as const) {
      for (let at = bead[side].start; at < bead[side].end; at++) {
        const own = holders[side].get(at);
        if (own) own.push(k);
        else holders[side].set(at, [k]);
      }
    }
  });
  return holders;
}

function overlap(x: Bead['zh'], y: Bead['zh']): boolean {
  return x.start < y.end && y.start < x.end;
}

function sumWhere(
  numbers: readonly number[] = [],
  isWanted: (k: number) => boolean,
  chances: readonly number[],
): number {
  return numbers.reduce((sum, k) => sum + (isWanted(k) ? chances[k]! : 0), 0);
}
