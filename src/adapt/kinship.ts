import type { Side } from '../evidence/side.ts';
import { type Anchor, type Bead, type Kinship, type Relation, type Run, size } from '../model.ts';

/**
 * The least shares that are paired. Measured on whole documents of seven kinds: translations with a sixth left out
 * have .67 to 1.00 on the poorer side, an article and half of it .5 to .7 on the richer one, reports of one event .05 to
 * .4, and documents of one collection, crossed, at most .02; children's stories of some ten sentences, .25.
 */
const TRANSLATION = 0.6;
const PARTIAL = 0.45;
const COMPARABLE = 0.04;
/**
 * The contrast from which pairs are believed in full; at 1, where they have no more in common than strangers, not at all.
 * Of 27 documents and their translations it was 1.9 to 5.1, and 1.0 to 1.4 where short stories, crossed, seemed paired to
 * .3 and more.
 */
const FULL_CONTRAST = 1.8;
/** Texts without a common sentence tell of the same all the same when they share so many names of people. */
const COMMON_PERSONS = 3;

/**
 * Taken off the log odds of every pair in texts that are not translations: the model has learnt from translations how
 * often a pair is right, and in two reports of one event sentences are alike without saying the same. On pages with
 * such reports pairs that are right came out at .95 to .998 without it, loose ones (two headlines, two first
 * sentences) at up to .95.
 */
const DOUBT = 3;

/** The scores of beads as they are to be believed in texts of this relation; omissions are as sure as before. */
export function scoreIn(relation: Relation, bead: Bead, probability: number): number {
  const isTranslation = relation === 'translation' || relation === 'partial translation';
  if (isTranslation || !size(bead.zh) || !size(bead.en)) return probability;
  const odds = probability / (1 - probability) / Math.exp(DOUBT);
  return probability >= 1 ? 1 : odds / (1 + odds);
}

/**
 * What two parts are to each other, by what share of each has a counterpart and what names they have in common.
 *
 * @param names that both hold; asked for only where hardly anything is paired
 * @param contrast of the words in their beads; see `contrastOf`
 */
export function kinshipOf(
  { zh, en }: Readonly<Record<'zh' | 'en', Pick<Side, 'letters'>>>,
  beads: readonly Bead[],
  probabilities: readonly number[],
  names: () => readonly Anchor[],
  contrast: number,
): Kinship {
  const belief = Math.min(1, Math.max(0, (contrast - 1) / (FULL_CONTRAST - 1)));
  const zhPaired = belief * sharePaired(zh.letters, beads, probabilities, (bead) => bead.zh);
  const enPaired = belief * sharePaired(en.letters, beads, probabilities, (bead) => bead.en);
  return { relation: relationOf(zhPaired, enPaired, names), zhPaired, enPaired };
}

function relationOf(zhPaired: number, enPaired: number, names: () => readonly Anchor[]): Relation {
  if (Math.min(zhPaired, enPaired) >= TRANSLATION) return 'translation';
  const more = Math.max(zhPaired, enPaired);
  if (more >= PARTIAL) return 'partial translation';
  if (more >= COMPARABLE) return 'comparable';
  const persons = new Set(
    names()
      .filter(({ kind }) => kind === 'person')
      .map((name) => name.en),
  );
  return persons.size >= COMMON_PERSONS ? 'comparable' : 'unrelated';
}

/** Letters in two-sided beads, each as far as its bead is to be believed, by their sums over the sentences before. */
function sharePaired(
  letters: Float64Array,
  beads: readonly Bead[],
  probabilities: readonly number[],
  side: (bead: Bead) => Run,
): number {
  let paired = 0;
  let total = 0;
  beads.forEach((bead, k) => {
    const { start, end } = side(bead);
    const own = letters[end]! - letters[start]!;
    total += own;
    if (size(bead.zh) && size(bead.en)) paired += probabilities[k]! * own;
  });
  return total ? paired / total : 0;
}
