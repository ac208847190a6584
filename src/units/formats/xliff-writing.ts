/** What the writers of XLIFF 1.2 and 2.1 share: one pair of locales, and a `<file>` for each run of units of two documents. */
import type { Language } from '../../model.ts';
import type { Losses, UnitWriter, WritingOptions } from '../format.ts';
import type { Unit } from '../unit.ts';
import { checkLocales, type LocalePair } from './locale-pair.ts';
import { fileName } from './properties.ts';
import { legal } from './xml-text.ts';

/** How a version of XLIFF writes its elements. */
export interface Dialect {
  /** Up to the first `<file>`. */
  head(languages: Languages): string;
  startFile(file: FileOfUnits): string;
  unit(unit: Unit, number: number, texts: Texts): string;
  readonly endFile: string;
  /** A `<file>` without units: the least that a document must have. */
  emptyFile(file: FileOfUnits): string;
  readonly end: string;
}

/** The locales that are translated from and into. */
export interface Languages {
  readonly source: string;
  readonly target: string;
}

export interface FileOfUnits {
  /** Counted from 1. */
  readonly number: number;
  /** The name of the document that is translated, without folders. */
  readonly original: string;
  readonly languages: Languages;
}

/** The texts of a unit, free of what XML forbids. */
export interface Texts {
  readonly source: string;
  readonly target: string;
}

/** @throws DuiqiError `language` when the units are of several locales */
export function openXliff(options: WritingOptions, dialect: Dialect): UnitWriter {
  const sourceLanguage = options.source ?? 'en';
  const losses: Losses = { blank: 0, droppedCharacters: 0 };
  let locales: LocalePair | undefined;
  let documents: string | undefined;
  let files = 0;
  let units = 0;

  const startFile = (unit: Unit, pair: LocalePair): string => {
    const current = [unit.zhDoc, unit.enDoc].map((doc = '') => fileName(doc)).join('\n');
    if (current === documents) return '';
    const end = documents === undefined ? '' : dialect.endFile;
    documents = current;
    const original = fileName((sourceLanguage === 'zh' ? unit.zhDoc : unit.enDoc) ?? '') || titleOf(options);
    return end + dialect.startFile({ number: ++files, original, languages: ordered(pair, sourceLanguage) });
  };
  const add = (unit: Unit): string => {
    const zh = legal(unit.zh);
    const en = legal(unit.en);
    losses.droppedCharacters += zh.dropped + en.dropped;
    if (zh.text === '' || en.text === '') {
      losses.blank++;
      return '';
    }
    const isFirst = !locales;
    locales ??= { zh: unit.zhLang, en: unit.enLang };
    checkLocales(unit, locales, 'an XLIFF file');
    const head = isFirst ? dialect.head(ordered(locales, sourceLanguage)) : '';
    const texts = ordered({ zh: zh.text, en: en.text }, sourceLanguage);
    return head + startFile(unit, locales) + dialect.unit(unit, ++units, texts);
  };
  const end = (): string => {
    if (locales) return dialect.endFile + dialect.end;
    const languages = ordered({ zh: 'zh', en: 'en' }, sourceLanguage);
    const file = { number: 1, original: titleOf(options), languages };
    return dialect.head(languages) + dialect.emptyFile(file) + dialect.end;
  };
  return { add: (unit) => [add(unit)], end: () => [end()], losses };
}

function ordered({ zh, en }: Readonly<Record<Language, string>>, source: Language): Languages & Texts {
  return source === 'zh' ? { source: zh, target: en } : { source: en, target: zh };
}

function titleOf({ title }: WritingOptions): string {
  return title || 'memory';
}
