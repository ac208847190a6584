/** Puts the tokens of a TMX together to its header and its units, one at a time, and tells what does not fit. */
import { DuiqiError } from '../../errors.ts';
import { LONGEST_LINE } from '../source.ts';
import { holdsText, isElement, mayStandIn } from './dtd.ts';
import type { Place, Tell } from './rules.ts';
import type { Aside, CloseTag, OpenTag, Text, Token } from './scan.ts';

export interface Element extends Place {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
}

export type Node = Element | Text | Aside;

/** What a TMX consists of. */
export type Part =
  | { readonly kind: 'root'; readonly element: Element }
  | { readonly kind: 'header'; readonly element: Element }
  /** `isCut`: the file ends within its variants. */
  | { readonly kind: 'unit'; readonly element: Element; readonly isCut: boolean }
  | { readonly kind: 'aside'; readonly raw: string }
  /** Text outside of everything that holds text. */
  | ({ readonly kind: 'stray'; readonly text: string } & Place);

/** No header and no unit holds more elements, texts and comments. */
const MOST_NODES = 100_000;
/** Codes within codes. */
const DEEPEST = 50;

export class TreeBuilder {
  readonly #file: string;
  readonly #tell: Tell;
  readonly #stack: Element[] = [];
  /** Tags that were taken for text, and wait for their other halves. */
  readonly #openTexts = new Map<string, number>();
  #parts: Part[] = [];
  #seen = { root: false, header: false, end: false };
  /** Where the body began; undefined before it, null behind it. */
  #body: Place | undefined | null;
  #strayBefore: Place | undefined;
  #nodes = 0;
  #length = 0;

  constructor(file: string, tell: Tell) {
    this.#file = file;
    this.#tell = tell;
  }

  /** The parts that the tokens complete. @throws DuiqiError `format` where this is no TMX at all, `too-large` */
  add(tokens: readonly Token[]): Part[] {
    for (const token of tokens) {
      if (token.kind === 'open') this.#open(token);
      else if (token.kind === 'close') this.#close(token);
      else this.#hold(token);
    }
    return this.#taken();
  }

