import { DuiqiError } from '../../errors.ts';
import { BlockText } from './html-block-text.ts';
import { childOf, type Element, endedByStart, endedByTag, rootElement } from './html-element.ts';
import { BLOCK, VOID } from './html-names.ts';
import { type Attributes, readTags, type TagHandler } from './html-tags.ts';

/** A paragraph, heading, item … of a page. */
export interface Block {
  /** Without the line breaks of the source; "\n" is a `<br>`. */
  readonly text: string;
  /** The innermost element that it stands in and that begins on a new line. */
  readonly element: Element;
  /** How much of its text stands in links, 0 to 1. */
  readonly linked: number;
}

/** What lies deeper lies beside one another, as in browsers. Regions are read recursively. */
const DEEPEST_ELEMENT = 512;
/** Blocks and `<br>`: twenty times what War and Peace has. Each takes some two kilobytes until the main text is found. */
const MOST_LINES = 250_000;

/** Something happens where they end: a mark of a footnote goes, a reading of a character ends with them. */
const ENDING: ReadonlySet<string> = new Set(['sup', 'ruby']);

/**
 * All the text of a page in the order of its source, in blocks that are not blank. Takes linear time.
 *
 * @throws DuiqiError `too-large` for a page of more than 250,000 lines
 */
export function blocksOf(html: string, file: string | undefined, read = readTags): readonly Block[] {
  const gathering = new Gathering(file);
  read(html, gathering);
  gathering.endBlock();
  return gathering.blocks;
}

class Gathering implements TagHandler {
  readonly blocks: Block[] = [];
  readonly #file: string | undefined;
  readonly #text = new BlockText();
  #element = rootElement();
  /** How many blocks are open that are nested too deeply to be known. */
  #tooDeep = 0;
  #lines = 0;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    const ended = endedByStart(this.#element, name);
    if (ended) this.#end(ended);
    if (name === 'br') this.#breakLine();
    const element = childOf(this.#element, name, attributes);
    if (element.isBlock) this.endBlock();
    if (VOID.has(name) || !this.#matters(element)) return;
    const isHidden = element.isLeftOut && !this.#element.isLeftOut;
    if (element.depth <= DEEPEST_ELEMENT || isHidden) this.#begin(element);
    else if (element.isBlock) this.#tooDeep++;
  };

  readonly close = (name: string): void => {
    if (name === 'br') this.#breakLine();
    const isBlock = BLOCK.has(name);
    if (isBlock) this.endBlock();
    const ended = endedByTag(this.#element, name);
    if (isBlock && this.#tooDeep > 0) this.#tooDeep--;
    else if (ended) this.#end(ended);
  };

  readonly text = (text: string): void => {
    if (!this.#element.isLeftOut) this.#text.add(text, this.#element);
  };

  endBlock(): void {
    if (this.#text.isEmpty) return;
    const { paragraphs, linked, coded } = this.#text.take();
    const element = this.#element.block;
    if (coded === 1 && element.role !== 'heading') return;
    for (const text of paragraphs) this.blocks.push({ text, element, linked });
    this.#count(paragraphs.length);
  }

  /** Whether an element must be known: the others only lie around words. */
  #matters(element: Element): boolean {
    const { isBlock, isLeftOut, isCode, link, name } = element;
    return (
      isBlock || isLeftOut || isCode || link === element || ENDING.has(name) || name === this.#element.name
    );
  }

  #begin(element: Element): void {
    this.#element = element;
    this.#text.begin(element);
  }

  #end(ended: Element): void {
    while (this.#element !== ended) this.#leave();
    this.#leave();
  }

  #leave(): void {
    const element: Element = this.#element;
    if (element.isBlock) this.endBlock();
    this.#element = element.parent ?? element;
    this.#text.end(element);
  }

  #breakLine(): void {
    if (!this.#element.isLeftOut) this.#text.addBreak();
    this.#count(1);
  }

  #count(lines: number): void {
    this.#lines += lines;
    if (this.#lines <= MOST_LINES) return;
    const reason = 'This document has more than 250,000 lines.';
    throw new DuiqiError('too-large', reason, { file: this.#file }, 'Cut it into several files.');
  }
}
