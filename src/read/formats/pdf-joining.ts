/** The text of a paragraph from its lines: words that were cut in two, and spaces that the line ends stand for. */
import { endsWide, startsWide } from './pdf-letters.ts';

const HYPHEN = '[-\\u2010]';
const SOFT_HYPHEN = /\u00ad$/;
/** The part of a word before a hyphen at the end of a line, and the one that the next line begins with. */
const CUT = new RegExp(`(?<![\\p{L}\\p{N}]|${HYPHEN})(\\p{L}+)${HYPHEN}$`, 'u');
const REST = /^\p{Ll}+/u;
const WORDS = new RegExp(`\\p{L}+(?:${HYPHEN}\\p{L}+)*`, 'gu');
const ENDS_DASHED = /[-\u2010/]$|\S[—–]$/;
const STARTS_DASHED = /^—(?!\s)/;
const JOINT = /\p{Script=Han}( ?)[A-Za-z0-9]|[A-Za-z0-9]( ?)\p{Script=Han}/gu;

/** What a document does elsewhere, which decides what cannot be seen at the end of a line. */
export interface Habits {
  /** Words that stand within lines, in lower case; with a hyphen or without. */
  readonly words: ReadonlySet<string>;
  /** There are spaces between Han and Latin letters. */
  readonly spacesLatin: boolean;
}

export function habitsOf(lines: Iterable<string>): Habits {
  const words = new Set<string>();
  let spaced = 0;
  let close = 0;
  for (const line of lines) {
    for (const [word] of line.matchAll(WORDS)) words.add(word.toLowerCase());
    for (const joint of line.matchAll(JOINT)) joint[1] || joint[2] ? spaced++ : close++;
  }
  return { words, spacesLatin: spaced > close };
}

/** The text of lines that go on in each other. */
export function joinLines(lines: readonly string[], habits: Habits): string {
  return lines.map((line, i) => withEnd(line, lines[i + 1], habits)).join('');
}

/** A line as it goes on in the next: with a space, or without its hyphen. */
function withEnd(line: string, next: string | undefined, habits: Habits): string {
  if (next === undefined) return line;
  if (SOFT_HYPHEN.test(line)) return line.slice(0, -1);
  const cut = CUT.exec(line)?.[1];
  const rest = REST.exec(next)?.[0];
  if (cut !== undefined && rest !== undefined)
    return isCompound(cut, rest, habits) ? line : line.slice(0, -1);
  return isClose(line, next, habits) ? line : `${line} `;
}

/** `well-known` stays when it stands so within a line; otherwise the hyphen is taken to be the printer's. */
function isCompound(cut: string, rest: string, { words }: Habits): boolean {
  const whole = (cut + rest).toLowerCase();
  return (
    !words.has(whole) &&
    (words.has(`${cut}-${rest}`.toLowerCase()) || words.has(`${cut}\u2010${rest}`.toLowerCase()))
  );
}

/** Whether no space stands between the two lines. */
function isClose(line: string, next: string, { spacesLatin }: Habits): boolean {
  const after = endsWide(line);
  const before = startsWide(next);
  if (after !== before) return !spacesLatin || (!/^\w/.test(next) && !/\w$/.test(line));
  return after || ENDS_DASHED.test(line) || STARTS_DASHED.test(next);
}
