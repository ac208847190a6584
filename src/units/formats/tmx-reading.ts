import { SaxesParser } from 'saxes';
import { DuiqiError } from '../../errors.ts';
import { DERIVED } from '../client-segments.ts';
import type { ReadingOptions } from '../format.ts';
import { languageOfTag, localeOfTag } from '../locales.ts';
import { LONGEST_LINE, type Source, textOf } from '../source.ts';
import type { Property, UnitRead } from '../unit.ts';
import { LONGEST_PIECE, noticesOf } from './foreign-xml.ts';
import { fieldsOf } from './properties.ts';

interface Variant {
  readonly tag: string;
  readonly attributes: Attributes;
  text: string;
}

interface TranslationUnit {
  readonly attributes: Attributes;
  readonly variants: Variant[];
  readonly properties: Property[];
  readonly notes: string[];
}

type Attributes = Readonly<Record<string, string>>;

/** Elements inside a segment that hold codes of the original format, no text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);
const DEEPEST = 200;
/** Of the texts of one unit: a few regions of both languages make a dozen. */
const MOST_PAIRS = 400;
/** What an element takes in memory beside its text, in UTF-16 units. */
const SIZE_OF_ELEMENT = 100;

/**
 * The units of a TMX file with a Chinese and an English variant, in order. Of several variants in a language each makes a
 * unit with each of the other. Codes of the original format inside a segment are left out.
 *
 * @throws DuiqiError `format` with line and column where the file is no well-formed TMX
 */
export async function* readTmx(source: Source, { onNotice }: ReadingOptions = {}): AsyncGenerator<UnitRead> {
  const reading = new TmxReading(source.file);
  for await (const text of textOf(source)) {
    reading.write(text);
    yield* reading.taken();
  }
  reading.close();
  yield* reading.taken();
  for (const notice of reading.notices()) onNotice?.(notice);
}

class TmxReading {
  readonly #parser = new SaxesParser();
  readonly #file: string;
  readonly #path: string[] = [];
  #unit: TranslationUnit | undefined;
  #text = '';
  #property = '';
  #codeDepth = 0;
  #found: UnitRead[] = [];
  #oneSided = 0;
  #codes = 0;
  /** How much was written since the parser last told of something: so much it keeps. */
  #unparsed = 0;
  /** Of the unit that is open, in UTF-16 units. */
  #size = 0;
  #sawRoot = false;

  constructor(file: string) {
    this.#file = file;
    this.#parser.on('error', ({ message }) => {
      throw this.#fault(
        `this is not well-formed XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.*$/, '.')}`,
      );
    });
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    this.#parser.on('closetag', ({ name }) => this.#close(name));
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
  }

  write(text: string): void {
    this.#unparsed += text.length;
    this.#parser.write(text);
    if (this.#unparsed > LONGEST_PIECE) throw this.#fault('a piece of this file is too long to be kept.');
  }

  close(): void {
    this.#parser.close();
  }

  /** The units that were completed since the last call. */
  taken(): UnitRead[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  notices(): string[] {
    return noticesOf(this.#oneSided, this.#codes);
  }

  #open(name: string, attributes: Attributes): void {
    this.#unparsed = 0;
    if (!this.#sawRoot && name !== 'tmx') throw this.#fault(`this is no TMX: it begins with <${name}>.`);
    this.#sawRoot = true;
    this.#path.push(name);
    if (this.#path.length > DEEPEST) throw this.#fault('elements are nested too deep.');
    this.#grow(SIZE_OF_ELEMENT);
    if (name === 'tu') {
      this.#unit = { attributes, variants: [], properties: [], notes: [] };
      this.#size = 0;
    } else if (name === 'tuv' && this.#unit) {
      this.#unit.variants.push({
        tag: attributes['xml:lang'] ?? attributes.lang ?? '',
        attributes,
        text: '',
      });
    } else if (name === 'seg' || name === 'note') this.#text = '';
    else if (name === 'prop') {
      this.#text = '';
      this.#property = attributes.type ?? '';
    } else if (CODES.has(name)) {
      this.#codeDepth++;
      this.#codes++;
      if (attributes.type === 'lb') this.#breakLine();
    }
  }

  /** A code that breaks the line: words of English must not be glued together. */
  #breakLine(): void {
    const tag = this.#unit?.variants.at(-1)?.tag ?? '';
    if (languageOfTag(tag) === 'en' && /\S$/.test(this.#text)) this.#text += ' ';
  }

  /** What lies outside of units is not kept. */
  #grow(size: number): void {
    this.#size += this.#unit ? size : 0;
    if (this.#size > LONGEST_LINE) throw this.#fault('this unit is larger than any program takes.');
  }

  #close(name: string): void {
    this.#unparsed = 0;
    this.#path.pop();
    if (CODES.has(name)) this.#codeDepth--;
    else if (!this.#unit) return;
    else if (name === 'seg') {
      const variant = this.#unit.variants.at(-1);
      if (variant) variant.text = this.#text;
    } else if (name === 'note') this.#unit.notes.push(this.#text);
    else if (name === 'prop') this.#unit.properties.push([this.#property, this.#text]);
    else if (name === 'tu') this.#complete(this.#unit);
  }

  #add(text: string): void {
    this.#unparsed = 0;
    if (this.#codeDepth > 0 || !this.#unit) return;
    this.#grow(text.length);
    this.#text += text;
  }

  #complete({ attributes, variants, properties, notes }: TranslationUnit): void {
    this.#unit = undefined;
    if (properties.some(([name]) => name === DERIVED)) return;
    const of = (language: 'zh' | 'en') =>
      variants.filter(({ tag, text }) => languageOfTag(tag) === language && text !== '');
    const [zhVariants, enVariants] = [of('zh'), of('en')];
    if (zhVariants.length === 0 || enVariants.length === 0) this.#oneSided++;
    if (zhVariants.length * enVariants.length > MOST_PAIRS) {
      throw this.#fault('this unit has more texts than any program pairs with one another.');
    }
    const known = {
      ...fieldsOf(properties),
      ...(notes.length > 0 && { notes }),
      ...historyOf(attributes, variants),
    };
    for (const zh of zhVariants) {
      for (const en of enVariants) {
        const locales = { zhLang: localeOfTag(zh.tag), enLang: localeOfTag(en.tag) };
        this.#found.push({ zh: zh.text, en: en.text, ...known, ...locales });
      }
    }
  }

  #fault(reason: string): DuiqiError {
    const { line, column } = this.#parser;
    const advice = 'duiqi check tells all that is wrong with it, and with --fix mends it.';
    return new DuiqiError('format', reason, { file: this.#file, line, column: column + 1 }, advice);
  }
}

const HISTORY = {
  created: 'creationdate',
  changed: 'changedate',
  createdBy: 'creationid',
  changedBy: 'changeid',
} as const;

/** Who wrote the unit and when; OmegaT notes it on its variants. */
function historyOf(attributes: Attributes, variants: readonly Variant[]): Partial<UnitRead> {
  const everywhere = [attributes, ...variants.map((variant) => variant.attributes)];
  return Object.fromEntries(
    Object.entries(HISTORY).flatMap(([field, attribute]) => {
      const value = everywhere.map((one) => one[attribute]).find((one) => one !== undefined);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
