/** A review sheet as tab-separated text, which every spreadsheet opens and saves: RFC 4180, in UTF-8. */
import { DuiqiError } from '../../errors.ts';
import { readRows } from '../../read/delimited.ts';
import type { Format, ReadingOptions, UnitWriter } from '../format.ts';
import { type Cells, COLUMNS, type Column, SheetWriting } from '../review-sheet.ts';
import { columnsOf, ReviewedSheet } from '../reviewed-sheet.ts';
import { type Source, wholeTextOf } from '../source.ts';
import type { UnitRead } from '../unit.ts';
import { disarmed, rearmed } from './armed-cells.ts';

export const REVIEW: Format = {
  name: 'review',
  endings: ['.review.tsv'],
  alsoReads: ['.csv'],
  holdsEveryBead: true,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: true,
  open: openReview,
  read: ([source], options) => readReview(source!, options),
};

/** Excel takes a file without it for one in the charset of the country. */
const BYTE_ORDER_MARK = '\ufeff';
/** As Excel ends its lines: a sheet that it saved differs from this one only where somebody edited it. */
const LINE_END = '\r\n';
const NEEDS_QUOTES = /["\t\n\r]/;
/** Excel saves tabs, or what the country separates by. */
const DELIMITERS = ['\t', ',', ';'] as const;
/** The columns with texts that are not duiqi's own. */
const FOREIGN: ReadonlySet<Column> = new Set(['zh', 'en', 'anchors', 'note', 'zh file', 'en file']);

function openReview(): UnitWriter {
  const sheet = new SheetWriting();
  let head = BYTE_ORDER_MARK + lineOf(COLUMNS);
  const withHead = (line: string): string => {
    const text = head + line;
    head = '';
    return text;
  };
  return {
    add: (unit) => {
      const row = sheet.row(unit);
      return [row ? withHead(lineOf(fieldsOf(row.cells))) : ''];
    },
    end: () => [withHead(lineOf(fieldsOf(sheet.closing())))],
    losses: sheet.losses,
  };
}

function fieldsOf(cells: Cells): string[] {
  return COLUMNS.map((column) => (FOREIGN.has(column) ? disarmed(cells[column]) : cells[column]));
}

function lineOf(fields: readonly string[]): string {
  const quoted = fields.map((field) =>
    NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return quoted.join('\t') + LINE_END;
}

/** Whether the line, the first one of a file, names the columns of a review sheet: at least one for each language. */
export function isReviewHeader(line: string): boolean {
  return delimiterOf(line) !== undefined;
}

function delimiterOf(line: string): string | undefined {
  const bare = line.replace(/^\ufeff/, '');
  return DELIMITERS.find((delimiter) =>
    columnsOf(bare.split(delimiter).map((title) => title.trim().replace(/^"(.*)"$/, '$1'))),
  );
}

/**
 * The units of a review sheet in the order of its rows, with tabs, commas or semicolons between its columns.
 *
 * @throws DuiqiError `format` where its first line names no columns for both languages, `encoding`, `too-large`, `empty`
 */
export async function* readReview(
  source: Source,
  { onNotice }: ReadingOptions = {},
): AsyncGenerator<UnitRead> {
  const { file } = source;
  const text = await wholeTextOf(source);
  const first = /\S.*/.exec(text)?.[0];
  if (first === undefined) throw new DuiqiError('empty', 'there is nothing in it.', { file });
  const delimiter = delimiterOf(first);
  if (delimiter === undefined) throw noHeader(file, text);
  let sheet: ReviewedSheet | undefined;
  for (const fields of readRows(text, delimiter, file)) {
    const cells = fields.map((field) => field.text);
    if (!sheet) {
      sheet = new ReviewedSheet(cells, columnsOf(cells)!);
      continue;
    }
    // A workbook that somebody saved as text has no apostrophes but those of its texts.
    const unit = sheet.unit(cells.map(rearmed), cells);
    if (unit) yield unit;
  }
  for (const notice of sheet?.notices() ?? []) onNotice?.(notice);
}

function noHeader(file: string, text: string): DuiqiError {
  const line = /^\s*/.exec(text)![0].split('\n').length;
  const reason = 'this is no review sheet: its first line does not name a column zh and a column en.';
  return new DuiqiError(
    'format',
    reason,
    { file, line },
    'Put such a line first: zh, en, and others that it has.',
  );
}
