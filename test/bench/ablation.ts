import type { Evidence, PairSides } from '../../src/evidence/evidence.ts';
import { GROUPS } from '../../src/evidence/explain.ts';
import type { Side } from '../../src/evidence/side.ts';
import type { Reading } from '../../src/evidence/tokens.ts';
import type { Weights } from '../../src/evidence/weights.ts';
import { LEARNT, type RoundWeights } from '../../src/rounds/rounds.ts';

/** The aligner with one kind of evidence taken away. */
export interface Ablation {
  readonly name: string;
  readonly weights: RoundWeights;
  readonly see: (evidence: Evidence) => Evidence;
}

/** The weights stay as they were learnt with all evidence; only those of what is taken away become 0. */
export const ABLATIONS: readonly Ablation[] = [
  ablation('all', []),
  ablation('without anchors', GROUPS.anchors, (evidence) => keepWords(evidence, (isAnchor) => !isAnchor)),
  ablation('without length', GROUPS.length),
  ablation('without lexicon', [], (evidence) => keepWords(evidence, (isAnchor) => isAnchor)),
  ablation('without lexicon and anchors', GROUPS.anchors, (evidence) => keepWords(evidence, () => false)),
  ablation('without the order of words', ['enInOrder', 'zhInOrder']),
  ablation('without punctuation', GROUPS.punctuation),
];

function ablation(
  name: string,
  features: readonly string[],
  see: (evidence: Evidence) => Evidence = (evidence) => evidence,
): Ablation {
  const { first, second, close } = LEARNT;
  const weights = {
    first: without(first, features),
    second: without(second, features),
    close: without(close, features),
  };
  return { name, weights, see };
}

function without<Name extends string>(weights: Weights<Name>, features: readonly string[]): Weights<Name> {
  const zero = Object.fromEntries(features.map((feature) => [feature, 0]));
  return { ...weights, features: { ...weights.features, ...zero } };
}

/** Keeps the names and values of all sentences, or all other words. */
function keepWords(evidence: Evidence, keeps: (isAnchor: boolean) => boolean): Evidence {
  return {
    ...evidence,
    pairs: evidence.pairs.map((sides): PairSides => {
      const { zh, en, names } = sides;
      const zhMentions = (reading: Reading) => names.inChinese(reading).map(({ place }) => place);
      const enMentions = (reading: Reading) => names.inEnglish(reading).map(({ place }) => place);
      return { ...sides, zh: keepIn(zh, zhMentions, keeps), en: keepIn(en, enMentions, keeps) };
    }),
  };
}

type Places = readonly (readonly [number, number])[];

function keepIn(
  side: Side,
  mentions: (reading: Reading) => Places,
  keeps: (isAnchor: boolean) => boolean,
): Side {
  const kept = side.readings.map((reading) => {
    const places = mentions(reading);
    return reading.tokens.map((token) => keeps(isInside(token, places)));
  });
  return {
    ...side,
    words: side.words.map((words, i) => words.filter((_, k) => kept[i]![k])),
    places: side.places.map((places, i) => places.filter((_, k) => kept[i]![k])),
  };
}

function isInside(
  token: { readonly tag: string; readonly start: number; readonly end: number },
  places: Places,
): boolean {
  return token.tag === 'value' || places.some(([start, end]) => token.start >= start && token.end <= end);
}
