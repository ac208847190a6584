import { DuiqiError } from '../../errors.ts';
import { DEEPEST_NESTING } from '../limits.ts';

/** So many bytes are decoded at a time: the whole text of a part never stands in memory. */
const CHUNK = 1 << 16;
const DECLARED = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;
/** An XML declaration is no longer. */
const DECLARATION = 200;
/** In bytes. Before the first element stand two or three lines; a long DOCTYPE costs much time and memory. */
const LONGEST_PROLOG = 1 << 20;
/** Elements, attributes and entities of all parts. Word writes 25 bytes for each, and 2 million for a long novel. */
const MOST_MARKS = 4_000_000;
/** Of one element; the most that a format defines are some fifty. */
const MOST_ATTRIBUTES = 1_000;
const ENTITY = /&/g;
/** saxes puts the place before its messages. */
const PLACE = /^\d+:\d+: /;

/** Told of the elements and texts of a document in their order. Names are without namespace prefixes. */
export interface XmlHandler {
  readonly open?: (name: string, attribute: Attribute) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** The value of the attribute of that name, given without its prefix. */
export type Attribute = (name: string) => string | undefined;

/** An XML file within an archive. */
export interface XmlPart {
  readonly bytes: Uint8Array;
  /** Its name in the archive, and that of the archive, for messages. */
  readonly name: string;
  readonly file: string;
  /** How many elements, attributes and entities were read so far of all parts of the archive. */
  readonly marks: { count: number };
}

/**
 * Reads well-formed XML in UTF-8, UTF-16 or the charset that it declares. Prefixes of namespaces do not count: the
 * names of the formats are distinct enough, and some programs choose prefixes of their own. Entities of a DTD are
 * never expanded.
 *
 * @throws DuiqiError `damaged` with the line and column in the part, `too-large` when it is nested too deep
 */
export async function readXml(part: XmlPart, handler: XmlHandler): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const place = () => ({ file: part.file, line: parser.line, column: parser.column + 1 });
  const fail = (reason: string) => damaged(part, reason, place());
  const size = new Size(part.marks, (excess) => tooLarge(part, excess, place()));
  parser.on('error', ({ message }) => {
    throw fail(`is not well-formed XML: ${message.replace(PLACE, '').replace(/\.*$/, '.')}`);
  });
  parser.on('doctype', (text) => {
    if (text.includes('[')) throw fail('is not well-formed: it declares entities of its own.');
  });
  parser.on('attribute', () => size.addAttribute());
  parser.on('opentag', ({ name, attributes }) => {
    size.open();
    handler.open?.(localName(name), (sought) => attributeOf(attributes, sought));
  });
  parser.on('closetag', ({ name }) => {
    size.close();
    handler.close?.(localName(name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  for (const { text, end } of chunksOf(part)) {
    size.add(text.match(ENTITY)?.length ?? 0);
    parser.write(text);
    if (end > LONGEST_PROLOG && size.isEmpty) throw fail('has no element at its beginning.');
  }
  parser.close();
}

/** How much was read; throws what `failure` makes of an excess. */
class Size {
  readonly #marks: { count: number };
  readonly #failure: (excess: string) => DuiqiError;
  #depth = 0;
  #attributes = 0;
  isEmpty = true;

  constructor(marks: { count: number }, failure: (excess: string) => DuiqiError) {
    this.#marks = marks;
    this.#failure = failure;
  }

  open(): void {
    this.isEmpty = false;
    this.#attributes = 0;
    this.add(1);
    if (++this.#depth > DEEPEST_NESTING)
      throw this.#failure(`elements nested more than ${DEEPEST_NESTING} deep`);
  }

  close(): void {
    this.#depth--;
  }

  addAttribute(): void {
    this.add(1);
    if (++this.#attributes > MOST_ATTRIBUTES)
      throw this.#failure(`an element with more than ${MOST_ATTRIBUTES} attributes`);
  }

  add(count: number): void {
    this.#marks.count += count;
    if (this.#marks.count > MOST_MARKS)
      throw this.#failure(`more than ${MOST_MARKS / 1e6} million elements, attributes and entities`);
  }
}

/** The charset of XML or XHTML by its byte order mark or its declaration, else UTF-8. */
export function charsetOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
  const declared = DECLARED.exec(beginning)?.[1]?.toLowerCase() ?? 'utf-8';
  // What can be read as ASCII is no UTF-16, whatever it says.
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}

/** The text piece by piece, with the number of bytes up to the end of each. */
function* chunksOf(part: XmlPart): Generator<{ text: string; end: number }> {
  const { bytes } = part;
  const charset = charsetOf(bytes);
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const end = start + CHUNK;
      yield { text: decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length }), end };
    }
  } catch {
    throw damaged(part, `cannot be read as ${charset.toUpperCase()}.`, { file: part.file });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributeOf(attributes: Readonly<Record<string, string>>, sought: string): string | undefined {
  const name = Object.keys(attributes).find((name) => localName(name) === sought);
  return name && attributes[name];
}

function damaged({ name }: XmlPart, reason: string, place: object): DuiqiError {
  const advice = 'Open it in the program that it is for and save it again.';
  return new DuiqiError('damaged', `This file is damaged: its part ${name} ${reason}`, place, advice);
}

function tooLarge({ name }: XmlPart, excess: string, place: object): DuiqiError {
  const reason = `This file is too large: its part ${name} has ${excess}.`;
  return new DuiqiError('too-large', reason, place, 'Copy its text into a new document, or into several.');
}
