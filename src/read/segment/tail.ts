import { isBlankAt, skipBlanks } from '../blank.ts';
import { isCloser, isStraightQuote } from './pairs.ts';

/** A dash ends a sentence only where it breaks a speech off. */
export const END_MARKS = /[.!?…⋯。！？｡．‼⁇⁈⁉]+|[—–](?=["'”’」』])/g;
export const END_MARK = /[.!?…⋯。！？｡．‼⁇⁈⁉]/;
const WIDE_MARK = /[。！？｡]/;
const LONE_MARK = /[.!?]/;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}_]/u;
const FOOTNOTE = /\[\d{1,3}\]/y;

/**
 * Where the tail of a sentence ends whose first end marks end at `index`: after closing quotes and brackets, the
 * number of a footnote, and stray marks.
 */
export function tailEnd(paragraph: string, index: number, partner: Int32Array): number {
  let end = index;
  for (;;) {
    const closed = skipClosers(paragraph, end, partner);
    const next = skipBlanks(paragraph, closed, paragraph.length);
    const marks = skipEndMarks(paragraph, next);
    if (marks > next && (next === closed || isStray(paragraph, next, marks, partner))) end = marks;
    else if (next > closed && closesLate(next, partner)) end = next + 1;
    else return closed;
  }
}

function skipEndMarks(paragraph: string, index: number): number {
  let end = index;
  while (END_MARK.test(paragraph[end] ?? '')) end++;
  return end;
}

/** Marks [start, end) with which nothing can begin: not `.NET`, not `...and then`, not `……后来`. */
function isStray(paragraph: string, start: number, end: number, partner: Int32Array): boolean {
  if (isBlankAt(paragraph, end) || closes(paragraph, end, partner)) return true;
  if (WIDE_MARK.test(paragraph[start]!)) return true;
  return end === start + 1 && LONE_MARK.test(paragraph[start]!) && !LATIN_OR_DIGIT.test(paragraph[end]!);
}

function skipClosers(paragraph: string, index: number, partner: Int32Array): number {
  let end = index;
  while (closes(paragraph, end, partner)) end++;
  FOOTNOTE.lastIndex = end;
  return FOOTNOTE.test(paragraph) ? FOOTNOTE.lastIndex : end;
}

function closes(paragraph: string, index: number, partner: Int32Array): boolean {
  const mark = paragraph[index] ?? '';
  if (!isCloser(mark)) return false;
  if (!isStraightQuote(mark) || isBlankAt(paragraph, index + 1)) return true;
  const opener = partner[index]!;
  return opener !== -1 && opener < index;
}

/** A closing mark that a blank keeps from its sentence, as in `来了。 ”`. */
function closesLate(index: number, partner: Int32Array): boolean {
  const opener = partner[index] ?? -1;
  return opener !== -1 && opener < index;
}
