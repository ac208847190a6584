import type { Element } from './html-element.ts';
import { isLabelled, isLinkList, pruned } from './html-prune.ts';
import { isRegion, type Leaf, type Part, type Region, type Weight } from './html-regions.ts';

/*
 * Why no library: on 62 pages modelled on common kinds of sites, Mozilla's Readability keeps 91 % of the text and adds
 * 2.4 % of its length from around it (mean F1 .92), this rule 100 % and 0.1 % (.999), but it was made with them in view.
 * On the 20 and the 10 of them and of a later set that were new to it at the time: Readability .960 and .995, the rule
 * .991 and .998. Readability loses what duiqi lives by: the second language; and headlines. Without any class, id and
 * role in the 62 pages: .89 and .96.
 */

/** The text stands in the part that has more of the prose than all others. */
const LEAST_SHARE = 0.5;
/** A part beside the text belongs to it if it has this share of the text's prose; in the other language, that. */
const LEAST_OF_SAME = 0.2;
const LEAST_OF_OTHER = 0.05;
/** In letters; a page that has less, and no sentence, has no main text. */
const SHORTEST_TEXT = 100;
/** They are parts of a text, however long: what stands before and behind them goes with them. */
const WITHIN_TEXT: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'blockquote', 'figure', 'p']);

const HEADLINES = ['h1', 'h2'];

/**
 * The parts of a page that its main text consists of, in their order: the region that has most of the prose, what leads
 * to it, and what goes on behind it, such as the version in the other language. All of the page, if that is no text.
 */
export function mainText(page: Region): readonly Part[] {
  const path = pathToText(pruned(page));
  const text = path.at(-1)!;
  const scope = scopeOf(path);
  const sides = path.slice(0, -1).map((outer, depth) => {
    const { before, after } = sidesOf(outer, path[depth + 1]!);
    const isInScope = depth >= scope;
    const goesOn = (part: Part) => belongs(part, text) || (isInScope && isNext(part, outer));
    const leading = isInScope ? before : before.filter((part) => belongs(part, text));
    return { before, leading, following: untilLabel(after).filter(goesOn) };
  });
  const following = sides.toReversed().flatMap((side) => side.following);
  const main = [...sides.flatMap(({ leading }) => leading), text, ...following];
  if (!main.some(isText)) return [page];
  return [
    ...missingHeadline(
      main,
      sides.map(({ before }) => before),
    ),
    ...main,
  ];
}

/** From the page into the region that the text stands in: ever into the part that has most of the prose. */
function pathToText(page: Region): Region[] {
  const path: Region[] = [];
  for (let region: Region | undefined = page; region; region = mainPart(region)) path.push(region);
  return path;
}

function mainPart({ parts, weight: { prose } }: Region): Region | undefined {
  return parts
    .filter(isRegion)
    .filter(({ element, weight }) => weight.blocks > 1 && !WITHIN_TEXT.has(element.name))
    .find(({ weight }) => weight.prose > prose * LEAST_SHARE);
}

/**
 * The number of the region on the path from which on all that leads to the text is part of it: the article, or else the
 * innermost with a headline before the text, or else with anything before it; -1 if nothing is.
 */
function scopeOf(path: readonly Region[]): number {
  const article = path.findLastIndex(({ element }) => element.name === 'article');
  if (article !== -1) return article;
  const before = path.slice(0, -1).map((outer, depth) => sidesOf(outer, path[depth + 1]!).before);
  const headline = before.findLastIndex((parts) =>
    HEADLINES.some((name) => headlines(parts, name).length > 0),
  );
  return headline !== -1 ? headline : before.findLastIndex(({ length }) => length > 0);
}

function sidesOf({ parts }: Region, inner: Region): { before: readonly Part[]; after: readonly Part[] } {
  const at = parts.indexOf(inner);
  return { before: parts.slice(0, at), after: parts.slice(at + 1) };
}

/** Behind "Comments" and "Related articles" nothing of the text follows. */
function untilLabel(parts: readonly Part[]): readonly Part[] {
  const label = parts.findIndex(isLabelled);
  return label === -1 ? parts : parts.slice(0, label);
}

/** Whether a part elsewhere on the page is so long, or so like the text, that it must be one with it. */
function belongs({ element, weight }: Part, { element: ofText, weight: text }: Region): boolean {
  if (!weight.hasSentence || isLinkList(weight)) return false;
  const least = isChinese(weight) === isChinese(text) ? LEAST_OF_SAME : LEAST_OF_OTHER;
  return weight.prose >= text.prose * least || isSameKind(element, ofText);
}

/** Whether a part that follows the text in its scope goes on with it. */
function isNext(part: Part, scope: Region): boolean {
  const isOfText = scope.element.name === 'article' || part.element.name === 'p' || !isRegion(part);
  return isOfText && part.weight.hasSentence;
}

function isText({ weight }: Part): boolean {
  return weight.hasSentence || weight.prose >= SHORTEST_TEXT;
}

function isSameKind(one: Element, other: Element): boolean {
  const kind = one.attributes.get('class');
  return one.name === other.name && kind !== undefined && kind === other.attributes.get('class');
}

function isChinese({ chinese, prose }: Weight): boolean {
  return chinese > prose / 2;
}

/** The nearest headline before the text, if there is none in it. `before`: from the outermost regions to the innermost. */
function missingHeadline(main: readonly Part[], before: readonly (readonly Part[])[]): readonly Leaf[] {
  for (const name of HEADLINES) {
    if (headlines(main, name).length > 0) return [];
    const nearest = before.map((parts) => headlines(parts, name)).findLast(({ length }) => length > 0);
    if (nearest) return nearest;
  }
  return [];
}

function headlines(parts: readonly Part[], name: string): Leaf[] {
  const found: Leaf[] = [];
  const visit = (part: Part): void => {
    if (isRegion(part)) part.parts.forEach(visit);
    else if (part.element.name === name && part.weight.prose > 0) found.push(part);
  };
  parts.forEach(visit);
  return found;
}
