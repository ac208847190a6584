/** A unit written anew: one for each pair of its texts, each in one pair of locales. */
import { canonicalTag, isSameTag, isTag, keyOf, type LocalePair, pairOf, tagOf } from './locale-pairs.ts';
import {
  attributesText,
  contentOf,
  leadingOf,
  type Mending,
  mendedAttributes,
  withoutSpaceAtEnds,
} from './mend-element.ts';
import { hasSeveralSentences, segtypeOf } from './sentences.ts';
import type { Survey } from './survey.ts';
import { childrenOf, type Element } from './tree.ts';
import { isBlank } from './unit-rules.ts';

export interface MendedUnit {
  readonly pair: LocalePair;
  /** The tag of its first text. */
  readonly first: string;
  readonly text: string;
}

/** A variant with a text, and in a language. */
interface Variant {
  readonly element: Element;
  readonly seg: Element;
  readonly tag: string;
  readonly canonical: string;
}

/** The units that a unit becomes: none where it has no two texts. */
export function mendedUnits(unit: Element, survey: Survey, mending: Mending): MendedUnit[] {
  const variants = variantsOf(unit, survey, mending);
  const named = unit.attributes.get('srclang') ?? survey.srclang;
  const isSource = ({ tag }: Variant) => named !== undefined && isSameTag(tag, named);
  const source = (variants.find(isSource) ?? variants[0])?.canonical;
  const sources = variants.filter(({ canonical }) => canonical === source);
  const targets = variants.filter(({ canonical }) => canonical !== source);
  if (targets.length === 0) mending.lose('unit', unit);
  return [...new Set(targets.map(({ canonical }) => canonical))].flatMap((target) => {
    const pair = pairOf(source!, target);
    const ofTarget = targets.filter(({ canonical }) => canonical === target);
    return paired(sources, ofTarget).map((two) => {
      const inOrder = variants.filter((variant) => two.includes(variant));
      return { pair, first: inOrder[0]!.tag, text: unitText(unit, inOrder, survey, mending) };
    });
  });
}

/** Each with one of the other side: the first with the first, and so on; the last of the shorter side with the rest. */
function paired(sources: readonly Variant[], targets: readonly Variant[]): [Variant, Variant][] {
  return Array.from({ length: Math.max(sources.length, targets.length) }, (_, i) => [
    sources[Math.min(i, sources.length - 1)]!,
    targets[Math.min(i, targets.length - 1)]!,
  ]);
}

function variantsOf(unit: Element, survey: Survey, { lose }: Mending): Variant[] {
  const elements = childrenOf(unit, 'tuv');
  return elements.flatMap((element) => {
    const seg = childrenOf(element, 'seg').find((one) => !isBlank(one));
    if (!seg) return [];
    const named = tagOf(element);
    const tag = isTag(named) ? named : (canonicalTag(named) ?? otherOfPair(element, elements, survey));
    if (tag === undefined) lose('language', element);
    return tag === undefined ? [] : [{ element, seg, tag, canonical: canonicalTag(tag)! }];
  });
}

/** Of two texts in a file of two languages the one that names none is in the other one. */
function otherOfPair(element: Element, elements: readonly Element[], { pair }: Survey): string | undefined {
  if (tagOf(element) !== '' || elements.length !== 2 || !pair) return undefined;
  const known = canonicalTag(tagOf(elements.find((one) => one !== element)!));
  return known !== undefined && pair.includes(known) ? pair.find((tag) => tag !== known) : undefined;
}

function unitText(unit: Element, variants: readonly Variant[], survey: Survey, mending: Mending): string {
  const { attributes, properties } = mendedAttributes(unit, mending);
  const tuvs = childrenOf(unit, 'tuv');
  const segmented = variants.map(({ element }) => element);
  const segtype = segtypeOf(unit, survey.header);
  const isFalseSentence = segtype === 'sentence' && hasSeveralSentences(unit, segmented);
  if (isFalseSentence) attributes.set('segtype', 'paragraph');
  else if (isSplitByHeader(survey)) attributes.set('segtype', segtype);
  const source = attributes.get('srclang');
  if (source !== undefined && source !== '*all*') {
    const fitting = variants.find(({ tag }) => isSameTag(tag, source));
    if (fitting) attributes.set('srclang', fitting.tag);
    else attributes.delete('srclang');
  }
  return [
    `    <tu${attributesText(attributes)}>`,
    ...leadingOf(unit, properties, tuvs, mending).map((line) => `      ${line}`),
    ...variants.map((variant) => `      ${variantText(variant, mending)}`),
    '    </tu>',
    '',
  ].join('\n');
}

function variantText({ element, seg, tag }: Variant, mending: Mending): string {
  const { attributes, properties } = mendedAttributes(element, mending);
  if (!attributes.has('xml:lang')) attributes.delete('lang');
  attributes.delete('xml:lang');
  mendedAttributes(seg, mending); // a segment has none: those that it has are counted
  const empty = childrenOf(element, 'seg').filter((one) => one !== seg && isBlank(one));
  const leading = leadingOf(element, properties, [seg, ...empty], mending);
  const content = contentOf(withoutSpaceAtEnds(seg.children), mending);
  const all = attributesText([['xml:lang', tag], ...attributes]);
  return `<tuv${all}>${leading.join('')}<seg>${content}</seg></tuv>`;
}

export const pairKey = ({ pair }: MendedUnit) => keyOf(pair);

/** Whether the header is to call the units paragraphs: OmegaT goes by the header alone, and splits what is in two. */
export function isSplitByHeader({ hiddenParagraph, hasFalseSentences }: Survey): boolean {
  return hiddenParagraph !== undefined || hasFalseSentences;
}
