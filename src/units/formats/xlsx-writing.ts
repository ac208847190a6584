import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { CellObject, Feature, Row } from 'write-excel-file/node';
import { DuiqiError } from '../../errors.ts';
import type { UnitWriter, WritingOptions } from '../format.ts';
import { COLUMNS, type Column, type SheetRow, SheetWriting } from '../review-sheet.ts';
import { escapeXString, FORBIDDEN } from './xlsx-text.ts';
import { cellName } from './xlsx-workbook.ts';
import { dateEntries } from './zip-dates.ts';

/*
 * A spreadsheet is read and written as a whole. The limits keep it, and what LibreOffice makes of it, below what duiqi would
 * read back: 64 MiB unpacked, and four million elements, attributes and entities.
 */
export const MOST_ROWS = 30_000;
/** In bytes of UTF-8, all cells together. */
const MOST_BYTES = 40 << 20;
const MOST_MARKS = 3_900_000;
/** As LibreOffice writes a row: 8 for itself, 5 for each cell, 3 for each text of which there is no other. */
const MARKS_OF_ROW = 76;
const ENTITY = /[&<>"]/g;

/** In characters. */
const WIDTHS: Readonly<Record<Column, number>> = {
  zh: 46,
  en: 62,
  score: 8,
  state: 11,
  anchors: 30,
  note: 26,
  'zh file': 16,
  'en file': 16,
  row: 12,
  data: 12,
};

type Style = Omit<CellObject, 'value'>;

/** Format `@` keeps what is typed into the cell a text as well: no formula, no date. */
const TEXT: Style = { type: String, format: '@', alignVertical: 'top' };
const HEADER: Style = { ...TEXT, fontWeight: 'bold', backgroundColor: '#E3E8EE' };
const SCORE: Style = { type: Number, format: '0.00##', alignVertical: 'top', align: 'right' };
/** From this score on: green, yellow, red, that people who see no colours can tell by their lightness as well. */
const SCORE_BANDS: readonly (readonly [lowest: number, colour: string])[] = [
  [0.9, '#E2F2E1'],
  [0.5, '#FFE9A8'],
  [0, '#F2A59B'],
];
/** Dark enough to be read on white. */
const GREY = '#6B6B6B';
const EDITED = '#D6E6FA';
/** Else coloured texts would be in another font than the others. */
const FONT = { fontFamily: 'Calibri', fontSize: 11 } as const;
const SMALL_PRINT: Style = { ...TEXT, textColor: GREY };
const WRAPPED: ReadonlySet<Column> = new Set(['zh', 'en', 'anchors', 'note']);

/** Gathers the rows; the file comes as one piece at the end. @throws DuiqiError `too-large` */
export function openXlsx({ date }: WritingOptions): UnitWriter {
  const sheet = new SheetWriting(FORBIDDEN);
  const rows: Row[] = [COLUMNS.map((value) => ({ ...HEADER, value }))];
  let bytes = 0;
  let marks = 0;
  return {
    add: (unit) => {
      const row = sheet.row(unit);
      if (!row) return [''];
      const text = Object.values(row.cells).join('');
      bytes += Buffer.byteLength(text);
      marks += MARKS_OF_ROW + (text.match(ENTITY)?.length ?? 0);
      if (rows.length > MOST_ROWS || bytes > MOST_BYTES || marks > MOST_MARKS) throw tooLarge();
      rows.push(cellsOf(row));
      return [''];
    },
    end: async () => {
      const closing = sheet.closing();
      rows.push(
        COLUMNS.map((column) => (closing[column] === '' ? null : { ...TEXT, value: closing[column] })),
      );
      return [await workbookOf(rows, date)];
    },
    losses: sheet.losses,
  };
}

async function workbookOf(rows: Row[], date: Date): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const options = {
    sheet: 'Review',
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: COLUMNS.map((column) => ({ width: WIDTHS[column] })),
  };
  // Without the closing row, which stays the last when somebody sorts.
  const features = [filterOf(`A1:${cellName(COLUMNS.length - 1, rows.length - 1)}`)];
  const bytes = await writeExcelFile(rows, options, { features, ...FONT }).toBuffer();
  dateEntries(bytes, date);
  return bytes;
}

/** Buttons in the header by which to sort and filter: the header then keeps its place. */
function filterOf(range: string): Feature<Stream | Buffer | Blob> {
  const transform = (xml: string) => xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** In points: of one line, and the most that Excel takes. */
const LINE = 15;
const HIGHEST = 409;
/** Words leave some of a line's end empty. */
const FILLED = 0.9;
/** East Asian characters take two columns, in blocks that are coarse at the edges. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;

/** High enough for its longest text: programs that do not find it out themselves would show the first line alone. */
function heightOf(cells: SheetRow['cells']): number {
  const lines = Array.from(WRAPPED, (column) => {
    const columns = cells[column].length + (cells[column].match(WIDE)?.length ?? 0);
    return Math.ceil(columns / (WIDTHS[column] * FILLED));
  });
  return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

function cellsOf({ cells, score, isAside, isEdited }: SheetRow): Row {
  const texts: Style = {
    ...(isAside && { textColor: GREY }),
    ...(isEdited && { backgroundColor: EDITED }),
  };
  const height = heightOf(cells);
  return COLUMNS.map((column) => {
    const value = cells[column];
    if (column === 'score') return score === undefined ? null : scoreCell(Number(value));
    const isSide = column === 'zh' || column === 'en';
    // An empty side keeps its style, for somebody may move a text there.
    if (value === '' && !isSide) return null;
    const style = column === 'row' || column === 'data' ? SMALL_PRINT : { ...TEXT, ...texts };
    const layout = { ...(WRAPPED.has(column) && { wrap: true }), ...(column === 'zh' && { height }) };
    return { ...style, ...layout, value: escapeXString(value) };
  });
}

function scoreCell(value: number): CellObject {
  const colour = SCORE_BANDS.find(([lowest]) => value >= lowest)?.[1];
  return { ...SCORE, ...(colour && { backgroundColor: colour }), value };
}

function tooLarge(): DuiqiError {
  const rows = MOST_ROWS.toLocaleString('en');
  const reason = `there are more units than a spreadsheet for review holds: ${rows}, or less where they are long.`;
  return new DuiqiError('too-large', reason, {}, 'Write several files, or write the sheet as .review.tsv.');
}
