/** Cuts the text of a TMX into tags and texts, also where it is no well-formed XML, and tells what is wrong where. */
import { DuiqiError } from '../../errors.ts';
import { LONGEST_LINE } from '../source.ts';
import { Characters, placeAfter } from './characters.ts';
import { isElement } from './dtd.ts';
import { type Place, quoted, type Tell } from './rules.ts';

export type Token = OpenTag | CloseTag | Text | Aside;

export interface OpenTag extends Place {
  readonly kind: 'open';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** It closes itself: `<ph/>`. */
  readonly isEmpty: boolean;
  readonly raw: string;
}

export interface CloseTag extends Place {
  readonly kind: 'close';
  readonly name: string;
  readonly raw: string;
}

/** Text with its references resolved and without what XML forbids. */
export interface Text extends Place {
  readonly kind: 'text';
  readonly text: string;
}

/** A comment or a processing instruction, mended. */
export interface Aside extends Place {
  readonly kind: 'aside';
  readonly raw: string;
}

/** A tag that is not whole is held to be cut by the end of the piece up to this length, and beyond it to be broken. */
const LONGEST_TAG = 1 << 20;

const NAME = /<([\p{L}_:][\p{L}\p{N}_:.-]{0,99})(?=[\s/>"'<]|$)/uy;
const CLOSE = /<\/([\p{L}_:][\p{L}\p{N}_:.-]{0,99})\s*>/uy;
const BROKEN_CLOSE = /<\/([\p{L}_:][\p{L}\p{N}_:.-]{0,99})[^<>]*>?/uy;
const ATTRIBUTE = /(\s+)([^\s"'<>/=&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
/** Also without space before it, without quotation marks, or with a < in its value. */
const BROKEN_ATTRIBUTE =
  /(\s*)([^\s"'<>/=&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|"([^"\n]*)"(?=[\s/>])|([^\s"'<>=]+(?<!\/)))/y;
const TAG_END = /\s*(\/?)>/y;
const ENTITY = /<!ENTITY\s+([\p{L}_][\w:.-]*)\s+(?:"([^"<%&]{0,1000})"|'([^'<%&]{0,1000})')\s*>/gu;

/** Most tags have no attributes, and maps are large. */
const NONE: ReadonlyMap<string, string> = new Map();

/** What begins with `<!` or `<?`, and how it ends. */
const SPECIALS: readonly (readonly [beginning: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];
const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;
const DOCTYPE = /<!DOCTYPE(?=[\s[>])[^[<>]{0,10000}(?:>|\[)/y;
const SUBSET_END = /\]\s{0,100}>/g;

export class Scanner {
  readonly #file: string;
  readonly #tell: Tell;
  readonly #characters: Characters;
  #rest = '';
  #at = 0;
  #line = 1;
  #column = 1;
  #isEnded = false;
  #cutTag: Place | undefined;
  #isBeginning = true;
  #mayHaveDoctype = true;
  /** How far there is no such end, so that no part of the text is searched twice for it. */
  readonly #endless = new Map<string, number>();

  constructor(file: string, tell: Tell) {
    this.#file = file;
    this.#tell = tell;
    this.#characters = new Characters(tell);
  }

  /** Where the next token begins. */
  get place(): Place {
    return { line: this.#line, column: this.#column };
  }

  /** Where a tag begins that the end of the file cuts off; it gives no token. */
  get cutTag(): Place | undefined {
    return this.#cutTag;
  }

  /** The tokens that this piece completes. @throws DuiqiError `too-large` */
  write(piece: string): Token[] {
    for (const [end, upTo] of this.#endless) this.#endless.set(end, Math.max(0, upTo - this.#at));
    this.#rest = this.#rest.slice(this.#at) + piece;
    this.#at = 0;
    return this.#tokens();
  }

  /** The tokens at the end of the file. */
  end(): Token[] {
    this.#isEnded = true;
    return this.write('');
  }

  #tokens(): Token[] {
    const tokens: Token[] = [];
    while (this.#at < this.#rest.length) {
      const before = this.#at;
      const token = this.#rest[this.#at] === '<' ? this.#markup() : this.#text();
      if (token) tokens.push(token);
      if (this.#at === before) break;
    }
    return tokens;
  }

  #text(): Token | undefined {
    const next = this.#rest.indexOf('<', this.#at);
    if (next < 0 && !this.#isEnded) {
      if (this.#rest.length - this.#at > LONGEST_LINE) {
        const reason = `this text is longer than ${LONGEST_LINE / 2 ** 20} million characters.`;
        throw new DuiqiError('too-large', reason, { file: this.#file, ...this.place }, 'Look at what it is.');
      }
      return undefined;
    }
    return this.#taken((next < 0 ? this.#rest.length : next) - this.#at, (raw, place) => ({
      kind: 'text',
      text: this.#characters.text(raw, place),
      ...place,
    }));
  }

  /** The markup here; nothing, and stands still, where more of the file must be seen. */
  #markup(): Token | undefined {
    const next = this.#rest[this.#at + 1];
    const isSpecial = next === '!' || next === '?';
    if (isSpecial && !this.#isSpecial()) return this.#broken();
    const whole = isSpecial ? this.#special() : (this.#closeTag(CLOSE) ?? this.#openTag(ATTRIBUTE));
    if (whole) return whole.token;
    const isLimited = this.#rest.length - this.#at > (isSpecial ? LONGEST_LINE : LONGEST_TAG);
    return this.#isEnded || isLimited ? this.#broken() : undefined;
  }

  /** Whether what begins here is one of the specials, or the end of the piece cuts what may become one. */
  #isSpecial(): boolean {
    const rest = this.#rest.slice(this.#at, this.#at + 9);
    const beginnings = [...SPECIALS.map(([beginning]) => beginning), '<!DOCTYPE'];
    return beginnings.some((beginning) => rest.startsWith(beginning) || beginning.startsWith(rest));
  }

  #special(): { token: Token | undefined } | undefined {
    const found = SPECIALS.find(([beginning]) => this.#rest.startsWith(beginning, this.#at));
    if (!found) return this.#documentType();
    const [beginning, end] = found;
    const from = Math.max(this.#at + beginning.length, this.#endless.get(end) ?? 0);
    const endAt = this.#rest.indexOf(end, from);
    if (endAt < 0) {
      this.#endless.set(end, this.#rest.length - end.length + 1);
      return undefined;
    }
    const isFirst = this.#isBeginning;
    const token = this.#taken(endAt + end.length - this.#at, (raw, place): Token | undefined => {
      const plain = this.#characters.plain(raw, place);
      if (beginning === '<![CDATA[') return { kind: 'text', text: plain.slice(9, -3), ...place };
      if (beginning === '<!--') return { kind: 'aside', raw: this.#comment(plain, place), ...place };
      return this.#instruction(plain, place, isFirst);
    });
    return { token };
  }

  /** It is looked for once, before the first tag, and holds nothing that a mended file needs but entities. */
  #documentType(): { token: undefined } | undefined {
    DOCTYPE.lastIndex = this.#at;
    const found = this.#mayHaveDoctype ? DOCTYPE.exec(this.#rest) : null;
    let end = DOCTYPE.lastIndex;
    if (found?.[0].endsWith('[')) {
      SUBSET_END.lastIndex = end;
      if (!SUBSET_END.test(this.#rest)) return undefined;
      end = SUBSET_END.lastIndex;
    }
    if (!found) return undefined;
    this.#taken(end - this.#at, (raw) => {
      for (const [, name, double, single] of raw.matchAll(ENTITY)) {
        this.#characters.declare(name!, double ?? single ?? '');
      }
    });
    return { token: undefined };
  }

  #comment(raw: string, place: Place): string {
    const inner = raw.slice(4, -3);
    if (!inner.includes('--') && !inner.endsWith('-')) return raw;
    this.#tell('markup', place, 'This comment has -- in it, which XML forbids.');
    return `<!--${inner.replaceAll(/-(?=-|$)/g, '- ')}-->`;
  }

  #instruction(raw: string, place: Place, isFirst: boolean): Token | undefined {
    if (/^<\?[\p{L}_:][\p{L}\p{N}_:.-]*(?:\s|\?>)/u.test(raw) && !/^<\?xml\s/i.test(raw)) {
      return { kind: 'aside', raw, ...place };
    }
    if (!isFirst)
      this.#tell('markup', place, 'This belongs at the very beginning of the file, or has no name.');
    else if (!DECLARATION.test(raw)) this.#tell('markup', place, 'This is no declaration of XML 1.0.');
    return undefined;
  }

  #closeTag(pattern: RegExp): { token: Token } | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#rest);
    if (!found) return undefined;
    const name = found[1]!;
    return { token: this.#taken(found[0].length, (raw, place) => ({ kind: 'close', name, raw, ...place })) };
  }

  #openTag(pattern: RegExp): { token: Token } | undefined {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#rest)?.[1];
    if (name === undefined) return undefined;
    const found: [name: string, value: string, offset: number][] = [];
    pattern.lastIndex = NAME.lastIndex;
    TAG_END.lastIndex = NAME.lastIndex;
    for (let match = pattern.exec(this.#rest); match; match = pattern.exec(this.#rest)) {
      TAG_END.lastIndex = pattern.lastIndex;
      const value = match.slice(3).find((group) => group !== undefined) ?? '';
      found.push([match[2]!, value, pattern.lastIndex - value.length - 1 - this.#at]);
    }
    let end = TAG_END.lastIndex;
    const close = TAG_END.exec(this.#rest);
    if (close) end = TAG_END.lastIndex;
    else if (pattern === ATTRIBUTE) return undefined;
    else end = this.#endOfBroken(end);
    const isEmpty = close?.[1] === '/';
    this.#mayHaveDoctype = false;
    const token = this.#taken(end - this.#at, (raw, place): Token => {
      if (found.length === 0) return { kind: 'open', name, attributes: NONE, isEmpty, raw, ...place };
      const attributes = new Map<string, string>();
      let seen = 0;
      let here = place;
      for (const [attribute, value, offset] of found) {
        here = placeAfter(raw.slice(seen, offset), here);
        seen = offset;
        if (attributes.has(attribute))
          this.#tell('markup', here, `<${name}> has ${quoted(attribute)} twice.`);
        else attributes.set(attribute, this.#characters.value(value, here));
      }
      return { kind: 'open', name, attributes, isEmpty, raw, ...place };
    });
    return { token };
  }

  /** Up to the next `>`, or before the next `<` where that comes first. */
  #endOfBroken(from: number): number {
    const tail = /[<>]/g;
    tail.lastIndex = from;
    const found = tail.exec(this.#rest);
    if (!found) return this.#rest.length;
    return found[0] === '>' ? tail.lastIndex : found.index;
  }

  /** What is no whole markup: a broken tag of TMX counts as that tag, any other `<` as text. */
  #broken(): Token | undefined {
    const place = this.place;
    const tail = /[<>]/g;
    tail.lastIndex = this.#at + 1;
    const isCut = !tail.test(this.#rest);
    BROKEN_CLOSE.lastIndex = this.#at;
    const name = BROKEN_CLOSE.exec(this.#rest)?.[1] ?? this.#nameHere();
    if (this.#isEnded && isCut && (name === undefined || isElement(name))) {
      this.#cutTag = place;
      this.#taken(this.#rest.length - this.#at, () => undefined);
      return undefined;
    }
    if (name !== undefined && isElement(name)) {
      this.#tell('markup', place, `This tag of ${name} is no well-formed XML.`);
      return (this.#closeTag(BROKEN_CLOSE) ?? this.#openTag(BROKEN_ATTRIBUTE))!.token;
    }
    if (this.#rest.startsWith('<!DOCTYPE', this.#at)) this.#mayHaveDoctype = false;
    this.#tell('bare-less-than', place, 'Here is a bare <, which XML wants as &lt;.');
    return this.#taken(1, () => ({ kind: 'text', text: '<', ...place }));
  }

  #nameHere(): string | undefined {
    NAME.lastIndex = this.#at;
    return NAME.exec(this.#rest)?.[1];
  }

  #taken<T>(length: number, make: (raw: string, place: Place) => T): T {
    const raw = this.#rest.slice(this.#at, this.#at + length);
    const place = this.place;
    ({ line: this.#line, column: this.#column } = placeAfter(raw, place));
    this.#at += length;
    this.#isBeginning = false;
    return make(raw, place);
  }
}
