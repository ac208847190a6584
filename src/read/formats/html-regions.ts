import { scriptWeight } from '../script.ts';
import type { Block } from './html-blocks.ts';
import type { Element } from './html-element.ts';

/** A part of a page: an element that has text, with the parts in it in their order, or a block. */
export type Part = Region | Leaf;

export interface Region {
  readonly element: Element;
  readonly weight: Weight;
  readonly parts: readonly Part[];
}

export interface Leaf {
  /** That of the block. */
  readonly element: Element;
  readonly weight: Weight;
  readonly block: Block;
}

/** What there is in a part of a page; text is measured in letters, see `scriptWeight`. */
export interface Weight {
  readonly blocks: number;
  readonly text: number;
  /** All but links. */
  readonly prose: number;
  /** Of the prose. */
  readonly chinese: number;
  /** Some of the prose ends as sentences do. */
  readonly hasSentence: boolean;
  /** It holds the headline, or what calls itself the main part of the page. */
  readonly hasMain: boolean;
}

const SENTENCE_END = /[.!?。！？…;；:：]["'”’」』）)》】\]]*$/m;
/** A block with more of its text in links is a link. */
const MOST_LINKED = 0.5;

export function isRegion(part: Part): part is Region {
  return 'parts' in part;
}

/** The blocks of a page, of which there must be one, as a tree of regions; its root stands for the page. */
export function regionsOf(blocks: readonly Block[]): Region {
  let root = blocks[0]!.element;
  while (root.parent) root = root.parent;
  const contents = new Map<Element, (Block | Element)[]>([[root, []]]);
  for (const block of blocks) contentsOf(block.element, contents).push(block);
  return grown(root, contents);
}

function contentsOf(element: Element, all: Map<Element, (Block | Element)[]>): (Block | Element)[] {
  const known = all.get(element);
  if (known || !element.parent) return known ?? [];
  const contents: (Block | Element)[] = [];
  all.set(element, contents);
  contentsOf(element.parent.block, all).push(element);
  return contents;
}

function grown(element: Element, contents: ReadonlyMap<Element, readonly (Block | Element)[]>): Region {
  const children = contents.get(element) ?? [];
  return region(
    element,
    children.map((child) => ('text' in child ? leaf(child) : grown(child, contents))),
  );
}

export function region(element: Element, parts: readonly Part[]): Region {
  const sum = {
    blocks: 0,
    text: 0,
    prose: 0,
    chinese: 0,
    hasSentence: false,
    hasMain: element.name === 'main',
  };
  for (const { weight } of parts) {
    sum.blocks += weight.blocks;
    sum.text += weight.text;
    sum.prose += weight.prose;
    sum.chinese += weight.chinese;
    sum.hasSentence ||= weight.hasSentence;
    sum.hasMain ||= weight.hasMain;
  }
  return { element, parts, weight: sum };
}

function leaf(block: Block): Leaf {
  const { text, linked, element } = block;
  const { han, latin } = scriptWeight(text);
  const isLink = linked > MOST_LINKED;
  const share = isLink ? 0 : 1 - linked;
  const weight = {
    blocks: 1,
    text: han + latin,
    prose: (han + latin) * share,
    chinese: han * share,
    hasSentence: !isLink && endsSentence(text),
    hasMain: !isLink && element.name === 'h1',
  };
  return { element, weight, block };
}

/** Whether a sentence ends where the text, or a line of it, ends. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}
