/** Translation Memory eXchange 1.4b, as OmegaT, Trados, memoQ and the TMX 1.4 DTD take it. */

import { mendedDate } from '../check/dates.ts';
import { ClientSegments } from '../client-segments.ts';
import type { Format, Losses, UnitWriter, WritingOptions } from '../format.ts';
import { isOneSegment } from '../segment-count.ts';
import type { Unit } from '../unit.ts';
import { checkLocales, type LocalePair } from './locale-pair.ts';
import { isOmegatProperty, propertiesOf } from './properties.ts';
import { readTmx } from './tmx-reading.ts';
import { escapeAttribute, escapeText, legal } from './xml-text.ts';

export const TMX: Format = {
  name: 'tmx',
  endings: ['.tmx'],
  holdsEveryBead: false,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: false,
  open: (options) => openTmx(options),
  read: ([source], options) => readTmx(source!, options),
};

/**
 * Writes one memory in one pair of locales. The same units and options give the same text. A unit that clients find as
 * one segment is of the type sentence, others are of the type paragraph, which clients split again. Behind units that
 * clients cut otherwise stands what they will look for instead; reading passes it over.
 *
 * @throws DuiqiError `language` when the units are of several locales
 */
export function openTmx(options: WritingOptions): UnitWriter {
  const source = options.source ?? 'en';
  const date = tmxDate(options.date);
  const losses: Losses = { blank: 0, droppedCharacters: 0 };
  const segments = new ClientSegments(source);
  let locales: LocalePair | undefined;

  const write = (unit: Unit): string => {
    const zh = legal(unit.zh);
    const en = legal(unit.en);
    const isFirst = !locales;
    locales ??= { zh: unit.zhLang, en: unit.enLang };
    checkLocales(unit, locales, 'a TMX file');
    const variants = [variant(locales.zh, zh.text), variant(locales.en, en.text)];
    const element = translationUnit(unit, source === 'zh' ? variants : variants.reverse(), date);
    return isFirst ? head(locales[source], options.toolVersion, date) + element : element;
  };
  const add = (unit: Unit): string => {
    const [zh, en] = [legal(unit.zh), legal(unit.en)];
    losses.droppedCharacters += zh.dropped + en.dropped;
    if (zh.text === '' || en.text === '') {
      losses.blank++;
      return '';
    }
    return [...segments.before(unit), unit, ...segments.behind(unit)].map(write).join('');
  };
  const end = () => {
    const last = segments.end().map(write).join('');
    return `${locales ? last : head(source, options.toolVersion, date)}  </body>\n</tmx>\n`;
  };
  return { add: (unit) => [add(unit)], end: () => [end()], losses };
}

/** The chunks of a TMX file, to be written as UTF-8; see `openTmx`. */
export function* writeTmx(units: Iterable<Unit>, options: WritingOptions): Generator<string> {
  const writer = openTmx(options);
  for (const unit of units) yield writer.add(unit).join('');
  yield [writer.end()].flat().join('');
}

/** A whole TMX file in one string; see `openTmx`. */
export function toTmx(units: Iterable<Unit>, options: WritingOptions): string {
  return [...writeTmx(units, options)].join('');
}

function head(sourceLocale: string, toolVersion: string, date: string): string {
  const attributes = [
    'creationtool="duiqi"',
    `creationtoolversion="${escapeAttribute(toolVersion)}"`,
    // OmegaT looks here alone: only so does it split a unit of several sentences as it splits the document.
    'segtype="paragraph"',
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
  const segtype = isOneSegment(unit) ? 'sentence' : 'paragraph';
  const attributes = [
    ['segtype', segtype],
    ['creationdate', dateOf(unit.created) ?? date],
    ['creationid', unit.createdBy],
    ['changedate', dateOf(unit.changed) ?? date],
    ['changeid', unit.changedBy],
  ].flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeAttribute(value)}"`));
  return [
    `    <tu${attributes.join('')}>`,
    ...(unit.notes ?? []).map((note) => `      <note>${escapeText(note)}</note>`),
    ...propertiesOf(unit).map(property),
    ...variants,
    '    </tu>',
    '',
  ].join('\n');
}

/** What OmegaT noted in a memory of its own would mean something else in this one. */
const property = ([name, value]: readonly [string, string]) => {
  const type = isOmegatProperty(name) ? `x-${name}` : name;
  return `      <prop type="${escapeAttribute(type)}">${escapeText(value)}</prop>`;
};

function variant(locale: string, text: string): string {
  return `      <tuv xml:lang="${escapeAttribute(locale)}"><seg>${escapeText(text)}</seg></tuv>`;
}

/** A date that another program wrote, if it is one. */
const dateOf = (noted: string | undefined) => (noted === undefined ? undefined : mendedDate(noted));

function tmxDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
