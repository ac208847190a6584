/** Footnotes: small lines at the foot of a column. */
import { isCaption } from './pdf-letters.ts';
import { isRaised, textOf } from './pdf-lines.ts';
import type { Row } from './pdf-rows.ts';

export interface Note {
  /** Its number or sign; undefined for the rest of a note from the page before. */
  readonly mark: string | undefined;
  /** Its lines without the mark. */
  readonly lines: readonly string[];
}

/** In sizes of the text: notes have 8 points to 10, or 9 to 10.5. */
const SMALL = 0.92;
/** A space without a line above the notes, in sizes of the text. */
const APART = 1.9;
const MARK = /^(\d{1,3}(?!\d)|[*†‡§¶]{1,3}|[①-⑳]|[[［〔]\d{1,3}[\]］〕])[.)、．]?\s*(?=\S)/;

/** How many of the rows at the foot of a column are notes: small ones below text, with a mark or a space above. */
export function countNotes(rows: readonly Row[], em: number): number {
  const above = rows.findLastIndex((row) => row.size > SMALL * em);
  if (above < 0) return 0;
  const first = rows.findIndex((row, i) => {
    if (i <= above || isCaption(textOf(row.runs))) return false;
    return markedText(row).mark !== undefined || row.baseline - rows[i - 1]!.baseline > APART * em;
  });
  return first < 0 ? 0 : rows.length - first;
}

/** The notes that such rows hold. A number begins one only in its turn: a line may begin with any. */
export function notesOf(rows: readonly Row[]): Note[] {
  const notes: { mark: string | undefined; lines: string[] }[] = [];
  for (const row of rows) {
    const { mark, text } = markedText(row);
    const last = notes.at(-1);
    if (last === undefined || (mark !== undefined && isNext(mark, last.mark)))
      notes.push({ mark, lines: [text] });
    else last.lines.push(textOf(row.runs));
  }
  return notes;
}

function markedText(row: Row): { mark: string | undefined; text: string } {
  const [first, ...rest] = row.runs;
  if (first && rest.length > 0 && isRaised(first, row))
    return { mark: first.text.trim(), text: textOf(rest) };
  const text = textOf(row.runs);
  const [whole = '', mark] = MARK.exec(text) ?? [];
  return { mark, text: text.slice(whole.length) };
}

function isNext(mark: string, last: string | undefined): boolean {
  const number = Number(mark);
  return Number.isNaN(number) || last === undefined || number === Number(last) + 1;
}
