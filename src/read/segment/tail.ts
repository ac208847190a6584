import { isBlankAt, skipBlanks } from '../blank.ts';
import { isCloser, isStraightQuote } from './pairs.ts';

/** A dash ends a sentence only where it breaks a speech off. */
export const END_MARKS = /[.!?…⋯。！？｡．‼⁇⁈⁉]+|[—–](?=["'”’」』])/g;
export const END_MARK = /[.!?…⋯。！？｡．‼⁇⁈⁉]/;
const WIDE_MARK = /[。！？｡]/;
/** After a full stop a blank does not make dots begin the next sentence: they stand for what is left out. */
const FULL_STOP_LAST = /[。｡][”」』]?$/;
const LONE_MARK = /[.!?]/;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}_]/u;
const FOOTNOTE = /(?:\[\d{1,3}(?:[-–,，、]\s?\d{1,3}){0,9}\])+/y;
const EMOJI = /(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D)+/uy;
/** They comment on the sentence before them: `Day 1 was fine. 😎 `, `they leave. [laughs]`. */
const COMMENT =
  /\s(?:(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D)+(?=\s|$)|[:;]-?[()DP](?=\s|$)|\[\p{Ll}[\p{L} ]{0,20}\]|\((?:[Ll]aughter|[Ll]aughs|[Aa]pplause|[Pp]ause|[Ss]ilence)\))(?!\s?[.!?…。！？])/uy;

/**
 * Where the tail of a sentence ends whose first end marks end at `index`: after closing quotes and brackets, the
 * number of a footnote, emoji and the like, and stray marks.
 */
export function tailEnd(paragraph: string, index: number, partner: Int32Array): number {
  let end = index;
  for (;;) {
    const closed = skipClosers(paragraph, end, partner);
    const next = skipBlanks(paragraph, closed, paragraph.length);
    const marks = skipEndMarks(paragraph, next);
    const isApart = next > closed && !FULL_STOP_LAST.test(paragraph.slice(Math.max(0, closed - 2), closed));
    if (marks > next && (!isApart || isStray(paragraph, next, marks, partner))) end = marks;
    else if (next > closed && closesLate(next, partner)) end = next + 1;
    else return behind(COMMENT, paragraph, closed);
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
  return behind(FOOTNOTE, paragraph, behind(EMOJI, paragraph, end));
}

/** Where a sticky pattern ends that begins at `index`; `index` where it does not. */
function behind(pattern: RegExp, paragraph: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(paragraph) ? pattern.lastIndex : index;
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
