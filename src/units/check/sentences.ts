/** What a memory calls its texts, sentences or paragraphs, and what they are. */
import { segment } from '../../read/segment.ts';
import { languageOfTag } from '../locales.ts';
import { SEGTYPES } from './dtd.ts';
import { tagOf } from './locale-pairs.ts';
import { childrenOf, type Element, textIn } from './tree.ts';

/** Whether a program that looks for sentences would look for more than one on a side of the unit. */
export function hasSeveralSentences(unit: Element, variants: readonly Element[]): boolean {
  const bead = childrenOf(unit, 'prop').find(({ attributes }) => attributes.get('type') === 'x-bead');
  if (bead) return textIn(bead) !== '1-1';
  return variants.some((variant) => {
    const language = languageOfTag(tagOf(variant));
    const seg = childrenOf(variant, 'seg')[0];
    return language !== undefined && seg !== undefined && segment(textIn(seg), language).length > 1;
  });
}

/** What the unit says that its texts are, or else what the header says; a sentence where neither does. */
export function segtypeOf(unit: Element, header: Element | undefined): string {
  const named = [unit, header].map((element) => element?.attributes.get('segtype') ?? '');
  return named.find((segtype) => SEGTYPES.has(segtype)) ?? 'sentence';
}
