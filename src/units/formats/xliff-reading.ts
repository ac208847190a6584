/** Reads XLIFF 1.x and 2.x, as duiqi writes them and as translation editors do. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReadingOptions } from '../format.ts';
import { languageOfTag, localeOfTag } from '../locales.ts';
import type { Source } from '../source.ts';
import { onOneLine, type Property, type UnitRead } from '../unit.ts';
import { ForeignMemory } from './foreign-xml.ts';
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

/**
 * The units of an XLIFF file with a Chinese and an English side, in order: the segments of its units, and the segments
 * that an editor has marked in the units of XLIFF 1.2. Codes of the original format are left out of the texts.
 *
 * @throws DuiqiError `format` with line and column where the file is no well-formed XLIFF
 */
export function readXliff(source: Source, options: ReadingOptions = {}): AsyncIterable<UnitRead> {
  return new XliffReading(source).memory.units(options);
}

/** How SDLXLIFF marks what a tracked change has taken out. */
const DELETED = 'x-sdl-deleted';

class XliffReading {
  readonly memory: ForeignMemory;
  readonly #path: OpenElement[] = [];
  #namespace = '';
  /** Of the file (1.x) or of the whole document (2.x). */
  #languages = { source: '', target: '' };
  #unit: OpenUnit | undefined;
  #collecting: Collecting | undefined;
  /** How many of the open elements hold codes. */
  #codeDepth = 0;

  constructor(source: Source) {
    const parser = new SaxesParser({ xmlns: true });
    this.memory = new ForeignMemory(parser, source, ADVICE);
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
  }

  #open(tag: SaxesTagNS): void {
    const parent = this.#path.at(-1);
    if (!parent) this.#begin(tag);
    const name = this.#nameOf(tag);
    const space = attributeOf(tag, 'xml:space');
    const keepsSpace = space === undefined ? (parent?.keepsSpace ?? false) : space === 'preserve';
    this.#path.push({ name, keepsSpace });
    this.memory.opened(this.#path.length);
    if (this.#collecting) this.#openInside(name, tag, this.#collecting);
    else if (this.#unit) this.#openInUnit(name, parent?.name ?? '', tag, this.#unit);
    else if (name === 'trans-unit' || name === 'unit') {
      this.#unit = { segments: [{}], properties: [], notes: [] };
      this.memory.beginUnit();
    } else if (name === 'file') this.#readLanguages(tag, 'source-language', 'target-language');
  }

  /** The root must be XLIFF of a known version. */
  #begin(tag: SaxesTagNS): void {
    if (tag.local !== 'xliff') throw this.memory.fault(`this is no XLIFF: it begins with <${tag.name}>.`);
    const version = attributeOf(tag, 'version') ?? '';
    if (!/^[12]\.\d+$/.test(version))
      throw this.memory.fault(`XLIFF of the version "${version}" is not known.`);
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
    if (CODES.has(name)) this.memory.countCode();
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
    this.memory.closed();
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
    const collecting = this.#codeDepth === 0 ? this.#collecting : undefined;
    this.memory.heard(collecting ? text : '');
    if (collecting) collecting.text += text;
  }

  #complete({ segments, properties, notes }: OpenUnit): void {
    const known = { ...fieldsAndHistoryOf(properties), ...(notes.length > 0 && { notes }) };
    const texts = segments.flatMap(pairsOf).map(([source, target]) => textsOf(source, target));
    const units = texts.filter((pair) => pair !== undefined).map((pair) => ({ ...pair, ...known }));
    this.memory.endUnit(units, texts.length - units.length);
  }
}

const ADVICE = 'Export it once more from the program that made it.';

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
