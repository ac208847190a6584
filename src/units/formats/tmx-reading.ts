import { SaxesParser } from 'saxes';
import { DERIVED } from '../client-segments.ts';
import type { ReadingOptions } from '../format.ts';
import { languageOfTag, localeOfTag } from '../locales.ts';
import type { Source } from '../source.ts';
import type { Property, UnitRead } from '../unit.ts';
import { ForeignMemory } from './foreign-xml.ts';
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
/** Of the texts of one unit: a few regions of both languages make a dozen. */
const MOST_PAIRS = 400;

/**
 * The units of a TMX file with a Chinese and an English variant, in order. Of several variants in a language each makes a
 * unit with each of the other. Codes of the original format inside a segment are left out.
 *
 * @throws DuiqiError `format` with line and column where the file is no well-formed TMX
 */
export function readTmx(source: Source, options: ReadingOptions = {}): AsyncIterable<UnitRead> {
  return new TmxReading(source).memory.units(options);
}

class TmxReading {
  readonly memory: ForeignMemory;
  readonly #path: string[] = [];
  #unit: TranslationUnit | undefined;
  #text = '';
  #property = '';
  #codeDepth = 0;
  #sawRoot = false;

  constructor(source: Source) {
    const parser = new SaxesParser();
    this.memory = new ForeignMemory(parser, source, ADVICE);
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    parser.on('closetag', ({ name }) => this.#close(name));
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
  }

  #open(name: string, attributes: Attributes): void {
    if (!this.#sawRoot && name !== 'tmx')
      throw this.memory.fault(`this is no TMX: it begins with <${name}>.`);
    this.#sawRoot = true;
    this.#path.push(name);
    this.memory.opened(this.#path.length);
    if (name === 'tu') {
      this.#unit = { attributes, variants: [], properties: [], notes: [] };
      this.memory.beginUnit();
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
      this.memory.countCode();
      if (attributes.type === 'lb') this.#breakLine();
    }
  }

  /** A code that breaks the line: words of English must not be glued together. */
  #breakLine(): void {
    const tag = this.#unit?.variants.at(-1)?.tag ?? '';
    if (languageOfTag(tag) === 'en' && /\S$/.test(this.#text)) this.#text += ' ';
  }

  #close(name: string): void {
    this.memory.closed();
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
    const isKept = this.#codeDepth === 0 && this.#unit !== undefined;
    this.memory.heard(isKept ? text : '');
    if (isKept) this.#text += text;
  }

  #complete({ attributes, variants, properties, notes }: TranslationUnit): void {
    this.#unit = undefined;
    if (properties.some(([name]) => name === DERIVED)) {
      this.memory.endUnit([], 0);
      return;
    }
    const of = (language: 'zh' | 'en') =>
      variants.filter(({ tag, text }) => languageOfTag(tag) === language && text !== '');
    const [zhVariants, enVariants] = [of('zh'), of('en')];
    if (zhVariants.length * enVariants.length > MOST_PAIRS) {
      throw this.memory.fault('this unit has more texts than any program pairs with one another.');
    }
    const known = {
      ...fieldsOf(properties),
      ...(notes.length > 0 && { notes }),
      ...historyOf(attributes, variants),
    };
    const units = zhVariants.flatMap((zh) =>
      enVariants.map((en) => {
        const locales = { zhLang: localeOfTag(zh.tag), enLang: localeOfTag(en.tag) };
        return { zh: zh.text, en: en.text, ...known, ...locales };
      }),
    );
    this.memory.endUnit(units, units.length === 0 ? 1 : 0);
  }
}

const ADVICE = 'duiqi check tells all that is wrong with it, and with --fix mends it.';

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
