/** A review sheet as a workbook for Excel, LibreOffice and the like. */
import { DuiqiError } from '../../errors.ts';
import { LARGEST_FILE, tooLarge } from '../../read/limits.ts';
import type { Format, ReadingOptions } from '../format.ts';
import { columnsOf, ReviewedSheet } from '../reviewed-sheet.ts';
import type { Source } from '../source.ts';
import type { UnitRead } from '../unit.ts';
import { cellName, findSheet, type Sheet, type SheetCells } from './xlsx-workbook.ts';
import { openXlsx } from './xlsx-writing.ts';

export const XLSX: Format = {
  name: 'xlsx',
  endings: ['.xlsx'],
  holdsEveryBead: true,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: true,
  open: openXlsx,
  read: ([source], options) => readXlsx(source!, options),
};

/** Of an OLE2 compound file: a workbook with a password, or one of before 2007. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ARCHIVE = Buffer.from('PK');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The units of the first sheet that names columns for both languages in its first row, in the order of its rows.
 *
 * @throws DuiqiError `format` for what is no such workbook or holds an error where a text should be, `empty`, `damaged`,
 *   `encrypted`, `too-large`
 */
async function* readXlsx(source: Source, { onNotice }: ReadingOptions): AsyncGenerator<UnitRead> {
  const { file } = source;
  const bytes = await bytesOf(source);
  refuseOthers(bytes, file);
  const sheet = await findSheet(bytes, file, (titles) => columnsOf(textsOf(titles)) !== undefined);
  if (!sheet) throw noHeader(file);
  const [header, ...rows] = sheet.rows;
  const titles = textsOf(header!.cells);
  const reviewed = new ReviewedSheet(titles, columnsOf(titles)!);
  for (const row of rows) {
    refuseFaults(row, sheet, reviewed, file);
    const unit = reviewed.unit(row.cells);
    if (unit) yield unit;
  }
  for (const notice of reviewed.notices()) onNotice?.(notice);
}

/** A row may have gaps. */
function textsOf(cells: SheetCells['cells']): string[] {
  return Array.from(cells, (cell) => cell ?? '');
}

async function bytesOf({ file, bytes }: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes()) {
    length += chunk.length;
    if (length > LARGEST_FILE) throw tooLarge(file);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuseOthers(bytes: Buffer, file: string): void {
  if (bytes.length === 0) throw new DuiqiError('empty', 'there is nothing in it.', { file });
  if (bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE)) return;
  const isOle = bytes.subarray(0, OLE.length).equals(OLE);
  if (isOle && bytes.includes(ENCRYPTED)) {
    const advice = 'Open it in Excel or LibreOffice, save it without a password, and try again.';
    throw new DuiqiError('encrypted', 'this workbook is protected by a password.', { file }, advice);
  }
  const reason = isOle
    ? 'this is a workbook of the old kind (.xls).'
    : 'this is no workbook of the kind .xlsx.';
  const advice = isOle
    ? 'Open it in Excel or LibreOffice, and save it as .xlsx.'
    : 'Where it is text, rename it to .review.tsv or .csv.';
  throw new DuiqiError('format', reason, { file }, advice);
}

function refuseFaults(row: SheetCells, sheet: Sheet, { columns }: ReviewedSheet, file: string): void {
  for (const language of ['zh', 'en'] as const) {
    const column = columns.get(language)!;
    const fault = row.faults.get(column);
    if (fault === undefined) continue;
    const reason = `sheet ${sheet.number}, cell ${cellName(column, row.number)}: this cell holds ${fault} and no text.`;
    const advice = 'Type the text again; where it begins with = + - or @, put an apostrophe before it.';
    throw new DuiqiError('format', reason, { file }, advice);
  }
}

function noHeader(file: string): DuiqiError {
  const reason = 'this is no review sheet: in no sheet does the first row name a column zh and a column en.';
  return new DuiqiError('format', reason, { file }, 'Put such a row first: zh, en, and others that it has.');
}
