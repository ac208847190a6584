import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { VOID } from './html-names.ts';

/** The attributes that say what an element is for; all others are passed over. */
export type Attributes = ReadonlyMap<string, string>;

/** Told of the tags and texts of a document in their order; names are in lower case. */
export interface TagHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const TELLING = new Set([
  ...['class', 'id', 'name', 'role', 'epub:type', 'itemprop'],
  ...['href', 'lang', 'style', 'hidden', 'aria-hidden', 'shadowrootmode'],
]);
const NONE: Attributes = new Map();
/** What is told, is told at the beginning. */
const LONGEST_VALUE = 500;
const SUBSET_END = ']>';

/**
 * Reads HTML or XHTML tag by tag, whatever is wrong with it, in linear time: htmlparser2's own Parser takes quadratic
 * time for nested elements. Entities are those of HTML; what a DOCTYPE declares is passed over. Elements that close
 * themselves as in XML are closed: with HTML's rule an XHTML chapter with `<title/>` would be all title.
 */
export function readTags(html: string, handler: TagHandler): void {
  const tokenizer = new Tokenizer({ recognizeSelfClosing: true }, new Tags(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

/** Puts the tokens of a document together to tags and texts. */
class Tags implements TokenizerCallbacks {
  readonly #html: string;
  readonly #handler: TagHandler;
  #name = '';
  #attributes: Map<string, string> | undefined;
  #attribute = '';
  #value = '';
  /** The text read last is the slice [from, to) of the document; of a text such as `a < b` it reads several. */
  #from = 0;
  #to = 0;
  /** It is within the declarations of `<!DOCTYPE html [<!ENTITY x "y">]>`, whose end the tokenizer takes for text. */
  #isInSubset = false;

  constructor(html: string, handler: TagHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.#endText();
    this.#isInSubset = false;
    this.#name = this.#slice(start, end).toLowerCase();
    this.#attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (TELLING.has(this.#attribute)) this.#value += this.#slice(start, end);
  }

  onattribentity(code: number): void {
    if (TELLING.has(this.#attribute)) this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    if (!TELLING.has(this.#attribute) || this.#attributes?.has(this.#attribute)) return;
    this.#attributes ??= new Map();
    this.#attributes.set(this.#attribute, this.#value.slice(0, LONGEST_VALUE));
  }

  onopentagend(): void {
    this.#handler.open(this.#name, this.#attributes ?? NONE);
  }

  onselfclosingtag(): void {
    this.#handler.open(this.#name, this.#attributes ?? NONE);
    if (!VOID.has(this.#name)) this.#handler.close(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#endText();
    this.#handler.close(this.#slice(start, end).toLowerCase());
  }

  ontext(start: number, end: number): void {
    if (start !== this.#to) this.#endText();
    if (this.#from === this.#to) this.#from = start;
    this.#to = end;
  }

  ontextentity(code: number): void {
    this.#endText();
    this.#handler.text(String.fromCodePoint(code));
  }

  oncdata(start: number, end: number, offset: number): void {
    this.#endText();
    this.#handler.text(this.#slice(start, end - offset));
  }

  ondeclaration(start: number, end: number): void {
    this.#endText();
    const declaration = this.#slice(start, end);
    this.#isInSubset = declaration.includes('[') && !declaration.includes(']');
  }

  onend(): void {
    this.#endText();
  }

  oncomment(): void {}

  onprocessinginstruction(): void {}

  #slice(start: number, end: number): string {
    return this.#html.slice(start, end);
  }

  #endText(): void {
    const text = this.#slice(this.#from, this.#to);
    this.#from = this.#to;
    if (text === '') return;
    const declared = this.#isInSubset ? text.indexOf(SUBSET_END) : 0;
    if (declared === -1) return;
    this.#handler.text(this.#isInSubset ? text.slice(declared + SUBSET_END.length) : text);
    this.#isInSubset = false;
  }
}
