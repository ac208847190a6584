import { type Bead, type Run, size } from '../../model.ts';
import type { Evidence, PairSides } from '../evidence.ts';
import { FEATURES, type SurfaceEvidence, surfaceFeaturesOf } from '../features.ts';
import type { Habits } from '../habits.ts';
import type { Lexicon } from '../lexicon.ts';
import { tablesOfLexicon } from '../lexicon-tables.ts';
import type { SentenceTables } from '../side.ts';
import {
  type PairLessons,
  type PairTables,
  type Stretch,
  surfaceIn,
  surfaceOf,
  type TaughtTables,
  taughtIn,
} from '../stretch.ts';
import type { Weights } from '../weights.ts';
import { WordComparison } from './word-comparison.ts';

/** What a closer look at a bead adds to the pieces of evidence that a search in a band goes by. */
export const CLOSE_FEATURES = [...FEATURES, 'enInOrder', 'zhInOrder', 'enWords', 'zhWords'] as const;
export type CloseFeature = (typeof CLOSE_FEATURES)[number];
const AT = Object.fromEntries(CLOSE_FEATURES.map((name, k) => [name, k])) as Record<CloseFeature, number>;

/** Two parts beside each other, looked at closely. */
export interface CloseEvidence {
  readonly surface: SurfaceEvidence;
  readonly words: WordComparison;
}

/** The evidence of a pair of parts by what the beads found so far have taught. */
export function closeEvidenceOf(
  sides: PairSides,
  evidence: Evidence,
  lexicon: Lexicon,
  habits: Habits,
  lessons?: PairLessons,
): CloseEvidence {
  const words = new WordComparison(sides, evidence, tablesOfLexicon(lexicon), lessons);
  return { surface: surfaceOf(sides, habits), words };
}

/** The same of a stretch of a pair, whose sentences are numbered from its beginning. */
export function closeEvidenceIn(pair: PairTables, tables: TaughtTables, stretch: Stretch): CloseEvidence {
  const surface = surfaceIn(pair, tables.habits, stretch);
  const { lessons } = taughtIn(tables, stretch);
  return { surface, words: new WordComparison(surface, tables, tables, lessons) };
}

/**
 * As many pairs of words as a bead may have to be looked at closely, which takes time and memory for each: 1,400 words on
 * either side, far more than any sentence or paragraph has. It is for texts without an end mark.
 */
const MOST_WORD_PAIRS = 2_000_000;

export function canBeSeenClosely({ zh, en }: Pick<PairTables, 'zh' | 'en'>, bead: Bead): boolean {
  return wordCount(zh, bead.zh) * wordCount(en, bead.en) <= MOST_WORD_PAIRS;
}

function wordCount({ starts }: SentenceTables, { start, end }: Run): number {
  return starts[end]! - starts[start]!;
}

/** Writes the features of a bead that can be seen closely into `out`, which has a place for each of CLOSE_FEATURES. */
export function closeFeaturesOf(close: CloseEvidence, bead: Bead, out: Float64Array): void {
  const { zh, en } = bead;
  surfaceFeaturesOf(close.surface, zh.start, size(zh), en.start, size(en), out);
  if (!size(zh) || !size(en)) return;
  const { zhSide, enSide } = close.words.explain(bead);
  out[AT.enExplained] = enSide.inBag;
  out[AT.zhExplained] = zhSide.inBag;
  out[AT.enInOrder] = enSide.gain;
  out[AT.zhInOrder] = zhSide.gain;
  out[AT.enWords] = enSide.explained;
  out[AT.zhWords] = zhSide.explained;
}

/** The weight of a bead looked at closely, in nats: the sum of its features by their weights. */
export function weighClosely(close: CloseEvidence, { features: table }: Weights<CloseFeature>) {
  const weights = Float64Array.from(CLOSE_FEATURES, (name) => table[name]);
  const features = new Float64Array(CLOSE_FEATURES.length);
  return (bead: Bead): number => {
    closeFeaturesOf(close, bead, features);
    let weight = 0;
    for (let k = 0; k < features.length; k++) weight += weights[k]! * features[k]!;
    return weight;
  };
}
