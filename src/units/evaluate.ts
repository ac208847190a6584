import { DuiqiError } from '../errors.ts';
import type { IdBead } from './formats/align.ts';

/** Each 0 to 1; 0 where there is nothing to divide by. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How beads of one shape fared: their recall is `right / gold`, their precision `right / made`. */
export interface ShapeCounts {
  /** `1-2`: one Chinese sentence, two English ones. */
  readonly shape: string;
  /** In the gold. */
  readonly gold: number;
  /** In the alignments that are judged. */
  readonly made: number;
  /** The very same bead in both. */
  readonly right: number;
}

export interface Evaluation {
  /** A bead counts when it is the same. */
  readonly strict: Agreement;
  /** A bead counts when it shares a Chinese and an English sentence with one bead of the other alignment. */
  readonly lax: Agreement;
  /** By the number of Chinese sentences, then of English ones. */
  readonly shapes: readonly ShapeCounts[];
}

interface Hits {
  beads: number;
  strict: number;
  /** Those of `strict` included. */
  lax: number;
}

interface Counts {
  readonly zh: number;
  readonly en: number;
  gold: number;
  made: number;
  right: number;
}

/**
 * How well alignments agree with gold: the measure of Vecalign and Bertalign. Precision is over all beads
 * of the tests, those of one side included; recall is over the two-sided beads of the gold. Counts are
 * summed over the documents, so that each bead weighs the same.
 *
 * @param golds the gold beads, a list for each document
 * @param tests the beads to judge, for the same documents in the same order
 * @throws DuiqiError `usage` when these are not as many documents as those
 */
export function evaluate(
  golds: readonly (readonly IdBead[])[],
  tests: readonly (readonly IdBead[])[],
): Evaluation {
  if (golds.length !== tests.length) {
    const reason = `there are ${golds.length} gold documents, but ${tests.length} to judge.`;
    throw new DuiqiError('usage', reason, {}, 'Give one alignment for each gold one.');
  }
  const precision: Hits = { beads: 0, strict: 0, lax: 0 };
  const recall: Hits = { beads: 0, strict: 0, lax: 0 };
  const shapes = new Map<string, Counts>();
  golds.forEach((goldBeads, i) => {
    const gold = beadSet(goldBeads);
    const test = beadSet(tests[i]!);
    addHits(precision, test, gold);
    addHits(recall, twoSided(gold), twoSided(test));
    countShapes(shapes, gold, test);
  });
  return {
    strict: agreement(share(precision.strict, precision.beads), share(recall.strict, recall.beads)),
    lax: agreement(share(precision.lax, precision.beads), share(recall.lax, recall.beads)),
    shapes: inOrder(shapes),
  };
}

/**
 * Gold that is known only by the verse (or any other block) says nothing of beads inside one: unites
 * neighbouring beads that lie in the same single verse, whichever sides they have.
 *
 * @param zhVerses the name of the verse of each Chinese sentence
 * @param enVerses the name of the verse of each English sentence
 * @throws DuiqiError `format` when a bead holds a sentence without a verse
 */
export function mergeVerses(
  beads: Iterable<IdBead>,
  zhVerses: readonly string[],
  enVerses: readonly string[],
): IdBead[] {
  const merged: IdBead[] = [];
  let last: string | undefined;
  for (const { zh, en } of beads) {
    const verses = new Set([...zh.map((i) => verseOf(i, zhVerses)), ...en.map((i) => verseOf(i, enVerses))]);
    const [verse] = verses.size === 1 ? verses : [];
    const previous = verse !== undefined && verse === last ? merged.pop() : undefined;
    merged.push(previous ? { zh: [...previous.zh, ...zh], en: [...previous.en, ...en] } : { zh, en });
    last = verse;
  }
  return merged;
}

type BeadSet = ReadonlyMap<string, IdBead>;

/** Beads by what they hold; a bead that holds nothing is none. */
function beadSet(beads: readonly IdBead[]): BeadSet {
  const held = beads.filter(({ zh, en }) => zh.length > 0 || en.length > 0);
  return new Map(held.map((bead) => [`${bead.zh.join(',')}:${bead.en.join(',')}`, bead]));
}

function twoSided(beads: BeadSet): BeadSet {
  return new Map([...beads].filter(([, { zh, en }]) => zh.length > 0 && en.length > 0));
}

function addHits(hits: Hits, beads: BeadSet, reference: BeadSet): void {
  const partners = englishPartners(reference);
  for (const [key, { zh, en }] of beads) {
    hits.beads++;
    if (reference.has(key)) hits.strict++;
    if (reference.has(key) || zh.some((i) => en.some((j) => partners.get(i)?.has(j)))) hits.lax++;
  }
}

/** For each Chinese sentence the English ones that share a bead with it. */
function englishPartners(beads: BeadSet): Map<number, Set<number>> {
  const partners = new Map<number, Set<number>>();
  for (const { zh, en } of beads.values()) {
    for (const i of zh) {
      const known = partners.get(i) ?? new Set();
      for (const j of en) known.add(j);
      partners.set(i, known);
    }
  }
  return partners;
}

function countShapes(shapes: Map<string, Counts>, gold: BeadSet, test: BeadSet): void {
  for (const bead of gold.values()) countsOf(shapes, bead).gold++;
  for (const [key, bead] of test) {
    const counts = countsOf(shapes, bead);
    counts.made++;
    if (gold.has(key)) counts.right++;
  }
}

function countsOf(shapes: Map<string, Counts>, { zh, en }: IdBead): Counts {
  const shape = `${zh.length}-${en.length}`;
  const counts = shapes.get(shape) ?? { zh: zh.length, en: en.length, gold: 0, made: 0, right: 0 };
  shapes.set(shape, counts);
  return counts;
}

function inOrder(shapes: ReadonlyMap<string, Counts>): ShapeCounts[] {
  return [...shapes]
    .sort(([, a], [, b]) => a.zh - b.zh || a.en - b.en)
    .map(([shape, { gold, made, right }]) => ({ shape, gold, made, right }));
}

function agreement(precision: number, recall: number): Agreement {
  const sum = precision + recall;
  return { precision, recall, f1: share(2 * precision * recall, sum) };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function verseOf(sentence: number, verses: readonly string[]): string {
  const verse = verses[sentence];
  if (verse !== undefined) return verse;
  const reason = `a bead holds sentence ${sentence}, but only sentences below ${verses.length} have a verse.`;
  throw new DuiqiError('format', reason, {}, 'Give the verse of each sentence, one a line.');
}
