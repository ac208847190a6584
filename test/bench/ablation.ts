import type { Evidence, PairSides } from '../../src/evidence/evidence.ts';
import { GROUPS } from '../../src/evidence/explain.ts';
import type { Feature } from '../../src/evidence/features.ts';
import { FIRST_WEIGHTS, WEIGHTS, type Weights } from '../../src/evidence/weights.ts';

/** The aligner with one kind of evidence taken away. */
export interface Ablation {
  readonly name: string;
  readonly first: Weights;
  readonly later: Weights;
  readonly see: (evidence: Evidence) => Evidence;
}

/** The weights stay as they were learnt with all evidence; only those of what is taken away become 0. */
export const ABLATIONS: readonly Ablation[] = [
  ablation('all', []),
  ablation('without anchors', GROUPS.anchors, (evidence) => keepWords(evidence, (isAnchor) => !isAnchor)),
  ablation('without length', GROUPS.length),
  ablation('without lexicon', [], (evidence) => keepWords(evidence, (isAnchor) => isAnchor)),
  ablation('without lexicon and anchors', GROUPS.anchors, (evidence) => keepWords(evidence, () => false)),
  ablation('without punctuation', GROUPS.punctuation),
];

function ablation(
  name: string,
  features: readonly Feature[],
  see: (evidence: Evidence) => Evidence = (evidence) => evidence,
): Ablation {
  return { name, first: without(FIRST_WEIGHTS, features), later: without(WEIGHTS, features), see };
}

function without(weights: Weights, features: readonly Feature[]): Weights {
  const zero = Object.fromEntries(features.map((feature) => [feature, 0]));
  return { ...weights, features: { ...weights.features, ...zero } };
}

/** Keeps the names and values of all sentences, or all other words. */
function keepWords(evidence: Evidence, keeps: (isAnchor: boolean) => boolean): Evidence {
  return {
    ...evidence,
    pairs: evidence.pairs.map((sides): PairSides => {
      const { zh, en, names } = sides;
      const zhWords = zh.readings.map((reading, i) => {
        const mentions = names.inChinese(reading).map(({ place }) => place);
        return zh.words[i]!.filter((_, k) => keeps(isInside(reading.tokens[k]!, mentions)));
      });
      const enWords = en.readings.map((reading, j) => {
        const mentions = names.inEnglish(reading).map(({ place }) => place);
        return en.words[j]!.filter((_, k) => keeps(isInside(reading.tokens[k]!, mentions)));
      });
      return { ...sides, zh: { ...zh, words: zhWords }, en: { ...en, words: enWords } };
    }),
  };
}

function isInside(
  token: { readonly tag: string; readonly start: number; readonly end: number },
  places: readonly (readonly [number, number])[],
): boolean {
  return token.tag === 'value' || places.some(([start, end]) => token.start >= start && token.end <= end);
}
