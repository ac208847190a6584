/** Reads XLIFF 1.x and 2.x, as duiqi writes them and as translation editors do. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DuiqiError } from '../../errors.ts';
import type { ReadingOptions } from '../format.ts';
import { languageOfTag, localeOfTag } from '../locales.ts';
import { LONGEST_LINE, type Source, textOf } from '../source.ts';
import { onOneLine, type Property, type UnitRead } from '../unit.ts';
import { LONGEST_PIECE, noticesOf } from './foreign-xml.ts';
import { fieldsAndHistoryOf } from './history.ts';

/** One side of a segment. */
interface Side {
  /** Its language, as the file names it. */
  readonly tag: string;
  readonly text: string;
  /** By their ids, the segments that an editor of XLIFF 1.2 has marked inside it. */
  readonly marked: ReadonlyMap<string, string>;
  /** Its white space is part of the text. */
  readonly keepsSpace: boolean;
}

type SideName = 'source' | 'seg-source' | 'target';
type Segment = Partial<Record<SideName, Side>>;

interface OpenUnit {
  readonly segments: Segment[];
  readonly properties: Property[];
  readonly notes: string[];
}

/** An element that is open: its name, empty if it is none of XLIFF's. */
interface OpenElement {
  readonly name: string;
  readonly keepsSpace: boolean;
}

/** A text that is being read. */
interface Collecting {
  /** How many elements are open around it. */
  readonly depth: number;
  text: string;
  /** There was a code for a line break. */
  hasBreak: boolean;
  readonly marked: Map<string, string>;
  /** The marked segments that are open, and where in the text they begin. */
  readonly open: { readonly depth: number; readonly id: string; readonly start: number }[];
  readonly keep: (collected: Collecting) => void;
}

const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
/** Elements inside a text that hold codes of the original format, no words. */
const HOLDS_CODE = new Set(['bpt', 'ept', 'it', 'ph']);
/** Codes of the original format: what stands in some of them are words. */
const CODES = new Set([...HOLDS_CODE, 'g', 'x', 'bx', 'ex', 'pc', 'sc', 'ec', 'cp']);
const DEEPEST = 200;

/**
 * The units of an XLIFF file with a Chinese and an English side, in order: the segments of its units, and the segments
 * that an editor has marked in the units of XLIFF 1.2. Codes of the original format are left out of the texts.
 *
 * @throws DuiqiError `format` with line and column where the file is no well-formed XLIFF
 */
export async function* readXliff(
  source: Source,
  { onNotice }: ReadingOptions = {},
): AsyncGenerator<UnitRead> {
  const reading = new XliffReading(source.file);
  for await (const text of textOf(source)) {
    reading.write(text);
    yield* reading.taken();
  }
  reading.close();
  yield* reading.taken();
  for (const notice of reading.notices()) onNotice?.(notice);
}

/** How SDLXLIFF marks what a tracked change has taken out. */
const DELETED = 'x-sdl-deleted';
/** What an element takes in memory beside its text, in UTF-16 units. */
const SIZE_OF_ELEMENT = 100;

class XliffReading {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #file: string;
  readonly #path: OpenElement[] = [];
  #namespace = '';
  /** Of the file (1.x) or of the whole document (2.x). */
  #languages = { source: '', target: '' };
  #unit: OpenUnit | undefined;
  #collecting: Collecting | undefined;
  /** How many of the open elements hold codes. */
  #codeDepth = 0;
  #unparsed = 0;
  #found: UnitRead[] = [];
  #oneSided = 0;
  #codes = 0;
  /** Of the unit that is open, in UTF-16 units. */
  #size = 0;

  constructor(file: string) {
    this.#file = file;
    this.#parser.on('error', ({ message }) => {
      throw this.#fault(
        `this is not well-formed XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.*$/, '.')}`,
      );
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
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

