/**
 * The files of the InterText editor: two documents of numbered sentences, and the links between them. Its first document
 * (`fromDoc`) is the Chinese one; a link names the sentences of the second (`toDoc`) first. There is no room for scores.
 */
import { SaxesParser } from 'saxes';
import { DuiqiError } from '../../errors.ts';
import type { Language } from '../../model.ts';
import type { Format, Losses, ReadingOptions, UnitWriter, WritingOptions } from '../format.ts';
import { localeOfTag } from '../locales.ts';
import { type Source, wholeTextOf } from '../source.ts';
import { onOneLine, type Unit, type UnitRead } from '../unit.ts';
import { escapeAttribute, escapeText, legal } from './xml-text.ts';

export const INTERTEXT: Format = {
  name: 'intertext',
  endings: ['.zh.en.xml', '.zh.xml', '.en.xml'],
  holdsEveryBead: true,
  holdsAnchors: false,
  holdsSeveralAlignments: false,
  holdsSeveralLocales: true,
  open: openInterText,
  read: readInterText,
};

/** Pieces of the links, of the Chinese document and of the English one. */
type Pieces = readonly [links: string, zh: string, en: string];

function openInterText({ title = 'memory' }: WritingOptions): UnitWriter {
  const losses: Losses = { blank: 0, droppedCharacters: 0 };
  const zhSide = new DocumentWriter();
  const enSide = new DocumentWriter();
  let isBegun = false;

  const begin = (): Pieces => {
    if (isBegun) return ['', '', ''];
    isBegun = true;
    return heads(title);
  };
  const add = (unit: Unit): Pieces => {
    const sentences = sentencesOf(unit);
    if (sentences.zh.length + sentences.en.length === 0) {
      losses.blank++;
      return ['', '', ''];
    }
    const [links, zhHead, enHead] = begin();
    const zh = zhSide.add(sentences.zh, unit.zhIds, { locale: unit.zhLang, doc: unit.zhDoc });
    const en = enSide.add(sentences.en, unit.enIds, { locale: unit.enLang, doc: unit.enDoc });
    losses.droppedCharacters += zh.dropped + en.dropped;
    return [links + link(zh.ids, en.ids, unit), zhHead + zh.text, enHead + en.text];
  };
  const end = (): Pieces => {
    const [links, zh, en] = begin();
    return [`${links}</linkGrp>\n`, zh + zhSide.end(), en + enSide.end()];
  };
  return { add, end, losses };
}

function heads(title: string): Pieces {
  const name = (language: Language) => escapeAttribute(`${title}.${language}.xml`);
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  const text = `${declaration}<text xml:space="preserve">\n`;
  return [`${declaration}<linkGrp toDoc="${name('en')}" fromDoc="${name('zh')}">\n`, text, text];
}

/** Status `man` tells the editor that somebody has looked at it. */
function link(zhIds: readonly string[], enIds: readonly string[], { edited }: Unit): string {
  const type = `${enIds.length}-${zhIds.length}`;
  return `<link type="${type}" xtargets="${enIds.join(' ')};${zhIds.join(' ')}" status="${edited ? 'man' : 'auto'}"/>\n`;
}

/** The sentences as they are, or, where they are not known or no longer those of the text, the text as one. */
function sentencesOf({
  zh,
  en,
  zhSentences,
  enSentences,
}: Unit): Readonly<Record<Language, readonly string[]>> {
  const whole = (text: string) => (text === '' ? [] : [text]);
  return {
    zh: zhSentences?.join('') === zh ? zhSentences : whole(zh),
    en: enSentences?.join(' ') === en ? enSentences : whole(en),
  };
}

/** Where sentences come from. */
interface Origin {
  readonly locale: string;
  readonly doc?: string | undefined;
}

/**
 * One of the two documents. A unit knows nothing of paragraphs, and the editor wants its sentences in some: each stands
 * for one document that the units come from, in one locale, and its sentences bear their numbers there, counted from 1.
 */
class DocumentWriter {
  #paragraph = 0;
  #attributes: string | undefined;
  #next = 1;

