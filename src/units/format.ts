/** What a bilingual format is: how its files are called, written and read. */
import type { Alignment, Language } from '../model.ts';
import type { Source } from './source.ts';
import type { Unit, UnitRead } from './unit.ts';

export const FORMAT_NAMES = [
  'tmx',
  'xliff',
  'xliff2',
  'tsv',
  'review',
  'xlsx',
  'intertext',
  'moses',
  'jsonl',
  'hf',
  'html',
  'align',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export interface Format {
  readonly name: FormatName;
  /** How the names of its files end: one, or several for a format of several files. */
  readonly endings: readonly string[];
  /** Other endings of files that it reads. */
  readonly alsoReads?: readonly string[];
  /** Every bead is written; else only the two-sided ones with a high enough score. */
  readonly holdsEveryBead: boolean;
  /** Units are written with their anchors; else nobody need look for them. */
  readonly holdsAnchors: boolean;
  /** One file may hold several alignments, one after the other. */
  readonly holdsSeveralAlignments: boolean;
  /** Each unit may be in locales of its own. */
  readonly holdsSeveralLocales: boolean;
  open(options: WritingOptions): UnitWriter;
  /** What may stand behind the units: what an alignment is as a whole. */
  readonly summarise?: (alignment: Alignment) => string;
  /**
   * The units of its files, in order; `sources` has a place for each of `endings`, empty where there is no such file.
   *
   * @throws DuiqiError `format` or `encoding` with the place in the file, `missing-file` for a file that must be there
   */
  readonly read?: (
    sources: readonly (Source | undefined)[],
    options: ReadingOptions,
  ) => AsyncIterable<UnitRead>;
}

export interface WritingOptions {
  /** The side that is translated from, where the format tells them apart; English unless told. */
  readonly source?: Language | undefined;
  /** Written where the format holds a date. */
  readonly date: Date;
  /** Written where the format holds the version of the tool that made it. */
  readonly toolVersion: string;
  /** What the file is called, without its ending: for titles, and for files that name one another. */
  readonly title?: string | undefined;
}

export interface ReadingOptions {
  /** Told what the user should know of a file that could be read: what was passed over, and how often. A sentence. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** Text, to be written as UTF-8, or bytes. */
export type Piece = string | Uint8Array;

/** Makes the files of one memory, unit by unit. */
export interface UnitWriter {
  /** What comes next in each of the format's files, in the order of its endings. */
  add(unit: Unit): readonly Piece[];
  /** What comes last in each. Called once, also when there were no units. */
  end(): readonly Piece[] | Promise<readonly Piece[]>;
  /** What could not be written so far. */
  readonly losses: Readonly<Losses>;
}

/** What a format could not hold. */
export interface Losses {
  /** Units of which a side has no text that the format can hold, and that were not written. */
  blank: number;
  /** Characters that the format forbids, and that were dropped from the units' texts. */
  droppedCharacters: number;
}
