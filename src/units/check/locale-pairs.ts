/** Which locales the variants of a unit are in, and which of them make a pair. */
import { localeOfTag } from '../locales.ts';
import { childrenOf, type Element } from './tree.ts';

/** Longer ones are allowed, but are no locale that anybody writes, and name files. */
const LONGEST_TAG = 35;

/** Two locales in the order of the alphabet. */
export type LocalePair = readonly [string, string];

export const keyOf = (pair: LocalePair) => pair.join(' ');

/** The tag of a variant as it is written there, also where it is written as TMX no longer has it; may be empty. */
export function tagOf(variant: Element): string {
  return (variant.attributes.get('xml:lang') ?? variant.attributes.get('lang') ?? '').trim();
}

/** The tag in its usual spelling, or undefined where it is none that could be mended. */
export function canonicalTag(tag: string): string | undefined {
  return lookedUp(tag).canonical;
}

/** Whether it is a BCP 47 tag as it stands. */
export function isTag(tag: string): boolean {
  return lookedUp(tag).isTag;
}

/** Whether two tags name one locale. */
export function isSameTag(one: string, other: string): boolean {
  return one === other || (canonicalTag(one) ?? one) === (canonicalTag(other) ?? other);
}

interface Looked {
  readonly canonical: string | undefined;
  readonly isTag: boolean;
}

/** Every unit of a memory has the same few tags, and looking one up takes longer than reading a unit. */
const known = new Map<string, Looked>();
const MOST_KNOWN = 1_000;

function lookedUp(tag: string): Looked {
  const before = known.get(tag);
  if (before) return before;
  const canonical = localeOfTag(tag);
  const isCanonical = isWellFormed(canonical);
  const looked = { canonical: isCanonical ? canonical : undefined, isTag: isCanonical && isWellFormed(tag) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(tag, looked);
  return looked;
}

function isWellFormed(tag: string): boolean {
  if (tag.length > LONGEST_TAG) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/**
 * The pairs of a unit, each once, in the order of their variants: the source with each other locale. The source is the
 * variant in `source`, or the first.
 */
export function pairsOf(unit: Element, source: string | undefined): LocalePair[] {
  const tags = [...new Set(childrenOf(unit, 'tuv').flatMap((variant) => canonicalTag(tagOf(variant)) ?? []))];
  const first = tags.find((tag) => source !== undefined && isSameTag(tag, source)) ?? tags[0];
  return tags.filter((tag) => tag !== first).map((tag) => pairOf(first!, tag));
}

export function pairOf(one: string, other: string): LocalePair {
  return one < other ? [one, other] : [other, one];
}