  /**
   * The part that the end of the file completes.
   *
   * @param cutTag where a tag begins that the end cuts off
   * @throws DuiqiError `format` where this is no TMX at all
   */
  end(place: Place, cutTag: Place | undefined): Part[] {
    if (!this.#seen.root) throw this.#noTmx('it holds no <tmx>.', place);
    const isCut = this.#stack.length > 1;
    if (!this.#seen.end) this.#tell('cut-off', place, 'The file ends here, before the end of the memory.');
    else if (cutTag) this.#tell('markup', cutTag, 'The file ends within a tag.');
    while (this.#stack.length > 0) this.#pop(isCut);
    return this.#taken();
  }

  #taken(): Part[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #open(tag: OpenTag): void {
    if (!this.#seen.root) this.#begin(tag);
    else if (this.#stack.length === 0) this.#openOutside(tag);
    else this.#openInside(tag);
  }

  #begin(tag: OpenTag): void {
    if (!isElement(tag.name)) throw this.#noTmx(`it begins with <${tag.name}>.`, tag);
    this.#seen.root = true;
    if (this.#strayBefore)
      this.#tell('markup', this.#strayBefore, 'Here is text before the beginning of the XML.');
    if (tag.name === 'tmx') {
      this.#parts.push({ kind: 'root', element: elementOf(tag) });
      this.#seen.end = tag.isEmpty;
      return;
    }
    this.#tell('root', tag, `The file begins with <${tag.name}>, not with <tmx>.`);
    this.#openOutside(tag);
  }

  #openOutside(tag: OpenTag): void {
    const { name } = tag;
    if (this.#seen.end) this.#tell('markup', tag, `<${name}> stands behind the end of the memory.`);
    if (name === 'header') {
      if (this.#seen.header) this.#tell('schema', tag, 'This is a second <header>.');
      else if (this.#body !== undefined) this.#tell('order', tag, 'The <header> belongs before the <body>.');
      this.#seen.header = true;
      this.#push(tag);
    } else if (name === 'body') {
      if (this.#body !== undefined) this.#tell('schema', tag, 'This is a second <body>.');
      this.#body = tag;
    } else if (name === 'tu') {
      if (!this.#body) this.#tell('schema', tag, 'This <tu> stands in no <body>.');
      this.#push(tag);
    } else if (mayStandIn('tu', name)) {
      this.#tell('schema', tag, `This <${name}> stands in no <tu>.`);
      this.#stack.push({ ...elementOf(tag), name: 'tu', attributes: new Map() });
      this.#openInside(tag);
    } else {
      this.#tell('schema', tag, `<${name}> has no place here.`);
      if (!tag.isEmpty) this.#count(name, 1);
    }
  }

  #openInside(tag: OpenTag): void {
    const { name } = tag;
    const top = this.#stack.at(-1)!;
    if (mayStandIn(top.name, name) && this.#stack.length < DEEPEST) this.#push(tag);
    else if (name === 'tu' || name === 'body') {
      this.#closeDownTo(0);
      this.#openOutside(tag);
    } else if (name === 'tmx' || name === 'header') {
      this.#tell('schema', tag, `<${name}> has no place here.`);
    } else if (this.#isNextInOrder(top, name)) {
      this.#closeDownTo(this.#stack.findLastIndex((element) => mayStandIn(element.name, name)) + 1);
      this.#push(tag);
    } else if (holdsText(top.name) || !isElement(top.name)) {
      this.#tell('schema', tag, `<${name}> has no place in <${top.name}>.`);
      if (!tag.isEmpty) this.#count(name, 1);
      this.#hold({ kind: 'text', text: tag.raw, line: tag.line, column: tag.column });
    } else {
      this.#tell('schema', tag, `<${name}> has no place in <${top.name}>.`);
      this.#push(tag);
    }
  }

  /** Whether the element shows that the one before it should have ended: a variant within a segment, say. */
  #isNextInOrder(top: Element, name: string): boolean {
    const ends = name === 'tuv' || name === 'seg' || top.name === 'prop' || top.name === 'note';
    return ends && this.#stack.some((element) => mayStandIn(element.name, name));
  }

  #close(tag: CloseTag): void {
    const { name } = tag;
    const index = this.#stack.findLastIndex((element) => element.name === name);
    if (index >= 0) {
      this.#closeDownTo(index + 1);
      this.#pop();
      return;
    }
    if (name === 'body' && this.#body) {
      this.#closeDownTo(0);
      this.#body = null;
      return;
    }
    if (name === 'tmx' && this.#seen.root && !this.#seen.end) {
      this.#closeDownTo(0);
      if (this.#body) this.#tell('unclosed-element', this.#body, 'This <body> is never closed.');
      this.#body = null;
      this.#seen.end = true;
      return;
    }
    const wasOpen = this.#count(name, -1);
    if (!wasOpen) this.#tell('unclosed-element', tag, `</${name}> closes nothing that is open.`);
    const top = this.#stack.at(-1);
    if (top && (wasOpen || !isElement(name)) && holdsText(top.name)) {
      this.#hold({ kind: 'text', text: tag.raw, line: tag.line, column: tag.column });
    }
  }

  #closeDownTo(depth: number): void {
    while (this.#stack.length > depth) {
      const element = this.#stack.at(-1)!;
      this.#tell('unclosed-element', element, `This <${element.name}> is never closed.`);
      this.#pop();
    }
  }

  #hold(node: Text | Aside): void {
    const top = this.#stack.at(-1);
    const isBlank = node.kind === 'text' && node.text.trim() === '';
    if (!top) {
      if (node.kind === 'aside') this.#parts.push({ kind: 'aside', raw: node.raw });
      else if (!isBlank) this.#stray(node);
      return;
    }
    const mayHold = holdsText(top.name) || !isElement(top.name);
    if (node.kind === 'text' && !isBlank && !mayHold) {
      this.#tell('schema', placeOfText(node), `Here is text in <${top.name}>, where none may stand.`);
    }
    this.#measure(node, node.kind === 'text' ? node.text.length : node.raw.length);
    top.children.push(node);
  }

  #stray(node: Text): void {
    const place = placeOfText(node);
    if (this.#seen.root) this.#tell('schema', place, 'Here is text where none may stand.');
    else this.#strayBefore ??= place;
    this.#parts.push({ kind: 'stray', text: node.text.trim(), ...place });
  }

  #push(tag: OpenTag): void {
    const element = elementOf(tag);
    this.#measure(tag, tag.raw.length);
    this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
    if (tag.isEmpty) this.#pop();
  }

  #pop(isCut = false): void {
    const element = this.#stack.pop()!;
    if (this.#stack.length > 0) return;
    if (element.name === 'header') this.#parts.push({ kind: 'header', element });
    else this.#parts.push({ kind: 'unit', element, isCut });
    this.#openTexts.clear();
    this.#nodes = 0;
    this.#length = 0;
  }

  /** Whether as many tags of the name were open as are closed now. */
  #count(name: string, step: 1 | -1): boolean {
    const count = (this.#openTexts.get(name) ?? 0) + step;
    if (count < 0 || this.#openTexts.size > MOST_NODES) return false;
    this.#openTexts.set(name, count);
    return true;
  }

  #measure(place: Place, length: number): void {
    this.#nodes++;
    this.#length += length;
    if (this.#nodes <= MOST_NODES && this.#length <= LONGEST_LINE) return;
    const reason = 'this unit is larger than any program takes.';
    const advice = 'Look whether the end of a unit is lost before here.';
    throw new DuiqiError('too-large', reason, placeIn(this.#file, place), advice);
  }

  #noTmx(reason: string, place: Place): DuiqiError {
    const advice = 'Give a translation memory in TMX.';
    return new DuiqiError('format', `this is no TMX: ${reason}`, placeIn(this.#file, place), advice);
  }
}

const placeIn = (file: string, { line, column }: Place) => ({ file, line, column });

function elementOf({ name, attributes, line, column }: OpenTag): Element {
  return { kind: 'element', name, attributes, children: [], line, column };
}

/** Where the first character stands that is no white space. */
function placeOfText({ text, line, column }: Text): Place {
  const blank = text.slice(0, text.length - text.trimStart().length);
  const lines = blank.split('\n');
  return lines.length === 1
    ? { line, column: column + blank.length }
    : { line: line + lines.length - 1, column: lines.at(-1)!.length + 1 };
}

/** The child elements of a name. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((node): node is Element => node.kind === 'element' && node.name === name);
}

/** All text in an element, that of its codes too. */
export function textIn(element: Element): string {
  return element.children
    .map((node) => (node.kind === 'element' ? textIn(node) : node.kind === 'text' ? node.text : ''))
    .join('');
}
