/** Rows of fields as spreadsheets write them: RFC 4180, with any delimiter. */
import { DuiqiError } from '../errors.ts';
import { linesOf } from './lines.ts';

export interface Field {
  readonly text: string;
  /** The line on which it begins, and the column there in characters; both from 1. */
  readonly line: number;
  readonly column: number;
}

/** At least one field, one of them with text. */
export type Row = readonly Field[];

/**
 * The rows of a text, blank ones left out. A field that begins with a quotation mark goes on to the next single
 * one, line breaks and delimiters included; two in a row stand for one.
 *
 * @throws DuiqiError `format` for a quotation mark that is never closed
 */
export function* readRows(text: string, delimiter: string, file: string): Generator<Row> {
  const unquoted = new RegExp(`[^${delimiter}\r\n]*`, 'y');
  let place = { line: 1, column: 1 };
  let row: Field[] = [];
  for (let at = 0; at <= text.length; at++) {
    const end = text[at] === '"' ? closingMark(text, at) : at;
    if (end === undefined) throw neverClosed({ file, ...place });
    const quoted = text.slice(at + 1, end).replaceAll('""', '"');
    unquoted.lastIndex = end > at ? end + 1 : end;
    const rest = unquoted.exec(text)![0];
    row.push({ text: (quoted + rest).trim(), ...place });
    place = behind(text.slice(at, unquoted.lastIndex), place);
    at = unquoted.lastIndex;
    place.column++;
    if (text[at] === delimiter) continue;
    if (row.some((field) => field.text !== '')) yield row;
    row = [];
    place = { line: place.line + 1, column: 1 };
    if (text.startsWith('\r\n', at)) at++;
  }
}

function closingMark(text: string, opening: number): number | undefined {
  for (let at = text.indexOf('"', opening + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

function behind(passed: string, { line, column }: { line: number; column: number }) {
  const lines = linesOf(passed);
  const { start, end } = lines.at(-1)!;
  const width = Array.from(passed.slice(start, end)).length;
  return lines.length > 1
    ? { line: line + lines.length - 1, column: 1 + width }
    : { line, column: column + width };
}

function neverClosed(position: { file: string; line: number; column: number }): DuiqiError {
  const reason = 'this quotation mark is never closed.';
  const advice = 'Close it; a mark that belongs to the text is written twice, in a field in quotation marks.';
  return new DuiqiError('format', reason, position, advice);
}
