import { type Bead, type Run, size } from '../../model.ts';
import type { Evidence, PairSides } from '../evidence.ts';
import { UNEXPLAINED } from '../explained.ts';
import { tablesOfLexicon } from '../lexicon-tables.ts';
import { WordComparison } from './word-comparison.ts';

/** The English sides of these beads, counted from its own, are strangers to a Chinese side. Neighbours may share a topic. */
const STRANGERS = [-3, -2, 2, 3];
/** So many beads, evenly chosen, tell enough. */
const MOST_BEADS = 200;
/** Beads with more words, on both sides together, are no sentences. */
const MOST_WORDS = 600;

/**
 * How many times as much the sides of the two-sided beads explain of each other as of the beads some places further on, by
 * the dictionaries alone: about 1 where texts have nothing to do with each other, however well a lexicon learnt from
 * them makes them fit. Infinity where there are no strangers to compare with.
 */
export function contrastOf(evidence: Evidence, sides: PairSides, beads: readonly Bead[]): number {
  const words = new WordComparison(sides, evidence, tablesOfLexicon(evidence.lexicon));
  const pairs = beads.filter((bead) => size(bead.zh) && size(bead.en) && wordsIn(sides, bead) <= MOST_WORDS);
  const step = Math.max(1, Math.ceil(pairs.length / MOST_BEADS));
  let own = 0;
  let others = 0;
  for (let k = 0; k < pairs.length; k += step) {
    const { zh, en } = pairs[k]!;
    const strangers = STRANGERS.map((distance) => pairs[(k + distance + 3 * pairs.length) % pairs.length]!);
    const foreign = strangers.filter((stranger) => stranger.en !== en);
    own += informationIn(words, sides, { zh, en });
    for (const stranger of foreign)
      others += informationIn(words, sides, { zh, en: stranger.en }) / foreign.length;
  }
  return others ? own / others : Infinity;
}

function wordsIn({ zh, en }: PairSides, bead: Bead): number {
  const count = (words: readonly Int32Array[], { start, end }: Run) =>
    words.slice(start, end).reduce((sum, own) => sum + own.length, 0);
  return count(zh.words, bead.zh) + count(en.words, bead.en);
}

/** What the sides of a bead explain of each other, in nats above nothing. */
function informationIn(words: WordComparison, sides: PairSides, bead: Bead): number {
  const { zhSide, enSide } = words.explain(bead);
  return zhSide.inBag + enSide.inBag - Math.log(UNEXPLAINED) * wordsIn(sides, bead);
}
