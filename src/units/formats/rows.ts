/** Texts that stand on one line of a file, with others or alone. */
import { DuiqiError, type Position } from '../../errors.ts';

/** A tab, or anything that some program takes for the end of a line or text; zeros make a file look like UTF-16. */
const SEPARATOR = /\r\n|[\0\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/g;
const DECIMAL = /^(?:0|1|[01]\.\d{1,20})$/;

/** The text with each tab, line break and zero as a space. */
export function onOneRow(text: string): string {
  return text.replace(SEPARATOR, ' ');
}

/** @throws DuiqiError `format` where it is no number from 0 to 1 */
export function scoreIn(text: string, place: Position): number {
  if (DECIMAL.test(text) && Number(text) <= 1) return Number(text);
  throw new DuiqiError('format', 'this is not a score from 0 to 1.', place, 'Write for example 0.95.');
}
