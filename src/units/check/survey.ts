/** A first look at a whole TMX: what only its end tells about its beginning. */
import type { Source } from '../source.ts';
import { lenientTextOf } from './decode.ts';
import { canonicalTag, isSameTag, keyOf, type LocalePair, pairsOf, tagOf } from './locale-pairs.ts';
import type { Place, Tell } from './rules.ts';
import { Scanner } from './scan.ts';
import { hasSeveralSentences, segtypeOf } from './sentences.ts';
import { childrenOf, type Element, type Part, TreeBuilder } from './tree.ts';

export interface Survey {
  /** The first header, wherever it stands. */
  readonly header: Element | undefined;
  readonly root: Element | undefined;
  /** The pair of locales that most units are in. */
  readonly pair: LocalePair | undefined;
  /** What the header names as the source, if units have it, or else the locale that most of them begin with. */
  readonly srclang: string | undefined;
  /** Whether the header names a source that units have, or `*all*`. */
  readonly isSrclangRight: boolean;
  /** The first unit that calls itself a paragraph, and is more than a sentence, where the header calls it something else. */
  readonly hiddenParagraph: Place | undefined;
  /** Whether a unit of several sentences is called a sentence; known only where it was asked for. */
  readonly hasFalseSentences: boolean;
}

/** A file of more locales than this is no memory; the others are not counted. */
const MOST_LOCALES = 1_000;

/**
 * @param looksForFalseSentences costs the time of cutting all texts into sentences
 * @throws DuiqiError `format` where it is no TMX at all, `too-large`
 */
export async function surveyOf(source: Source, looksForFalseSentences: boolean): Promise<Survey> {
  const found: { header?: Element; root?: Element; hiddenParagraph?: Place } = {};
  let hasFalseSentences = false;
  const firsts = new Tally();
  const tags = new Tally();
  const pairs = new Tally();
  const lookAtSentences = (unit: Element) => {
    const segtype = segtypeOf(unit, found.header);
    const isHidden =
      !found.hiddenParagraph &&
      segtype === 'paragraph' &&
      found.header?.attributes.get('segtype') !== 'paragraph';
    const isFalse = looksForFalseSentences && !hasFalseSentences && segtype === 'sentence';
    if (!isHidden && !isFalse) return;
    if (!hasSeveralSentences(unit, childrenOf(unit, 'tuv'))) return;
    if (isHidden) found.hiddenParagraph = { line: unit.line, column: unit.column };
    else hasFalseSentences = true;
  };
  const take = (part: Part) => {
    if (part.kind === 'root') found.root = part.element;
    else if (part.kind === 'header') found.header ??= part.element;
    else if (part.kind === 'unit') {
      const locales = childrenOf(part.element, 'tuv').flatMap(
        (variant) => canonicalTag(tagOf(variant)) ?? [],
      );
      if (locales[0] !== undefined) firsts.add(locales[0]);
      for (const tag of locales) tags.add(tag);
      for (const pair of pairsOf(part.element, found.header?.attributes.get('srclang')))
        pairs.add(keyOf(pair));
      lookAtSentences(part.element);
    }
  };
  for await (const parts of partsOf(source, () => undefined)) parts.forEach(take);
  const named = found.header?.attributes.get('srclang')?.trim() ?? '';
  const isSrclangRight = named === '*all*' || tags.names.some((tag) => isSameTag(tag, named));
  const [one, other] = pairs.mostFrequent?.split(' ') ?? [];
  return {
    header: found.header,
    root: found.root,
    pair: one === undefined || other === undefined ? undefined : [one, other],
    isSrclangRight,
    hiddenParagraph: found.hiddenParagraph,
    hasFalseSentences,
    srclang: isSrclangRight ? named : (inLanguageOf(named, tags.names) ?? firsts.mostFrequent),
  };
}

/**
 * The parts of a TMX, whatever is wrong with it, as the pieces of its text complete them.
 *
 * @throws DuiqiError `format` where it is no TMX at all, `too-large`
 */
export async function* partsOf(source: Source, tell: Tell): AsyncGenerator<Part[]> {
  const scanner = new Scanner(source.file, tell);
  const builder = new TreeBuilder(source.file, tell);
  for await (const text of lenientTextOf(source, tell)) yield builder.add(scanner.write(text));
  yield [...builder.add(scanner.end()), ...builder.end(scanner.place, scanner.cutTag)];
}

/** `en-US` for `en`, if it is the only such locale. */
function inLanguageOf(named: string, tags: readonly string[]): string | undefined {
  const language = canonicalTag(named)?.split('-')[0];
  const fitting = tags.filter((tag) => tag.split('-')[0] === language);
  return fitting.length === 1 ? fitting[0] : undefined;
}

class Tally {
  readonly #counts = new Map<string, number>();

  get names(): string[] {
    return [...this.#counts.keys()];
  }

  /** The first of those that were added most often. */
  get mostFrequent(): string | undefined {
    const most = Math.max(...this.#counts.values());
    return this.names.find((name) => this.#counts.get(name) === most);
  }

  add(name: string): void {
    const count = this.#counts.get(name) ?? 0;
    if (count > 0 || this.#counts.size < MOST_LOCALES) this.#counts.set(name, count + 1);
  }
}
