import { type Adapted, adapt } from './adapt/adapt.ts';
import { kinshipOf, scoreIn } from './adapt/kinship.ts';
import { anchorsOf, commonNames } from './evidence/anchors.ts';
import { sharedEvidence } from './evidence/candidates.ts';
import { type Evidence, evidenceIn, readEvidence, weighBy } from './evidence/evidence.ts';
import { bandAlong, explain } from './evidence/explain.ts';
import { withNamesOfBeads } from './evidence/names/of-beads.ts';
import { FIRST_WEIGHTS, WEIGHTS } from './evidence/weights.ts';
import type { Alignment, Bead, Link, Part, Term } from './model.ts';
import { bindLinks } from './read/bind.ts';
import { MAX_EN, MAX_ZH } from './search/cells.ts';
import { obeying, waypointsThrough } from './search/links.ts';
import { type Found, NARROW, search, WIDE, waypointsAlong } from './search/search.ts';
import { waypointsOf } from './search/waypoints.ts';

/** A Chinese part and the English part to align it with. */
export interface PartPair {
  readonly zh: Part;
  readonly en: Part;
  /** Sentences that belong in one bead; always obeyed. */
  readonly links?: readonly Link[];
}

export interface AlignOptions {
  /** Terms and names with their translations, for all pairs. */
  readonly glossary?: readonly Term[];
  /** Also say of each bead why it was made. */
  readonly explain?: boolean;
  /** Told of each step that is done, `total` in all. */
  readonly onProgress?: (done: number, total: number, stage: string) => void;
}

/** How often the lexicon is learnt anew from the beads found so far; a third time changes nothing. */
const ROUNDS = 2;

const LONGEST = { zh: MAX_ZH, en: MAX_EN };

/**
 * Aligns a Chinese part with an English one.
 *
 * @returns beads in order, every sentence of both parts in exactly one
 */
export async function align(zh: Part, en: Part, options: AlignOptions = {}): Promise<Alignment> {
  const [alignment] = await alignTogether([{ zh, en }], options);
  return alignment!;
}

/**
 * Aligns several pairs of parts, which learn their lexicon from one another; alignments in the same order.
 *
 * @throws DuiqiError `usage` when links contradict each other or name sentences that are not there
 */
export async function alignTogether(
  pairs: readonly PartPair[],
  options: AlignOptions = {},
): Promise<Alignment[]> {
  const total = 1 + pairs.length * (1 + ROUNDS);
  let done = 0;
  const step = async (stage: string) => {
    options.onProgress?.(++done, total, stage);
    // Lets the caller draw its progress.
    await new Promise((resolve) => setImmediate(resolve));
  };
  const bound = pairs.map(({ zh, en, links = [] }) => bindLinks(links, zh, en, LONGEST));
  const evidence = readEvidence(pairs, options.glossary);
  await step('reading');
  let adapted: Adapted | undefined;
  let results: Found[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const next: Found[] = [];
    for (let pair = 0; pair < pairs.length; pair++) {
      next.push(searchPair(evidence, pair, bound[pair]!, adapted, results[pair]));
      await step('aligning');
    }
    results = next;
    if (round < ROUNDS) adapted = adapt(evidence, results);
  }
  return pairs.map((pair, k) => describe(pair, evidence, k, adapted, results[k]!, options));
}

function searchPair(
  evidence: Evidence,
  pair: number,
  bound: readonly Bead[],
  adapted: Adapted | undefined,
  before: Found | undefined,
): Found {
  const sides = evidence.pairs[pair]!;
  const found = before ? waypointsAlong(before) : waypointsOf(sharedEvidence(sides, evidence));
  const waypoints = waypointsThrough(bound, found);
  const weights = adapted ? WEIGHTS : FIRST_WEIGHTS;
  const width = before ? NARROW : WIDE;
  return search(sides.zh.words.length, sides.en.words.length, waypoints, width, (band) => {
    const lexicon = adapted?.lexicon ?? evidence.lexicon;
    const lessons = adapted?.lessons[pair];
    const laidOut = evidenceIn(band, sides, evidence, lexicon, LONGEST, lessons, adapted?.habits[pair]);
    return { weigh: obeying(bound, weighBy(laidOut, weights)), continuation: weights.continuation };
  });
}

function describe(
  { zh, en }: PartPair,
  evidence: Evidence,
  pair: number,
  adapted: Adapted | undefined,
  { beads, probabilities }: Found,
  options: AlignOptions,
): Alignment {
  const lexicon = adapted?.lexicon ?? evidence.lexicon;
  const sides = withNamesOfBeads(evidence.pairs[pair]!, evidence, lexicon, beads, probabilities);
  const names = commonNames(sides);
  const kinship = kinshipOf(zh, en, beads, probabilities, names);
  const explained = options.explain ? explainer(evidence, pair, adapted, beads) : undefined;
  const aligned = beads.map((bead, k) => ({
    ...bead,
    score: scoreIn(kinship.relation, bead, probabilities[k]!),
    anchors: anchorsOf(bead, sides),
    ...(explained && { explanation: explained(bead) }),
  }));
  return { zh, en, beads: aligned, kinship, names };
}

function explainer(evidence: Evidence, pair: number, adapted: Adapted | undefined, beads: readonly Bead[]) {
  const sides = evidence.pairs[pair]!;
  const lexicon = adapted?.lexicon ?? evidence.lexicon;
  const band = bandAlong(beads, sides.zh.words.length);
  const inBand = evidenceIn(
    band,
    sides,
    evidence,
    lexicon,
    LONGEST,
    adapted?.lessons[pair],
    adapted?.habits[pair],
  );
  return (bead: Bead) => explain(bead, sides, lexicon, inBand);
}