  #open(tag: SaxesTagNS): void {
    this.#unparsed = 0;
    const parent = this.#path.at(-1);
    if (!parent) this.#begin(tag);
    const name = this.#nameOf(tag);
    const space = attributeOf(tag, 'xml:space');
    const keepsSpace = space === undefined ? (parent?.keepsSpace ?? false) : space === 'preserve';
    this.#path.push({ name, keepsSpace });
    if (this.#path.length > DEEPEST) throw this.#fault('elements are nested too deep.');
    this.#grow(SIZE_OF_ELEMENT);
    if (this.#collecting) this.#openInside(name, tag, this.#collecting);
    else if (this.#unit) this.#openInUnit(name, parent?.name ?? '', tag, this.#unit);
    else if (name === 'trans-unit' || name === 'unit') {
      this.#unit = { segments: [{}], properties: [], notes: [] };
      this.#size = 0;
    } else if (name === 'file') this.#readLanguages(tag, 'source-language', 'target-language');
  }

  /** The root must be XLIFF of a known version. */
  #begin(tag: SaxesTagNS): void {
    if (tag.local !== 'xliff') throw this.#fault(`this is no XLIFF: it begins with <${tag.name}>.`);
    const version = attributeOf(tag, 'version') ?? '';
    if (!/^[12]\.\d+$/.test(version)) throw this.#fault(`XLIFF of the version "${version}" is not known.`);
    this.#namespace = tag.uri;
    this.#readLanguages(tag, 'srcLang', 'trgLang');
  }

  #readLanguages(tag: SaxesTagNS, source: string, target: string): void {
    this.#languages = {
      source: attributeOf(tag, source) ?? this.#languages.source,
      target: attributeOf(tag, target) ?? this.#languages.target,
    };
  }

  #nameOf({ uri, local }: SaxesTagNS): string {
    if (uri === this.#namespace) return local;
    return uri === METADATA ? `mda:${local}` : '';
  }

  /** Only these places: proposals and glossaries of editors also have sources, targets and notes. */
  #openInUnit(name: string, parent: string, tag: SaxesTagNS, unit: OpenUnit): void {
    if (name === 'segment') unit.segments.push({});
    else if ((parent === 'trans-unit' || parent === 'segment') && isSide(name))
      this.#collectSide(name, tag, unit);
    else if (name === 'note' && (parent === 'trans-unit' || parent === 'notes')) {
      this.#collect(({ text }) => unit.notes.push(text));
    } else if (name === 'context' && this.#path.at(-3)?.name === 'trans-unit') {
      const type = attributeOf(tag, 'context-type') ?? '';
      this.#collect(({ text }) => unit.properties.push(propertyOf(type, text)));
    } else if (name === 'mda:meta') {
      const type = attributeOf(tag, 'type') ?? '';
      this.#collect(({ text }) => unit.properties.push([type, text]));
    }
  }

  #collectSide(name: SideName, tag: SaxesTagNS, unit: OpenUnit): void {
    const language = attributeOf(tag, 'xml:lang') ?? this.#languages[name === 'target' ? 'target' : 'source'];
    const { keepsSpace } = this.#path.at(-1)!;
    const segment = unit.segments.at(-1)!;
    this.#collect(({ text, marked, hasBreak }) => {
      segment[name] = { tag: language, text, marked, keepsSpace: keepsSpace && !hasBreak };
    });
  }

  #collect(keep: Collecting['keep']): void {
    const depth = this.#path.length;
    this.#collecting = { depth, text: '', hasBreak: false, marked: new Map(), open: [], keep };
  }

  #openInside(name: string, tag: SaxesTagNS, collecting: Collecting): void {
    if (CODES.has(name)) this.#codes++;
    const isDeleted = name === 'mrk' && attributeOf(tag, 'mtype') === DELETED;
    if (this.#codeDepth > 0 || isDeleted || HOLDS_CODE.has(name)) this.#codeDepth++;
    if (attributeOf(tag, 'ctype') === 'lb' || attributeOf(tag, 'subType') === 'xlf:lb') {
      collecting.text += '\n';
      collecting.hasBreak = true;
    }
    if (name === 'mrk' && attributeOf(tag, 'mtype') === 'seg') {
      const id = attributeOf(tag, 'mid') ?? '';
      collecting.open.push({ depth: this.#path.length, id, start: collecting.text.length });
    }
  }

  #close(): void {
    this.#unparsed = 0;
    const depth = this.#path.length;
    const { name } = this.#path.pop()!;
    const collecting = this.#collecting;
    if (collecting) {
      if (this.#codeDepth > 0) this.#codeDepth--;
      if (collecting.open.at(-1)?.depth === depth) {
        const { id, start } = collecting.open.pop()!;
        collecting.marked.set(id, collecting.text.slice(start));
      }
      if (collecting.depth < depth) return;
      this.#collecting = undefined;
      collecting.keep(collecting);
    } else if (this.#unit && (name === 'trans-unit' || name === 'unit')) {
      this.#complete(this.#unit);
      this.#unit = undefined;
    }
  }

  #add(text: string): void {
    this.#unparsed = 0;
    const collecting = this.#collecting;
    if (!collecting || this.#codeDepth > 0) return;
    this.#grow(text.length);
    collecting.text += text;
  }

  /** What lies outside of units is not kept. */
  #grow(size: number): void {
    this.#size += this.#unit ? size : 0;
    if (this.#size > LONGEST_LINE) throw this.#fault('this unit is larger than any program takes.');
  }

  #complete({ segments, properties, notes }: OpenUnit): void {
    const fields = fieldsAndHistoryOf(properties);
    for (const [source, target] of segments.flatMap(pairsOf)) {
      const texts = textsOf(source, target);
      if (texts) this.#found.push({ ...texts, ...fields, ...(notes.length > 0 && { notes }) });
      else this.#oneSided++;
    }
  }

  #fault(reason: string): DuiqiError {
    const { line, column } = this.#parser;
    const advice = 'Export it once more from the program that made it.';
    return new DuiqiError('format', reason, { file: this.#file, line, column: column + 1 }, advice);
  }
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  return tag.attributes[name]?.value;
}

function isSide(name: string): name is SideName {
  return name === 'source' || name === 'seg-source' || name === 'target';
}

/** `x-other` holds `name=value`, with a backslash before each `\` and `=` of the name. */
function propertyOf(type: string, text: string): Property {
  const other = type === 'x-other' ? /^((?:\\.|[^\\=])*)=(.*)$/s.exec(text) : undefined;
  return other ? [other[1]!.replaceAll(/\\(.)/gs, '$1'), other[2]!] : [type, text];
}

/** The source and the target of a segment, or of each segment that is marked in both. */
function pairsOf(segment: Segment): [Side, Side | undefined][] {
  const { source, target, 'seg-source': cut = source } = segment;
  if (!source) return [];
  const ids = [...(cut?.marked.keys() ?? [])];
  if (!cut || !target || target.marked.size === 0 || ids.length === 0) return [[source, target]];
  return ids.map((id) => [
    { ...cut, text: cut.marked.get(id)! },
    target.marked.has(id) ? { ...target, text: target.marked.get(id)! } : undefined,
  ]);
}

function textsOf(source: Side, target: Side | undefined): UnitRead | undefined {
  if (!target) return undefined;
  const languages = [source, target].map(({ tag }) => languageOfTag(tag));
  const [zh, en] = languages[0] === 'zh' ? [source, target] : [target, source];
  if (!languages.includes('zh') || !languages.includes('en')) return undefined;
  const texts = {
    zh: zh.keepsSpace ? zh.text : onOneLine(zh.text, 'zh'),
    en: en.keepsSpace ? en.text : onOneLine(en.text, 'en'),
  };
  if (texts.zh === '' || texts.en === '') return undefined;
  return { ...texts, zhLang: localeOfTag(zh.tag), enLang: localeOfTag(en.tag) };
}
