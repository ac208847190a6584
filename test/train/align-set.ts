import { adapt } from '../../src/adapt/adapt.ts';
import { sharedEvidence } from '../../src/evidence/candidates.ts';
import { evidenceIn, weighBy } from '../../src/evidence/evidence.ts';
import type { Weights } from '../../src/evidence/weights.ts';
import type { Bead } from '../../src/model.ts';
import { MAX_EN, MAX_ZH } from '../../src/search/cells.ts';
import { type Found, NARROW, search, WIDE, waypointsAlong } from '../../src/search/search.ts';
import { waypointsOf } from '../../src/search/waypoints.ts';
import type { IdBead } from '../../src/units/align.ts';
import type { GoldSet } from './gold.ts';

/** One round of alignment of all documents of a set, as align.ts makes it, by any weights. */
export function alignSet(
  set: Pick<GoldSet, 'documents' | 'evidence'>,
  weights: Weights,
  before?: readonly Found[],
): Found[] {
  const adapted = before && adapt(set.evidence, before);
  return set.documents.map((_, k) => {
    const sides = set.evidence.pairs[k]!;
    const waypoints = before ? waypointsAlong(before[k]!) : waypointsOf(sharedEvidence(sides, set.evidence));
    const width = before ? NARROW : WIDE;
    return search(sides.zh.words.length, sides.en.words.length, waypoints, width, (band) => {
      const lexicon = adapted?.lexicon ?? set.evidence.lexicon;
      const longest = { zh: MAX_ZH, en: MAX_EN };
      const pair = evidenceIn(
        band,
        sides,
        set.evidence,
        lexicon,
        longest,
        adapted?.lessons[k],
        adapted?.habits[k],
      );
      return { weigh: weighBy(pair, weights), continuation: weights.continuation };
    });
  });
}

/** Beads as lists of sentence numbers. */
export function numbered(beads: readonly Bead[]): IdBead[] {
  return beads.map(({ zh, en }) => ({ zh: numbers(zh.start, zh.end), en: numbers(en.start, en.end) }));
}

function numbers(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