  /** An id must be new, and the editor wants ids to rise: a number that does neither is passed over for the next one. */
  add(sentences: readonly string[], numbers: readonly number[] = [], origin: Origin) {
    const ids: string[] = [];
    let dropped = 0;
    let text = sentences.length > 0 ? this.#paragraphFor(origin) : '';
    for (const [i, sentence] of sentences.entries()) {
      const number = numbers.length === sentences.length ? Math.max(this.#next, numbers[i]! + 1) : this.#next;
      this.#next = number + 1;
      const id = `${this.#paragraph}:${number}`;
      ids.push(id);
      dropped += legal(sentence).dropped;
      text += `<s id="${id}">${escapeText(sentence)}</s>\n`;
    }
    return { ids, text, dropped };
  }

  /** The beginning of a new paragraph, unless the sentences go on with the same document. */
  #paragraphFor({ locale, doc = '' }: Origin): string {
    const name = doc.replace(/^.*[/\\]/s, '');
    const source = name === '' ? '' : ` source="${escapeAttribute(name)}"`;
    const attributes = `xml:lang="${escapeAttribute(locale)}"${source}`;
    if (attributes === this.#attributes) return '';
    const end = this.#paragraph > 0 ? '</p>\n' : '';
    this.#attributes = attributes;
    this.#paragraph++;
    this.#next = 1;
    return `${end}<p id="${this.#paragraph}" ${attributes}>\n`;
  }

  end(): string {
    return `${this.#paragraph > 0 ? '</p>\n' : ''}</text>\n`;
  }
}

/** A sentence of a document that is read. */
interface LinkedSentence {
  readonly text: string;
  /** 0-based, in the document that it comes from. */
  readonly number: number;
  readonly locale: string | undefined;
  readonly doc: string | undefined;
}

/**
 * A unit for each link, in the order of the links. Elements of any name are sentences if a link names their ids.
 *
 * @throws DuiqiError `format` with line and column, also where a link names a sentence that is not there
 */
async function* readInterText(
  [links, zhSource, enSource]: readonly (Source | undefined)[],
  { onNotice }: ReadingOptions,
): AsyncGenerator<UnitRead> {
  const here = links ?? zhSource ?? enSource;
  if (!links) throw missing('links', '.zh.en.xml', here);
  if (!zhSource) throw missing('Chinese document', '.zh.xml', here);
  if (!enSource) throw missing('English document', '.en.xml', here);
  const zh = sentencesIn(await wholeTextOf(zhSource), 'zh', zhSource.file);
  const en = sentencesIn(await wholeTextOf(enSource), 'en', enSource.file);
  const linked = new Set<LinkedSentence>();
  for (const { zhIds, enIds, isManual, fault } of linksIn(await wholeTextOf(links), links.file)) {
    const find = (sentences: ReadonlyMap<string, LinkedSentence>, ids: readonly string[], file: string) =>
      ids.map((id) => sentences.get(id) ?? fault(`there is no sentence "${id}" in ${file}.`));
    const sides = { zh: find(zh, zhIds, zhSource.file), en: find(en, enIds, enSource.file) };
    for (const sentence of [...sides.zh, ...sides.en]) linked.add(sentence);
    yield { ...unitOf(sides.zh, sides.en), ...(isManual && { edited: true }) };
  }
  const left = zh.size + en.size - linked.size;
  if (left > 0) onNotice?.(`${left} ${left === 1 ? 'sentence' : 'sentences'} without a link passed over.`);
}

function missing(what: string, ending: string, beside: Source | undefined): DuiqiError {
  const advice = `Beside it must lie the file of the same name with ${ending}.`;
  return new DuiqiError(
    'missing-file',
    `the file of the ${what} is missing.`,
    { file: beside?.file },
    advice,
  );
}

function unitOf(zh: readonly LinkedSentence[], en: readonly LinkedSentence[]): UnitRead {
  const zhSentences = zh.map(({ text }) => text);
  const enSentences = en.map(({ text }) => text);
  const [{ doc: zhDoc, locale: zhLang } = {}, { doc: enDoc, locale: enLang } = {}] = [zh[0], en[0]];
  return {
    zh: zhSentences.join(''),
    en: enSentences.join(' '),
    bead: `${zh.length}-${en.length}`,
    zhIds: zh.map(({ number }) => number),
    enIds: en.map(({ number }) => number),
    zhSentences,
    enSentences,
    ...(zhDoc && { zhDoc }),
    ...(enDoc && { enDoc }),
    ...(zhLang && { zhLang: localeOfTag(zhLang) }),
    ...(enLang && { enLang: localeOfTag(enLang) }),
  };
}

interface ReadLink {
  readonly zhIds: readonly string[];
  readonly enIds: readonly string[];
  readonly isManual: boolean;
  /** Throws the reason with the place of the link. */
  readonly fault: (reason: string) => never;
}

function linksIn(text: string, file: string): ReadLink[] {
  const links: ReadLink[] = [];
  let isReversed = false;
  let root: string | undefined;
  const parser = parserOf(file);
  parser.on('opentag', ({ name, attributes }) => {
    const { line, column } = parser;
    const fault = (reason: string): never => fail(reason, file, line, column);
    root ??= name;
    if (root !== 'linkGrp') fault(`this is no alignment of InterText: it begins with <${root}>.`);
    if (name === 'linkGrp') isReversed = namesReversed(attributes);
    if (name !== 'link') return;
    const sides = (attributes.xtargets ?? '').split(';').map((ids) => ids.split(/\s+/).filter(Boolean));
    if (sides.length !== 2) fault('"xtargets" must hold two lists of ids with ";" between them.');
    const [zhIds, enIds] = (isReversed ? sides : sides.reverse()) as [string[], string[]];
    if (zhIds.length + enIds.length > 0)
      links.push({ zhIds, enIds, isManual: attributes.status === 'man', fault });
  });
  parser.write(text).close();
  return links;
}

/** Somebody else's alignment may go from the English document to the Chinese one. */
function namesReversed({ toDoc = '', fromDoc = '' }: Readonly<Record<string, string>>): boolean {
  return /\.zh\.xml$/i.test(toDoc) || /\.en\.xml$/i.test(fromDoc);
}

interface OpenElement {
  readonly name: string;
  readonly id: string | undefined;
  readonly locale: string | undefined;
  /** Of the paragraphs that duiqi writes: the document that their sentences come from. */
  readonly doc: string | undefined;
  readonly keepsSpace: boolean;
  text: string;
}

const DEEPEST = 200;

/** By their ids, the innermost elements that have one; inside an `<s>` there are only words. */
function sentencesIn(text: string, language: Language, file: string): Map<string, LinkedSentence> {
  const sentences = new Map<string, LinkedSentence>();
  const open: OpenElement[] = [];
  const parser = parserOf(file);
  let holdsIds = false;
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const isInside = open.some((element) => element.name === 's' && element.id !== undefined);
    const id = isInside ? undefined : attributes.id;
    if (id !== undefined) holdsIds = false;
    const space = attributes['xml:space'];
    open.push({
      name,
      id,
      locale: attributes['xml:lang'] ?? attributes.lang ?? parent?.locale,
      doc: attributes.source ?? parent?.doc,
      keepsSpace: space === undefined ? (parent?.keepsSpace ?? false) : space === 'preserve',
      text: '',
    });
    if (open.length > DEEPEST) fail('elements are nested too deep.', file, parser.line, parser.column);
  });
  const add = (found: string) => {
    const sentence = open.findLast(({ id }) => id !== undefined);
    if (sentence) sentence.text += found;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const { name, id, text: found, locale, doc, keepsSpace } = open.pop()!;
    if (id === undefined || holdsIds || (name !== 's' && found.trim() === '')) return;
    holdsIds = true;
    const { line, column } = parser;
    if (sentences.has(id)) fail(`there is a sentence "${id}" already.`, file, line, column);
    const number = doc === undefined ? sentences.size : (numberIn(id) ?? sentences.size);
    sentences.set(id, { text: keepsSpace ? found : onOneLine(found, language), number, locale, doc });
  });
  parser.write(text).close();
  return sentences;
}

/** 4 for `1:5`. */
function numberIn(id: string): number | undefined {
  const digits = /:([1-9]\d{0,8})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits) - 1;
}

function parserOf(file: string): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.*$/, '.');
    fail(`this is not well-formed XML: ${reason}`, file, parser.line, parser.column);
  });
  return parser;
}

function fail(reason: string, file: string, line: number, column: number): never {
  const advice = 'Export it once more from InterText.';
  throw new DuiqiError('format', reason, { file, line, column: column + 1 }, advice);
}
