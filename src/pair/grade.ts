import type { Alignment, Anchor, AnchorKind } from '../model.ts';
import { type AnchorRarity, sharedAnchors } from './anchors.ts';
import type { Pairing } from './pair.ts';

/** An alignment of fewer sentences, on either side, may go well by chance: that of 5 of 80 crossed children's stories did … */
const FEW_SENTENCES = 20;
/** … of which those that tell another story were less alike than this, and all with their translations at least as much. */
const SURELY_ALIKE = 0.08;
/** Reports of the same events name the same persons, places and institutions; pages of manuals share no names at all. */
const FEWEST_NAMES = 3;
const NAMES: ReadonlySet<AnchorKind> = new Set(['person', 'place', 'organisation']);
/**
 * … and are more alike than strangers, by their words, their sentences or both. Five pages of one event came to .16 to .7
 * for each pair, chapters of novels and health texts, crossed, to .11 at most.
 */
const LEAST_IN_COMMON = 0.14;
const MOST_ANCHORS = 12;

/** What two aligned documents are to each other, if anything; `excess` is how much more alike they are than strangers. */
export function grade(
  alignment: Alignment,
  excess: number,
  rarityOf: AnchorRarity,
): Pick<Pairing, 'kind' | 'score' | 'anchors'> | undefined {
  const { relation, zhPaired, enPaired } = alignment.kinship;
  if (relation === 'unrelated') return undefined;
  const shared = sharedAnchors(alignment, rarityOf);
  const isComparable = relation === 'comparable';
  if (isComparable ? !tellSameEvents(alignment, excess, shared) : !isSure(alignment, excess))
    return undefined;
  return {
    kind: isComparable ? 'comparable' : 'translation',
    score: Math.max(Math.sqrt(zhPaired * enPaired), excess),
    anchors: shared.slice(0, MOST_ANCHORS),
  };
}

function isSure({ zh, en }: Alignment, excess: number): boolean {
  return Math.min(zh.sentences.length, en.sentences.length) >= FEW_SENTENCES || excess >= SURELY_ALIKE;
}

function tellSameEvents({ kinship }: Alignment, excess: number, shared: readonly Anchor[]): boolean {
  const names = shared.filter(({ kind }) => NAMES.has(kind));
  const inCommon = excess + Math.max(kinship.zhPaired, kinship.enPaired);
  return names.length >= FEWEST_NAMES && inCommon >= LEAST_IN_COMMON;
}
