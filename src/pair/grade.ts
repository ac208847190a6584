import type { Alignment, Anchor, AnchorKind } from '../model.ts';
import { type AnchorRarity, sharedAnchors } from './anchors.ts';

/** An alignment of fewer sentences, on either side, may go well by chance: of 62 crossed children's stories 3 did. */
const FEW_SENTENCES = 20;
/** Of these three the excess times the share that is paired was .03 to .05, of stories with their translations .056 and more. */
const SURE_IN_FEW = 0.05;
/** Reports of the same events name the same persons, places and institutions; pages of manuals share no names at all. */
const FEWEST_NAMES = 3;
const NAMES: ReadonlySet<AnchorKind> = new Set(['person', 'place', 'organisation']);
/**
 * … and are more alike than strangers, by their words, their sentences or both. Five pages of one event came to .16 to .7
 * for each pair, chapters of novels and health texts, crossed, to .11 at most.
 */
const LEAST_IN_COMMON = 0.14;
const MOST_ANCHORS = 12;

/** What a Chinese and an English document are to each other: versions of one story, or reports of the same events. */
export interface Grade {
  readonly kind: 'translation' | 'comparable';
  /**
   * 0 to 1: how much of both is expected to have a counterpart in the other, the geometric mean of the two shares, or how
   * much more alike they are in names and rare words than strangers are (see `candidatesOf`), whichever is more.
   */
  readonly score: number;
  /** The most telling names, numbers and dates that both hold, the rarest first; at most 12. */
  readonly anchors: readonly Anchor[];
}

/** What two aligned documents are to each other, if anything; `excess` is how much more alike they are than strangers. */
export function grade(alignment: Alignment, excess: number, rarityOf: AnchorRarity): Grade | undefined {
  const { relation, zhPaired, enPaired } = alignment.kinship;
  if (relation === 'unrelated') return undefined;
  const shared = sharedAnchors(alignment, rarityOf);
  const paired = Math.sqrt(zhPaired * enPaired);
  const isComparable = relation === 'comparable';
  const isSo = isComparable ? tellSameEvents(alignment, excess, shared) : isSure(alignment, excess * paired);
  if (!isSo) return undefined;
  return {
    kind: isComparable ? 'comparable' : 'translation',
    score: Math.max(paired, excess),
    anchors: shared.slice(0, MOST_ANCHORS),
  };
}

function isSure({ zh, en }: Alignment, sureness: number): boolean {
  return Math.min(zh.sentences.length, en.sentences.length) >= FEW_SENTENCES || sureness >= SURE_IN_FEW;
}

function tellSameEvents({ kinship }: Alignment, excess: number, shared: readonly Anchor[]): boolean {
  const names = shared.filter(({ kind }) => NAMES.has(kind));
  const inCommon = excess + Math.max(kinship.zhPaired, kinship.enPaired);
  return names.length >= FEWEST_NAMES && inCommon >= LEAST_IN_COMMON;
}
