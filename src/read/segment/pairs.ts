import { isBlankAt } from '../blank.ts';

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['［', '］'],
  ['{', '}'],
  ['【', '】'],
  ['〔', '〕'],
  ['《', '》'],
  ['〈', '〉'],
]);
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['〝', '〞'],
]);
/** They open and close with the same character. */
const STRAIGHT_QUOTES: ReadonlySet<string> = new Set(['"', "'", '＂', '＇']);

const CLOSER_OF: ReadonlyMap<string, string> = new Map([...BRACKETS, ...QUOTES]);
const OPENER_OF: ReadonlyMap<string, string> = new Map([...CLOSER_OF].map(([open, close]) => [close, open]));
const PAIRED = new RegExp(
  `[${[...CLOSER_OF]
    .flat()
    .concat(...STRAIGHT_QUOTES)
    .map((mark) => `\\u{${mark.codePointAt(0)!.toString(16)}}`)
    .join('')}]`,
  'gu',
);
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{N}]/u;

/** Whether the mark opens the title of a book, a film, a law … */
export function isTitleMark(mark: string): boolean {
  return mark === '《' || mark === '〈';
}

/** Whether the mark opens brackets. */
export function isBracket(mark: string): boolean {
  return BRACKETS.has(mark);
}

export function isCloser(mark: string): boolean {
  return OPENER_OF.has(mark) || STRAIGHT_QUOTES.has(mark);
}

export function isStraightQuote(mark: string): boolean {
  return STRAIGHT_QUOTES.has(mark);
}

/**
 * For each index of a paragraph the index of the partner of the quotation mark or bracket there, -1 where
 * there is none. A mark that is never closed, or never opened, has no partner: it must not make one quotation
 * out of all that follows. Time and memory (4 bytes) are linear in the length.
 */
export function pairMarks(paragraph: string): Int32Array {
  const partner = new Int32Array(paragraph.length).fill(-1);
  const open: number[] = [];
  const openCount = new Map<string, number>();
  for (const { index, 0: mark } of paragraph.matchAll(PAIRED)) {
    if (isApostrophe(paragraph, index)) continue;
    const opener = STRAIGHT_QUOTES.has(mark) ? mark : OPENER_OF.get(mark);
    const opened = opener === undefined ? 0 : (openCount.get(opener) ?? 0);
    if (opener === undefined || (opener === mark && !closesQuotation(paragraph, index, opened))) {
      open.push(index);
      openCount.set(mark, (openCount.get(mark) ?? 0) + 1);
    } else if (opened > 0) {
      const start = closeUpTo(opener, paragraph, open, openCount);
      partner[start] = index;
      partner[index] = start;
    }
  }
  return partner;
}

/** Takes marks from the stack `open` up to the innermost `opener`, which must be there; returns its index. */
function closeUpTo(
  opener: string,
  paragraph: string,
  open: number[],
  openCount: Map<string, number>,
): number {
  for (;;) {
    const index = open.pop()!;
    const mark = paragraph[index]!;
    openCount.set(mark, openCount.get(mark)! - 1);
    if (mark === opener) return index;
  }
}

/** Whether the mark stands inside a word, as in `don't`. */
function isApostrophe(paragraph: string, index: number): boolean {
  const mark = paragraph[index];
  if (mark !== "'" && mark !== '’' && mark !== '‘') return false;
  return [index - 1, index + 1].every((at) => LATIN_OR_DIGIT.test(paragraph[at] ?? ''));
}

/** A straight quote closes what is open, unless blanks show plainly that it opens. */
function closesQuotation(paragraph: string, index: number, opened: number): boolean {
  return opened > 0 && (!isBlankAt(paragraph, index - 1) || isBlankAt(paragraph, index + 1));
}
