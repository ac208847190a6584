import { DuiqiError } from '../errors.ts';
import type { Alignment, Language } from '../model.ts';
import { type IdBead, writeAlign } from './align.ts';
import { writeJsonl, writeSummaries } from './jsonl.ts';
import { writeTmx } from './tmx.ts';
import { writeTsv } from './tsv.ts';
import { type LeftOut, selectUnits, type Unit, unitsOf } from './unit.ts';

export interface Format {
  readonly name: 'tmx' | 'jsonl' | 'tsv' | 'align';
  /** How the name of a file of this format ends. */
  readonly ending: string;
  /** Every bead is written; else only the two-sided ones with a high enough score. */
  readonly holdsEveryBead: boolean;
  /** One file may hold several alignments, one after the other. */
  readonly holdsSeveralAlignments: boolean;
  /** The chunks of a file that holds just these units; `losses` is complete after the last one. */
  write(units: Iterable<Unit>, options: FormatOptions, losses: Losses): Iterable<string>;
  /** What may stand behind the units: what the alignments are as wholes. */
  writeSummaries?(alignments: Iterable<Alignment>): Iterable<string>;
}

export interface FormatOptions {
  /** The side that is translated from, where the format tells them apart; English unless told. */
  readonly source?: Language | undefined;
  /** Written where the format holds a date. */
  readonly date: Date;
  /** Written where the format holds the version of the tool that made it. */
  readonly toolVersion: string;
}

/** What a format could not hold. */
export interface Losses {
  /** Units of which a side has no text that the format can hold, and that were not written. */
  blank: number;
  /** Characters that the format forbids, and that were dropped from the units' texts. */
  droppedCharacters: number;
}

export interface WriteOptions extends FormatOptions {
  /** The lowest score, 0 to 1, in the formats that do not hold every bead; `DEFAULT_MIN_SCORE` unless told. */
  readonly minScore?: number | undefined;
  /** Also write a summary of each alignment, where the format has room for it. */
  readonly summary?: boolean | undefined;
  /** Called once, after the last chunk. */
  readonly onWritten?: ((report: WriteReport) => void) | undefined;
}

export interface WriteReport extends LeftOut, Readonly<Losses> {
  /** The number of units in the file. */
  readonly written: number;
}

export const DEFAULT_MIN_SCORE = 0.5;

const TMX: Format = {
  name: 'tmx',
  ending: '.tmx',
  holdsEveryBead: false,
  holdsSeveralAlignments: true,
  write: (units, { source, date, toolVersion }, losses) => {
    const onWritten = ({ blank, droppedCharacters }: Losses) => {
      losses.blank += blank;
      losses.droppedCharacters += droppedCharacters;
    };
    return writeTmx(units, { source, date, toolVersion, onWritten });
  },
};

const JSONL: Format = {
  name: 'jsonl',
  ending: '.jsonl',
  holdsEveryBead: true,
  holdsSeveralAlignments: true,
  write: writeJsonl,
  writeSummaries,
};

const TSV: Format = {
  name: 'tsv',
  ending: '.tsv',
  holdsEveryBead: false,
  holdsSeveralAlignments: true,
  write: writeTsv,
};

const ALIGN: Format = {
  name: 'align',
  ending: '.align',
  holdsEveryBead: true,
  holdsSeveralAlignments: false,
  write: (units) => writeAlign(idBeadsIn(units)),
};

export const FORMATS: readonly Format[] = [TMX, JSONL, TSV, ALIGN];

/** The format that a file's name asks for by its ending, in upper or lower case. */
export function formatOf(fileName: string): Format | undefined {
  return FORMATS.find(({ ending }) => fileName.toLowerCase().endsWith(ending));
}

/**
 * The chunks of one file that holds these alignments, in order, to be written as UTF-8.
 *
 * @throws DuiqiError `usage` for several alignments in a format that holds one,
 *   `language` for several pairs of locales in a TMX file
 */
export function* writeUnits(
  format: Format,
  alignments: Iterable<Alignment>,
  options: WriteOptions,
): Generator<string> {
  const losses: Losses = { blank: 0, droppedCharacters: 0 };
  const leftOut = { zhOnly: 0, enOnly: 0, belowMinScore: 0, noise: 0 };
  const written: Alignment[] = [];
  let offered = 0;

  function* offer(): Generator<Unit> {
    for (const alignment of alignmentsFor(format, alignments)) {
      if (options.summary) written.push(alignment);
      const units = unitsOf(alignment);
      const selection = selectUnits(units, options.minScore ?? DEFAULT_MIN_SCORE);
      const chosen = format.holdsEveryBead ? units : selection.units;
      offered += chosen.length;
      yield* chosen;
      if (!format.holdsEveryBead) addTo(leftOut, selection.leftOut);
    }
  }

  yield* format.write(offer(), options, losses);
  yield* format.writeSummaries?.(written) ?? [];
  options.onWritten?.({ written: offered - losses.blank, ...leftOut, ...losses });
}

function* alignmentsFor(format: Format, alignments: Iterable<Alignment>): Generator<Alignment> {
  if (format.holdsSeveralAlignments) return yield* alignments;
  const [only, another] = alignments;
  if (another) {
    const reason = `a file of the format ${format.name} holds one alignment, but there are several.`;
    throw new DuiqiError('usage', reason, {}, 'Write each to its own file, or choose .jsonl.');
  }
  if (only) yield only;
}

function addTo(total: Record<keyof LeftOut, number>, more: LeftOut): void {
  total.zhOnly += more.zhOnly;
  total.enOnly += more.enOnly;
  total.belowMinScore += more.belowMinScore;
  total.noise += more.noise;
}

function* idBeadsIn(units: Iterable<Unit>): Generator<IdBead> {
  for (const { zhIds, enIds } of units) yield { zh: zhIds, en: enIds };
}
