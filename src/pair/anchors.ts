import { englishQuantities } from '../evidence/quantities.ts';
import { englishWords } from '../language/english.ts';
import { type Alignment, type Anchor, type AnchorKind, size } from '../model.ts';
import type { Rarities } from './rarity.ts';
import { dayOf, type Profiles } from './terms.ts';

const QUANTITIES: ReadonlySet<AnchorKind> = new Set([
  'number',
  'ordinal',
  'date',
  'time',
  'percentage',
  'amount',
]);
/** The surer beads show what is shared, the others what is so by chance. */
const SURE_ENOUGH = 0.5;

/** How much an anchor says of which story it is from, in nats: what the rarest of its words and values does. */
export type AnchorRarity = (anchor: Anchor) => number;

/** By the English side, for a Chinese name is not always cut as a word of its own. */
export function anchorRarity({ vocabularies }: Profiles, rarities: Rarities): AnchorRarity {
  const behind = vocabularies.zh.keys.length;
  return (anchor) => {
    const ids = keysOf(anchor).flatMap((key) => vocabularies.en.id(key) ?? []);
    return ids.reduce((most, id) => Math.max(most, rarities.en[behind + id]!), 0);
  };
}

/** A telephone number has no words either. */
function keysOf({ kind, en }: Anchor): string[] {
  const stems = QUANTITIES.has(kind) ? [] : englishWords(en).map(({ stem }) => stem);
  if (stems.length) return stems;
  return englishQuantities(en).flatMap(({ values }) => values.concat(dayOf(values) ?? []));
}

/**
 * What two aligned parts share that says something, the rarest first; of several forms of one name (`Janet Yellen`,
 * `Yellen`) only the rarest, of equally rare ones the longest.
 */
export function sharedAnchors({ names, beads }: Alignment, rarityOf: AnchorRarity): Anchor[] {
  const inBeads = beads
    .filter(({ zh, en, parallel }) => size(zh) && size(en) && parallel >= SURE_ENOUGH)
    .flatMap(({ anchors }) => anchors);
  const ranked = [...names, ...inBeads]
    .map((anchor) => ({ anchor, rarity: rarityOf(anchor) }))
    .filter(({ rarity }) => rarity > 0)
    .sort((x, y) => y.rarity - x.rarity || y.anchor.en.length - x.anchor.en.length);
  const shared: Anchor[] = [];
  for (const { anchor } of ranked) if (!shared.some((other) => overlap(anchor, other))) shared.push(anchor);
  return shared;
}

function overlap(x: Anchor, y: Anchor): boolean {
  return x.zh.includes(y.zh) || y.zh.includes(x.zh) || x.en.includes(y.en) || y.en.includes(x.en);
}
