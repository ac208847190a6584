/** The characters between and within tags: what XML allows, references taken for what they mean, the rest told. */
import type { Place, RuleName, Tell } from './rules.ts';

/** The entities that XML knows, and those of HTML that people write all the same: their meaning is plain. */
const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HTML_ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  middot: '·',
  times: '×',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  trade: '™',
};

/** What needs a closer look: in a quick test for the many texts that need none, and one by one. */
const SPECIAL = /[&\r]|\]\]>|[^\t\n\u0020-\ud7ff\ue000-\ufffd]/;
const SPECIALS =
  /&(?:#(\d{1,9}|x[\da-fA-F]{1,8})|([\p{L}_][\w:.-]{0,40}));|[&\t\n]|\r\n?|\]\]>|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** In UTF-16 units: a text of references to a long entity must not fill the memory. */
const LONGEST_EXPANSION = 1 << 20;

/**
 * Takes a piece of a file for what it means: references for their characters, what XML forbids for nothing. What
 * breaks a rule is told once a rule, with its number, so that a long damaged text does not bury the others.
 */
export class Characters {
  readonly #tell: Tell;
  readonly #own = new Map<string, string>();
  /** How long all that entities of the file stand for in this text has become. */
  #expanded = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** From now on `&name;` stands for the value. */
  declare(name: string, value: string): void {
    if (!Object.hasOwn(XML_ENTITIES, name)) this.#own.set(name, value);
  }

  /** Text between tags. */
  text(raw: string, place: Place): string {
    return SPECIAL.test(raw) ? this.#meaning(raw, place, 'text') : raw;
  }

  /** The value of an attribute, in which line breaks count as spaces. */
  value(raw: string, place: Place): string {
    return SPECIAL.test(raw) || /[\t\n]/.test(raw) ? this.#meaning(raw, place, 'value') : raw;
  }

  /** A comment, an instruction or a CDATA section: nothing in there is a reference. */
  plain(raw: string, place: Place): string {
    return SPECIAL.test(raw) ? this.#meaning(raw, place, 'plain') : raw;
  }

  #meaning(raw: string, start: Place, kind: 'text' | 'value' | 'plain'): string {
    const found = new Map<RuleName, { place: Place; message: string; count: number }>();
    const cursor = new Cursor(start);
    this.#expanded = 0;
    const note = (rule: RuleName, offset: number, message: string) => {
      const known = found.get(rule);
      if (known) known.count++;
      else found.set(rule, { place: cursor.at(raw, offset), message, count: 1 });
    };
    const meaning = raw.replace(
      SPECIALS,
      (special: string, number: string | undefined, name: string | undefined, offset: number) => {
        if (special === '\t' || special === '\n') return kind === 'value' ? ' ' : special;
        if (special.startsWith('\r')) return kind === 'value' ? ' ' : '\n';
        if (FORBIDDEN.test(special)) {
          note(isStray(special) ? 'encoding' : 'control-character', offset, describe(special));
          return '';
        }
        if (kind === 'plain') return special;
        if (special === ']]>') {
          if (kind === 'text') note('markup', offset, 'Here is a bare ]]>, which XML forbids in a text.');
          return special;
        }
        if (number !== undefined) return this.#numbered(special, number, offset, note);
        if (name !== undefined) return this.#named(special, name, offset, note);
        note('bare-ampersand', offset, 'Here is a bare &, which XML wants as &amp;.');
        return special;
      },
    );
    for (const [rule, { place, message, count }] of found) {
      const more = count > 1 ? ` It is the first of ${count} in this text.` : '';
      this.#tell(rule, place, message + more);
    }
    return meaning;
  }

  #numbered(special: string, number: string, offset: number, note: Note): string {
    const code = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\u0000';
    if (!FORBIDDEN.test(character)) return character;
    note('control-reference', offset, `Here is ${special}, a reference to a character that XML forbids.`);
    return '';
  }

  #named(special: string, name: string, offset: number, note: Note): string {
    if (Object.hasOwn(XML_ENTITIES, name)) return XML_ENTITIES[name]!;
    const own = this.#own.get(name);
    if (own !== undefined && this.#expanded < LONGEST_EXPANSION) {
      this.#expanded += own.length;
      note('own-entity', offset, `Here is ${special}, which only the document type of this file explains.`);
      return own;
    }
    note('unknown-entity', offset, `Here is ${special}, which XML does not know.`);
    return Object.hasOwn(HTML_ENTITIES, name) ? HTML_ENTITIES[name]! : special;
  }
}

type Note = (rule: RuleName, offset: number, message: string) => void;

/** Finds the places of offsets that only grow, in time linear in the text. */
class Cursor {
  #line: number;
  /** Offset of the first character of the line; negative where the text begins within a line. */
  #lineStart: number;
  #seen = 0;

  constructor({ line, column }: Place) {
    this.#line = line;
    this.#lineStart = 1 - column;
  }

  at(text: string, offset: number): Place {
    for (;;) {
      const lineFeed = text.indexOf('\n', this.#seen);
      if (lineFeed < 0 || lineFeed >= offset) break;
      this.#line++;
      this.#lineStart = lineFeed + 1;
      this.#seen = lineFeed + 1;
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }
}

/** The place after a text that begins at a place. */
export function placeAfter(text: string, { line, column }: Place): Place {
  let lines = 0;
  let last = -1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    last = at;
  }
  return lines === 0
    ? { line, column: column + text.length }
    : { line: line + lines, column: text.length - last };
}

const isStray = (character: string) => /\p{Surrogate}/u.test(character);

function describe(character: string): string {
  if (isStray(character)) return 'Here are bytes that are no character of the encoding of the file.';
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `Here is the character U+${code}, which XML forbids.`;
}

/** The rules whose mending drops characters: no XML can hold them. */
export const DROPS_CHARACTERS: ReadonlySet<RuleName> = new Set<RuleName>([
  'encoding',
  'control-character',
  'control-reference',
]);
