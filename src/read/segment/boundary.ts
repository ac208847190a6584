/** The eager cut: every place of a paragraph where a sentence may end, with what a rule may look at. */
import { skipBlanks } from '../blank.ts';
import { Enclosing } from './enclosing.ts';
import { isTitleMark, pairMarks } from './pairs.ts';
import { END_MARK, END_MARKS, tailEnd } from './tail.ts';

/** How far rules look to either side, in UTF-16 units; it keeps every rule's time constant. */
const SIGHT = 60;
/** A longer bracket is no aside within a sentence but a mistake, or a text of its own. */
const LONGEST_ASIDE = 300;
/** How much is looked at before a quotation. */
const LEAD = 8;

const WORD = /[\p{L}\p{N}]/gu;

/** A place where a sentence may end. */
export interface Boundary {
  /** The sentence before the end marks, at most its last 60 units. */
  readonly before: string;
  /** The end marks, the closing quotes and brackets after them, and stray marks after those. */
  readonly tail: string;
  /** What stands between this sentence and the next: blanks or nothing. */
  readonly gap: string;
  /** What follows in the paragraph, at most 60 units. */
  readonly after: string;
  /** `before` is the whole sentence so far, not its end only. */
  readonly isWhole: boolean;
  /** The sentence so far has no letter and no digit. */
  readonly isBare: boolean;
  /**
   * It stands within brackets that were opened in the middle of this sentence, or within a title; nothing
   * after the brackets ends the sentence.
   */
  readonly isAside: boolean;
  /** It stands within quotation marks that are closed later. */
  readonly isQuoted: boolean;
  /** The quotation that it stands in or closes, if this sentence has it whole so far. */
  readonly quotation: Quotation | undefined;
}

export interface Quotation {
  /** The last characters of the sentence before the quotation. */
  readonly lead: string;
  /** In UTF-16 units, without the marks. */
  readonly length: number;
}

/** Whether a sentence ends at a boundary. */
export type IsEnd = (boundary: Boundary) => boolean;

/** The sentences of one paragraph as [start, end); what a later one starts with may be blank. */
export function* cutParagraph(paragraph: string, isEnd: IsEnd): Generator<{ start: number; end: number }> {
  const partner = pairMarks(paragraph);
  const enclosing = new Enclosing(paragraph, partner);
  let start = 0;
  let seen = 0;
  let firstWord = nextWord(paragraph, 0);
  for (const { index, 0: marks } of paragraph.matchAll(END_MARKS)) {
    if (index < seen) continue;
    const end = tailEnd(paragraph, index + marks.length, partner);
    const next = skipBlanks(paragraph, end, paragraph.length);
    if (next === paragraph.length) break;
    seen = end;
    enclosing.moveTo(index);
    const bracket = enclosing.innermostBracket;
    const quotation = enclosing.innermostQuotation;
    const boundary: Boundary = {
      before: paragraph.slice(Math.max(start, index - SIGHT), index),
      tail: paragraph.slice(index, end),
      gap: paragraph.slice(end, next),
      after: paragraph.slice(next, next + SIGHT),
      isWhole: index - start <= SIGHT,
      isBare: firstWord >= index,
      isAside: isAside(paragraph, bracket, firstWord, end, partner),
      isQuoted: quotation !== -1 && partner[quotation]! >= end,
      quotation: quotationFrom(paragraph, start, quotation, partner),
    };
    if (!isEnd(boundary)) continue;
    yield { start, end };
    start = end;
    if (firstWord < start) firstWord = nextWord(paragraph, start);
  }
  yield { start, end: paragraph.length };
}

function isAside(
  paragraph: string,
  open: number,
  firstWord: number,
  end: number,
  partner: Int32Array,
): boolean {
  const close = open === -1 ? -1 : partner[open]!;
  if (close === -1 || close - open > LONGEST_ASIDE) return false;
  if (close < end && END_MARK.test(paragraph.slice(close, end))) return false;
  return open > firstWord || isTitleMark(paragraph[open]!);
}

function quotationFrom(
  paragraph: string,
  start: number,
  open: number,
  partner: Int32Array,
): Quotation | undefined {
  if (open < start) return undefined;
  return { lead: paragraph.slice(Math.max(start, open - LEAD), open), length: partner[open]! - open - 1 };
}

function nextWord(paragraph: string, start: number): number {
  WORD.lastIndex = start;
  return WORD.exec(paragraph)?.index ?? paragraph.length;
}
