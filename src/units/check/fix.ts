/** Writes a TMX anew without what `checkTmx` finds in it. */
import type { Source } from '../source.ts';
import { DROPS_CHARACTERS } from './characters.ts';
import { canonicalTag, isSameTag, isTag, keyOf, type LocalePair } from './locale-pairs.ts';
import {
  attributesText,
  encodingText,
  type LossName,
  leadingOf,
  type Mending,
  mendedAttributes,
} from './mend-element.ts';
import { isSplitByHeader, type MendedUnit, mendedUnits, pairKey } from './mend-unit.ts';
import type { Place, Tell } from './rules.ts';
import { partsOf, type Survey, surveyOf } from './survey.ts';
import { childrenOf, type Part } from './tree.ts';
import { isOfOmegat } from './unit-rules.ts';

/** What comes next in one of the mended files. */
export interface MendedPiece {
  /** Empty for the file of most units; for the units of another pair of locales what tells it from that: `zh-TW`. */
  readonly file: string;
  readonly text: string;
}

export interface FixOptions {
  /** The source language, where the file does not name it; else it is what most units begin with. */
  readonly srclang?: string | undefined;
  /** Told of all that the mended files lack, with the place where it stood. */
  readonly onLoss?: ((loss: LossName, place: Place) => void) | undefined;
}

/** Memories are in one pair of locales, or in a few; each further one is a file more. */
const MOST_FILES = 20;

/** What a header must say where nobody knows. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['creationtool', 'unknown'],
  ['creationtoolversion', 'unknown'],
  ['segtype', 'sentence'],
  ['o-tmf', 'unknown'],
  ['adminlang', 'en'],
  ['srclang', 'en'],
  ['datatype', 'plaintext'],
];

/**
 * The pieces of the mended files, one for each pair of locales, to be written as UTF-8. Units stay in their order, with
 * their notes, properties, codes and dates; what has no place in TMX becomes a property or a note. Mending a mended file
 * gives it again. The file is read twice, and takes the memory of its largest unit.
 *
 * @throws DuiqiError as `checkTmx`
 */
export async function* fixTmx(source: Source, options: FixOptions = {}): AsyncGenerator<MendedPiece> {
  const { onLoss = () => undefined } = options;
  const survey = await surveyOf(source, true);
  const known = survey.isSrclangRight ? survey.srclang : (options.srclang ?? survey.srclang);
  const mending = new MemoryMending({ ...survey, srclang: known }, onLoss);
  const tell: Tell = (rule, place) => {
    if (DROPS_CHARACTERS.has(rule)) onLoss('characters', place);
  };
  for await (const parts of partsOf(source, tell)) {
    for (const part of parts) yield* mending.add(part);
  }
  yield* mending.end();
}

class MemoryMending {
  readonly #survey: Survey;
  readonly #mending: Mending;
  /** The key of a pair → its file. */
  readonly #files = new Map<string, string>();
  readonly #begun = new Set<string>();

  constructor(survey: Survey, lose: Mending['lose']) {
    this.#survey = survey;
    this.#mending = { lose, isOfOmegat: isOfOmegat(survey) };
    if (survey.pair) this.#files.set(keyOf(survey.pair), '');
  }

  *add(part: Part): Generator<MendedPiece> {
    const { lose } = this.#mending;
    if (part.kind === 'stray') lose('text', part);
    else if (part.kind === 'header') {
      if (part.element.line !== this.#survey.header?.line) lose('header', part.element);
    } else if (part.kind === 'aside') {
      yield* this.#begin('', this.#survey.pair);
      yield { file: '', text: `    ${part.raw}\n` };
    } else if (part.kind === 'unit' && part.isCut) lose('cut', part.element);
    else if (part.kind === 'unit') {
      for (const unit of mendedUnits(part.element, this.#survey, this.#mending)) {
        const file = this.#fileOf(unit);
        if (file === undefined) lose('pair', part.element);
        else {
          yield* this.#begin(file, unit.pair, unit.first);
          yield { file, text: unit.text };
        }
      }
    }
  }

  *end(): Generator<MendedPiece> {
    yield* this.#begin('', this.#survey.pair);
    for (const file of this.#begun) yield { file, text: '  </body>\n</tmx>\n' };
  }

  #fileOf(unit: MendedUnit): string | undefined {
    const key = pairKey(unit);
    const known = this.#files.get(key);
    if (known !== undefined || this.#files.size >= MOST_FILES) return known;
    const main: readonly string[] = this.#survey.pair ?? [];
    const different = unit.pair.filter((tag) => !main.includes(tag)).join('-');
    const isTaken = different === '' || [...this.#files.values()].includes(different);
    const file = isTaken ? unit.pair.join('-') : different;
    this.#files.set(key, file);
    return file;
  }

  *#begin(file: string, pair: LocalePair | undefined, first?: string): Generator<MendedPiece> {
    if (this.#begun.has(file)) return;
    this.#begun.add(file);
    yield { file, text: this.#head(pair, first) };
  }

  #head(pair: LocalePair | undefined, first?: string): string {
    const { header } = this.#survey;
    const { attributes: known, properties } = header
      ? mendedAttributes(header, this.#mending)
      : { attributes: new Map<string, string>(), properties: [] };
    const attributes = new Map([...DEFAULTS, ...known]);
    attributes.set('srclang', this.#srclangFor(pair, first) ?? 'en');
    const adminlang = attributes.get('adminlang')!;
    if (!isTag(adminlang)) attributes.set('adminlang', canonicalTag(adminlang) ?? 'en');
    if (isSplitByHeader(this.#survey)) attributes.set('segtype', 'paragraph');
    const lines = header ? this.#leadingOfHeader(properties) : [];
    const start = `  <header${attributesText(attributes)}`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
      '<tmx version="1.4">',
      ...(lines.length === 0
        ? [`${start}/>`]
        : [`${start}>`, ...lines.map((line) => `    ${line}`), '  </header>']),
      '  <body>',
      '',
    ].join('\n');
  }

  #leadingOfHeader(properties: Parameters<typeof leadingOf>[1]): string[] {
    const header = this.#survey.header!;
    const written = childrenOf(header, 'ude').flatMap((ude) => {
      const text = encodingText(ude, this.#mending);
      return text === undefined ? [] : [{ ude, text }];
    });
    const encodings = written.map(({ ude }) => ude);
    return [...leadingOf(header, properties, encodings, this.#mending), ...written.map(({ text }) => text)];
  }

  /** The source language of a file in this pair: the survey's, or the pair's one in its language, or what it begins with. */
  #srclangFor(pair: LocalePair | undefined, first: string | undefined): string | undefined {
    const { srclang } = this.#survey;
    if (srclang === '*all*') return srclang;
    const named = srclang === undefined ? undefined : isTag(srclang) ? srclang : canonicalTag(srclang);
    if (!pair || (named !== undefined && pair.some((tag) => isSameTag(tag, named)))) return named;
    const language = named?.split('-')[0];
    return pair.find((tag) => tag.split('-')[0] === language) ?? first ?? pair[0];
  }
}
