/** Translation Memory eXchange 1.4b, as OmegaT, Trados, memoQ and the TMX 1.4 DTD take it. */
import { DuiqiError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Unit } from './unit.ts';

export interface TmxOptions {
  /** The side that is translated from; it comes first in each unit. English unless told. */
  readonly source?: Language | undefined;
  /** BCP 47, for all units. Unless told, the locales of the units, which must then be the same throughout. */
  readonly zhLang?: string | undefined;
  readonly enLang?: string | undefined;
  /** Written as the date of creation and of the last change. */
  readonly date: Date;
  readonly toolVersion: string;
  /** Called once, after the last chunk. */
  readonly onWritten?: ((report: TmxReport) => void) | undefined;
}

export interface TmxReport {
  /** The number of units in the file. */
  readonly written: number;
  /** Units that were not written since a side had no text, or none that XML can hold. */
  readonly blank: number;
  /** Characters of the units' texts that XML forbids, and that were dropped. */
  readonly droppedCharacters: number;
}

const SIDES = { zh: 'zhLang', en: 'enLang' } as const;
/** What the Char production of XML 1.0 leaves out; with the u flag that includes lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The chunks of a TMX file, to be written as UTF-8. The same units and options give the same text.
 * 1-1 beads are segments of the type sentence, others of the type paragraph, which clients split again.
 *
 * @throws DuiqiError `language` when the units are of several locales and the options name none
 */
export function* writeTmx(units: Iterable<Unit>, options: TmxOptions): Generator<string> {
  const source = options.source ?? 'en';
  const date = tmxDate(options.date);
  let locales: Locales | undefined;
  let written = 0;
  let blank = 0;
  let droppedCharacters = 0;
  for (const unit of units) {
    if (!locales) {
      locales = { zh: options.zhLang ?? unit.zhLang, en: options.enLang ?? unit.enLang };
      yield head(locales[source], options.toolVersion, date);
    }
    checkLocales(unit, locales, options);
    const zh = legal(unit.zh);
    const en = legal(unit.en);
    droppedCharacters += zh.dropped + en.dropped;
    if (zh.text === '' || en.text === '') {
      blank++;
      continue;
    }
    written++;
    const variants = [variant(locales.zh, zh.text), variant(locales.en, en.text)];
    yield translationUnit(unit, source === 'zh' ? variants : variants.reverse(), date);
  }
  if (!locales) yield head(options[SIDES[source]] ?? source, options.toolVersion, date);
  yield '  </body>\n</tmx>\n';
  options.onWritten?.({ written, blank, droppedCharacters });
}

/** A whole TMX file in one string; see `writeTmx`. */
export function toTmx(units: Iterable<Unit>, options: TmxOptions): string {
  return [...writeTmx(units, options)].join('');
}

type Locales = Readonly<Record<Language, string>>;

function checkLocales(unit: Unit, locales: Locales, options: TmxOptions): void {
  for (const side of ['zh', 'en'] as const) {
    const locale = unit[SIDES[side]];
    if (options[SIDES[side]] !== undefined || locale === locales[side]) continue;
    const reason = `a TMX file holds one pair of locales, but the units are in ${locales[side]} and in ${locale}.`;
    throw new DuiqiError(
      'language',
      reason,
      {},
      'Write one file for each, or name the locale for all of them.',
    );
  }
}

function head(sourceLocale: string, toolVersion: string, date: string): string {
  const attributes = [
    'creationtool="duiqi"',
    `creationtoolversion="${escapeAttribute(toolVersion)}"`,
    'segtype="sentence"',
    'o-tmf="duiqi"',
    'adminlang="en"',
    `srclang="${escapeAttribute(sourceLocale)}"`,
    'datatype="plaintext"',
    `creationdate="${date}"`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    `  <header ${attributes.join(' ')}/>`,
    '  <body>',
    '',
  ].join('\n');
}

function translationUnit(unit: Unit, variants: readonly string[], date: string): string {
  const segtype = unit.bead === '1-1' ? 'sentence' : 'paragraph';
  return [
    `    <tu segtype="${segtype}" creationdate="${date}" changedate="${date}">`,
    ...properties(unit).map(([type, value]) => `      <prop type="${type}">${escapeText(value)}</prop>`),
    ...variants,
    '    </tu>',
    '',
  ].join('\n');
}

/** Names that start with `x-` are nobody else's: OmegaT gives `file`, `id`, `prev` … a meaning of its own. */
function properties(unit: Unit): [type: string, value: string][] {
  const all: [string, string][] = [
    ['x-score', twoToFourDecimals(unit.score)],
    ['x-bead', unit.bead],
    ['x-anchors', unit.anchors.map(({ zh, en }) => `${zh}=${en}`).join('; ')],
    ['x-zh-file', fileName(unit.zhDoc)],
    ['x-en-file', fileName(unit.enDoc)],
    ['x-zh-ids', unit.zhIds.join(',')],
    ['x-en-ids', unit.enIds.join(',')],
  ];
  return all.filter(([, value]) => value !== '');
}

function variant(locale: string, text: string): string {
  return `      <tuv xml:lang="${escapeAttribute(locale)}"><seg>${escapeText(text)}</seg></tuv>`;
}

/** `b.txt` of `a/b.txt#zh1`. */
function fileName(doc: string): string {
  const part = doc.lastIndexOf('#');
  return doc.slice(0, part < 0 ? doc.length : part).replace(/^.*[/\\]/s, '');
}

function twoToFourDecimals(score: number): string {
  return score.toFixed(4).replace(/0{1,2}$/, '');
}

function tmxDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** The text without what XML forbids and without blank ends: clients find no exact match for those. */
function legal(text: string): { text: string; dropped: number } {
  const kept = text.replace(FORBIDDEN, '');
  return { text: kept.trim(), dropped: text.length - kept.length };
}

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
