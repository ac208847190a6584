/** The rules for a unit. */
import { isOmegatProperty } from '../formats/properties.ts';
import { checkElement } from './element-rules.ts';
import { canonicalTag, isSameTag, isTag, keyOf, pairsOf, tagOf } from './locale-pairs.ts';
import { quoted, type Tell } from './rules.ts';
import { hasSeveralSentences, segtypeOf } from './sentences.ts';
import type { Survey } from './survey.ts';
import { childrenOf, type Element, textIn } from './tree.ts';

/** In UTF-16 units; Trados' limit. */
const LONGEST_SIDE = 2_000;
/** Tells what is wrong with a unit, as one of a file with this survey. */
export function checkUnit(unit: Element, survey: Survey, tell: Tell): void {
  checkElement(unit, tell);
  const variants = childrenOf(unit, 'tuv');
  if (variants.length === 0) tell('one-sided', unit, 'This unit holds no text at all.');
  for (const variant of variants) {
    checkLocale(variant, tell);
    checkSegment(variant, tell);
  }
  if (variants.length === 1) {
    const tag = tagOf(variants[0]!);
    tell('one-sided', unit, `This unit is in ${quoted(tag)} only: the translation is missing.`);
  }
  checkDuplicates(variants, tell);
  checkPairs(unit, survey, tell);
  checkSentences(unit, variants, survey, tell);
  if (!isOfOmegat(survey)) checkProperties(unit, tell);
}

/** In its own memories OmegaT's properties mean what OmegaT takes them for. */
export function isOfOmegat({ header }: Survey): boolean {
  return header?.attributes.get('creationtool')?.toLowerCase().startsWith('omegat') ?? false;
}

/** What a segment holds is blank: no text, and no code either. */
export function isBlank(seg: Element): boolean {
  return !seg.children.some((child) => child.kind === 'element') && textIn(seg).trim() === '';
}

function checkLocale(variant: Element, tell: Tell): void {
  const { attributes } = variant;
  const tag = attributes.get('xml:lang');
  if (tag === undefined && attributes.has('lang')) {
    tell('lang-attribute', variant, 'This variant names its language by lang, not by xml:lang.');
  }
  const named = tag ?? attributes.get('lang');
  if (named === undefined)
    tell('missing-language', variant, 'This variant does not say in which language it is.');
  else if (!isTag(named)) tell('locale', variant, `${quoted(named)} is no BCP 47 code, such as zh-CN.`);
}

function checkSegment(variant: Element, tell: Tell): void {
  const [seg, second] = childrenOf(variant, 'seg');
  if (!seg) {
    tell('missing-segment', variant, 'This variant has no <seg>, and so no text.');
    return;
  }
  if (second) tell('schema', second, 'This is a second <seg> in one variant.');
  if (isBlank(seg)) {
    tell('empty-segment', seg, `The text in ${quoted(tagOf(variant))} is empty.`);
    return;
  }
  const nodes = seg.children.filter(({ kind }) => kind !== 'aside');
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  const begins = first.kind === 'text' && first.text !== first.text.trimStart();
  const ends = last.kind === 'text' && last.text !== last.text.trimEnd();
  if (begins || ends) {
    const where = begins && ends ? 'begins and ends' : begins ? 'begins' : 'ends';
    tell('space-at-ends', seg, `This text ${where} with space.`);
  }
  const { length } = textIn(seg);
  if (length > LONGEST_SIDE) tell('too-long', seg, `This text has ${length} characters.`);
}

function checkDuplicates(variants: readonly Element[], tell: Tell): void {
  const seen = new Set<string>();
  for (const variant of variants) {
    const tag = canonicalTag(tagOf(variant));
    if (tag === undefined) continue;
    if (seen.has(tag)) tell('duplicate-variant', variant, `This unit has another text in ${tag}.`);
    seen.add(tag);
  }
}

function checkPairs(unit: Element, survey: Survey, tell: Tell): void {
  const named = unit.attributes.get('srclang');
  const tags = childrenOf(unit, 'tuv').map(tagOf);
  if (named !== undefined && named !== '*all*' && !tags.some((tag) => isSameTag(tag, named))) {
    tell(
      'wrong-srclang',
      unit,
      `The source of this unit should be in ${quoted(named)}, but no text of it is.`,
    );
  } else if (named !== undefined && named !== '*all*' && !isTag(named)) {
    tell('locale', unit, `srclang is ${quoted(named)}, which is no BCP 47 code.`);
  }
  if (!survey.pair) return;
  const main = keyOf(survey.pair);
  for (const pair of pairsOf(unit, named ?? survey.srclang)) {
    if (keyOf(pair) === main) continue;
    const most = survey.pair.join(' and ');
    tell('several-pairs', unit, `This unit is in ${pair.join(' and ')}, but most of the file is in ${most}.`);
  }
}

function checkSentences(unit: Element, variants: readonly Element[], survey: Survey, tell: Tell): void {
  if (variants.length < 2 || segtypeOf(unit, survey.header) !== 'sentence') return;
  if (!hasSeveralSentences(unit, variants)) return;
  tell(
    'two-sentences',
    unit,
    'This unit has more than one sentence on a side, but is of the segtype sentence.',
  );
}

function checkProperties(unit: Element, tell: Tell): void {
  const holders = [unit, ...childrenOf(unit, 'tuv')];
  for (const property of holders.flatMap((holder) => childrenOf(holder, 'prop'))) {
    const type = property.attributes.get('type') ?? '';
    if (isOmegatProperty(type)) tell('property-name', property, `A property of the type ${quoted(type)}.`);
  }
}
