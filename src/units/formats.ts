/** All formats of a memory, and the way of units into and out of them. */
import { DuiqiError } from '../errors.ts';
import type { Alignment, Language } from '../model.ts';
import type { Format, Losses, Piece, ReadingOptions, WritingOptions } from './format.ts';
import { ALIGN } from './formats/align.ts';
import { HTML } from './formats/html.ts';
import { HUGGING_FACE } from './formats/hugging-face.ts';
import { INTERTEXT } from './formats/intertext.ts';
import { JSONL } from './formats/jsonl.ts';
import { MOSES } from './formats/moses.ts';
import { REVIEW } from './formats/review.ts';
import { TMX } from './formats/tmx.ts';
import { TSV } from './formats/tsv.ts';
import { XLIFF } from './formats/xliff.ts';
import { XLIFF2 } from './formats/xliff2.ts';
import { XLSX } from './formats/xlsx.ts';
import { withLocales } from './locales.ts';
import type { Source } from './source.ts';
import { type LeftOut, reasonToLeaveOut, type Unit, unitsOf } from './unit.ts';

export type {
  Format,
  FormatName,
  Losses,
  Piece,
  ReadingOptions,
  UnitWriter,
  WritingOptions,
} from './format.ts';

export const FORMATS: readonly Format[] = [
  TMX,
  XLIFF,
  XLIFF2,
  XLSX,
  REVIEW,
  TSV,
  INTERTEXT,
  MOSES,
  JSONL,
  HUGGING_FACE,
  HTML,
  ALIGN,
];

/** A format and the rest of a file's name. */
export interface NamedFormat {
  readonly format: Format;
  /** The name without the ending: the files of a format of several differ only in what stands behind it. */
  readonly stem: string;
  /** The name ends in `.gz`: the file is packed. */
  readonly isPacked: boolean;
}

/** The format that a file's name asks for by its ending, in upper or lower case, `.gz` behind it or not. */
export function formatOf(fileName: string): NamedFormat | undefined {
  const isPacked = /\.gz$/i.test(fileName);
  const name = isPacked ? fileName.slice(0, -3) : fileName;
  const endings = FORMATS.flatMap((format) =>
    [...format.endings, ...(format.alsoReads ?? [])].map((ending) => ({ format, ending })),
  ).filter(({ ending }) => name.toLowerCase().endsWith(ending));
  const longest = endings.sort((a, b) => b.ending.length - a.ending.length)[0];
  return longest && { format: longest.format, stem: name.slice(0, -longest.ending.length), isPacked };
}

/**
 * The units of a memory, each with its locales: those that are asked for, that the file names, or that it looks like.
 *
 * @param sources the files of the format, in the order of its endings
 * @throws DuiqiError `format`, `encoding`, `missing-file`; `usage` for a format that holds no texts
 */
export function readUnits(
  { name, read }: Format,
  sources: readonly (Source | undefined)[],
  options: ReadingOptions & { readonly locales?: Partial<Record<Language, string>> } = {},
): AsyncIterable<Unit> {
  if (read) return withLocales(read(sources, options), options.locales ?? {});
  const file = sources[0]?.file;
  const reason = `files of the format ${name} hold no texts.`;
  throw new DuiqiError('usage', reason, { file }, 'Give the memory in another format.');
}

export interface WriteOptions extends WritingOptions {
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

/**
 * The files of one memory that holds these alignments, piece by piece: each time what comes next in each of the format's
 * files.
 *
 * @throws DuiqiError `usage` for several alignments in a format that holds one,
 *   `language` for several pairs of locales in a format that holds one
 */
export async function* writeUnits(
  format: Format,
  alignments: Iterable<Alignment>,
  options: WriteOptions,
): AsyncGenerator<readonly Piece[]> {
  const writer = format.open(options);
  const report = { written: 0, zhOnly: 0, enOnly: 0, belowMinScore: 0, noise: 0 };
  const summaries: string[] = [];
  let count = 0;
  for (const alignment of alignments) {
    if (++count > 1 && !format.holdsSeveralAlignments) throw holdsOne(format);
    if (options.summary) summaries.push(format.summarise?.(alignment) ?? '');
    for (const unit of unitsOf(alignment)) {
      const reason = format.holdsEveryBead
        ? undefined
        : reasonToLeaveOut(unit, options.minScore ?? DEFAULT_MIN_SCORE);
      if (reason) {
        report[reason]++;
        continue;
      }
      report.written++;
      yield writer.add(unit);
    }
  }
  if (summaries.length > 0) yield [summaries.join('')];
  yield await writer.end();
  options.onWritten?.({ ...report, ...writer.losses, written: report.written - writer.losses.blank });
}

function holdsOne({ name }: Format): DuiqiError {
  const reason = `a file of the format ${name} holds one alignment, but there are several.`;
  return new DuiqiError('usage', reason, {}, 'Write each to its own file, or choose .jsonl.');
}
