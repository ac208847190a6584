import { isBlank } from './blank.ts';
import { linesOf, type Span } from './lines.ts';
import { columns } from './script.ts';

/** Mail and plain text files are wrapped at 60 to 80 columns; shorter lines are verse, titles, lists. */
const NARROWEST_WRAP = 45;
const WIDEST_WRAP = 90;
/** Addresses and tables stand out even in a wrapped text. */
const MOST_WIDE_LINES = 0.05;
/** Punctuation may hang over the edge or move to the next line. */
const RAGGED_COLUMNS = 2;
/** A text is wrapped when so many of its unfinished lines, and this share of them, are full. */
const FEWEST_FULL_LINES = 2;
const LEAST_FULL_SHARE = 0.5;

const ENDS_SENTENCE = /[.!?…。！？:：;；][\s"'”’」』）)》】\]]*$/;
const STARTS_ITEM =
  /^(?:\s|[-–—*•·●○■□◆◇#>|+]|[（(]?(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.)、）．])/;
const STARTS_LOWER_CASE = /^["'“‘(]?\p{Ll}/u;
const STARTS_UPPER_CASE = /^["'“‘(]?\p{Lu}/u;
/** A Latin word, or one Chinese character with the punctuation that must not begin a line. */
const FIRST_WORD = /^(?:[^\s\u2E80-\uFFEF]+|.[，。！？、；：」』”’）》】…]*)/u;

interface Line extends Span {
  /** Columns; for a line too wide to be a wrapped one, UTF-16 units. 0 for a blank line. */
  readonly width: number;
  /** The beginning of the line, as much as a wrapped line may hold. */
  readonly text: string;
}

/**
 * The paragraphs of a text that have something in them. Every line is a paragraph of its own, except where
 * the text is hard-wrapped: there a line goes on in the next.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text).map((line) => measured(text, line));
  const wrap = wrapColumns(lines);
  const paragraphs: Span[] = [];
  lines.forEach((line, i) => {
    if (line.width === 0) return;
    const last = lines[i - 1];
    const open = last && goesOn(last, line, wrap) ? paragraphs.pop() : undefined;
    paragraphs.push({ start: open?.start ?? line.start, end: line.end });
  });
  return paragraphs;
}

function measured(text: string, { start, end }: Span): Line {
  const line = text.slice(start, end);
  const beginning = line.slice(0, WIDEST_WRAP);
  if (isBlank(line)) return { start, end, width: 0, text: beginning };
  return { start, end, width: line.length > WIDEST_WRAP ? line.length : columns(line), text: beginning };
}

/**
 * The column at which a text is hard-wrapped; 0 when it is not. Its unfinished lines tell: in wrapped text most
 * of them are full, and lines begin with a capital by chance only, not as headlines do.
 */
function wrapColumns(lines: readonly Line[]): number {
  const widths = lines.map(({ width }) => width).filter((width) => width > 0);
  widths.sort((a, b) => a - b);
  const wrap = widths[Math.ceil(widths.length * (1 - MOST_WIDE_LINES)) - 1] ?? 0;
  if (wrap > WIDEST_WRAP) return 0;
  const pairs = lines.slice(1).map((next, i) => ({ line: lines[i]!, next }));
  const unfinished = pairs.filter(({ line, next }) => isUnfinished(line, next));
  const full = unfinished.filter(({ line, next }) => isFull(line, next, wrap));
  if (full.length < Math.max(FEWEST_FULL_LINES, unfinished.length * LEAST_FULL_SHARE)) return 0;
  const capitals = full.filter(({ next }) => STARTS_UPPER_CASE.test(next.text)).length;
  return capitals <= full.length / 2 ? wrap : 0;
}

/** Whether a line may go on in the next: it is long, ends no sentence, and the next is no list item. */
function isUnfinished(line: Line, next: Line): boolean {
  if (line.width < NARROWEST_WRAP || line.width > WIDEST_WRAP || next.width === 0) return false;
  return !ENDS_SENTENCE.test(line.text) && !STARTS_ITEM.test(next.text);
}

/** Whether the next line's first word had no room left at the end of a line. */
function isFull(line: Line, next: Line, wrap: number): boolean {
  const word = FIRST_WORD.exec(next.text)?.[0] ?? '';
  return line.width + columns(word) >= wrap - RAGGED_COLUMNS;
}

/** In a wrapped text a long line goes on when it is full, or when the next begins in lower case. */
function goesOn(line: Line, next: Line, wrap: number): boolean {
  if (wrap === 0 || !isUnfinished(line, next)) return false;
  return isFull(line, next, wrap) || STARTS_LOWER_CASE.test(next.text);
}
