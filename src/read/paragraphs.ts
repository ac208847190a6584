import { isBlank } from './blank.ts';
import { linesOf, type Span } from './lines.ts';
import { columns } from './script.ts';

/** Text is wrapped at 20 to 40 Chinese characters or 60 to 100 columns; shorter lines are verse, titles, lists. */
const NARROWEST_WRAP = 36;
const WIDEST_WRAP = 110;
/** Addresses and tables stand out even in a wrapped text. */
const MOST_WIDE_LINES = 0.05;
/** Page numbers and headings stand at the edge even where the text is indented. */
const MOST_OUTDENTED_LINES = 0.1;
/**
 * How far short of the edge a full line may end, as a share of the width: punctuation hangs over the edge or takes a
 * character along to the next line, and text copied from a page has lines of slightly different lengths.
 */
const RAGGED = 0.1;
/** A text is wrapped when so many of its unfinished lines, and this share of them, are full. */
const FEWEST_FULL_LINES = 2;
const LEAST_FULL_SHARE = 0.5;
/** A line that goes on in lower case has at least this share of the width. */
const LEAST_WIDTH = 0.5;

const ENDS_SENTENCE = /[.!?…。！？][\s"'”’」』）)》】\]]*$/;
const ENDS_CLAUSE = /[.!?…。！？:：;；][\s"'”’」』）)》】\]]*$/;
/** The day of a date may begin a line, too. */
const STARTS_WITH_NUMBER = /^\s*\d{1,3}[.)]/;
const STARTS_ITEM =
  /^\s*(?:[-–—*•·●○■□◆◇#>|+]|[（(]?(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.)、）．](?!\d)|第[一二三四五六七八九十百\d]{1,4}[章节節回条條])/;
const INDENT = /^[ \t\u00a0\u3000]*/;
const STARTS_LOWER_CASE = /^["'“‘(]?\p{Ll}/u;
const STARTS_UPPER_CASE = /^["'“‘(]?\p{Lu}/u;
/** A Latin word, or one Chinese character with the punctuation that must not begin a line. */
const FIRST_WORD = /^\s*(?:[^\s\u2E80-\uFFEF]+|.[，。！？、；：」』”’）》】…]*)/u;

interface Line extends Span {
  /** Columns; for a line too wide to be a wrapped one, UTF-16 units. 0 for a blank line. */
  readonly width: number;
  /** The beginning of the line, as much as a wrapped line may hold. */
  readonly text: string;
}

/** How long lines get. Some programs count columns, others characters, wide or not. */
interface Wrap {
  readonly columns: number;
  readonly characters: number;
  /** How far all lines but a few are indented. */
  readonly margin: number;
}

/**
 * The paragraphs of a text that have something in them. Every line is a paragraph of its own, except where
 * the text is hard-wrapped: there a full line goes on in the next, unless that one is indented or an item of a list.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text).map((line) => measured(text, line));
  const wrap = wrapOf(lines);
  const paragraphs: Span[] = [];
  lines.forEach((line, i) => {
    if (line.width === 0) return;
    const last = lines[i - 1];
    const open = wrap && last && goesOn(last, line, wrap) ? paragraphs.pop() : undefined;
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
 * How a text is hard-wrapped, if it is. Its unfinished lines tell: in wrapped text most of them are full, and lines begin
 * with a capital by chance only, not as headlines do.
 */
function wrapOf(lines: readonly Line[]): Wrap | undefined {
  const written = lines.filter(({ width }) => width > 0);
  const wide = written.filter(({ width }) => width > WIDEST_WRAP).length;
  if (wide > MOST_WIDE_LINES * written.length) return undefined;
  const wrap = {
    columns: quantile(
      written.map(({ width }) => width),
      1 - MOST_WIDE_LINES,
    ),
    characters: quantile(
      written.map(({ text }) => text.length),
      1 - MOST_WIDE_LINES,
    ),
    margin: quantile(
      written.map(({ text }) => indentOf(text)),
      MOST_OUTDENTED_LINES,
    ),
  };
  const pairs = lines.slice(1).map((next, i) => ({ line: lines[i]!, next }));
  const unfinished = pairs.filter(({ line, next }) => isUnfinished(line, next, wrap));
  const full = unfinished.filter(({ line, next }) => isFull(line, next, wrap));
  if (full.length < Math.max(FEWEST_FULL_LINES, unfinished.length * LEAST_FULL_SHARE)) return undefined;
  const capitals = full.filter(({ next }) => STARTS_UPPER_CASE.test(next.text)).length;
  return capitals <= full.length / 2 ? wrap : undefined;
}

/** The value that the share of all values does not pass. */
function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
}

/** Whether a line is long, ends no sentence, and the next could be its continuation. */
function isUnfinished(line: Line, next: Line, wrap: Wrap): boolean {
  if (line.width < NARROWEST_WRAP || line.width > WIDEST_WRAP) return false;
  return mayContinue(line, next, wrap) && !ENDS_SENTENCE.test(line.text);
}

/** Not after a blank line, not where an item or an indented line begins; a number in the middle of a clause is no item. */
function mayContinue(line: Line, next: Line, { margin }: Wrap): boolean {
  if (line.width === 0 || next.width === 0) return false;
  if (STARTS_ITEM.test(next.text)) {
    return STARTS_WITH_NUMBER.test(next.text) && !ENDS_CLAUSE.test(line.text);
  }
  return indentOf(next.text) <= margin;
}

const indentOf = (text: string) => INDENT.exec(text)![0].length;

/** Whether the next line's first word had no room left at the end of a line. */
function isFull(line: Line, next: Line, wrap: Wrap): boolean {
  const word = FIRST_WORD.exec(next.text)?.[0] ?? '';
  return (
    line.width + columns(word) >= wrap.columns * (1 - RAGGED) ||
    line.text.length + word.length >= wrap.characters * (1 - RAGGED)
  );
}

/** In a wrapped text a line goes on when it is full, or when the next begins in lower case. */
function goesOn(line: Line, next: Line, wrap: Wrap): boolean {
  if (line.width > WIDEST_WRAP || !mayContinue(line, next, wrap)) return false;
  if (isFull(line, next, wrap)) return true;
  const isLong = line.width >= wrap.columns * LEAST_WIDTH;
  return isLong && STARTS_LOWER_CASE.test(next.text) && !ENDS_SENTENCE.test(line.text);
}
