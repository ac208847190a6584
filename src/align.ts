import type { Adapted } from './adapt/adapt.ts';
import { kinshipOf } from './adapt/kinship.ts';
import { scoresOf } from './adapt/scores.ts';
import { anchorsOf, commonNames } from './evidence/anchors.ts';
import { contrastOf } from './evidence/close/contrast.ts';
import { type Evidence, readEvidenceAside } from './evidence/evidence.ts';
import { explain } from './evidence/explain.ts';
import type { LearntLexicon } from './evidence/learnt-lexicon.ts';
import { withNamesOfBeads } from './evidence/names/of-beads.ts';
import { storiesOf } from './evidence/stories.ts';
import { type Alignment, type Bead, type Link, LONGEST, type Part, type Term } from './model.ts';
import { bindLinks } from './read/bind.ts';
import { alignInRounds, closeEvidence, LEARNT, learnNothing, ROUNDS } from './rounds/rounds.ts';
import type { Found } from './search/search.ts';

/** A Chinese part and the English part to align it with. */
export interface PartPair {
  readonly zh: Part;
  readonly en: Part;
  /** Sentences that belong in one bead; always obeyed. */
  readonly links?: readonly Link[];
}

/**
 * What the documents teach: all pairs one another (`batch`), the versions of one story one another (`pair`), or nothing
 * (`none`).
 */
export const ADAPTATIONS = ['batch', 'pair', 'none'] as const;
export type Adaptation = (typeof ADAPTATIONS)[number];

export interface AlignOptions {
  /** Terms and names with their translations, for all pairs. */
  readonly glossary?: readonly Term[];
  /** What other documents have taught of words; see `learnLexicon`. */
  readonly lexicon?: LearntLexicon | undefined;
  /** `batch`, unless told: with a lexicon `pair` is faster, and nearly as good. */
  readonly adapt?: Adaptation | undefined;
  /**
   * Unless it is false, find the anchors of each bead, and the names that both parts hold. Without them the beads, scores
   * and kinship are the same, the lists empty, and long texts done sooner.
   */
  readonly anchors?: boolean;
  /** Also say of each bead why it was made. */
  readonly explain?: boolean;
  /** Told of each step that is done, `total` in all. */
  readonly onProgress?: (done: number, total: number, stage: string) => void;
}

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
  const bound = pairs.map(({ zh, en, links = [] }) => bindLinks(links, zh, en, LONGEST));
  const schools = (options.adapt ?? 'batch') === 'batch' ? [pairs.map((_, k) => k)] : schoolsOf(pairs);
  const step = stepCounter(schools.length + pairs.length * ROUNDS, options);
  const alignments: Alignment[] = [];
  for (const school of schools) {
    const [own, ownBound] = [school.map((k) => pairs[k]!), school.map((k) => bound[k]!)];
    const aligned = await alignSchool(own, ownBound, options, step);
    aligned.forEach((alignment, i) => {
      alignments[school[i]!] = alignment;
    });
  }
  return alignments;
}

type Step = (stage: string) => Promise<void>;

function stepCounter(total: number, { onProgress }: AlignOptions): Step {
  let done = 0;
  return async (stage) => {
    onProgress?.(++done, total, stage);
    // Lets the caller draw its progress.
    await new Promise((resolve) => setImmediate(resolve));
  };
}

/** The numbers of the pairs of each story. */
function schoolsOf(pairs: readonly PartPair[]): number[][] {
  return storiesOf(pairs).map(({ zh }) => pairs.flatMap((pair, k) => (zh.has(pair.zh) ? [k] : [])));
}

/** Aligns pairs that learn from one another. */
async function alignSchool(
  pairs: readonly PartPair[],
  bound: readonly (readonly Bead[])[],
  options: AlignOptions,
  step: Step,
): Promise<Alignment[]> {
  const evidence = await readEvidenceAside(pairs, options.glossary, options.lexicon);
  await step('reading');
  const learn = options.adapt === 'none' ? learnNothing : undefined;
  const { found, adapted } = await alignInRounds(evidence, bound, LEARNT, () => step('aligning'), learn);
  return pairs.map((pair, k) => describe(pair, evidence, k, adapted, found[k]!, options));
}

function describe(
  { zh, en }: PartPair,
  evidence: Evidence,
  pair: number,
  adapted: Adapted,
  found: Found,
  options: AlignOptions,
): Alignment {
  const { beads, probabilities } = found;
  const { lexicon } = adapted;
  const sides = evidence.pairs[pair]!;
  // Two texts that have hardly anything in common are compared by their names, whether these are asked for or not.
  const named = once(() => {
    const withNames = withNamesOfBeads(sides, evidence, lexicon, beads, probabilities);
    return { sides: withNames, names: commonNames(withNames) };
  });
  const contrast = contrastOf(evidence, sides, beads);
  const kinship = kinshipOf(sides, beads, probabilities, () => named().names, contrast);
  const scores = scoresOf(kinship.relation, found);
  const shown = options.anchors === false ? undefined : named();
  const close = options.explain ? closeEvidence(evidence, pair, adapted) : undefined;
  const aligned = beads.map((bead, k) => ({
    ...bead,
    ...scores[k]!,
    anchors: shown ? anchorsOf(bead, shown.sides) : [],
    ...(close && { explanation: explain(bead, sides, lexicon, close) }),
  }));
  return { zh, en, beads: aligned, kinship, names: shown ? shown.names : [] };
}

/** What a function gives, asked of it when it is first wanted. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
