import type { Likeness } from './likeness.ts';

/** A Chinese and an English document, by their numbers, that may be versions of one story. */
export interface Candidate {
  readonly zh: number;
  readonly en: number;
  /** How much more alike they are than strangers: 0 as alike as these, 1 at most. */
  readonly excess: number;
}

/** So many candidates of a document are kept, and no document is expected to have more partners. */
const MOST_PARTNERS = 5;
/**
 * Of 128 documents and their translations of six kinds the loosest, a chapter of a novel, has an excess of .058, the other
 * 127 .08 and more, and of 16,256 crossed pairs 94 have .05.
 */
const LEAST_EXCESS = 0.05;
/** Where all documents tell of one event, none are strangers. Two long documents of one field have .09. */
const MOST_BY_CHANCE = 0.1;
/** Of documents of a few lines most pairs share nothing, which tells nothing of the longer ones among them. */
const LEAST_USUAL = 0.01;
/** So many Chinese documents, evenly chosen, tell what an English one has in common with any. */
const SAMPLE = 200;

/** For each document of either language its few candidates, without those that are as alike as strangers; in order. */
export function candidatesOf(zhCount: number, enCount: number, likeness: Likeness): Candidate[] {
  const chance = chanceOf(zhCount, enCount, likeness);
  const byEn: Candidate[][] = Array.from({ length: enCount }, () => []);
  const kept = new Map<string, Candidate>();
  const keep = (candidate: Candidate) => kept.set(`${candidate.zh} ${candidate.en}`, candidate);
  for (let zh = 0; zh < zhCount; zh++) {
    const candidates = chance(likeness(zh)).flatMap((excess, en) =>
      excess >= LEAST_EXCESS ? [{ zh, en, excess }] : [],
    );
    for (const candidate of candidates) byEn[candidate.en] = best([...byEn[candidate.en]!, candidate]);
    best(candidates).forEach(keep);
  }
  byEn.flat().forEach(keep);
  return [...kept.values()].sort((x, y) => x.zh - y.zh || y.excess - x.excess || x.en - y.en);
}

function best(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .toSorted((x, y) => y.excess - x.excess || x.zh - y.zh || x.en - y.en)
    .slice(0, MOST_PARTNERS);
}

/**
 * The excess of the likenesses of a Chinese document over what strangers have: as much as both have with most others, the
 * one times the other. With few documents, of which any may be a partner, nothing is known of strangers.
 */
function chanceOf(zhCount: number, enCount: number, likeness: Likeness) {
  const step = Math.max(1, Math.floor(zhCount / SAMPLE));
  const rows = Array.from({ length: Math.ceil(zhCount / step) }, (_, k) => likeness(k * step));
  const usual = Math.max(LEAST_USUAL, middle(rows.flatMap((row) => [...row])));
  const enLevels = Array.from({ length: enCount }, (_, en) => levelOf(rows.map((row) => row[en]!)));
  return (row: Float64Array): number[] => {
    const level = levelOf([...row]);
    return Array.from(row, (likeness, en) => {
      const levels = [level, enLevels[en]].filter((known) => known !== undefined);
      const expected = levels.length === 2 ? (levels[0]! * levels[1]!) / usual : (levels[0] ?? 0);
      const byChance = Math.min(MOST_BY_CHANCE, expected);
      return (likeness - byChance) / (1 - byChance);
    });
  };
}

/** How alike a document is to strangers; undefined where all may be partners. */
function levelOf(likenesses: readonly number[]): number | undefined {
  const strangers = likenesses.toSorted((x, y) => x - y).slice(0, -MOST_PARTNERS);
  return strangers.length ? middle(strangers) : undefined;
}

/** The median, of two the lower one. */
function middle(numbers: readonly number[]): number {
  return numbers.toSorted((x, y) => x - y)[(numbers.length - 1) >> 1] ?? 0;
}
